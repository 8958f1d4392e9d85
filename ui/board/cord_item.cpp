#include "ui/board/cord_item.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "ui/board/board_node.h"
#include "ui/board/card_geometry.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::EdgeKind;

namespace {

constexpr qreal kLongFall = 260; // of a cord, past more than its own two cards
constexpr qreal kDoubleWidth = 6; // of a seqpacket cord: two lines of 1.8 with paper between
constexpr qreal kCoreWidth = 2.4;
constexpr int kTravelTime = 250; // ms
constexpr int kDotGap = 30; // ms between two dots: nearer ones would be one blot
constexpr int kBurstPause = 700; // ms of silence end a sum
constexpr qreal kDot = 6;
constexpr qreal kFar = 0.3; // smaller than that no words can be read

struct Ends {
    QPointF from;
    QPointF to;
    qreal fromSide; // -1: leaves to the left, 1: to the right
    qreal toSide;
};

// Cords hang at the sides that face each other; cards above one another are joined at their right sides.
Ends endsBetween(const QRectF& a, const QRectF& b)
{
    const auto left = [](const QRectF& r) { return QPointF(r.left(), r.center().y()); };
    const auto right = [](const QRectF& r) { return QPointF(r.right(), r.center().y()); };
    if (b.left() > a.right()) {
        return {right(a), left(b), 1, -1};
    }
    if (b.right() < a.left()) {
        return {left(a), right(b), -1, 1};
    }
    return {right(a), right(b), 1, 1};
}

}

CordItem::CordItem(
    Workbench& workbench, BoardMotion* motion, const model::SocketEdge& edge, BoardNode& from, BoardNode& to)
    : Moving(motion), m_workbench(workbench), m_edge(edge), m_from(from), m_to(to)
{
    setZValue(1);
    setAcceptedMouseButtons(Qt::NoButton);
    layOut();
}

void CordItem::follow()
{
    prepareGeometryChange();
    layOut();
    update();
}

void CordItem::refresh()
{
    update();
}

void CordItem::layOut()
{
    const Ends ends = endsBetween(m_from.onBoard(), m_to.onBoard());
    const qreal reach = std::clamp(std::abs(ends.to.x() - ends.from.x()) / 2, 40.0, 160.0);
    m_curve = {ends.from, ends.from + QPointF(reach * ends.fromSide, 0),
        ends.to + QPointF(reach * ends.toSide, 0), ends.to};
    m_path = QPainterPath(m_curve[0]);
    m_path.cubicTo(m_curve[1], m_curve[2], m_curve[3]);
    layOutLabel();
}

QPointF CordItem::pointAt(qreal t) const
{
    const qreal s = 1 - t;
    return s * s * s * m_curve[0] + 3 * s * s * t * m_curve[1] + 3 * s * t * t * m_curve[2]
        + t * t * t * m_curve[3];
}

void CordItem::carry(SocketId sender, quint64 bytes, const QString& what)
{
    const qint64 now = motionNow();
    if (m_burstCalls == 0 || now - m_lastCarried > kBurstPause) {
        m_burstBytes = 0;
        m_burstCalls = 0;
    }
    m_lastCarried = now;
    m_burstBytes += bytes;
    ++m_burstCalls;
    prepareGeometryChange(); // the label is another
    m_carried = m_burstCalls == 1
        ? what
        : QStringLiteral("%1 × · %2").arg(m_burstCalls).arg(words::bytes(static_cast<qint64>(m_burstBytes)));
    layOutLabel();
    const bool room = m_dots.size() < kMostDots && (m_dots.empty() || now - m_dots.back().since >= kDotGap);
    if (room && motionIsWanted()) {
        m_dots.push_back({now, sender != m_edge.from});
        startMoving();
    }
    update();
}

bool CordItem::advanceTo(qint64 now)
{
    std::erase_if(m_dots, [now](const Dot& dot) { return now - dot.since >= kTravelTime; });
    update();
    return !m_dots.empty();
}

QRectF CordItem::boundingRect() const
{
    return m_path.boundingRect().adjusted(-kDot - 2, -kDot - 2, kDot + 2, kDot + 2) | m_labelRect;
}

QString CordItem::label() const
{
    switch (m_edge.kind) {
    case EdgeKind::Waiting:
        return tr("connected, waiting in the accept queue");
    case EdgeKind::AcceptedFrom:
        if (const auto* listener = m_workbench.graph().find(m_edge.from)) {
            return tr("accepted from fd %1").arg(listener->fd);
        }
        return {};
    default:
        return m_carried;
    }
}

QPen CordItem::cordPen() const
{
    const Theme& theme = m_workbench.theme();
    const model::SocketNode* node = m_workbench.graph().find(m_edge.from);
    const bool open = node != nullptr && node->open;
    QPen pen(theme.ofDomain(node != nullptr ? node->domain : 0), 2.4);
    pen.setCapStyle(Qt::RoundCap);
    switch (m_edge.kind) {
    case EdgeKind::Waiting:
        pen.setColor(theme.waiting);
        pen.setWidthF(1.8);
        pen.setDashPattern({3, 3});
        break;
    case EdgeKind::AcceptedFrom:
        pen.setColor(theme.faint);
        pen.setWidthF(1.3);
        pen.setDashPattern({1, 4});
        break;
    case EdgeKind::Foreign:
        pen.setWidthF(2);
        break;
    default:
        break;
    }
    if (node != nullptr && node->isDatagram()) {
        pen.setDashPattern({0.1, 2.6}); // dotted: no bytes between the messages
    }
    if (isDouble()) {
        pen.setWidthF(kDoubleWidth);
    }
    if (!open) {
        pen.setColor(theme.faint);
    }
    return pen;
}

// A connection that keeps messages apart is a double cord: a line of paper runs in it.
bool CordItem::isDouble() const
{
    const model::SocketNode* node = m_workbench.graph().find(m_edge.from);
    const bool carries = m_edge.kind == EdgeKind::Connected || m_edge.kind == EdgeKind::Foreign;
    return node != nullptr && node->isSeqpacket() && carries;
}

void CordItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* /*widget*/)
{
    const bool far = option->levelOfDetailFromTransform(painter->worldTransform()) < kFar;
    painter->setBrush(Qt::NoBrush);
    if (far) { // a thousand of them: thin straight lines
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(cordPen().color(), 0));
        painter->drawLine(m_curve.front(), m_curve.back());
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(cordPen());
        painter->drawPath(m_path);
        if (isDouble()) {
            QPen core(m_workbench.theme().window, kCoreWidth);
            core.setCapStyle(Qt::FlatCap);
            painter->setPen(core);
            painter->drawPath(m_path);
        }
        paintLabel(*painter);
    }
    if (m_dots.empty()) {
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(cordPen().color());
    const qint64 now = motionNow();
    for (const Dot& dot : m_dots) {
        const qreal way = eased(static_cast<qreal>(now - dot.since) / kTravelTime);
        painter->drawEllipse(pointAt(dot.backwards ? 1 - way : way), kDot, kDot);
    }
}

QFont CordItem::labelFont() const
{
    const CardFonts fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    return m_edge.kind == EdgeKind::AcceptedFrom ? fonts.words : fonts.code;
}

// Kept: a scene asks each of its cords for its bounds at each frame.
void CordItem::layOutLabel()
{
    m_label = label();
    m_labelRect = {};
    if (m_label.isEmpty()) {
        return;
    }
    const QFontMetricsF metrics(labelFont());
    QRectF box(0, 0, metrics.horizontalAdvance(m_label) + 8, metrics.height());
    // Below a cord that runs across; on one that runs down, as a name stands on a river in a map.
    const QPointF along = m_curve[2] + m_curve[3] - m_curve[0] - m_curve[1]; // of the tangent in the middle
    const bool steep = std::abs(along.y()) > 0.58 * std::abs(along.x());
    if (m_edge.kind == EdgeKind::AcceptedFrom && steep
        && std::abs(m_curve[3].y() - m_curve[0].y()) > kLongFall) {
        m_label.clear(); // another card stands beside it: half a word would look out from below that
        return;
    }
    box.moveCenter(pointAt(0.5) + QPointF(0, steep ? 0 : metrics.height() * 0.9));
    m_labelRect = box;
}

void CordItem::paintLabel(QPainter& painter) const
{
    if (m_label.isEmpty()) {
        return;
    }
    const Theme& theme = m_workbench.theme();
    painter.setFont(labelFont());
    QColor paper = theme.window;
    paper.setAlpha(235); // neither grid nor cord may run through the words
    painter.fillRect(m_labelRect, paper);
    painter.setPen(m_edge.kind == EdgeKind::Waiting ? theme.waiting : theme.dim);
    painter.drawText(m_labelRect, Qt::AlignCenter, m_label);
}

}

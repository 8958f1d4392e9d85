#include "ui/board/cord_item.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/board/board_node.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::EdgeKind;

namespace {

constexpr qreal kDoubleWidth = 6; // of a seqpacket cord: two lines of 1.8 with paper between
constexpr qreal kCoreWidth = 2.4;
constexpr int kTravelTime = 250; // ms
constexpr int kDotGap = 30; // ms between two dots: nearer ones would be one blot
constexpr int kBurstPause = 700; // ms of silence end a sum
constexpr qreal kDot = 6;

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

QRectF CordItem::follow()
{
    const QRectF before = m_cordRect;
    prepareGeometryChange();
    layOut();
    update();
    return before | m_cordRect;
}

QRectF CordItem::refresh()
{
    return cordPen() != m_pen ? follow() : QRectF();
}

void CordItem::layOut()
{
    const Ends ends = endsBetween(m_from.onBoard(), m_to.onBoard());
    const qreal reach = std::clamp(std::abs(ends.to.x() - ends.from.x()) / 2, 40.0, 160.0);
    m_curve = {ends.from, ends.from + QPointF(reach * ends.fromSide, 0),
        ends.to + QPointF(reach * ends.toSide, 0), ends.to};
    m_pen = cordPen();
    layOutPieces();
    layOutLabel();
}

// By the points and the tangents at both ends of each: exactly the same curve.
void CordItem::layOutPieces()
{
    const qreal half = m_pen.widthF() / 2 + 1;
    m_cordRect = {};
    qreal length = 0;
    for (std::size_t i = 0; i < kPieces; ++i) {
        Piece& piece = m_pieces[i];
        const qreal from = static_cast<qreal>(i) / kPieces;
        const qreal to = static_cast<qreal>(i + 1) / kPieces;
        const qreal third = (to - from) / 3;
        piece.curve = {pointAt(from), pointAt(from) + tangentAt(from) * third,
            pointAt(to) - tangentAt(to) * third, pointAt(to)};
        const auto x = std::ranges::minmax(piece.curve, {}, &QPointF::x);
        const auto y = std::ranges::minmax(piece.curve, {}, &QPointF::y);
        piece.rect = QRectF(QPointF(x.min.x(), y.min.y()), QPointF(x.max.x(), y.max.y()))
                         .adjusted(-half, -half, half, half);
        piece.begin = length;
        length += QLineF(piece.curve[0], piece.curve[3]).length();
        m_cordRect |= piece.rect;
    }
}

QPointF CordItem::tangentAt(qreal t) const
{
    const qreal s = 1 - t;
    return 3 * s * s * (m_curve[1] - m_curve[0]) + 6 * s * t * (m_curve[2] - m_curve[1])
        + 3 * t * t * (m_curve[3] - m_curve[2]);
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
        : QStringLiteral("%1× · %2").arg(m_burstCalls).arg(words::bytes(static_cast<qint64>(m_burstBytes)));
    layOutLabel();
    const bool room = m_dots.size() < kMostDots && (m_dots.empty() || now - m_dots.back().since >= kDotGap);
    if (room && motionIsWanted()) {
        m_dots.push_back({now, sender != m_edge.from, {}});
        m_dots.back().place = placeOf(m_dots.back(), now);
        startMoving();
    }
    update();
}

QPointF CordItem::placeOf(const Dot& dot, qint64 now) const
{
    const qreal way = eased(static_cast<qreal>(now - dot.since) / kTravelTime);
    return pointAt(dot.backwards ? 1 - way : way);
}

QRectF CordItem::rectOf(const Dot& dot) const
{
    constexpr qreal kReach = kDot + 1;
    return {dot.place.x() - kReach, dot.place.y() - kReach, 2 * kReach, 2 * kReach};
}

// Only where the bytes were and where they are now: cords are long, and there are many.
bool CordItem::advanceTo(qint64 now)
{
    for (Dot& dot : m_dots) {
        update(rectOf(dot));
        dot.place = placeOf(dot, now);
        update(rectOf(dot));
    }
    std::erase_if(m_dots, [now](const Dot& dot) { return now - dot.since >= kTravelTime; });
    return !m_dots.empty();
}

QRectF CordItem::boundingRect() const
{
    return m_cordRect.adjusted(-kDot, -kDot, kDot, kDot) | m_labelRect;
}

QPen CordItem::cordPen() const
{
    const Theme& theme = m_workbench.theme();
    const model::SocketNode* node = m_workbench.graph().find(m_edge.from);
    const bool open = node != nullptr && node->open && !(node->connected && node->ended);
    QPen pen(theme.ofDomain(node != nullptr ? node->domain : 0), 2.4);
    pen.setCapStyle(Qt::RoundCap);
    switch (m_edge.kind) {
    case EdgeKind::Waiting:
    case EdgeKind::Queued:
        pen.setColor(theme.waiting);
        pen.setWidthF(1.8);
        pen.setDashPattern({3, 3});
        break;
    case EdgeKind::AcceptedFrom:
        pen.setColor(theme.dark ? theme.dim : theme.faint);
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

void CordItem::paintCord(QPainter& painter, const QRectF& exposed, bool far) const
{
    painter.setRenderHint(QPainter::Antialiasing, !far);
    if (far) { // a thousand of them: thin straight lines
        painter.setPen(QPen(m_pen.color(), 0));
        painter.drawLine(m_curve.front(), m_curve.back());
        return;
    }
    painter.setBrush(Qt::NoBrush);
    strokeCord(painter, m_pen, exposed);
    if (isDouble()) {
        QPen core(m_workbench.theme().window, kCoreWidth);
        core.setCapStyle(Qt::FlatCap);
        strokeCord(painter, core, exposed);
    }
}

// What is in sight of it: a dashed one that runs through a large board has thousands of dashes.
void CordItem::strokeCord(QPainter& painter, const QPen& pen, const QRectF& exposed) const
{
    QPainterPath path;
    QPen stroke = pen;
    const auto flush = [&] {
        if (!path.isEmpty()) {
            painter.setPen(stroke);
            painter.drawPath(std::exchange(path, {}));
        }
    };
    for (const Piece& piece : m_pieces) {
        if (!piece.rect.intersects(exposed)) {
            flush();
            continue;
        }
        if (path.isEmpty()) {
            path.moveTo(piece.curve[0]);
            stroke.setDashOffset(pen.style() == Qt::CustomDashLine ? piece.begin / pen.widthF() : 0);
        }
        path.cubicTo(piece.curve[1], piece.curve[2], piece.curve[3]);
    }
    flush();
}

void CordItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* /*widget*/)
{
    const bool far = option->levelOfDetailFromTransform(painter->worldTransform()) < BoardNode::kFar;
    if (m_apart) {
        paintCord(*painter, boundingRect(), far);
    }
    if (!far) {
        paintLabel(*painter);
    }
    if (m_dots.empty()) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_pen.color());
    for (const Dot& dot : m_dots) {
        painter->drawEllipse(dot.place, kDot, kDot);
    }
}

}

#include "ui/board/cord_item.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/board/socket_card.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::EdgeKind;

namespace {

constexpr qreal kDoubleWidth = 6; // of a seqpacket cord: two lines of 1.8 with paper between
constexpr qreal kCoreWidth = 2.4;

constexpr int kTravelTime = 250; // ms; motion explains, and is short
constexpr qreal kDot = 6;
constexpr qreal kForeignGap = 168; // room for what is being carried

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

QPainterPath cord(const Ends& ends)
{
    const qreal reach = std::clamp(std::abs(ends.to.x() - ends.from.x()) / 2, 40.0, 160.0);
    QPainterPath path(ends.from);
    path.cubicTo(
        ends.from + QPointF(reach * ends.fromSide, 0), ends.to + QPointF(reach * ends.toSide, 0), ends.to);
    return path;
}

QRectF onBoard(const SocketCard& card)
{
    return card.mapRectToScene(card.cardRect());
}

}

CordItem::CordItem(Workbench& workbench, const model::SocketEdge& edge, SocketCard* from, SocketCard* to)
    : m_workbench(workbench), m_edge(edge), m_from(from), m_to(to)
{
    setZValue(1);
    setAcceptedMouseButtons(Qt::NoButton);
    m_travel.setStartValue(0.0);
    m_travel.setEndValue(1.0);
    m_travel.setDuration(kTravelTime);
    m_travel.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&m_travel, &QVariantAnimation::valueChanged, this, [this] { update(); });
    layOut();
}

void CordItem::follow()
{
    prepareGeometryChange();
    layOut();
    update();
}

void CordItem::layOut()
{
    const QRectF from = onBoard(*m_from);
    if (m_to != nullptr) {
        m_path = cord(endsBetween(from, onBoard(*m_to)));
        return;
    }
    const QFontMetricsF metrics(CardFonts::from(QApplication::font(), m_workbench.monospace()).code);
    const qreal width = metrics.horizontalAdvance(words::address(m_edge.foreign)) + 24;
    m_foreignCard = QRectF(from.right() + kForeignGap, from.center().y() - metrics.height() - 8, width,
        2 * metrics.height() + 16);
    m_path = cord(endsBetween(from, m_foreignCard));
}

void CordItem::carry(SocketId sender, const QString& what)
{
    m_carried = what;
    m_backwards = sender != m_edge.from;
    prepareGeometryChange();
    if (QApplication::isEffectEnabled(Qt::UI_General)) {
        m_travel.stop();
        m_travel.start();
    }
    update();
}

QRectF CordItem::boundingRect() const
{
    const QRectF both = m_path.boundingRect().united(m_foreignCard);
    return both.adjusted(-160, -30, 160, 30); // its label may be wider than the cord
}

QString CordItem::label() const
{
    switch (m_edge.kind) {
    case EdgeKind::Waiting:
        return tr("connected, waiting in the accept queue");
    case EdgeKind::AcceptedFrom:
        if (const auto* listener = m_workbench.session().graph().find(m_edge.from)) {
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
    const model::SocketNode* node = m_workbench.session().graph().find(m_edge.from);
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
    if (node != nullptr && node->type == SOCK_DGRAM) {
        pen.setDashPattern({0.1, 2.6}); // dotted: no bytes between the messages
    }
    const bool carries = m_edge.kind == EdgeKind::Connected || m_edge.kind == EdgeKind::Foreign;
    if (node != nullptr && node->isSeqpacket() && carries) {
        pen.setWidthF(kDoubleWidth);
    }
    if (!open) {
        pen.setColor(theme.faint);
    }
    return pen;
}

void CordItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(cordPen());
    painter->drawPath(m_path);
    paintCore(*painter);
    if (m_edge.kind == EdgeKind::Foreign) {
        paintForeign(*painter);
    }
    paintLabel(*painter);
    if (m_travel.state() == QAbstractAnimation::Running) {
        const qreal way = m_travel.currentValue().toReal();
        painter->setPen(Qt::NoPen);
        painter->setBrush(cordPen().color());
        painter->drawEllipse(m_path.pointAtPercent(m_backwards ? 1 - way : way), kDot, kDot);
    }
}

// A connection that keeps messages apart is a double cord: a line of paper runs in it.
void CordItem::paintCore(QPainter& painter) const
{
    const model::SocketNode* node = m_workbench.session().graph().find(m_edge.from);
    const bool carries = m_edge.kind == EdgeKind::Connected || m_edge.kind == EdgeKind::Foreign;
    if (node != nullptr && node->isSeqpacket() && carries) {
        QPen core(m_workbench.theme().window, kCoreWidth);
        core.setCapStyle(Qt::FlatCap);
        painter.setPen(core);
        painter.drawPath(m_path);
    }
}

void CordItem::paintForeign(QPainter& painter) const
{
    const Theme& theme = m_workbench.theme();
    const CardFonts fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.field);
    painter.drawRoundedRect(m_foreignCard, 7, 7);
    const QRectF inner = m_foreignCard.adjusted(12, 8, -12, -8);
    painter.setFont(fonts.words);
    painter.setPen(theme.dim);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, tr("another program"));
    painter.setFont(fonts.code);
    painter.setPen(theme.text);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, words::address(m_edge.foreign));
}

void CordItem::paintLabel(QPainter& painter) const
{
    const QString text = label();
    if (text.isEmpty()) {
        return;
    }
    const Theme& theme = m_workbench.theme();
    const CardFonts fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    const bool words = m_edge.kind == EdgeKind::AcceptedFrom;
    painter.setFont(words ? fonts.words : fonts.code);
    const QFontMetricsF metrics(painter.font());
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height());
    // Below a cord that runs across; on one that runs down, as a name stands on a river in a map.
    const qreal slope = std::abs(std::sin(m_path.angleAtPercent(0.5) * M_PI / 180));
    const qreal below = slope > 0.5 ? 0 : metrics.height() * 0.9;
    box.moveCenter(m_path.pointAtPercent(0.5) + QPointF(0, below));
    QColor paper = theme.window;
    paper.setAlpha(235); // neither grid nor cord may run through the words
    painter.fillRect(box, paper);
    painter.setPen(m_edge.kind == EdgeKind::Waiting ? theme.waiting : theme.dim);
    painter.drawText(box, Qt::AlignCenter, text);
}

}

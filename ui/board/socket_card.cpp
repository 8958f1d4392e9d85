#include "ui/board/socket_card.h"

#include <QApplication>
#include <QCursor>
#include <QGraphicsSceneMouseEvent>

#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kMargin = 6; // room around the card for its shadow and the frame of the chosen one

}

SocketCard::SocketCard(Workbench& workbench, SocketId socket) : m_workbench(workbench), m_socket(socket)
{
    setFlags(ItemIsMovable | ItemSendsGeometryChanges);
    setAcceptHoverEvents(true);
    setZValue(2);
    setObjectName(QStringLiteral("card-%1").arg(number(socket)));
    refresh();
}

void SocketCard::refresh()
{
    const model::SocketNode* node = m_workbench.session().graph().find(m_socket);
    if (node == nullptr) {
        return;
    }
    m_fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    CardGeometry geometry = layOutCard(
        *node, m_fonts, cardNote(*node, m_workbench.session().graph()), m_workbench.session().isLive());
    if (geometry.size != m_geometry.size) {
        prepareGeometryChange();
    }
    const bool sizeChanged = geometry.size != m_geometry.size;
    m_geometry = std::move(geometry);
    setOpacity(node->open ? 1.0 : node->lingering ? 0.8 : 0.55);
    update();
    if (sizeChanged) {
        Q_EMIT moved(); // cords hang at the middle of its sides
    }
}

void SocketCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    setZValue(chosen ? 3 : 2);
    update();
}

QRectF SocketCard::boundingRect() const
{
    return cardRect().adjusted(-kMargin, -kMargin, kMargin, kMargin + 2);
}

QRectF SocketCard::chipRect(CallId call) const
{
    for (const CardChip& chip : m_geometry.chips) {
        if (chip.call == call) {
            return chip.rect;
        }
    }
    return {};
}

QRectF SocketCard::cancelRect() const
{
    return m_geometry.bands.empty() ? QRectF() : m_geometry.bands.front().cancel;
}

SocketCard::Hit SocketCard::hitAt(const QPointF& point) const
{
    for (std::size_t i = 0; i < m_geometry.chips.size(); ++i) {
        if (m_geometry.chips[i].rect.contains(point)) {
            return {Part::Chip, i};
        }
    }
    for (std::size_t i = 0; i < m_geometry.bands.size(); ++i) {
        if (m_geometry.bands[i].cancel.contains(point)) {
            return {Part::Cancel, i};
        }
    }
    return m_geometry.dismiss.contains(point) ? Hit {Part::Dismiss, 0} : Hit();
}

void SocketCard::act(const Hit& hit)
{
    switch (hit.part) {
    case Part::Chip:
        Q_EMIT callWanted(static_cast<int>(m_geometry.chips[hit.index].call));
        break;
    case Part::Cancel:
        Q_EMIT cancelWanted(number(m_geometry.bands[hit.index].ticket));
        break;
    case Part::Dismiss:
        Q_EMIT dismissed();
        break;
    case Part::None:
        break;
    }
}

void SocketCard::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    m_workbench.select(m_socket);
    m_pressed = hitAt(event->pos());
    if (m_pressed.part == Part::None) {
        QGraphicsObject::mousePressEvent(event); // a drag moves the card
    }
    update();
}

void SocketCard::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    const Hit pressed = std::exchange(m_pressed, {});
    const Hit released = hitAt(event->pos());
    QGraphicsObject::mouseReleaseEvent(event);
    update();
    if (pressed == released && event->button() == Qt::LeftButton) {
        act(pressed);
    }
}

void SocketCard::hoverMoveEvent(QGraphicsSceneHoverEvent* event)
{
    const Hit hit = hitAt(event->pos());
    if (hit == m_hovered) {
        return;
    }
    m_hovered = hit;
    setCursor(hit.part == Part::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    QString tip;
    if (hit.part == Part::Chip) {
        const CallId call = m_geometry.chips[hit.index].call;
        tip = words::signature(call) + u'\n' + m_workbench.explainer().purpose(call);
    } else if (hit.part == Part::Cancel) {
        tip = tr("Cancel: interrupt the call, so that it returns -1 EINTR");
    } else if (hit.part == Part::Dismiss) {
        tip = tr("Take this closed socket off the board; the log keeps it");
    }
    setToolTip(tip.isEmpty() ? QString() : words::plainToolTip(tip));
    update();
}

void SocketCard::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    m_hovered = {};
    update();
}

QVariant SocketCard::itemChange(GraphicsItemChange change, const QVariant& value)
{
    if (change == ItemPositionHasChanged) {
        Q_EMIT moved();
    }
    return QGraphicsObject::itemChange(change, value);
}

}

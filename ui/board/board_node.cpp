#include "ui/board/board_node.h"

#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <cmath>

namespace ui {

QPointF onGrid(const QPointF& place)
{
    constexpr qreal kGrid = BoardNode::kGrid;
    return {std::round(place.x() / kGrid) * kGrid, std::round(place.y() / kGrid) * kGrid};
}

BoardNode::BoardNode(BoardMotion* motion) : Moving(motion)
{
    setFlags(ItemIsMovable | ItemIsSelectable | ItemSendsGeometryChanges);
    setAcceptHoverEvents(true);
    setCacheMode(DeviceCoordinateCache); // painted once; while bytes move beside it, it is copied
    setZValue(2);
}

void BoardNode::glideTo(const QPointF& place)
{
    if (!motionIsWanted() || scene() == nullptr) {
        m_gliding = false;
        setPos(place);
        return;
    }
    m_from = pos();
    m_target = place;
    m_since = motionNow();
    m_gliding = m_from != m_target;
    if (m_gliding) {
        startMoving();
    }
}

void BoardNode::fadeTo(qreal opacity)
{
    if (opacity == (m_fading ? m_fadeTarget : this->opacity())) {
        return;
    }
    if (!motionIsWanted() || scene() == nullptr) {
        m_fading = false;
        setOpacity(opacity);
        return;
    }
    m_fadeFrom = this->opacity();
    m_fadeTarget = opacity;
    m_fadeSince = motionNow();
    m_fading = true;
    startMoving();
}

bool BoardNode::advanceTo(qint64 now)
{
    if (m_gliding) {
        const qreal share = static_cast<qreal>(now - m_since) / BoardMotion::kShort;
        m_gliding = share < 1;
        setPos(m_gliding ? m_from + (m_target - m_from) * eased(share) : m_target);
    }
    if (m_fading) {
        const qreal share = static_cast<qreal>(now - m_fadeSince) / BoardMotion::kShort;
        m_fading = share < 1;
        setOpacity(m_fading ? m_fadeFrom + (m_fadeTarget - m_fadeFrom) * eased(share) : m_fadeTarget);
    }
    return advanceParts(now) || m_gliding || m_fading;
}

bool BoardNode::isDragged() const
{
    return scene() != nullptr && scene()->mouseGrabberItem() != nullptr && !m_gliding;
}

void BoardNode::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    QGraphicsObject::mousePressEvent(event); // a drag moves it, and all that are selected with it
    Q_EMIT grabbed();
}

void BoardNode::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    QGraphicsObject::mouseReleaseEvent(event);
    Q_EMIT released();
}

QVariant BoardNode::itemChange(GraphicsItemChange change, const QVariant& value)
{
    switch (change) {
    case ItemPositionChange:
        return isDragged() ? onGrid(value.toPointF()) : value;
    case ItemPositionHasChanged:
        Q_EMIT moved();
        break;
    case ItemSelectedHasChanged:
        update();
        break;
    default:
        break;
    }
    return QGraphicsObject::itemChange(change, value);
}

}

#include "ui/board/socket_card.h"

#include <QApplication>
#include <QCursor>
#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <QMimeData>

#include "model/layout/link_plan.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kMargin = 8; // room around the card for its shadow, its frame and half of its plug
constexpr qreal kPlug = 7; // radius
constexpr qreal kPlugReach = 12; // that of what can be hit

}

SocketCard::SocketCard(Workbench& workbench, BoardMotion* motion, SocketId socket)
    : BoardNode(motion), m_workbench(workbench), m_socket(socket)
{
    setAcceptDrops(true);
    setObjectName(QStringLiteral("card-%1").arg(number(socket)));
    refresh();
}

void SocketCard::refresh()
{
    const model::SocketNode* node = m_workbench.graph().find(m_socket);
    if (node == nullptr) {
        return;
    }
    const bool calls = m_workbench.canCall();
    m_fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    QStringList notes {
        cardNote(*node, m_workbench.graph()), m_workbench.annotations().comment(node->created)};
    notes.removeAll(QString());
    CardGeometry geometry = layOutCard(*node, m_fonts, notes.join(QStringLiteral(" · ")).simplified(), calls);
    const bool sizeChanged = geometry.size != m_geometry.size;
    if (sizeChanged) {
        prepareGeometryChange();
    }
    const std::vector<CardMeter> before = std::exchange(m_geometry, std::move(geometry)).meters;
    m_hasPlug = calls && model::hasPlug(*node);
    m_isListener = model::isPulledOut(*node);
    moveMeters(before);
    m_faded = !node->open && !node->lingering;
    fadeTo(node->open ? 1.0 : node->lingering ? 0.8 : 0.55);
    update();
    if (sizeChanged) {
        Q_EMIT moved(); // cords hang at the middle of its sides
    }
}

// What waits in a queue is seen coming and going.
void SocketCard::moveMeters(const std::vector<CardMeter>& before)
{
    std::vector<qreal> now;
    for (const CardMeter& meter : m_geometry.meters) {
        now.push_back(meter.share);
    }
    if (before.size() != now.size() || !motionIsWanted() || scene() == nullptr) {
        m_shares = now;
        return;
    }
    if (now != m_shares) {
        m_sharesFrom = m_shares;
        m_sharesSince = motionNow();
        startMoving();
    }
}

bool SocketCard::advanceParts(qint64 now)
{
    if (m_sharesFrom.size() != m_geometry.meters.size()) {
        return false;
    }
    const qreal way = eased(static_cast<qreal>(now - m_sharesSince) / BoardMotion::kShort);
    for (std::size_t i = 0; i < m_sharesFrom.size(); ++i) {
        m_shares[i] = m_sharesFrom[i] + (m_geometry.meters[i].share - m_sharesFrom[i]) * way;
    }
    update();
    if (way >= 1) {
        m_sharesFrom.clear();
    }
    return way < 1;
}

void SocketCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    setZValue(chosen ? 3 : 2);
    update();
}

void SocketCard::setAim(Aim aim, bool aimedAt)
{
    if (m_aim != aim || m_aimedAt != aimedAt) {
        m_aim = aim;
        m_aimedAt = aimedAt;
        update();
    }
}

QRectF SocketCard::plugRect() const
{
    return m_hasPlug
        ? QRectF(m_geometry.size.width() - kPlug, m_geometry.size.height() / 2 - kPlug, 2 * kPlug, 2 * kPlug)
        : QRectF();
}

bool SocketCard::showsPlug() const
{
    return m_hasPlug && m_aim == Aim::None && (m_chosen || m_hoveredAtAll || isSelected());
}

QString SocketCard::spokenDetails() const
{
    QStringList details;
    for (const CardMeter& meter : m_geometry.meters) {
        details.append(meter.label + u' ' + meter.value);
    }
    for (const CardBand& band : m_geometry.bands) {
        details.append(band.label);
    }
    details.append(m_geometry.noteText);
    details.append(m_geometry.warningText);
    details.removeAll(QString());
    return details.join(QStringLiteral(", "));
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
    if (m_hasPlug && QLineF(plugRect().center(), point).length() < kPlugReach) {
        return {Part::Plug, 0};
    }
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
    case Part::Plug:
    case Part::None:
        break;
    }
}

void SocketCard::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? hitAt(event->pos()) : Hit();
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        m_workbench.select(m_socket);
    }
    if (m_pressed.part != Part::None && !isSelected()) { // the ring goes with the hand
        scene()->clearSelection();
    }
    if (m_pressed.part == Part::None) {
        BoardNode::mousePressEvent(event); // a drag moves the card
    } else if (m_pressed.part == Part::Plug) {
        Q_EMIT plugPulled();
    }
    update();
}

void SocketCard::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    if (m_pressed.part == Part::Plug) {
        Q_EMIT plugMoved(event->scenePos());
    } else if (m_pressed.part == Part::None) {
        BoardNode::mouseMoveEvent(event);
    }
}

void SocketCard::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    const Hit pressed = std::exchange(m_pressed, {});
    const Hit released = hitAt(event->pos());
    if (pressed.part == Part::None) {
        BoardNode::mouseReleaseEvent(event);
    }
    update();
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (pressed.part == Part::Plug) {
        Q_EMIT plugDropped(event->scenePos(), event->screenPos());
    } else if (pressed == released) {
        act(pressed);
    }
}

void SocketCard::contextMenuEvent(QGraphicsSceneContextMenuEvent* event)
{
    m_workbench.select(m_socket);
    Q_EMIT menuWanted(event->screenPos());
}

void SocketCard::dragEnterEvent(QGraphicsSceneDragDropEvent* event)
{
    const bool takes = event->mimeData()->hasUrls() || event->mimeData()->hasText();
    event->setAccepted(takes);
    if (takes) {
        event->setDropAction(Qt::CopyAction);
        m_dropsHere = true;
        update();
    }
}

void SocketCard::dragLeaveEvent(QGraphicsSceneDragDropEvent* /*event*/)
{
    m_dropsHere = false;
    update();
}

void SocketCard::dropEvent(QGraphicsSceneDragDropEvent* event)
{
    m_dropsHere = false;
    update();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(event->mimeData());
}

QString SocketCard::tipOf(const Hit& hit) const
{
    switch (hit.part) {
    case Part::Chip: {
        const CallId call = m_geometry.chips[hit.index].call;
        return words::signature(call) + u'\n' + m_workbench.explainer().purpose(call);
    }
    case Part::Cancel:
        return tr("Cancel: interrupt the call, so that it returns -1 EINTR");
    case Part::Dismiss:
        return tr("Take this closed socket off the board; the log keeps it");
    case Part::Plug:
        return m_isListener ? tr("Drag to a free place: a new socket there connects to this listener (C)")
                            : tr("Drag to another socket to connect to it, or to send a datagram there (C)");
    case Part::None:
        break;
    }
    return {};
}

void SocketCard::hoverEnterEvent(QGraphicsSceneHoverEvent* event)
{
    m_hoveredAtAll = true;
    update();
    hoverMoveEvent(event);
}

void SocketCard::hoverMoveEvent(QGraphicsSceneHoverEvent* event)
{
    const Hit hit = hitAt(event->pos());
    if (hit == m_hovered) {
        return;
    }
    m_hovered = hit;
    setCursor(hit.part == Part::None ? Qt::ArrowCursor
            : hit.part == Part::Plug ? Qt::CrossCursor
                                     : Qt::PointingHandCursor);
    const QString tip = tipOf(hit);
    setToolTip(tip.isEmpty() ? QString() : words::plainToolTip(tip));
    update();
}

void SocketCard::hoverLeaveEvent(QGraphicsSceneHoverEvent* /*event*/)
{
    m_hovered = {};
    m_hoveredAtAll = false;
    update();
}

}

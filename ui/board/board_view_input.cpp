// BoardView: mouse, wheel, pinch and keys.

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

#include "ui/board/board_actions.h"
#include "ui/board/board_view.h"

namespace ui {

using namespace netcore;

void BoardView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomAt(event->position(), std::pow(1.0015, event->angleDelta().y()));
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

bool BoardView::linkByKey(const QKeyEvent& event)
{
    Linking& linking = m_scene->linking();
    if (!linking.isActive()) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Escape:
        linking.leave();
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Up:
        linking.aimAtNext(event.key() == Qt::Key_Right || event.key() == Qt::Key_Down ? 1 : -1);
        showCard(linking.target());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const SocketCard* target = m_scene->cardOf(linking.target());
        const QPointF place = target != nullptr ? target->onBoard().center() : QPointF();
        linking.drop(viewport()->mapToGlobal(mapFromScene(place)));
        return true;
    }
    default:
        return linking.isByKeys();
    }
}

bool BoardView::moveByKey(const QKeyEvent& event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier)) {
        return false;
    }
    constexpr qreal kStep = BoardNode::kGrid;
    switch (event.key()) {
    case Qt::Key_Right:
        m_scene->edits().moveSelected({kStep, 0});
        return true;
    case Qt::Key_Left:
        m_scene->edits().moveSelected({-kStep, 0});
        return true;
    case Qt::Key_Down:
        m_scene->edits().moveSelected({0, kStep});
        return true;
    case Qt::Key_Up:
        m_scene->edits().moveSelected({0, -kStep});
        return true;
    default:
        return false;
    }
}

bool BoardView::chooseByKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_workbench.select(m_scene->next(m_workbench.selected(), 1));
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_workbench.select(m_scene->next(m_workbench.selected(), -1));
        break;
    case Qt::Key_Escape:
        m_workbench.select(kNoSocket);
        m_scene->clearSelection();
        break;
    default:
        return false;
    }
    showCard(m_workbench.selected());
    return true;
}

void BoardView::keyPressEvent(QKeyEvent* event)
{
    if (!m_keyFocus.isShown()) {
        m_keyFocus.pressKey(event->key());
        viewport()->update();
    }
    if (linkByKey(*event) || moveByKey(*event) || chooseByKey(*event)) {
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier
        || event->modifiers() == Qt::ShiftModifier;
    if (plain && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus)) {
        zoomBy(event->key() == Qt::Key_Plus ? 1.2 : 1 / 1.2);
    } else if (plain && event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = true;
        viewport()->setCursor(Qt::OpenHandCursor);
    } else if (plain && event->key() == Qt::Key_C) {
        connectByKeys();
    } else if (plain && event->key() == Qt::Key_N) {
        editNote(m_workbench.selected());
    } else if (plain && event->key() == Qt::Key_Menu) {
        m_actions->showMenuOfSelected();
    } else {
        QGraphicsView::keyPressEvent(event);
    }
}

void BoardView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        viewport()->unsetCursor();
    }
    QGraphicsView::keyReleaseEvent(event);
}

void BoardView::focusInEvent(QFocusEvent* event)
{
    m_keyFocus.come(event->reason());
    QGraphicsView::focusInEvent(event);
    viewport()->update();
}

void BoardView::focusOutEvent(QFocusEvent* event)
{
    viewport()->update();
    m_spaceHeld = false;
    viewport()->unsetCursor();
    if (m_scene->linking().isByKeys() && event->reason() != Qt::PopupFocusReason) {
        m_scene->linking().leave();
    }
    QGraphicsView::focusOutEvent(event);
}

// Tab goes from target to target while a cord is drawn by keys.
bool BoardView::focusNextPrevChild(bool next)
{
    if (m_scene->linking().isByKeys()) {
        m_scene->linking().aimAtNext(next ? 1 : -1);
        showCard(m_scene->linking().target());
        return true;
    }
    return QGraphicsView::focusNextPrevChild(next);
}

bool BoardView::isFree(const QPoint& place) const
{
    const QList<QGraphicsItem*> all = items(place);
    return std::ranges::none_of(
        all, [](const QGraphicsItem* item) { return dynamic_cast<const BoardNode*>(item) != nullptr; });
}

void BoardView::mousePressEvent(QMouseEvent* event)
{
    if (m_keyFocus.isShown()) {
        m_keyFocus.pressMouse();
        viewport()->update();
    }
    const bool pans
        = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld);
    if (pans) {
        m_fits = false;
        fit();
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    if (event->button() == Qt::LeftButton && isFree(event->pos())) {
        m_workbench.select(kNoSocket);
    }
    QGraphicsView::mousePressEvent(event); // on free ground: a rubber band
}

void BoardView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panFrom) {
        const QPoint way = event->pos() - *m_panFrom;
        m_panFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void BoardView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panFrom) {
        m_panFrom.reset();
        m_spaceHeld ? viewport()->setCursor(Qt::OpenHandCursor) : viewport()->unsetCursor();
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
    // A rubber band around one card has chosen it.
    const std::vector<SocketId> selected = m_scene->selectedSockets();
    if (m_workbench.selected() == kNoSocket && selected.size() == 1) {
        m_workbench.select(selected.front());
    }
}

void BoardView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isFree(event->pos())) {
        m_scene->setNextPlace(mapToScene(event->pos()));
        Q_EMIT newSocketWanted(event->globalPosition().toPoint());
        return;
    }
    QGraphicsView::mouseDoubleClickEvent(event);
}

void BoardView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        m_actions->showMenuOfSelected();
        return;
    }
    if (isFree(event->pos())) {
        m_actions->showBoardMenu(mapToScene(event->pos()), event->globalPos());
        return;
    }
    QGraphicsView::contextMenuEvent(event);
}

void BoardView::pinch(const QGestureEvent& event)
{
    const auto* gesture = static_cast<const QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (gesture != nullptr && gesture->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged)) {
        zoomAt(viewport()->mapFromGlobal(gesture->centerPoint()), gesture->scaleFactor());
    }
}

bool BoardView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Gesture) {
        pinch(*static_cast<QGestureEvent*>(event));
        return true;
    }
    if (event->type() == QEvent::NativeGesture) { // of a touchpad
        const auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(native->position(), 1 + native->value());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

}

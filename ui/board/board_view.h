// The window onto the board: zoom, pan, keyboard, and what to do when nothing is there yet.
#pragma once

#include <QGraphicsView>
#include <QPointer>

#include "ui/board/board_scene.h"
#include "ui/focus_mark.h"

class QGestureEvent;
class QLabel;

namespace ui {

class BoardActions;
class Minimap;
class Welcome;

class BoardView : public QGraphicsView {
    Q_OBJECT

public:
    BoardView(Workbench& workbench, QWidget* parent = nullptr);
    ~BoardView() override;

    BoardScene& board() { return *m_scene; }
    const BoardScene& board() const { return *m_scene; }
    BoardActions& commands() { return *m_actions; }
    void choose(netcore::SocketId socket); // as a click on its card
    void showCard(netcore::SocketId socket); // scrolls as far as needed
    qreal zoom() const { return transform().m11(); }
    void zoomBy(qreal factor);
    void zoomAt(const QPointF& place, qreal factor); // of the viewport: what is there stays there
    // Shows everything again, and goes on doing so when cards come.
    void fitAll();
    void zoomToSelection();
    void centreOn(const QPointF& place); // of the scene: the minimap's
    // Steps stand beside it: while the board is empty it points to them, and offers nothing of its own.
    void setHasSteps(bool steps);
    // "Connect to …" of the chosen card, by keys.
    void connectByKeys();
    // The dialog-free editor of a note: a field on the card.
    void editNote(netcore::SocketId socket);

Q_SIGNALS:
    void newSocketWanted(const QPoint& globalPosition);
    void firstConnectionWanted();
    void lessonWanted(const QString& name);
    void lessonsWanted(const QPoint& globalPosition);
    void seenChanged(); // what part of the board is in sight

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fit();
    qreal leastReadable() const; // zoom
    bool isCut() const; // not all cards are in sight
    void followChosen(); // with those that it is connected to, where there is room for them
    bool showsFocus() const { return hasFocus() && m_keyFocus.isShown(); }
    void pinch(const QGestureEvent& event);
    void showWelcome();
    void tellChosen();
    void showMinimap();
    Welcome* makeWelcome();
    bool linkByKey(const QKeyEvent& event); // true: it was for the cord being drawn
    bool moveByKey(const QKeyEvent& event); // cards, by Ctrl and an arrow
    bool chooseByKey(const QKeyEvent& event);
    bool isFree(const QPoint& place) const; // no card there

    Workbench& m_workbench;
    BoardScene* m_scene;
    BoardActions* m_actions;
    Minimap* m_minimap;
    Welcome* m_welcome;
    QLabel* m_emptyText; // in its place, beside a scenario and at a moment before the first socket
    bool m_hasSteps = false;
    QPointer<QWidget> m_noteEditor;
    KeyFocus m_keyFocus; // a frame around the board: its chosen card may be out of sight, or none
    bool m_fits = true; // until the user zooms or pans
    bool m_fitsWhole = false; // however small that becomes: asked for
    bool m_spaceHeld = false;
    std::optional<QPoint> m_panFrom; // the board is being dragged by the mouse
};

}

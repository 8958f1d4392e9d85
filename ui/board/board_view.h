// The window onto the board: zoom, pan, keyboard, and what to do when nothing is there yet.
#pragma once

#include <QGraphicsView>

#include "ui/board/board_scene.h"

namespace ui {

class Welcome;

class BoardView : public QGraphicsView {
    Q_OBJECT

public:
    BoardView(Workbench& workbench, QWidget* parent = nullptr);

    BoardScene& board() { return *m_scene; }
    void showCard(netcore::SocketId socket); // scrolls as far as needed
    void zoomBy(qreal factor);
    // Shows everything again, and goes on doing so when cards come.
    void fitAll();

Q_SIGNALS:
    void newSocketWanted(const QPoint& globalPosition);
    void firstConnectionWanted();
    void lessonWanted(const QString& name);
    void lessonsWanted(const QPoint& globalPosition);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void fit();
    void showWelcome();
    Welcome* makeWelcome();

    Workbench& m_workbench;
    BoardScene* m_scene;
    Welcome* m_welcome;
    bool m_fits = true; // until the user zooms or pans
};

}

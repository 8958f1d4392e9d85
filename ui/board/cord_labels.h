// The words on cords: each where no card and no other words are, as near to the middle of its cord as that
// can be. Those in sight are placed anew when cards come, go or stand elsewhere.
#pragma once

#include <QObject>
#include <QTimer>

namespace ui {

class BoardScene;

class CordLabels : public QObject {
    Q_OBJECT

public:
    explicit CordLabels(BoardScene& scene);

    void placeSoon(); // at the next turn of the event loop
    void placeWhileMoving(); // within a moment: a card is dragged, the board is panned

private:
    void place();

    BoardScene& m_scene;
    QTimer m_soon;
};

}

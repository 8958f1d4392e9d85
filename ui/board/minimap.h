// All of a large board, small: where the cards are, and which part is in sight. A click or a drag goes there.
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "ui/workbench.h"

namespace ui {

class BoardView;

class Minimap : public QWidget {
    Q_OBJECT

public:
    Minimap(Workbench& workbench, BoardView& view);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void draw();
    qreal scale() const;
    void follow(QPointF place);

    Workbench& m_workbench;
    BoardView& m_view;
    QTimer m_later; // cards change often: the map looks now and then
    QPixmap m_picture; // of all cards: only the part in sight moves all the time
    QRectF m_shown {0, 0, 1, 1}; // of the scene, on the picture
};

}

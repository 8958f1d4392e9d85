// All of a large board, small: where the cards are, and which part is in sight. A click or a drag goes there.
#pragma once

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
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF shown() const; // of the scene
    qreal scale() const;
    void follow(QPointF place);

    Workbench& m_workbench;
    BoardView& m_view;
    QTimer m_later; // cards change often: the map looks now and then
};

}

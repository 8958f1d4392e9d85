// What cords hang on: a card of a socket, or of a program that is a peer. It can be moved by the mouse, from
// line to line of the grid, and glides where others put it.
#pragma once

#include <QGraphicsObject>

#include "ui/board/board_motion.h"

namespace ui {

class BoardNode : public QGraphicsObject, public Moving {
    Q_OBJECT

public:
    static constexpr int kGrid = 24;
    static constexpr qreal kFar = 0.3; // at a smaller scale no words can be read

    explicit BoardNode(BoardMotion* motion);

    virtual QRectF cardRect() const = 0; // without its shadow, in its own coordinates
    QRectF onBoard() const { return mapRectToScene(cardRect()); }
    // Where it is, or is on its way to.
    QPointF destination() const { return m_gliding ? m_target : pos(); }
    void glideTo(const QPointF& place);
    void fadeTo(qreal opacity);
    bool advanceTo(qint64 now) override;

Q_SIGNALS:
    void moved(); // or its size has changed: cords follow
    void grabbed(); // a drag by the mouse may begin
    void released();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;
    virtual bool advanceParts(qint64 /*now*/) { return false; } // of those that have more to move

private:
    bool isDragged() const;

    QPointF m_from;
    QPointF m_target;
    qint64 m_since = 0;
    bool m_gliding = false;
    qreal m_fadeFrom = 1;
    qreal m_fadeTarget = 1;
    qint64 m_fadeSince = 0;
    bool m_fading = false;
};

QPointF onGrid(const QPointF& place);

}

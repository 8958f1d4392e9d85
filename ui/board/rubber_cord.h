// The cord that follows the mouse while it is drawn, and the words at its end.
#pragma once

#include <QGraphicsItem>

#include "ui/workbench.h"

namespace ui {

class RubberCord : public QGraphicsItem {
public:
    enum class Tone : quint8 { Seeking, Fits, FitsNot };

    explicit RubberCord(Workbench& workbench);

    // The words stay within `room`, what is in sight of the board.
    void stretch(const QPointF& from, const QPointF& to, Tone tone, const QString& words, const QRectF& room);
    const QString& words() const { return m_words; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF labelRect() const;

    Workbench& m_workbench;
    QPointF m_from;
    QPointF m_to;
    Tone m_tone = Tone::Seeking;
    QString m_words;
    QRectF m_room;
};

}

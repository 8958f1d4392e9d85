#include "ui/signs.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

namespace ui {

namespace {

// One unit is a sixteenth of the place's height; the middle is 0, 0.
void drawDots(QPainter& painter)
{
    for (const double x : {-4.5, 0.0, 4.5}) {
        painter.drawEllipse(QPointF(x, 0), 1.3, 1.3);
    }
}

void drawTriangle(QPainter& painter)
{
    painter.drawPolygon(QPolygonF {{-3.2, -1.7}, {3.2, -1.7}, {0, 2.1}});
}

void drawLines(QPainter& painter, const QColor& colour, Sign sign)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (sign == Sign::Clear) {
        painter.drawLine(QPointF(-3, -3), QPointF(3, 3));
        painter.drawLine(QPointF(-3, 3), QPointF(3, -3));
        return;
    }
    for (const double x : {-3.5, 0.5}) {
        painter.drawPolyline(QPolygonF {{x, -3.5}, {x + 3.5, 0}, {x, 3.5}});
    }
}

}

void drawSign(QPainter& painter, Sign sign, const QRectF& place, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(place.center());
    const double unit = std::min(place.height(), place.width()) / 16;
    painter.scale(unit, unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (sign) {
    case Sign::Below:
        drawTriangle(painter);
        break;
    case Sign::More:
        drawDots(painter);
        break;
    case Sign::Onward:
    case Sign::Clear:
        drawLines(painter, colour, sign);
        break;
    }
    painter.restore();
}

}

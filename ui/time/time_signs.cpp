#include "ui/time/time_signs.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

// In a square from 0 to 1.
QPainterPath pathOf(TimeSign sign)
{
    QPainterPath path;
    const auto triangle = [&path](double from, double to, double top) {
        path.addPolygon(QPolygonF({{from, top}, {to, 0.5}, {from, 1 - top}, {from, top}}));
    };
    switch (sign) {
    case TimeSign::Start:
        path.addRect(0.12, 0.12, 0.1, 0.76);
        triangle(0.9, 0.3, 0.12);
        break;
    case TimeSign::Back:
        triangle(0.66, 0.3, 0.24);
        break;
    case TimeSign::Play:
        triangle(0.2, 0.9, 0.1);
        break;
    case TimeSign::Pause:
        path.addRect(0.2, 0.12, 0.22, 0.76);
        path.addRect(0.58, 0.12, 0.22, 0.76);
        break;
    case TimeSign::On:
        triangle(0.34, 0.7, 0.24);
        break;
    }
    return path;
}

QPixmap pixmapOf(TimeSign sign, int height, const QColor& colour)
{
    constexpr int kScale = 2; // for displays with fine pixels
    QPixmap pixmap(height * kScale, height * kScale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixmap.width(), pixmap.height());
    painter.fillPath(pathOf(sign), colour);
    painter.end();
    pixmap.setDevicePixelRatio(kScale);
    return pixmap;
}

}

QIcon timeSign(TimeSign sign, int height, const QColor& colour, const QColor& faint)
{
    QIcon icon(pixmapOf(sign, height, colour));
    icon.addPixmap(pixmapOf(sign, height, faint), QIcon::Disabled);
    return icon;
}

}

// Small signs that are drawn. Few fonts have them all, and the first text with a letter that its font lacks
// makes Qt sort all fonts of the machine (FcFontSort, some 5 ms). For the thread of the widgets.
#pragma once

#include <QColor>
#include <QRectF>
#include <cstdint>

class QPainter;

namespace ui {

enum class Sign : std::uint8_t {
    Below, // something opens below
    Onward, // there is more to the right
    More, // what has no room: three dots
    Clear, // a cross
};

// In the middle of the place, as large as suits its height.
void drawSign(QPainter& painter, Sign sign, const QRectF& place, const QColor& colour);

}

// The signs of the time bar's buttons, drawn: no font can be relied on to have them.
#pragma once

#include <QColor>
#include <QIcon>

namespace ui {

enum class TimeSign : quint8 { Start, Back, Play, Pause, On };

// As high as a line of words; `faint` where the button can't be pressed.
QIcon timeSign(TimeSign sign, int height, const QColor& colour, const QColor& faint);

}

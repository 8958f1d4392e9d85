// All keys of a window: those of its menus, as the menus have them, and those that a panel takes when it has
// the focus.
#pragma once

#include <vector>

#include "ui/palette/commands.h"

namespace ui {

struct KeyLine {
    QString group; // a menu or a panel
    QString name;
    QList<QKeySequence> keys;
    QString widget; // of a panel's key: the objectName of what takes it; empty for a menu's
};

std::vector<KeyLine> keysOf(const Commands& commands);
std::vector<KeyLine> panelKeys();

// To be printed or kept: a heading a group, a line a key.
QString asText(const std::vector<KeyLine>& keys);

}

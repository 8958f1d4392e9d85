// Where the Tab key goes: as one reads, line by line, each panel as a whole. Panels make and drop widgets at
// any time, and Qt's own order is that in which they were made.
#pragma once

#include <QList>
#include <QWidget>

namespace ui {

// All of that window that Tab leads to now.
QList<QWidget*> tabOrder(QWidget& window);
// Moves the focus, and brings what has it then into sight. False: there is nowhere to go.
bool focusNextInOrder(QWidget& window, bool forward);

}

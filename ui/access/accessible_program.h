// The program as a screen reader finds it, with its popups. Qt's own list of windows leaves them out (6.4,
// qaccessibleobject.cpp: topLevelObjects() skips Qt::Popup), so that they are found only by where the focus
// is.
#pragma once

namespace ui {

// Once, when there is an application and before it shows anything.
void installAccessibleProgram();

}

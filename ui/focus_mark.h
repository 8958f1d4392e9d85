// Where the focus is can be seen: what paints itself paints this.
#pragma once

#include <QPainter>
#include <Qt>

#include "ui/theme.h"

namespace ui {

// A thin frame inside of that place; a thicker one in high contrast.
void paintFocusFrame(QPainter& painter, const QRect& place, const Theme& theme);

// Shown only to who uses the keys: who has just clicked somewhere knows where that is.
class KeyFocus {
public:
    void come(Qt::FocusReason reason); // the focus has
    void pressKey(int key); // Qt::Key: those that are held while the mouse is used don't count
    void pressMouse() { m_isShown = false; }
    bool isShown() const { return m_isShown; } // while it has the focus

private:
    bool m_isShown = false;
};

}

#include "ui/focus_mark.h"

namespace ui {

void paintFocusFrame(QPainter& painter, const QRect& place, const Theme& theme)
{
    const int width = theme.highContrast ? 2 : 1;
    painter.fillRect(QRect(place.left(), place.top(), place.width(), width), theme.accent);
    painter.fillRect(QRect(place.left(), place.bottom() + 1 - width, place.width(), width), theme.accent);
    painter.fillRect(QRect(place.left(), place.top(), width, place.height()), theme.accent);
    painter.fillRect(QRect(place.right() + 1 - width, place.top(), width, place.height()), theme.accent);
}

void KeyFocus::pressKey(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Space:
        break;
    default:
        m_isShown = true;
        break;
    }
}

void KeyFocus::come(Qt::FocusReason reason)
{
    switch (reason) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        m_isShown = true;
        break;
    case Qt::MouseFocusReason:
    case Qt::OtherFocusReason:
        m_isShown = false;
        break;
    default: // a window or a popup gives back what it took
        break;
    }
}

}

// The header of the log under the pointer: borders are dragged to size columns, titles to order them.
#pragma once

#include <optional>

#include "ui/log/log_columns.h"
#include "ui/log/log_row_painter.h"

namespace ui {

class LogHeader {
public:
    explicit LogHeader(LogColumns& columns) : m_columns(&columns) { }

    // Each returns whether the header looks different now.
    bool hover(std::optional<int> x); // nothing: the pointer is elsewhere
    void press(int x);
    bool dragTo(int x);
    bool release(); // true: columns have been changed

    bool isHeld() const { return m_border || m_title; }
    bool isOverBorder() const { return m_hot.has_value(); }
    LogRowPainter::HeaderLook look() const;

private:
    std::size_t placeAt(int x) const; // among the shown ones, where a title would be dropped

    LogColumns* m_columns;
    std::optional<LogColumn> m_hot; // border under the pointer
    std::optional<LogColumn> m_border; // that is dragged
    std::optional<LogColumn> m_title; // that was pressed
    int m_pressedAt = 0;
    int m_x = 0;
    bool m_moving = false; // the title has left its place
    bool m_changed = false;
};

}

#include "ui/log/log_chooser.h"

#include <algorithm>
#include <utility>

namespace ui {

void LogChooser::press(std::uint64_t index, Press press)
{
    const model::Row row = m_rows->at(index);
    m_before = press == Press::Toggle ? m_selection : LogSelection();
    m_adds = press != Press::Toggle || !m_selection.contains(row);
    m_current = row;
    if (press != Press::Extend || !m_anchor) {
        m_anchor = row;
    }
    apply();
}

void LogChooser::dragTo(std::uint64_t index)
{
    m_current = m_rows->at(index);
    apply();
}

void LogChooser::apply()
{
    const auto [first, last] = std::minmax(*m_anchor, *m_current);
    m_selection = m_before;
    if (m_adds) {
        m_selection.add(first, last + 1);
    } else {
        m_selection.remove(first, last + 1);
    }
}

void LogChooser::selectAll()
{
    m_selection.clear();
    if (m_rows->size() > 0) {
        m_selection.add(m_rows->at(0), m_rows->at(m_rows->size() - 1) + 1);
    }
}

void LogChooser::select(LogSelection rows)
{
    m_selection = std::move(rows);
}

}

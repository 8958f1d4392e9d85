// Which rows are selected and which one is current, as clicks, drags and keys change them. Rows are known by
// their number in the log: another filter does not change what is selected.
#pragma once

#include <optional>

#include "model/rows/row_list.h"
#include "ui/log/log_selection.h"

namespace ui {

class LogChooser {
public:
    enum class Press : unsigned char { Replace, Toggle, Extend };

    explicit LogChooser(const model::RowList& rows) : m_rows(&rows) { }

    // Another list of the same log: what is selected stays.
    void setRows(const model::RowList& rows) { m_rows = &rows; }

    const LogSelection& selection() const { return m_selection; }
    bool isSelected(model::Row row) const { return m_selection.contains(row); }
    std::optional<model::Row> current() const { return m_current; }
    // Where the current row stands in the list; the first row where there is none.
    std::uint64_t currentIndex() const { return m_current ? m_rows->indexOf(*m_current) : 0; }

    // Indexes in the list.
    void press(std::uint64_t index, Press press);
    void dragTo(std::uint64_t index); // after a press
    void selectAll();
    void select(LogSelection rows); // the current row stays

private:
    void apply();

    const model::RowList* m_rows;
    LogSelection m_selection;
    LogSelection m_before; // what was selected when the button went down
    bool m_adds = true; // the gesture selects, or takes away
    std::optional<model::Row> m_anchor; // where a range begins
    std::optional<model::Row> m_current;
};

}

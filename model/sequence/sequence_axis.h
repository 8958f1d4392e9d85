// The vertical axis of the sequence view: one place for each row of a list, and a small one before a row that
// came after a long silence. Silence is compressed: a second takes as much room as an hour.
//
// Kept is one number for each 1,024 rows of the list, so that fifty million rows cost 400 kB; where a row
// stands, and which row stands there, is found in O(log n) and the times of one block.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <cstdint>
#include <vector>

#include "model/rows/row_list.h"

namespace model {

class SequenceAxis {
public:
    // Lengths along the axis are units: a row is two, a silence one.
    static constexpr std::uint64_t kRowUnits = 2;
    static constexpr std::uint64_t kSilenceUnits = 1;
    static constexpr std::uint64_t kSilence = 500'000'000; // ns: what is shorter is no silence

    // Both must outlive it.
    SequenceAxis(const EventStore& store, const RowList& rows) : m_store(&store), m_rows(&rows) { }

    const RowList& rows() const { return *m_rows; }
    // Another list, or the same in another shape: counted anew.
    void setRows(const RowList& rows);
    // Counts on, at most that many rows. True: all rows of the list are counted.
    bool extend(std::uint64_t most);

    std::uint64_t count() const { return m_count; } // rows of the list that are counted
    std::uint64_t units() const { return m_units; } // of all of them
    // Where the place of that row of the list begins: behind a silence before it. units() for count().
    std::uint64_t unitOf(std::uint64_t index) const;
    // The row at that unit, or behind the silence that is there; count() behind the last.
    std::uint64_t indexAt(std::uint64_t unit) const;
    // How long nothing had happened before that row, ns; 0: not long enough to be told.
    std::uint64_t silenceBefore(std::uint64_t index) const;

private:
    static constexpr std::uint64_t kBlock = 1'024;
    std::uint64_t endOf(std::uint64_t index) const; // ns
    std::uint64_t lengthOf(std::uint64_t index) const; // with the silence before it

    const EventStore* m_store;
    const RowList* m_rows;
    std::vector<std::uint64_t> m_before; // units before each block
    std::uint64_t m_count = 0;
    std::uint64_t m_units = 0;
    std::uint64_t m_lastEnd = 0; // of the last row that is counted
};

}

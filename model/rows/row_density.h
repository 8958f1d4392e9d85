// Where in the log something is frequent: how many rows of a kind there are in each stretch of it. Bounded
// memory however long the log grows: when there are too many stretches, two become one.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <cstdint>
#include <vector>

#include "model/rows/row_list.h"
#include "model/store/event_store.h"

namespace model {

class RowDensity {
public:
    void add(Row row, std::uint32_t count = 1); // ascending
    void clear() { *this = {}; }
    // Counts in `parts` stretches of that list, of equal length; nothing: there are none. What lies between
    // two rows of a filtered list is told where its neighbours stand. Work: O(stretches), not O(rows).
    std::vector<std::uint32_t> over(const RowList& list, std::size_t parts) const;

private:
    static constexpr std::size_t kMostStretches = 1024;

    Row m_length = 1; // rows a stretch: a power of two
    std::vector<std::uint32_t> m_counts;
};

// Failed calls and gaps, as rows come.
struct Troubles {
    RowDensity errors;
    RowDensity gaps;

    // Rows first to end have come.
    void extend(const EventStore& store, Row first, Row end);
};

}

#include "model/rows/row_list.h"

#include <algorithm>
#include <cassert>

namespace model {

using netcore::EventKind;

void UserRows::extend(const EventStore& store, Row first, Row end)
{
    assert(first == m_rows);
    m_rows = end;
    while (first < end && !m_showsObservations) {
        const EventStore::Columns columns = store.columns(first);
        const Row behind = std::min<Row>(end, columns.first + columns.size());
        for (Row row = first; row < behind; ++row) {
            if (isObservation(columns.kind[static_cast<std::size_t>(row - columns.first)])) {
                m_hidden.push_back(row - m_hidden.size());
            }
        }
        first = behind;
    }
}

void UserRows::setShowsObservations(bool shows, const EventStore& store)
{
    const Row end = m_rows;
    m_showsObservations = shows;
    m_hidden.clear();
    m_rows = 0;
    extend(store, 0, end);
}

Row UserRows::at(std::uint64_t index) const
{
    const auto behind = std::ranges::upper_bound(m_hidden, index);
    return index + static_cast<std::uint64_t>(behind - m_hidden.begin());
}

std::uint64_t UserRows::indexOf(Row row) const
{
    // The k-th hidden row is row m_hidden[k] + k: ascending too, but not stored. Hence by hand.
    std::size_t first = 0;
    std::size_t end = m_hidden.size();
    while (first < end) {
        const std::size_t middle = first + (end - first) / 2;
        if (m_hidden[middle] + middle < row) {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    return std::min<std::uint64_t>(row, m_rows) - first;
}

}

#include "model/rows/row_density.h"

#include <algorithm>

namespace model {

using namespace netcore;

void RowDensity::add(Row row, std::uint32_t count)
{
    while (row / m_length >= kMostStretches) {
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            const std::uint32_t its = m_counts[i];
            m_counts[i] = 0;
            m_counts[i / 2] += its;
        }
        m_counts.resize((m_counts.size() + 1) / 2);
        m_length *= 2;
    }
    const auto stretch = static_cast<std::size_t>(row / m_length);
    if (stretch >= m_counts.size()) {
        m_counts.resize(stretch + 1);
    }
    m_counts[stretch] += count;
}

std::vector<std::uint32_t> RowDensity::over(const RowList& list, std::size_t parts) const
{
    const std::uint64_t size = list.size();
    parts = static_cast<std::size_t>(std::min<std::uint64_t>(parts, size));
    std::vector<std::uint32_t> counts(parts);
    bool any = false;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0) {
            continue;
        }
        const std::uint64_t first = list.indexOf(i * m_length);
        const std::uint64_t end = list.indexOf((i + 1) * m_length);
        if (first >= size || end == first) {
            continue; // the list has none of these rows
        }
        const std::uint64_t middle = first + (end - first) / 2;
        counts[static_cast<std::size_t>(std::min(middle, size - 1) * parts / size)] += m_counts[i];
        any = true;
    }
    return any ? counts : std::vector<std::uint32_t>();
}

void Troubles::extend(const EventStore& store, Row first, Row end)
{
    while (first < end) {
        const EventStore::Columns columns = store.columns(first);
        const Row behind = std::min<Row>(end, columns.first + columns.size());
        for (Row row = first; row < behind; ++row) {
            const auto i = static_cast<std::size_t>(row - columns.first);
            if (columns.error[i] != 0 && columns.kind[i] == EventKind::Call) {
                errors.add(row);
            } else if (columns.kind[i] == EventKind::Gap) {
                gaps.add(row);
            }
        }
        first = behind;
    }
}

}

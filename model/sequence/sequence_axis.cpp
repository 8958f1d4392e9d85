#include "model/sequence/sequence_axis.h"

#include <algorithm>

namespace model {

void SequenceAxis::setRows(const RowList& rows)
{
    m_rows = &rows;
    m_before.clear();
    m_count = 0;
    m_units = 0;
    m_lastEnd = 0;
}

std::uint64_t SequenceAxis::endOf(std::uint64_t index) const
{
    const Row row = m_rows->at(index);
    const EventStore::Columns columns = m_store->columns(row);
    const auto i = static_cast<std::size_t>(row - columns.first);
    return columns.time[i] + columns.took[i];
}

std::uint64_t SequenceAxis::silenceBefore(std::uint64_t index) const
{
    if (index == 0 || index >= m_count) {
        return 0;
    }
    const std::uint64_t before = endOf(index - 1);
    const std::uint64_t end = endOf(index);
    return end >= before + kSilence ? end - before : 0;
}

std::uint64_t SequenceAxis::lengthOf(std::uint64_t index) const
{
    return kRowUnits + (silenceBefore(index) > 0 ? kSilenceUnits : 0);
}

bool SequenceAxis::extend(std::uint64_t most)
{
    const std::uint64_t size = m_rows->size();
    const std::uint64_t end = std::min(size, m_count + most);
    for (; m_count < end; ++m_count) {
        if (m_count % kBlock == 0) {
            m_before.push_back(m_units);
        }
        const std::uint64_t rowEnd = endOf(m_count);
        const bool silent = m_count > 0 && rowEnd >= m_lastEnd + kSilence;
        m_units += kRowUnits + (silent ? kSilenceUnits : 0);
        m_lastEnd = rowEnd;
    }
    return m_count == size;
}

std::uint64_t SequenceAxis::unitOf(std::uint64_t index) const
{
    if (index >= m_count) {
        return m_units;
    }
    const std::uint64_t block = index / kBlock;
    std::uint64_t unit = m_before[static_cast<std::size_t>(block)];
    for (std::uint64_t i = block * kBlock; i < index; ++i) {
        unit += lengthOf(i);
    }
    return unit + lengthOf(index) - kRowUnits;
}

std::uint64_t SequenceAxis::indexAt(std::uint64_t unit) const
{
    if (unit >= m_units) {
        return m_count;
    }
    const auto behind = std::ranges::upper_bound(m_before, unit);
    const auto block = static_cast<std::uint64_t>(behind - m_before.begin()) - 1;
    std::uint64_t end = m_before[static_cast<std::size_t>(block)];
    std::uint64_t index = block * kBlock;
    for (; index < m_count; ++index) {
        end += lengthOf(index);
        if (unit < end) {
            break;
        }
    }
    return index;
}

}

#include "ui/log/log_selection.h"

#include <algorithm>

namespace ui {

bool LogSelection::contains(std::uint64_t row) const
{
    const auto behind = std::ranges::upper_bound(m_ranges, row, {}, &Range::first);
    return behind != m_ranges.begin() && row < std::prev(behind)->end;
}

void LogSelection::add(std::uint64_t first, std::uint64_t end)
{
    if (first >= end) {
        return;
    }
    // All ranges that touch the new one become one with it.
    const auto from = std::ranges::lower_bound(m_ranges, first, {}, &Range::end);
    auto to = from;
    for (; to != m_ranges.end() && to->first <= end; ++to) {
        first = std::min(first, to->first);
        end = std::max(end, to->end);
    }
    m_ranges.insert(m_ranges.erase(from, to), {first, end});
}

void LogSelection::remove(std::uint64_t first, std::uint64_t end)
{
    std::vector<Range> left;
    for (const Range& range : m_ranges) {
        if (range.first < std::min(range.end, first)) {
            left.push_back({range.first, std::min(range.end, first)});
        }
        if (std::max(range.first, end) < range.end) {
            left.push_back({std::max(range.first, end), range.end});
        }
    }
    m_ranges = std::move(left);
}

}

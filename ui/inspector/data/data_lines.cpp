#include "ui/inspector/data/data_lines.h"

#include <algorithm>

namespace ui {

using model::Cut;
using model::Movement;

namespace {

std::uint64_t linesBefore(const Movement& movement) // its bytes
{
    return 1U + (movement.hasAddress ? 1U : 0U) + (hasNote(movement) ? 1U : 0U);
}

}

bool hasNote(const Movement& movement)
{
    return movement.moved == 0 || movement.cut != Cut::No || movement.kept < movement.moved;
}

void DataLines::extend(std::span<const Movement> movements)
{
    for (std::size_t i = m_starts.size(); i < movements.size(); ++i) {
        m_starts.push_back(m_count);
        const auto perLine = static_cast<std::uint64_t>(m_perLine);
        m_count += linesBefore(movements[i]) + (movements[i].kept + perLine - 1) / perLine;
    }
}

void DataLines::clear()
{
    m_starts.clear();
    m_count = 0;
}

void DataLines::setPerLine(int bytes, std::span<const Movement> movements)
{
    if (bytes != m_perLine) {
        m_perLine = std::max(bytes, 1);
        clear();
        extend(movements);
    }
}

DataLine DataLines::at(std::uint64_t line, std::span<const Movement> movements) const
{
    const auto next = std::ranges::upper_bound(m_starts, line);
    const auto index = static_cast<std::size_t>(next - m_starts.begin()) - 1;
    const Movement& movement = movements[index];
    const std::uint64_t within = line - m_starts[index];
    const std::uint64_t before = linesBefore(movement);
    if (within == 0) {
        return {index, DataLine::Part::Head, 0};
    }
    if (within < before) {
        const bool address = movement.hasAddress && within == 1;
        return {index, address ? DataLine::Part::Address : DataLine::Part::Note, 0};
    }
    const std::uint64_t offset = (within - before) * static_cast<std::uint64_t>(m_perLine);
    return {index, DataLine::Part::Bytes, static_cast<std::uint32_t>(offset)};
}

std::uint64_t DataLines::lineOf(const DataPlace& place, std::span<const Movement> movements) const
{
    const Movement& movement = movements[place.movement];
    const std::uint64_t start = m_starts[place.movement];
    return movement.kept == 0
        ? start
        : start + linesBefore(movement) + place.offset / static_cast<std::uint32_t>(m_perLine);
}

}

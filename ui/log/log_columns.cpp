#include "ui/log/log_columns.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace ui {

namespace {

constexpr int kGap = 2; // characters between columns
constexpr int kReach = 4; // pixels beside a border that still are it
// Characters, by LogColumn: "00:12.004118", dot and "1024", "w12", -, "= -1 EPROTONOSUPPORT", "1.204 s".
constexpr std::array<int, kLogColumns> kUsual {12, 7, 7, 0, 22, 8};
constexpr std::array<int, kLogColumns> kLeast {6, 6, 6, 16, 9, 6};

constexpr std::size_t indexOf(LogColumn column)
{
    return static_cast<std::size_t>(column);
}

constexpr bool isLeftOfCall(LogColumn column)
{
    return column < LogColumn::Call;
}

}

void LogColumns::setCharacterWidth(double width)
{
    for (std::size_t i = 0; i < kLogColumns; ++i) {
        const double characters = m_character > 0 ? m_wanted[i] / m_character : kUsual[i];
        m_wanted[i] = static_cast<int>(std::lround(characters * width));
    }
    m_character = width;
    m_gap = static_cast<int>(std::lround(kGap * width));
}

void LogColumns::setTotalWidth(int width)
{
    m_total = width;
}

int LogColumns::least(LogColumn column) const
{
    return static_cast<int>(std::lround(kLeast[indexOf(column)] * m_character));
}

LogColumns::Widths LogColumns::layout() const
{
    Widths widths = m_wanted;
    widths[indexOf(LogColumn::Call)] = 0;
    const int gaps = m_gap * static_cast<int>(kLogColumns);
    int left = m_total - gaps - std::accumulate(widths.begin(), widths.end(), 0);
    // A narrow view: the wide columns give way first, Call keeps enough for a name.
    for (const LogColumn column :
        {LogColumn::Result, LogColumn::Thread, LogColumn::Took, LogColumn::Socket, LogColumn::Time}) {
        const int missing = least(LogColumn::Call) - left;
        int& width = widths[indexOf(column)];
        const int given = std::clamp(missing, 0, std::max(0, width - least(column)));
        width -= given;
        left += given;
    }
    widths[indexOf(LogColumn::Call)] = std::max(0, left);
    return widths;
}

LogColumns::Span LogColumns::span(LogColumn column) const
{
    const Widths widths = layout();
    const auto before = static_cast<std::ptrdiff_t>(indexOf(column));
    const int left = std::accumulate(widths.begin(), widths.begin() + before, margin());
    return {left + m_gap * static_cast<int>(before), widths[indexOf(column)]};
}

int LogColumns::border(LogColumn column) const
{
    const Span its = span(column);
    return isLeftOfCall(column) ? its.right() + m_gap / 2 : its.left - m_gap / 2;
}

std::optional<LogColumn> LogColumns::borderAt(int x) const
{
    for (const LogColumn column :
        {LogColumn::Time, LogColumn::Socket, LogColumn::Thread, LogColumn::Result, LogColumn::Took}) {
        if (std::abs(x - border(column)) <= kReach) {
            return column;
        }
    }
    return std::nullopt;
}

void LogColumns::dragBorder(LogColumn column, int x)
{
    const Span its = span(column);
    const int moved = x - border(column);
    setTextWidth(column, its.width + (isLeftOfCall(column) ? moved : -moved));
}

void LogColumns::setTextWidth(LogColumn column, int width)
{
    // No wider than leaves Call its least.
    const int most = span(column).width + std::max(0, span(LogColumn::Call).width - least(LogColumn::Call));
    m_wanted[indexOf(column)] = std::max(least(column), std::min(width, most));
}

}

#include "ui/log/log_columns.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace ui {

namespace {

constexpr int kGap = 2; // characters between columns
constexpr int kReach = 4; // pixels beside a border that still are it
constexpr double kMostCharacters = 1000;
constexpr int kComfort = 48; // characters of Call: most calls

struct Description {
    LogColumn column;
    std::string_view name; // as it is kept
    int usual; // characters
    int least;
    bool shown; // at first
    int modest = 0; // least, as long as nobody has sized it and Call has little
};

// "8,113,902", "14:03:12.004118", "00:12.004118", "+1.204 s", dot and "1024", "w12", ..., "= -1
// EPROTONOSUPPORT".
constexpr std::array<Description, kLogColumns> kColumns {{
    {LogColumn::Number, "Number", 10, 4, false},
    {LogColumn::Clock, "Clock", 15, 8, false},
    {LogColumn::Time, "Time", 12, 6, true},
    {LogColumn::Since, "Since", 9, 6, false},
    {LogColumn::Socket, "Socket", 7, 6, true},
    {LogColumn::Thread, "Thread", 7, 6, true},
    {LogColumn::Call, "Call", 0, 16, true},
    {LogColumn::Data, "Data", 24, 8, false, 16},
    {LogColumn::Size, "Size", 9, 5, false},
    {LogColumn::Peer, "Peer", 21, 8, false, 15},
    {LogColumn::Result, "Result", 22, 9, true, 15},
    {LogColumn::Errno, "Errno", 14, 7, false},
    {LogColumn::Took, "Took", 8, 6, true},
}};

// A narrow view: who gives way first.
constexpr std::array kGiveWay {LogColumn::Data, LogColumn::Peer, LogColumn::Errno, LogColumn::Result,
    LogColumn::Thread, LogColumn::Clock, LogColumn::Number, LogColumn::Size, LogColumn::Since,
    LogColumn::Took, LogColumn::Socket, LogColumn::Time};

constexpr std::size_t indexOf(LogColumn column)
{
    return static_cast<std::size_t>(column);
}

}

LogColumns::LogColumns()
{
    reset();
}

void LogColumns::reset()
{
    m_shown.clear();
    for (const Description& column : kColumns) {
        m_characters[indexOf(column.column)] = column.usual;
        if (column.shown) {
            m_shown.push_back(column.column);
        }
    }
    layOut();
}

bool LogColumns::isShown(LogColumn column) const
{
    return std::ranges::find(m_shown, column) != m_shown.end();
}

void LogColumns::setShown(LogColumn column, bool shown)
{
    if (column == LogColumn::Call || shown == isShown(column)) {
        return;
    }
    if (shown) {
        // Before the first one that usually stands behind it.
        m_shown.insert(
            std::ranges::find_if(m_shown, [&](LogColumn other) { return other > column; }), column);
    } else {
        std::erase(m_shown, column);
    }
    layOut();
}

void LogColumns::move(LogColumn column, std::size_t place)
{
    if (!isShown(column)) {
        return;
    }
    std::erase(m_shown, column);
    place = std::min(place, m_shown.size());
    m_shown.insert(m_shown.begin() + static_cast<std::ptrdiff_t>(place), column);
    layOut();
}

void LogColumns::setCharacterWidth(double width)
{
    m_character = width;
    m_gap = static_cast<int>(std::lround(kGap * width));
    layOut();
}

void LogColumns::setTotalWidth(int width)
{
    m_total = width;
    layOut();
}

int LogColumns::least(LogColumn column) const
{
    return static_cast<int>(std::lround(kColumns[indexOf(column)].least * m_character));
}

void LogColumns::layOut()
{
    int left = m_total - m_gap * static_cast<int>(m_shown.size());
    for (const LogColumn column : m_shown) {
        const std::size_t i = indexOf(column);
        m_widths[i]
            = column == LogColumn::Call ? 0 : static_cast<int>(std::lround(m_characters[i] * m_character));
        left -= m_widths[i];
    }
    // What nobody has made wide lets Call have enough for most calls.
    for (const Description& column : kColumns) {
        const std::size_t i = indexOf(column.column);
        if (column.modest > 0 && isShown(column.column) && m_characters[i] == column.usual) {
            const int modest = static_cast<int>(std::lround(column.modest * m_character));
            const int missing = static_cast<int>(std::lround(kComfort * m_character)) - left;
            const int given = std::clamp(missing, 0, std::max(0, m_widths[i] - modest));
            m_widths[i] -= given;
            left += given;
        }
    }
    // Call keeps enough for a name.
    for (const LogColumn column : kGiveWay) {
        if (isShown(column)) {
            const int missing = least(LogColumn::Call) - left;
            int& width = m_widths[indexOf(column)];
            const int given = std::clamp(missing, 0, std::max(0, width - least(column)));
            width -= given;
            left += given;
        }
    }
    m_widths[indexOf(LogColumn::Call)] = std::max(0, left);
    int x = margin();
    for (const LogColumn column : m_shown) {
        m_left[indexOf(column)] = x;
        x += m_widths[indexOf(column)] + m_gap;
    }
}

LogColumns::Span LogColumns::span(LogColumn column) const
{
    return {m_left[indexOf(column)], m_widths[indexOf(column)]};
}

bool LogColumns::isLeftOfCall(LogColumn column) const
{
    return std::ranges::find(m_shown, column) < std::ranges::find(m_shown, LogColumn::Call);
}

LogColumn LogColumns::at(int x) const
{
    LogColumn nearest = m_shown.front();
    for (const LogColumn column : m_shown) {
        if (span(column).left - m_gap / 2 <= x) {
            nearest = column;
        }
    }
    return nearest;
}

int LogColumns::border(LogColumn column) const
{
    const Span its = span(column);
    return isLeftOfCall(column) ? its.right() + m_gap / 2 : its.left - m_gap / 2;
}

std::optional<LogColumn> LogColumns::borderAt(int x) const
{
    for (const LogColumn column : m_shown) {
        if (column != LogColumn::Call && std::abs(x - border(column)) <= kReach) {
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
    if (m_character > 0) {
        m_characters[indexOf(column)] = std::max(least(column), std::min(width, most)) / m_character;
        layOut();
    }
}

std::string LogColumns::state() const
{
    std::string text;
    for (const LogColumn column : m_shown) {
        text += text.empty() ? "" : " ";
        text += kColumns[indexOf(column)].name;
        text += ':' + std::to_string(std::lround(m_characters[indexOf(column)]));
    }
    return text;
}

bool LogColumns::restore(std::string_view state)
{
    std::vector<LogColumn> shown;
    auto characters = m_characters;
    while (!state.empty()) {
        const std::string_view word = state.substr(0, state.find(' '));
        state.remove_prefix(std::min(state.size(), word.size() + 1));
        const std::string_view name = word.substr(0, word.find(':'));
        const auto* const known = std::ranges::find(kColumns, name, &Description::name);
        int width = 0;
        const char* const digits = word.data() + std::min(word.size(), name.size() + 1);
        const auto read = std::from_chars(digits, word.data() + word.size(), width);
        if (known == kColumns.end() || read.ec != std::errc() || width < 0 || width > kMostCharacters
            || std::ranges::find(shown, known->column) != shown.end()) {
            return false;
        }
        shown.push_back(known->column);
        characters[indexOf(known->column)]
            = std::max(width, known->column == LogColumn::Call ? 0 : known->least);
    }
    if (std::ranges::find(shown, LogColumn::Call) == shown.end()) {
        return false;
    }
    m_shown = std::move(shown);
    m_characters = characters;
    layOut();
    return true;
}

}

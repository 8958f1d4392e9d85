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
    int useful; // with fewer than these it says too little: rather none
    bool shown; // at first
    int modest = 0; // least, as long as nobody has sized it and Call has little
};

// "8,113,902", "14:03:12.004118", "00:12.004118", "+1.204 s", dot and "1024", "w12", ..., "= -1
// EPROTONOSUPPORT".
constexpr std::array<Description, kLogColumns> kColumns {{
    {LogColumn::Number, "Number", 10, 4, 6, false},
    {LogColumn::Clock, "Clock", 15, 8, 8, false},
    {LogColumn::Time, "Time", 12, 6, 9, true},
    {LogColumn::Since, "Since", 9, 6, 8, false},
    {LogColumn::Socket, "Socket", 7, 6, 6, true},
    {LogColumn::Thread, "Thread", 7, 6, 6, true},
    {LogColumn::Call, "Call", 0, 16, 24, true},
    {LogColumn::Data, "Data", 24, 8, 12, false, 16},
    {LogColumn::Size, "Size", 9, 5, 6, false},
    {LogColumn::Peer, "Peer", 21, 8, 12, false, 15},
    {LogColumn::Result, "Result", 22, 9, 12, true, 18},
    {LogColumn::Errno, "Errno", 14, 7, 10, false},
    {LogColumn::Took, "Took", 8, 6, 7, true},
}};

// A narrow view: who gives way first.
constexpr std::array kGiveWay {LogColumn::Data, LogColumn::Peer, LogColumn::Errno, LogColumn::Result,
    LogColumn::Thread, LogColumn::Clock, LogColumn::Number, LogColumn::Size, LogColumn::Since,
    LogColumn::Took, LogColumn::Socket, LogColumn::Time};

// Narrower still: who stands back first. Call never does.
constexpr std::array kStandBack {LogColumn::Number, LogColumn::Since, LogColumn::Size, LogColumn::Thread,
    LogColumn::Clock, LogColumn::Errno, LogColumn::Peer, LogColumn::Data, LogColumn::Took, LogColumn::Time,
    LogColumn::Socket, LogColumn::Result};

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
    m_chosen.clear();
    for (const Description& column : kColumns) {
        m_characters[indexOf(column.column)] = column.usual;
        if (column.shown) {
            m_chosen.push_back(column.column);
        }
    }
    layOut();
}

bool LogColumns::isChosen(LogColumn column) const
{
    return std::ranges::find(m_chosen, column) != m_chosen.end();
}

bool LogColumns::hasRoom(LogColumn column) const
{
    return std::ranges::find(m_placed, column) != m_placed.end();
}

void LogColumns::setShown(LogColumn column, bool shown)
{
    if (column == LogColumn::Call || shown == isChosen(column)) {
        return;
    }
    if (shown) {
        // Before the first one that usually stands behind it.
        m_chosen.insert(
            std::ranges::find_if(m_chosen, [&](LogColumn other) { return other > column; }), column);
    } else {
        std::erase(m_chosen, column);
    }
    layOut();
}

void LogColumns::move(LogColumn column, std::size_t place)
{
    if (!hasRoom(column)) {
        return;
    }
    std::erase(m_chosen, column);
    std::erase(m_placed, column);
    // Before the one that stands there: those that stand back keep their places.
    const auto before
        = place < m_placed.size() ? std::ranges::find(m_chosen, m_placed[place]) : m_chosen.end();
    m_chosen.insert(before, column);
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

// A width that somebody has set is enough, however small.
void LogColumns::chooseThoseWithRoom()
{
    const auto need = [this](LogColumn column) {
        const Description& its = kColumns[indexOf(column)];
        const double wanted = m_characters[indexOf(column)];
        return (column == LogColumn::Call ? its.useful : std::min<double>(its.useful, wanted)) * m_character
            + m_gap;
    };
    m_placed = m_chosen;
    double missing = -m_total;
    for (const LogColumn column : m_placed) {
        missing += need(column);
    }
    for (const LogColumn column : kStandBack) {
        if (missing > 0 && hasRoom(column)) {
            missing -= need(column);
            std::erase(m_placed, column);
        }
    }
}

void LogColumns::layOut()
{
    chooseThoseWithRoom();
    int left = m_total - m_gap * static_cast<int>(m_placed.size());
    for (const LogColumn column : m_placed) {
        const std::size_t i = indexOf(column);
        m_widths[i]
            = column == LogColumn::Call ? 0 : static_cast<int>(std::lround(m_characters[i] * m_character));
        left -= m_widths[i];
    }
    // What nobody has made wide lets Call have enough for most calls.
    for (const Description& column : kColumns) {
        const std::size_t i = indexOf(column.column);
        if (column.modest > 0 && hasRoom(column.column) && m_characters[i] == column.usual) {
            const int modest = static_cast<int>(std::lround(column.modest * m_character));
            const int missing = static_cast<int>(std::lround(kComfort * m_character)) - left;
            const int given = std::clamp(missing, 0, std::max(0, m_widths[i] - modest));
            m_widths[i] -= given;
            left += given;
        }
    }
    // Call keeps enough for a name.
    for (const LogColumn column : kGiveWay) {
        if (hasRoom(column)) {
            const int missing = least(LogColumn::Call) - left;
            int& width = m_widths[indexOf(column)];
            const int given = std::clamp(missing, 0, std::max(0, width - least(column)));
            width -= given;
            left += given;
        }
    }
    m_widths[indexOf(LogColumn::Call)] = std::max(0, left);
    int x = margin();
    for (const LogColumn column : m_placed) {
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
    return std::ranges::find(m_placed, column) < std::ranges::find(m_placed, LogColumn::Call);
}

LogColumn LogColumns::at(int x) const
{
    LogColumn nearest = m_placed.front();
    for (const LogColumn column : m_placed) {
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
    for (const LogColumn column : m_placed) {
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
    for (const LogColumn column : m_chosen) {
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
    m_chosen = std::move(shown);
    m_characters = characters;
    layOut();
    return true;
}

}

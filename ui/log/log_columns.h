// Where the columns of the log lie. Call has what the others leave; a border belongs to the column on its far
// side from Call, so that dragging one moves no more than it must.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace ui {

enum class LogColumn : unsigned char { Time, Socket, Thread, Call, Result, Took };
inline constexpr std::size_t kLogColumns = 6;

class LogColumns {
public:
    struct Span {
        int left;
        int width; // of the text: without the gap to the next column
        int right() const { return left + width; }
    };

    // All sizes come from the font: the width of a character. Keeps what the user has set, in characters.
    void setCharacterWidth(double width);
    void setTotalWidth(int width);

    Span span(LogColumn column) const;
    int margin() const { return m_gap / 2; } // left of the first column, right of the last

    // The column that the border near x belongs to.
    std::optional<LogColumn> borderAt(int x) const;
    int border(LogColumn column) const; // its x
    void dragBorder(LogColumn column, int x);
    void setTextWidth(LogColumn column, int width); // not less than its header needs

private:
    using Widths = std::array<int, kLogColumns>;
    int least(LogColumn column) const;
    Widths layout() const; // with gaps; together as wide as the view

    Widths m_wanted {}; // of text
    double m_character = 0;
    int m_gap = 0;
    int m_total = 0;
};

}

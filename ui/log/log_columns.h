// Where the columns of the log lie: which ones are shown, in what order, how wide. Call is always there and
// has what the others leave; a border belongs to the column on its far side from Call, so that dragging one
// moves no more than it must. Where the view is too narrow for all that were chosen the least important ones
// stand back until there is room again.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// In the usual order.
enum class LogColumn : unsigned char {
    Number, // of the row
    Clock, // time of day
    Time, // since the start of the session
    Since, // since the row before it that is shown
    Socket,
    Thread, // or actor
    Call,
    Data, // the bytes that it moved, as text or as hex
    Size, // how many
    Peer,
    Result,
    Errno,
    Took,
};
inline constexpr std::size_t kLogColumns = 13;

class LogColumns {
public:
    struct Span {
        int left;
        int width; // of the text: without the gap to the next column
        int right() const { return left + width; }
    };

    LogColumns();

    // From left to right, those that there is room for.
    const std::vector<LogColumn>& shown() const { return m_placed; }
    bool isChosen(LogColumn column) const;
    bool hasRoom(LogColumn column) const; // false: not chosen, or it stands back
    void setShown(LogColumn column, bool shown); // Call stays
    void move(LogColumn column, std::size_t place); // among shown()
    void reset(); // which, where and how wide

    // All sizes come from the font: the width of a character. Keeps what the user has set, in characters.
    void setCharacterWidth(double width);
    void setTotalWidth(int width);

    Span span(LogColumn column) const; // of one in shown()
    int margin() const { return m_gap / 2; } // left of the first column, right of the last
    LogColumn at(int x) const; // the column there, or the nearest

    // The column that the border near x belongs to.
    std::optional<LogColumn> borderAt(int x) const;
    int border(LogColumn column) const; // its x
    void dragBorder(LogColumn column, int x);
    void setTextWidth(LogColumn column, int width); // not less than its header needs

    // To be kept: "Time:12 Socket:7 Call:0", widths in characters. False: that is no such text, nothing
    // changes.
    std::string state() const;
    bool restore(std::string_view state);

private:
    using Widths = std::array<int, kLogColumns>;
    bool isLeftOfCall(LogColumn column) const;
    int least(LogColumn column) const;
    void layOut();
    void chooseThoseWithRoom();

    std::vector<LogColumn> m_chosen;
    std::vector<LogColumn> m_placed; // the same without those that there is no room for
    std::array<double, kLogColumns> m_characters {}; // of text, as wanted
    Widths m_left {};
    Widths m_widths {}; // of text, as there is room
    double m_character = 0;
    int m_gap = 0;
    int m_total = 0;
};

}

// Which line of the sheet shows which bytes. Lines follow from the bytes by one rule, walked forward; kept is
// only where each 64th begins, so that gigabytes cost little and a line is found at once.
//
// With borders each call begins a line. Without, a direction's bytes run on over its calls: one sheet.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "model/streams/stream_trace.h"

namespace ui {

// A byte of the sheet. Ordered as it is shown.
struct StreamPlace {
    std::size_t segment = 0;
    std::uint32_t offset = 0;
    bool operator==(const StreamPlace&) const = default;
    // By hand: in a defaulted <=> clang 14 takes a zero for a null pointer.
    bool operator<(const StreamPlace& other) const
    {
        return segment != other.segment ? segment < other.segment : offset < other.offset;
    }
};

struct StreamLine {
    StreamPlace begin;
    StreamPlace end; // behind its last byte
    bool isMark = false; // end of stream, shutdown, what a recv took: no bytes
};

// What a byte, or some that are one character, look like. All in one segment, but for a character that its
// end broke: it is shown where it begins.
struct StreamCell {
    StreamPlace place;
    std::uint32_t bytes = 1; // of this segment
    QString text; // empty: the rest of a character that began in the segment before
    bool escaped = false; // \n, \x1b: not the character itself
};

class StreamLines {
public:
    enum class Form : quint8 { Text, Hex };
    enum class Shown : quint8 { Both, There, Back };
    struct Rules {
        Form form = Form::Text;
        Shown shown = Shown::Both;
        bool borders = true;
        int width = 80; // text: characters; hexadecimal: bytes
        bool operator==(const Rules&) const = default;
    };

    StreamLines(const model::EventStore& store, const model::StreamTrace& trace)
        : m_store(store), m_trace(trace)
    {
    }

    void setRules(const Rules& rules); // other ones count anew
    const Rules& rules() const { return m_rules; }
    void clear();
    // Only so many segments are shown, those of a moment of the past; nothing: all. The lines that stay are
    // kept.
    void setLimit(std::optional<std::size_t> segments);
    std::size_t end() const; // segments that are shown, the hidden among them
    // Segments have come, or not all have been counted. False: `milliseconds` were not enough.
    bool countOn(int milliseconds);
    std::uint64_t count() const { return m_count; }

    StreamLine at(std::uint64_t line) const; // line < count()
    // For who shows many: the one behind it, if there is one.
    std::optional<StreamLine> after(const StreamLine& line) const { return lineFrom(line.end); }
    std::uint64_t lineOf(const StreamPlace& place) const;
    std::vector<StreamCell> cellsOf(const StreamLine& line) const;
    std::vector<std::byte> bytesOf(const StreamPlace& begin, const StreamPlace& end) const; // what is shown
    // Of data that is shown.
    std::span<const std::byte> bytes(std::size_t segment) const;
    bool isShown(std::size_t segment) const;

private:
    static constexpr std::uint64_t kStride = 64;
    std::optional<StreamLine> lineFrom(StreamPlace place) const;
    StreamCell cellAt(const StreamPlace& place) const;
    std::size_t nextShown(std::size_t segment) const; // itself, if it is
    std::vector<std::byte> ahead(const StreamPlace& place, std::size_t most) const;
    bool continues(const StreamPlace& place) const; // a character of the segment before

    const model::EventStore& m_store;
    const model::StreamTrace& m_trace;
    std::optional<std::size_t> m_limit;
    Rules m_rules;
    std::vector<StreamPlace> m_starts; // of lines 0, 64, 128 ...
    StreamPlace m_next; // the first place that is not counted
    std::uint64_t m_count = 0;
};

}

// Bytes found in what is shown of a conversation, across the borders of calls: a stream has none. Messages
// have: nothing is found across two of them.
#pragma once

#include <array>

#include "ui/streams/stream_lines.h"

namespace ui {

class StreamFinder {
public:
    static constexpr std::size_t kMostHits = 100'000;
    struct Hit {
        StreamPlace begin;
        StreamPlace last; // its last byte
    };

    StreamFinder(const StreamLines& lines, const model::StreamTrace& trace) : m_lines(lines), m_trace(trace)
    {
    }

    void begin(std::vector<std::byte> wanted, bool anyCase); // of ASCII letters
    void restart(); // other bytes are shown
    bool findOn(int milliseconds); // true: all segments have been looked at
    const std::vector<Hit>& hits() const { return m_hits; } // in the order of the sheet
    bool isActive() const { return !m_wanted.empty(); }
    bool isFull() const { return m_hits.size() >= kMostHits; }

private:
    struct Tail { // the last bytes of a direction, one less than are wanted
        std::vector<std::byte> bytes;
        std::vector<StreamPlace> places;
    };
    void look(std::size_t segment);
    void keepTail(Tail& tail, std::size_t segment, std::span<const std::byte> bytes) const;

    const StreamLines& m_lines;
    const model::StreamTrace& m_trace;
    std::vector<std::byte> m_wanted;
    bool m_anyCase = false;
    std::array<Tail, 2> m_tails;
    std::size_t m_next = 0; // segment
    std::vector<Hit> m_hits;
};

}

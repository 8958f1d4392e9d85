// One conversation, read out of the log: which calls moved which bytes, where each send began and each recv
// ended, and what else happened to the stream. The bytes stay in the store.
//
// What is shown of a direction is what its sender sent, where the sender is ours; else what we received. A
// stream keeps no boundaries (TLPI 56.1): with both ends ours, the borders of recv() are kept beside those of
// send().
//
// Reads the columns in slices: a log of millions of other rows is passed by at memory speed. 40 bytes a call
// of this conversation, kMostSegments at most; isFull() says that there would be more.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <array>
#include <span>

#include "model/streams/conversation.h"

namespace model {

struct StreamSegment {
    enum class Kind : std::uint8_t {
        Data, // a send, or a recv where the sender is not ours; also an empty message
        Received, // of messages, by our other end: how much a recv took. No bytes of its own
        End, // recv() has returned 0: the other side will send no more
        Shutdown, // of sending, by the sender
        Reset, // ECONNRESET or EPIPE
        Closed, // by close() of the sender
    };
    Row row = 0;
    std::uint64_t position = 0; // in its direction's stream: bytes before it, kept or not
    std::uint32_t kept = 0; // bytes that the log has
    std::uint32_t moved = 0; // bytes that the call has moved
    Kind kind = Kind::Data;
    Direction way = Direction::There;
    bool outOfBand = false; // MSG_OOB
    bool peeked = false; // MSG_PEEK: seen, and still there
};

// A recv() of our other end has ended here.
struct ReceiveBorder {
    std::uint64_t position = 0; // in the stream: bytes taken up to here
    Row row = 0;
    std::uint32_t moved = 0;
};

class StreamTrace {
public:
    static constexpr std::size_t kMostSegments = 2'000'000;

    void begin(const Conversation& conversation);
    const Conversation& conversation() const { return m_conversation; }
    // Reads on, at most `rows` of the log. True: there are more. The graph knows all rows already.
    bool readOn(const EventStore& store, const SocketGraph& graph, Row rows);
    Row readTo() const { return m_next; }
    bool isFull() const { return m_segments.size() >= kMostSegments; }

    const std::vector<StreamSegment>& segments() const { return m_segments; } // in the order of the log
    // Of streams with both ends ours; ascending.
    const std::vector<ReceiveBorder>& borders(Direction way) const { return m_borders[index(way)]; }
    // The segment of that row, or the one before it.
    std::optional<std::size_t> segmentAt(Row row) const;
    std::uint64_t moved(Direction way) const { return m_moved[index(way)]; }

    static constexpr std::size_t index(Direction way) { return static_cast<std::size_t>(way); }

private:
    enum class Side : std::uint8_t { None, First, Second };
    void findEnds(const SocketGraph& graph);
    Side sideOf(netcore::SocketId socket) const;
    void take(const EventStore& store, Row row, Side side);
    void takeData(const EventStore& store, const netcore::Event& event, Row row, Direction way, bool sends);
    void mark(Row row, StreamSegment::Kind kind, Direction way);

    Conversation m_conversation;
    std::vector<netcore::SocketId> m_firsts; // the end and its duplicates; ascending
    std::vector<netcore::SocketId> m_seconds;
    std::size_t m_knownSockets = 0;
    std::vector<StreamSegment> m_segments;
    std::array<std::vector<ReceiveBorder>, 2> m_borders;
    std::array<std::uint64_t, 2> m_moved {};
    std::array<std::uint64_t, 2> m_taken {}; // by recv() of the other end, without peeking
    Row m_next = 0;
};

}

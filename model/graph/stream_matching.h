// Which recv() took the bytes of which send(): one direction of a conversation whose two ends are ours.
//
// A stream keeps no boundaries: the n-th byte sent is the n-th byte received, so calls belong together where
// their stretches of the stream overlap. Of messages the n-th sent is the n-th received (unix(7); datagrams
// of the network may be lost or come in another order: where the bytes that were kept differ, nothing is
// told). Peeking takes nothing (recv(2), MSG_PEEK); the urgent byte of MSG_OOB goes beside the stream
// (tcp(7)).
//
// Kept are two numbers for each chunk of the log, so fifty million rows cost a few kilobytes; an answer reads
// a few chunks: some 0.1 to 5 ms.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/store/event_store.h"

namespace model {

// All descriptors of one socket: dup(), and what came in a message.
std::vector<netcore::SocketId> descriptorsOf(const SocketGraph& graph, netcore::SocketId socket);

class StreamMatching {
public:
    struct Direction {
        std::vector<netcore::SocketId> from; // descriptors of the end that sends
        std::vector<netcore::SocketId> to; // of the one that receives
        bool stream = true; // bytes; else messages
        // Of datagram sockets that may talk to others too. Empty: connected, all is for the other end.
        netcore::Address fromAddress;
        netcore::Address toAddress;

        bool operator==(const Direction&) const = default;
    };

    explicit StreamMatching(Direction direction);

    const Direction& direction() const { return m_direction; }
    // Counts on, at most that many rows. True: all rows of the store are counted.
    bool extend(const EventStore& store, Row most);
    Row counted() const { return m_rows; }

    // A stretch of the direction: bytes of a stream, from 0; ordinals of messages.
    struct Stretch {
        std::uint64_t first = 0;
        std::uint64_t end = 0;

        std::uint64_t size() const { return end - first; }
        bool operator==(const Stretch&) const = default;
    };
    struct Part {
        Row row = 0; // the call at the other end
        Stretch shared; // by both calls

        bool operator==(const Part&) const = default;
    };
    struct Matches {
        Stretch all; // of the call that was asked about; empty: it is not of this direction
        std::vector<Part> parts; // in the order of the log, no more than kMostParts
        bool complete = true; // false: there are more parts
        std::uint64_t open = 0; // of a send: what nobody has received yet
    };
    static constexpr std::size_t kMostParts = 64;

    // What a row has moved in this direction; no units: nothing.
    struct Moved {
        bool sends = true;
        std::uint64_t units = 0; // bytes of a stream, or one message
    };
    Moved moved(const EventStore& store, Row row) const;
    // What had been moved before that row, row <= counted(). Quick beside the row that was asked last.
    struct Position {
        std::uint64_t sent = 0;
        std::uint64_t received = 0;
    };
    Position positionBefore(const EventStore& store, Row row) const;

    // Of a send: who took it. Of a recv: who had sent it. Only rows that are counted.
    Matches matchesOf(const EventStore& store, Row row) const;
    std::uint64_t sent() const { return m_totals[Sent]; }
    std::uint64_t received() const { return m_totals[Received]; }

private:
    enum Side : std::uint8_t { Sent, Received };
    using Totals = std::array<std::uint64_t, 2>;

    struct Move {
        Side side;
        std::uint64_t units; // 0: nothing of this direction
    };
    Move moveOf(const EventStore& store, const EventStore::Columns& columns, std::size_t i) const;
    bool isForTheOther(const netcore::CallRecord& record, Side side) const;
    std::uint64_t positionOf(const EventStore& store, Row row, Side side) const;
    void collect(const EventStore& store, Side side, Matches& matches) const;
    bool agrees(const EventStore& store, Row one, Row other) const;

    Direction m_direction;
    Row m_rows = 0; // counted
    std::vector<Totals> m_before; // for each chunk: what was moved before its first row
    Totals m_totals {};
    struct Near { // where positionBefore() was asked last
        Row row = 0;
        Totals totals {};
    };
    mutable Near m_near;
};

}

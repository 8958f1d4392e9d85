// What went from one of our sockets to another within a stretch of the log: which recv() took the bytes of
// which send(), which datagram came to which recvfrom(), and which came to nobody.
//
// Streams and seqpackets are matched by what they have carried since they began (stream_matching.h);
// datagrams by the queue of the socket that they were sent to: what it takes out is compared with what went
// in, so that one that is missing does not shift the others. A datagram is told to be lost where a later one
// was received and it was not, where a recv() found the queue empty, or where its socket was closed with it;
// where nothing is known nothing is said.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/graph/stream_matching.h"

namespace model {

struct Passage {
    enum class End : std::uint8_t {
        Received, // by `received`
        Later, // behind the stretch
        Open, // nobody has taken it yet
        Lost, // a datagram that nobody will
    };
    std::optional<Row> sent; // nothing: before the stretch
    std::optional<Row> received; // nothing: see end
    netcore::SocketId from = netcore::kNoSocket;
    netcore::SocketId to = netcore::kNoSocket;
    std::uint64_t units = 0; // bytes
    End end = End::Received;

    bool operator==(const Passage&) const = default;
};

// Rows [first, end) of a log of which the rows below `known` are known: those behind a moment are not.
struct Stretch {
    Row first = 0;
    Row end = 0;
    Row known = 0;
};

class SequencePassages {
public:
    // `most`: how many rows may be counted meanwhile, over all directions. A stretch longer than kMostRows
    // has none: nobody could read them.
    std::vector<Passage> within(
        const EventStore& store, const SocketGraph& graph, const Stretch& stretch, Row most);
    // All directions of the last stretch are counted; else ask again, and there may be more.
    bool isComplete() const { return m_complete; }

    static constexpr Row kMostRows = Row {1} << 20;

private:
    static constexpr std::size_t kMostMatchings = 256;
    StreamMatching& matchingFor(StreamMatching::Direction direction);
    void addStreams(const EventStore& store, const SocketGraph& graph, const Stretch& stretch, Row most,
        std::vector<Passage>& passages);

    std::vector<std::unique_ptr<StreamMatching>> m_matchings; // the last used at the end
    bool m_complete = true;
};

// The datagrams among them.
void addDatagramPassages(const EventStore& store, const SocketGraph& graph, const Stretch& stretch,
    std::vector<Passage>& passages);

}

// The life lines of the sequence view: which there are in a stretch of the log, and in what order they stand.
//
// Threads: a value; made on the view's thread.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/lifecycle/lifecycle_diagram.h"
#include "model/rows/row_facts.h"

namespace model {

enum class SequenceBy : std::uint8_t { Socket, Actor };

// Who a life line is for. Calls that no actor has made stand at the thread that made them.
struct LaneKey {
    netcore::SocketId socket = netcore::kNoSocket;
    netcore::ActorId actor = netcore::kNoActor;
    unsigned thread = 0; // as RowFacts numbers them

    bool operator==(const LaneKey&) const = default;
    // By hand: in a defaulted <=> clang 14 takes a zero for a null pointer.
    bool operator<(const LaneKey& other) const;
    bool isNobody() const { return *this == LaneKey {}; }
};

struct SequenceLane {
    LaneKey key;
    // Of a socket:
    bool listens = false;
    SocketRole role = SocketRole::Fresh;
    int fd = -1;
    int domain = 0;
    netcore::Address local;
    Row begins = 0; // the call that made it
    std::optional<Row> ends; // of a closed one: the last call on it
};

// Whose event it is; nobody's where it is no call, or one without a socket.
LaneKey laneOf(const EventStore& store, const RowFacts& facts, SequenceBy by, Row row);

class SequenceLanes {
public:
    // In order: a listener, then each that it has accepted with its client at its side; ends of pairs
    // together; else as they were made. Actors as they are numbered, then threads. Sockets that the graph
    // does not know are left out.
    SequenceLanes(const SocketGraph& graph, const std::set<LaneKey>& wanted);
    SequenceLanes() = default;

    const std::vector<SequenceLane>& all() const { return m_lanes; }
    std::optional<std::size_t> find(const LaneKey& key) const;

private:
    std::vector<SequenceLane> m_lanes;
};

}

// The cords of the board: which sockets belong together, derived from the fold.
#pragma once

#include <string>
#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

enum class EdgeKind : std::uint8_t {
    Connected, // both ends are ours
    Waiting, // a client of ours in the accept queue of a listener of ours
    AcceptedFrom, // listener to what accept() made of it
    DatagramPeer, // connect() of a datagram socket: one direction only
    Foreign, // the other end is not ours
    Queued, // a stranger in the accept queue of a listener of ours: from the listener. Not in the fold
};

struct SocketEdge {
    EdgeKind kind;
    netcore::SocketId from;
    netcore::SocketId to; // none for Foreign and Queued
    netcore::Address foreign; // of these

    bool operator==(const SocketEdge&) const = default;
};

std::vector<SocketEdge> edgesOf(const SocketGraph& graph);

// Where a message of that datagram socket to that address arrives; none: not at one of ours.
netcore::SocketId receiverOf(
    const SocketGraph& graph, const SocketNode& from, const netcore::Address& address);

}

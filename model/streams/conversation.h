// Who talks with whom: the two ends of a connection, or a datagram socket and those it sends to. Read from
// the fold; each connection is there once, though both ends are ours.
#pragma once

#include <optional>
#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

// Which way bytes go: from the conversation's first end to its second, or back.
enum class Direction : std::uint8_t { There, Back };

struct Conversation {
    netcore::SocketId first = netcore::kNoSocket; // who connected, where it is ours; else ours
    netcore::SocketId second = netcore::kNoSocket; // none: not ours
    netcore::Address foreign; // of a second end that is not ours; empty: of datagrams, whoever it is
    bool messages = false; // each send is a message: the border is kept (datagram, seqpacket)
    bool over = false; // neither end of ours is open
    std::uint64_t there = 0; // bytes
    std::uint64_t back = 0;

    // Of the sender and, where both ends are ours, of the receiver.
    netcore::SocketId sender(Direction way) const { return way == Direction::There ? first : second; }
    netcore::SocketId receiver(Direction way) const { return way == Direction::There ? second : first; }
};

// By the sockets' order. Sockets that have neither a peer nor moved a byte talk with nobody.
std::vector<Conversation> conversationsOf(const SocketGraph& graph);

// The socket itself, or that which it was made from by dup(): calls on both go to the same stream.
netcore::SocketId originalOf(const SocketGraph& graph, netcore::SocketId socket);
// Where that socket's conversation stands.
std::optional<std::size_t> conversationWith(
    const std::vector<Conversation>& all, const SocketGraph& graph, netcore::SocketId socket);

}

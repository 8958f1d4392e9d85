// What each socket has sent and received, found as the log grows: one entry a call that moved bytes, took a
// message, or met the end of the stream. An entry is a few facts and a row; the bytes stay in the store.
//
// Of each socket the last ones are kept, some 100,000, fewer where there are many sockets: the log has them
// all.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/store/event_store.h"

namespace model {

enum class Way : std::uint8_t { Received, Sent };

// What a message lost because the buffer was smaller (recv(2), "the excess bytes may be discarded"); of a
// send, what the kernel did not take (send(2): a stream whose buffer is full).
enum class Cut : std::uint8_t {
    No,
    Yes, // `whole` says how long it was; 0: nobody knows
    Perhaps, // it filled the buffer to the last byte, and nothing tells whether there was more
};

struct Movement {
    Row row = 0;
    std::uint32_t kept = 0; // bytes of it that the log has
    std::uint32_t moved = 0; // bytes that the call has moved
    std::uint32_t whole = 0; // bytes of the message before it was cut; bytes that were to be sent
    std::uint32_t ordinal = 0; // the how manieth of its way on this socket, from 0; peeking doesn't count
    Way way = Way::Received;
    Cut cut = Cut::No;
    bool endOfStream = false; // recv() of a stream has returned 0
    bool peeked = false; // MSG_PEEK: it is still in the queue
    bool hasAddress = false; // of its own: sendto(), recvfrom()
};

class Movements {
public:
    // Rows first to end have come; the graph knows them already.
    void extend(const EventStore& store, const SocketGraph& graph, Row first, Row end);

    static constexpr std::size_t kMostOfSocket = 65'536; // twice as many are cut to this
    static constexpr std::size_t kMostOfAll = std::size_t {1}
        << 20; // then all are cut, to half of it together

    // In the order of the log. Valid until extend().
    std::span<const Movement> of(netcore::SocketId socket) const;
    // How many there were before those.
    std::uint64_t dropped(netcore::SocketId socket) const;
    // How many messages the socket has sent, empty ones too.
    std::uint32_t sentBy(netcore::SocketId socket) const;

private:
    struct PerSocket {
        std::vector<Movement> movements;
        std::uint64_t dropped = 0;
        std::uint32_t sent = 0;
        std::uint32_t received = 0;
        Row view = 0; // of the last State event since the last receiving call; 0: none
    };
    void addCall(const EventStore& store, const SocketNode& node, Row row, PerSocket& known);
    void add(PerSocket& known, const Movement& movement);
    void cut(PerSocket& known, std::size_t most);

    std::unordered_map<netcore::SocketId, PerSocket> m_sockets;
    std::size_t m_count = 0; // of all sockets
};

// A receiving call on a SOCK_SEQPACKET socket returns 0 for the end and for a message without bytes, and says
// no more about it (unix(7)). Known is it where the other end is ours: whether so many messages were sent.
enum class Zero : std::uint8_t { Message, End, Unknown };
Zero meaningOfZero(const Movements& movements, const SocketNode& receiver, const Movement& movement);

}

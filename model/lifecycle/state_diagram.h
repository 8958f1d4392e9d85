// The states that the kernel keeps of a socket and the ways between them, as places on a small grid: of TCP
// after RFC 9293, figure 5 and TLPI figure 61-5; of UNIX and of datagrams by the same numbers, of which they
// use few (unix(7), udp(7), net/unix/af_unix.c). Which one a socket is in is the kernel's word; the way it
// came is found between the last two states that were seen: what passes quickly is not seen on its way.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

// As the kernel numbers them for every kind (netinet/tcp.h).
enum class SocketState : std::uint8_t {
    Established = 1,
    SynSent,
    SynRecv,
    FinWait1,
    FinWait2,
    TimeWait,
    Close,
    CloseWait,
    LastAck,
    Listen,
    Closing,
};

struct StatePlace {
    SocketState state;
    int column; // 0 to 2
    int row; // 0 to rows - 1
};

enum class StateCause : std::uint8_t {
    Listen, // listen()
    Connect, // connect(): SYN is sent
    GotSyn, // SYN comes, SYN and ACK are sent
    GotSynAck, // SYN and ACK come, ACK is sent
    GotAck,
    SentFin, // close() or shutdown()
    GotFin, // FIN comes, ACK is sent
    GotFinAck, // both in one
    Timeout, // of TIME_WAIT
    Closed, // close() of a listener, or a reset
    Joined, // UNIX: connect() itself makes the other end and queues it, no packet
    NotedPeer, // a datagram socket: connect() keeps an address
    LostPeer, // connect() with AF_UNSPEC; UNIX: send() has found that the peer is gone
};

struct StateWay {
    SocketState from;
    SocketState to;
    StateCause cause;
};

enum class StateKind : std::uint8_t { Tcp, UnixConnection, Datagram };

struct StateDiagram {
    StateKind kind;
    int rows;
    std::span<const StatePlace> places;
    std::span<const StateWay> ways; // what usually happens stands first
};

const StateDiagram& stateDiagramOf(const SocketNode& socket);

// Close of a TCP socket that the kernel has forgotten. Nothing: nobody has looked yet, or it is closed and
// was not TCP's.
std::optional<SocketState> kernelStateOf(const SocketNode& socket);
// The ways from the state before to this one; empty: there was none before. What accept() made of TCP has
// come by SynRecv.
std::vector<StateWay> lastWays(const SocketNode& socket);

}

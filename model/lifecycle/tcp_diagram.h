// The states of a TCP connection and the ways between them, as places on a small grid (RFC 9293, figure 5;
// TLPI figure 61-5). Which one a socket is in is the kernel's word; the way it came is found between the last
// two states that were seen: what passes quickly is not seen on its way.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

// As the kernel numbers them (netinet/tcp.h).
enum class TcpState : std::uint8_t {
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

struct TcpPlace {
    TcpState state;
    int column; // 0 to 2
    int row; // 0 to 5
};

enum class TcpCause : std::uint8_t {
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
};

struct TcpWay {
    TcpState from;
    TcpState to;
    TcpCause cause;
};

std::span<const TcpPlace> tcpPlaces();
std::span<const TcpWay> tcpWays();

// The state as the kernel says it; Close of one that it has forgotten. Nothing: no TCP socket, or nobody
// has looked yet.
std::optional<TcpState> tcpStateOf(const SocketNode& socket);
// The ways from the state before to this one; empty: there was none before. What accept() made has come by
// SynRecv.
std::vector<TcpWay> lastTcpWays(const SocketNode& socket);

}

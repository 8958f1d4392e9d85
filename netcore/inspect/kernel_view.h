// What the kernel itself says of a socket, beyond what calls have returned: facts only, each of which may be
// unknown. Who asks is look.h; how each fact is known, view_sources.h; what differs between two,
// view_facts.h.
//
// Traps that are kept apart here (all tried on Linux 6): of a TCP listener tcpi_unacked is the accept queue
// and tcpi_sacked its limit; a backlog of n lets n + 1 connections wait; SIOCINQ of a datagram socket is the
// first message only; SIOCOUTQ of a UNIX socket is memory, not bytes; an error that waits shows as
// POLLERR, and reading SO_ERROR would take it away.
//
// Sources: tcp(7), udp(7), unix(7), ip(7), poll(2), fcntl(2), sock_diag(7), <linux/sock_diag.h>.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "netcore/inspect/tcp_info.h"
#include "netcore/sys/address.h"

namespace netcore {

// SO_MEMINFO, in the kernel's order (SK_MEMINFO_*). Bytes of memory, book-keeping included; drops are
// packets.
enum class SocketMemory : std::uint8_t {
    ReceiveAllocated, // what waits to be read occupies
    ReceiveBuffer, // SO_RCVBUF
    SendAllocated, // what was sent and may still be needed occupies
    SendBuffer, // SO_SNDBUF
    ForwardAllocated, // reserved, not used yet
    SendQueued, // TCP: on the send queue
    OptionMemory, // options and ancillary data
    Backlog, // arrived while a call held the socket
    Drops, // packets that were thrown away: no room, a filter, a bad checksum
};
inline constexpr std::size_t kSocketMemories = 9;
std::string_view nameOf(SocketMemory which); // the kernel's: "rmem_alloc"

enum class TimerKind : std::uint8_t {
    None,
    Retransmit, // what was sent is not acknowledged yet (also a SYN, a FIN)
    Keepalive, // or: an orphan in FIN_WAIT_2 is given up
    TimeWait, // the connection may be forgotten
    Probe, // the peer's window is closed: is it still?
    Unknown, // a kind that this program has no name for
};

struct SocketTimer {
    TimerKind kind = TimerKind::None;
    std::uint64_t ends = 0; // CLOCK_MONOTONIC, ns, within the kernel's tick (1 to 10 ms); 0 for none
    std::uint32_t retransmits = 0; // of Retransmit: so far; of Keepalive and Probe: probes so far

    bool operator==(const SocketTimer&) const = default;
};

// Of a connected UNIX stream: who called connect() or listen() at the other end, as the kernel noted it then.
struct PeerCredentials {
    std::int32_t pid = 0; // 0: not visible from here
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::string program; // /proc/PID/comm when it was first seen; empty: it was gone by then. Foreign bytes.

    bool operator==(const PeerCredentials&) const = default;
};

enum class Presence : std::uint8_t {
    Open, // seen through its descriptor
    Lingering, // no descriptor any more, but the kernel still has the connection (TCP)
    Gone, // the kernel has forgotten it: the last that is said of it
    Unwatched, // it may still linger, but there are too many to ask about: the last that is said of it
};

inline constexpr std::int32_t kShutReceive = 1; // bits of KernelView::shutdown
inline constexpr std::int32_t kShutSend = 2;

// -1, 0 for identities, empty: the kernel does not tell, or it does not apply.
struct KernelView {
    Presence presence = Presence::Open;
    std::int32_t type = -1; // SO_TYPE: SOCK_STREAM, SOCK_SEQPACKET ...
    std::int32_t protocol = -1; // SO_PROTOCOL: IPPROTO_TCP, IPPROTO_MPTCP ...; 0 for UNIX
    std::int32_t tcpState = -1; // TCP_ESTABLISHED ...
    std::int32_t unixState = -1; // by the same numbers: TCP_CLOSE, TCP_ESTABLISHED, TCP_LISTEN
    std::int64_t receiveQueue = -1; // bytes; of a datagram socket the size of the next message
    std::int64_t sendQueue
        = -1; // bytes. TCP: not acknowledged; UDP: not sent; UNIX stream: not read by the peer
    std::int64_t unsentQueue = -1; // TCP: the part of sendQueue that was not sent at all
    std::int64_t acceptQueue = -1; // connections that wait for accept()
    std::int64_t backlog = -1; // as the kernel keeps it: listen()'s, clamped to somaxconn
    std::int32_t readiness = -1; // bits as poll(2) returns them: POLLIN, POLLERR ...
    std::int32_t statusFlags = -1; // fcntl(F_GETFL): O_NONBLOCK, O_ASYNC ...
    std::int32_t shutdown = -1; // kShutReceive, kShutSend: done by this end, or by what the peer sent
    std::int64_t mptcpSubflows = -1; // MPTCP: besides the first
    std::int64_t mptcpFlags = -1; // MPTCP_INFO_FLAG_*: bit 0 is "fell back to TCP"
    std::uint32_t interface = 0; // of a TCP connection that is bound to one: its index
    std::uint64_t inode = 0;
    std::uint64_t peerInode = 0; // UNIX: the other end's
    std::uint64_t cookie = 0; // SO_COOKIE: the kernel's own name of the socket, never reused
    SocketTimer timer;
    std::optional<PeerCredentials> peerCredentials;
    std::array<std::uint32_t, kSocketMemories> memory {};
    std::uint32_t memoryCount = 0; // how many of those the kernel gave
    TcpInfo tcpInfo;
    Address local;
    Address peer;
    std::uint32_t asked = 0; // bits by ViewSource: the calls that this was learnt by

    // By TCP's numbers, of every kind: of UDP it says no more than whether there is a peer. -1: not known.
    std::int32_t state() const;
    bool isClosed() const; // TCP_CLOSE: not connected, or not any more
    bool isHalfClosed() const; // between TCP_ESTABLISHED and the end
    bool errorWaits() const; // POLLERR: the next call returns it, or it lies in the error queue
    std::optional<bool> nonBlocking() const; // O_NONBLOCK
    std::optional<std::uint32_t> memoryOf(SocketMemory which) const;

    bool operator==(const KernelView&) const = default;
};

// As tagged fields: unknown ones are left out, those of a later version skipped.
std::vector<std::byte> encode(const KernelView& view);
KernelView decodeKernelView(
    std::span<const std::byte> bytes); // short or broken bytes: the rest stays unknown

}

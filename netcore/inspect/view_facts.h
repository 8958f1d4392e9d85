// The facts of a KernelView as a list, and what differs between two of them.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "netcore/inspect/kernel_view.h"

namespace netcore {

enum class ViewFact : std::uint8_t {
    Presence, // a Presence
    Type,
    Protocol,
    TcpState,
    ReceiveQueue,
    SendQueue,
    UnsentQueue,
    AcceptQueue,
    Backlog,
    Readiness, // poll bits
    StatusFlags, // O_* bits
    Shutdown, // kShutReceive, kShutSend
    MptcpSubflows,
    MptcpFlags,
    Inode,
    PeerInode,
    Cookie,
    Timer, // a TimerKind
    TimerEnds, // CLOCK_MONOTONIC, ns
    TimerRetransmits,
    PeerPid,
    PeerUid,
    PeerGid,
    PeerProgram,
    Memory, // part: a SocketMemory
    TcpInfo, // part: a position in tcpInfoFields()
    LocalAddress,
    PeerAddress,
    Interface, // an index
    UnixState, // by TCP's numbers
};
inline constexpr ViewFact kLastViewFact = ViewFact::UnixState;

// Nothing: not known, or it does not apply.
using FactValue = std::variant<std::monostate, std::int64_t, std::uint64_t, Address, std::string>;

struct ViewDifference {
    ViewFact fact;
    std::uint16_t part = 0; // of Memory and TcpInfo
    FactValue before;
    FactValue after;

    bool operator==(const ViewDifference&) const = default;
};

FactValue factOf(const KernelView& view, ViewFact fact, std::uint16_t part = 0);

// How much has to have happened. Clocks of TCP_INFO and a timer's end within the kernel's tick never count.
enum class Difference : std::uint8_t {
    None,
    Meters, // counters, rates, memory, the end of a timer that runs on: what moves with traffic
    Facts,
};
Difference howDifferent(const KernelView& before, const KernelView& after);

// In the order of ViewFact, clocks left out. Inode, cookie and the like count: they say that it is another
// socket.
std::vector<ViewDifference> differences(const KernelView& before, const KernelView& after);

}

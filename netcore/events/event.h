// What happened, as a plain struct of one cache line. The words for it are made where it is shown.
#pragma once

#include <cstdint>
#include <type_traits>

#include "netcore/base/ids.h"
#include "netcore/names/calls.h"

namespace netcore {

enum class EventKind : std::uint8_t {
    Call, // a call has returned
    Blocked, // a call is asleep in the kernel; data: the kernel function it sleeps in, where known
    Note, // somebody's remark; data: UTF-8
    Gap, // events that could not be kept; result: how many, error: why (errno; 0 and kBudget: the disk
         // budget; 0 and no flag: the session was ended under full load)
    State, // the kernel's own view of a socket has changed; data: a KernelView
    Options, // a socket's options have changed, or are seen for the first time; data: their values
    Finding, // what was found out about a failed call: who holds the address, and the like
};

// Found out by Sockscope itself: no call of the user's, no row of the user's log.
constexpr bool isObservation(EventKind kind)
{
    return kind == EventKind::State || kind == EventKind::Options || kind == EventKind::Finding;
}

namespace eventFlags {
// Made by Sockscope on its own account, not by the user: fchmod() before a UNIX bind().
inline constexpr std::uint8_t kAutomatic = 1U << 0;
// With EPIPE the kernel sent SIGPIPE, which ends a program that neither handles nor ignores it (send(2)).
inline constexpr std::uint8_t kSigpipe = 1U << 1;
// Of a Gap: what the log may take of the disk is used up.
inline constexpr std::uint8_t kBudget = 1U << 2;
// Of a Gap: from here on nothing is kept. How many events that was is said by the next one.
inline constexpr std::uint8_t kGapBegins = 1U << 3;
}

// Times: nanoseconds of CLOCK_MONOTONIC. The log is ordered by time + took: the moment the event was known.
struct Event {
    std::uint64_t time; // when the call began
    std::uint64_t took;
    std::uint64_t payload; // where the record lies: argument block, then data. In a ring: an address; in a
                           // store: an offset
    std::uint32_t payloadSize;
    std::uint32_t dataSize; // bytes that the call moved; more than are kept where payload was cut
    std::int32_t result; // of the call; no call here moves 2 GiB (MAX_RW_COUNT)
    SocketId socket; // whose event it is
    SocketId opened; // the socket that this call created
    Ticket ticket; // which posted call; none for what was not posted
    std::uint32_t tid; // the kernel's thread id
    std::uint16_t argumentsSize; // the first part of the record
    std::uint16_t error; // errno, 0 for none
    CallId call;
    ActorId actor;
    EventKind kind;
    std::uint8_t flags; // eventFlags
    std::uint16_t reserved;

    std::uint64_t end() const { return time + took; }
};

static_assert(sizeof(Event) == 64);
static_assert(std::is_trivially_copyable_v<Event>);

}

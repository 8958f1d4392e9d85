// The argument block of a call's event: what the user passed and what the kernel filled in, as bytes.
//
// Layout, little-endian as the machine: one int64 a parameter, in the order of the call's description
// (pointers: 0, but NULL: 1); then, where there is more, how many bytes of an address follow (uint16, 0xffff:
// there is none), its length as the kernel has it (uint32), the bytes, and the details (call_details.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "netcore/events/call_details.h"
#include "netcore/names/calls.h"
#include "netcore/sys/address.h"

namespace netcore {

inline constexpr std::int64_t kNullPointer = 1; // in the slot of a pointer

struct CallRecord {
    CallId call = CallId::None;
    std::array<std::int64_t, kMostParameters> arguments {};
    bool hasAddress = false; // false where the call has none, NULL was passed, or nothing came back
    Address address;
    std::uint32_t addressLength = 0; // the kernel's own; may exceed what was stored
    CallDetails details;

    int fd() const; // the descriptor it was made on; -1 for a call without one
};

// `room` is used again and again: after the first calls nothing is allocated. The block lies in it.
std::span<const std::byte> encode(const CallRecord& record, std::vector<std::byte>& room);
// All sockets that the call has opened, in its order.
std::vector<SocketId> openedBy(const CallRecord& record, SocketId opened);
// A block that is too short (a damaged file) leaves the rest at zero: it never fails.
CallRecord decodeCall(CallId call, std::span<const std::byte> block);

}

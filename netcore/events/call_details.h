// What a call says beyond numbers, one address and the bytes it moved: the same structures for what is asked
// and for what came back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "netcore/base/ids.h"
#include "netcore/sys/address.h"

namespace netcore {

// A descriptor that a call has opened: by socketpair(), or out of a message (SCM_RIGHTS, unix(7)).
struct OpenedDescriptor {
    SocketId id = kNoSocket;
    int fd = -1;
    int domain = -1; // -1: it is no socket
    int type = 0;
    int protocol = 0;
    std::string target; // of one that is no socket: what /proc/self/fd says, "/etc/hosts", "pipe:[4711]"

    bool operator==(const OpenedDescriptor&) const = default;
};

struct OpenedList {
    std::vector<OpenedDescriptor> opened;
    bool operator==(const OpenedList&) const = default;
};

// struct cmsghdr (cmsg(3)).
struct ControlMessage {
    int level = 0;
    int type = 0;
    std::vector<std::byte> data;
    // SCM_RIGHTS that is to be sent: sockets known by identity; the engine puts their numbers behind `data`.
    std::vector<SocketId> passes;

    bool operator==(const ControlMessage&) const = default;
};

// struct msghdr (sendmsg(2), recvmsg(2)). The name is the call's address; the bytes of all buffers, one
// behind the other, are its data.
struct MessageDetails {
    std::vector<std::uint32_t> bufferSizes; // iov_len
    std::vector<ControlMessage> control;
    std::int64_t nameRoom = 0; // msg_namelen as passed
    std::int64_t controlRoom = 0; // msg_controllen as passed to recvmsg(); 0: msg_control is NULL
    std::int64_t controlLength = 0; // msg_controllen as it came back
    std::int32_t flags = 0; // msg_flags as they came back
    std::vector<OpenedDescriptor> opened;

    bool operator==(const MessageDetails&) const = default;
};

// The value of an option, asked or answered. `length` is the kernel's word and may exceed what was stored.
struct OptionBytes {
    std::vector<std::byte> bytes;
    std::uint32_t length = 0;
    bool operator==(const OptionBytes&) const = default;
};

// struct pollfd (poll(2)).
struct PollEntry {
    SocketId socket = kNoSocket;
    std::int32_t fd = -1; // where `socket` is none: as it is
    std::int16_t events = 0;
    std::int16_t revents = 0;
    bool operator==(const PollEntry&) const = default;
};
struct PollDetails {
    std::vector<PollEntry> entries;
    bool operator==(const PollDetails&) const = default;
};

// struct addrinfo (getaddrinfo(3)).
struct FoundAddress {
    int flags = 0;
    int family = 0;
    int type = 0;
    int protocol = 0;
    Address address;
    std::string canonicalName;
    bool operator==(const FoundAddress&) const = default;
};
struct LookUpDetails {
    std::optional<std::string> node;
    std::optional<std::string> service;
    bool hasHints = false; // false: NULL
    int flags = 0;
    int family = 0;
    int type = 0;
    int protocol = 0;
    std::vector<FoundAddress> found;
    bool operator==(const LookUpDetails&) const = default;
};

using CallDetails
    = std::variant<std::monostate, OpenedList, MessageDetails, OptionBytes, PollDetails, LookUpDetails>;

// Bytes that a record may have for them; what does not fit is left out from the end.
inline constexpr std::size_t kLargestDetails = 60'000;

void encodeDetails(const CallDetails& details, std::vector<std::byte>& bytes); // appends
CallDetails decodeDetails(std::span<const std::byte> bytes); // damaged ones give empty or partial details

}

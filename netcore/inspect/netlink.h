// One question to the kernel over netlink(7), and all messages of its answer. No privilege needed.
//
// Threads: belongs to one. Where netlink is denied (a sandbox) every question fails with an errno.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "netcore/base/owned_fd.h"

namespace netcore {

class Netlink {
public:
    explicit Netlink(int protocol); // NETLINK_SOCK_DIAG, NETLINK_ROUTE

    // `content` is called for what follows the header of each message of the answer. Returns 0, or the errno
    // of the kernel's refusal. Does not block: the kernel answers within send().
    using Take = std::function<void(std::span<const std::byte> content)>;
    int ask(std::uint16_t type, std::uint16_t flags, std::span<const std::byte> body, const Take& take);

private:
    OwnedFd m_socket;
    std::vector<std::byte> m_room; // for an answer; made by the first question
    std::uint32_t m_sequence = 0;
};

// Walks the attributes behind a message's fixed part; a length that leaves the bytes ends the walk.
void forEachAttribute(std::span<const std::byte> attributes,
    const std::function<void(std::uint16_t type, std::span<const std::byte> content)>& take);

}

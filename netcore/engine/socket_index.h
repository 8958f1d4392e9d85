// Which of our sockets is at the other end of which, and who is bound to an address: found by what the kernel
// last said of them.
//
// Threads: belongs to one.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "netcore/base/ids.h"
#include "netcore/inspect/kernel_view.h"

namespace netcore {

class SocketIndex {
public:
    void put(SocketId id, const KernelView& view);
    void remove(SocketId id);

    // The other end, where it is one of ours; none otherwise.
    SocketId otherEndOf(const KernelView& view) const;
    // Sockets without a peer of their own that something sent to the address may arrive at: listeners,
    // datagram sockets. At most kMostAt.
    std::vector<SocketId> boundTo(const Address& address) const;

    static constexpr std::size_t kMostAt = 8;

private:
    struct Keys {
        std::uint64_t inode = 0;
        std::string ends; // of a connection
        std::string name; // of a socket without a peer
    };
    std::unordered_map<SocketId, Keys> m_keys;
    std::unordered_map<std::uint64_t, SocketId> m_byInode;
    std::unordered_map<std::string, SocketId> m_byEnds;
    std::unordered_multimap<std::string, SocketId> m_byName;
};

}

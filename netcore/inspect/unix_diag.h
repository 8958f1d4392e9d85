// Asks the kernel about one UNIX socket by its inode: sock_diag(7), no privilege needed.
//
// Threads: belongs to one. Where netlink is denied (a sandbox), find() finds nothing and everything else goes
// on.
#pragma once

#include <cstdint>
#include <optional>

#include "netcore/base/owned_fd.h"

namespace netcore {

struct UnixSocketFacts {
    std::uint64_t peerInode = 0; // 0: not connected
    std::uint32_t receiveQueue = 0; // of a listener: connections that wait
    std::uint32_t sendQueue = 0; // of a listener: the backlog
};

class UnixDiag {
public:
    UnixDiag();
    std::optional<UnixSocketFacts> find(std::uint64_t inode);

private:
    bool ask(std::uint64_t inode);

    OwnedFd m_netlink;
    std::uint32_t m_sequence = 0;
};

}

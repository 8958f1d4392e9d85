// Asks the kernel about one UNIX socket by its inode: sock_diag(7), no privilege needed. Of any process.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "netcore/inspect/netlink.h"

namespace netcore {

struct UnixSocketFacts {
    std::uint64_t peerInode = 0; // 0: not connected
    std::uint32_t receiveQueue
        = 0; // of a listener: connections that wait; of a datagram socket: the next message
    std::uint32_t sendQueue = 0; // of a listener: the backlog; else memory, not bytes
    std::int32_t state = -1; // by TCP's numbers: TCP_CLOSE, TCP_ESTABLISHED, TCP_LISTEN
    std::int32_t shutdown = -1; // kShutReceive, kShutSend
};

// Nothing: no such socket, or the kernel does not tell.
std::optional<UnixSocketFacts> findUnixSocket(Netlink& link, std::uint64_t inode);

// Of a listener: the inodes of those whose connections wait in its accept queue, in their order.
std::vector<std::uint64_t> queuedUnixPeers(Netlink& link, std::uint64_t listener);

}

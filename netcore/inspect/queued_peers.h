// Who waits in the accept queues of listeners: connections that are made and that nobody has accepted yet. No
// descriptor leads to their near end: sock_diag(7) lists it without an inode (TCP), or names the far ends
// itself (UNIX_DIAG_ICONS).
#pragma once

#include <atomic>
#include <span>
#include <vector>

#include "netcore/inspect/finding.h"

namespace netcore {

struct QueueQuestion {
    Address local; // of the listener
    std::uint64_t inode = 0; // of the listener; needed for UNIX
};

inline constexpr std::size_t kMostQueuedPeers = 32; // of a listener: who counts them all asks for its queue

// The far ends, for each listener in order and kMostQueuedPeers at most: address (a client's UNIX socket
// seldom has one), inode, process, program and command line; inode 0: on another machine, or closed by now.
// The tables of all sockets are read once for all: some milliseconds, for a thread in the background. Ends
// early when `stop` becomes true.
std::vector<std::vector<Holder>> findQueuedPeers(
    std::span<const QueueQuestion> listeners, const std::atomic<bool>& stop);

}

// Which programs are at the other ends of our sockets, as far as they run on this machine and this user may
// look.
#pragma once

#include <atomic>
#include <span>
#include <vector>

#include "netcore/inspect/finding.h"

namespace netcore {

struct PeerQuestion {
    int type = 0; // SOCK_*
    Address local; // of our end
    Address remote; // of the other
    std::uint64_t peerInode = 0; // of a UNIX socket: the other end's; 0: not known
};

// An answer for each, in order: inode, process, program and command line; process 0: not visible, or on
// another machine. The tables of all sockets are read once for all questions: some milliseconds, for a thread
// in the background. Ends early when `stop` becomes true.
std::vector<Holder> findPeerOwners(std::span<const PeerQuestion> questions, const std::atomic<bool>& stop);

}

// All sockets of this network namespace, of all programs, as the kernel lists them: sock_diag(7); where
// netlink is denied, /proc/net/{tcp,tcp6,udp,udp6,unix} (proc(5)), which leaves out sockets that are only
// bound.
//
// A dump of a busy machine takes milliseconds: for a thread in the background. Of a Holder it fills what the
// kernel tells: addresses, state, type, inode, user, v6Only.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string_view>

#include "netcore/inspect/finding.h"

namespace netcore {

using TakeHolder = std::function<void(Holder&& holder)>;

// Both families. Protocol: IPPROTO_TCP or IPPROTO_UDP. False: not even /proc could be read.
bool listInternetSockets(int protocol, const TakeHolder& take);

// Holder::local is the name, remote stays empty.
struct UnixSocket {
    Holder holder;
    std::uint32_t fileInode = 0; // of the socket file, its lower 32 bits; 0: none
    std::uint32_t fileDevice = 0; // major << 20 | minor
    std::uint32_t acceptQueue = 0;
    std::uint32_t acceptLimit = 0;
};
using TakeUnixSocket = std::function<void(UnixSocket&& socket)>;
bool listUnixSockets(const TakeUnixSocket& take);

// The tables of /proc, for those two and for tests: hostile text gives no holders, never a crash.
void readInternetTable(std::istream& table, int protocol, const TakeHolder& take);
void readUnixTable(std::istream& table, const TakeUnixSocket& take);

}

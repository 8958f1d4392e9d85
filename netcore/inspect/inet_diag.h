// Asks the kernel about one TCP connection by its two addresses: sock_diag(7), no privilege needed. It
// answers for connections that no descriptor leads to any more, too: FIN_WAIT, LAST_ACK, TIME_WAIT.
#pragma once

#include <cstdint>

#include "netcore/inspect/kernel_view.h"
#include "netcore/inspect/netlink.h"

namespace netcore {

struct TcpEnds {
    Address local;
    Address peer;
    std::uint32_t interface = 0; // SO_BINDTOIFINDEX; 0: bound to none
    std::uint64_t cookie = 0; // 0: whichever connection has these addresses now

    // Both are named and of one family.
    bool areWhole() const;
};

struct TcpConnectionFacts {
    std::int32_t state = -1;
    SocketTimer timer;
    std::int64_t receiveQueue = -1;
    std::int64_t sendQueue = -1;
    std::int32_t shutdown = -1; // kShutReceive, kShutSend
    std::uint64_t inode = 0; // 0: no descriptor leads to it
    std::uint64_t cookie = 0;
};

enum class DiagResult : std::uint8_t {
    Found,
    NotThere, // the kernel has no such connection, or another one has taken its addresses
    Untold, // netlink is denied, or this kernel cannot answer
};

DiagResult findTcpConnection(Netlink& link, const TcpEnds& ends, TcpConnectionFacts& facts);

}

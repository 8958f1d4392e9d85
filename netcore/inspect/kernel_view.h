// What the kernel itself says of a socket, beyond what calls have returned.
//
// Sources: tcp(7) and <linux/tcp.h> (TCP_INFO; of a listener tcpi_unacked is the accept queue and tcpi_sacked
// its limit), ioctl SIOCINQ and SIOCOUTQ (tcp(7), udp(7)), unix sock_diag (sock_diag(7)).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "netcore/engine/descriptor_table.h"
#include "netcore/sys/address.h"

namespace netcore {

class UnixDiag;

// -1: the kernel does not tell, or it does not apply.
struct KernelView {
    std::int32_t tcpState = -1; // TCP_ESTABLISHED ...
    std::int64_t receiveQueue = -1; // bytes; of a datagram socket the size of the next message
    std::int64_t sendQueue = -1; // bytes sent and not acknowledged; TCP and UDP
    std::int64_t acceptQueue = -1; // connections that wait for accept()
    std::int64_t backlog = -1; // as the kernel keeps it: listen()'s, clamped to somaxconn
    std::uint64_t inode = 0;
    std::uint64_t peerInode = 0; // UNIX stream: the other end's
    Address local;
    Address peer;

    bool isClosed() const; // TCP_CLOSE: not connected, or not any more
    bool isHalfClosed() const; // between TCP_ESTABLISHED and the end

    bool operator==(const KernelView&) const = default;
};

// A handful of system calls, none of which blocks or changes the socket. Any thread; `diag` belongs to that
// thread.
KernelView lookAt(const Descriptor& descriptor, UnixDiag& diag);

std::vector<std::byte> encode(const KernelView& view);
KernelView decodeKernelView(std::span<const std::byte> bytes); // short bytes: the rest stays unknown

}

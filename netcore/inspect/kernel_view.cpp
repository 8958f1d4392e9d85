#include "netcore/inspect/kernel_view.h"

#include <algorithm>
#include <cstring>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include "netcore/inspect/unix_diag.h"

namespace netcore {

namespace {

std::int64_t queue(int fd, unsigned long request)
{
    int bytes = -1;
    return ::ioctl(fd, request, &bytes) == 0 ? bytes : -1;
}

using Naming = int (*)(int, sockaddr*, socklen_t*);

Address named(int fd, Naming naming)
{
    sockaddr_storage storage {};
    socklen_t length = sizeof storage;
    return naming(fd, reinterpret_cast<sockaddr*>(&storage), &length) == 0
        ? Address::fromKernel(storage, length)
        : Address();
}

bool listens(int fd)
{
    int value = 0;
    socklen_t length = sizeof value;
    return ::getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 && value != 0;
}

void lookAtTcp(int fd, KernelView& view)
{
    tcp_info info {};
    socklen_t length = sizeof info; // a shorter answer leaves the rest at zero
    if (::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) != 0) {
        return;
    }
    view.tcpState = info.tcpi_state;
    if (info.tcpi_state == TCP_CLOSE) {
        view.sendQueue = -1; // SIOCOUTQ subtracts sequence numbers that mean nothing any more
    }
    if (info.tcpi_state == TCP_LISTEN) {
        view.acceptQueue = info.tcpi_unacked;
        view.backlog = info.tcpi_sacked;
    }
}

void lookAtUnix(int fd, KernelView& view, UnixDiag& diag)
{
    const auto found = diag.find(view.inode);
    if (!found) {
        return;
    }
    view.peerInode = found->peerInode;
    if (listens(fd)) {
        view.acceptQueue = found->receiveQueue;
        view.backlog = found->sendQueue;
        view.receiveQueue = -1;
    }
}

struct Fixed {
    std::int64_t receiveQueue;
    std::int64_t sendQueue;
    std::int64_t acceptQueue;
    std::int64_t backlog;
    std::uint64_t inode;
    std::uint64_t peerInode;
    std::int32_t tcpState;
    std::uint32_t localLength; // its bytes follow, then the peer's up to the end
};

}

bool KernelView::isClosed() const
{
    return tcpState == TCP_CLOSE;
}

bool KernelView::isHalfClosed() const
{
    switch (tcpState) {
    case TCP_FIN_WAIT1:
    case TCP_FIN_WAIT2:
    case TCP_CLOSE_WAIT:
    case TCP_CLOSING:
    case TCP_LAST_ACK:
        return true;
    default:
        return false;
    }
}

KernelView lookAt(const Descriptor& descriptor, UnixDiag& diag)
{
    KernelView view;
    const int fd = descriptor.fd;
    struct stat found { };
    view.inode = ::fstat(fd, &found) == 0 ? found.st_ino : 0;
    view.local = named(fd, ::getsockname);
    view.peer = named(fd, ::getpeername);
    view.receiveQueue = queue(fd, SIOCINQ);
    if (descriptor.domain == AF_UNIX) {
        // SIOCOUTQ of a UNIX socket counts the kernel's book-keeping too: what the other end has not read is
        // its SIOCINQ.
        lookAtUnix(fd, view, diag);
        return view;
    }
    view.sendQueue = queue(fd, SIOCOUTQ);
    if (descriptor.type == SOCK_STREAM) {
        lookAtTcp(fd, view);
    }
    return view;
}

std::vector<std::byte> encode(const KernelView& view)
{
    const Fixed fixed {view.receiveQueue, view.sendQueue, view.acceptQueue, view.backlog, view.inode,
        view.peerInode, view.tcpState, view.local.length()};
    const auto head = std::as_bytes(std::span(&fixed, 1));
    std::vector<std::byte> bytes(head.begin(), head.end());
    std::ranges::copy(view.local.bytes(), std::back_inserter(bytes));
    std::ranges::copy(view.peer.bytes(), std::back_inserter(bytes));
    return bytes;
}

KernelView decodeKernelView(std::span<const std::byte> bytes)
{
    Fixed fixed {-1, -1, -1, -1, 0, 0, -1, 0};
    if (bytes.size() < sizeof fixed) {
        return {};
    }
    std::memcpy(&fixed, bytes.data(), sizeof fixed);
    const auto rest = bytes.subspan(sizeof fixed);
    const std::size_t local = std::min<std::size_t>(fixed.localLength, rest.size());
    KernelView view;
    view.tcpState = fixed.tcpState;
    view.receiveQueue = fixed.receiveQueue;
    view.sendQueue = fixed.sendQueue;
    view.acceptQueue = fixed.acceptQueue;
    view.backlog = fixed.backlog;
    view.inode = fixed.inode;
    view.peerInode = fixed.peerInode;
    view.local = Address::fromBytes(rest.first(local));
    view.peer = Address::fromBytes(rest.subspan(local));
    return view;
}

}

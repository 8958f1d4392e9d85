#include "netcore/inspect/kernel_view.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>

#include "netcore/inspect/view_sources.h"

namespace netcore {

std::string_view nameOf(SocketMemory which)
{
    constexpr std::array<std::string_view, kSocketMemories> kNames {"rmem_alloc", "rcvbuf", "wmem_alloc",
        "sndbuf", "fwd_alloc", "wmem_queued", "optmem", "backlog", "drops"};
    const auto index = static_cast<std::size_t>(which);
    return index < kNames.size() ? kNames[index] : std::string_view();
}

std::int32_t KernelView::state() const
{
    if (tcpState >= 0 || unixState >= 0) {
        return std::max(tcpState, unixState);
    }
    const bool isDatagram = type == SOCK_DGRAM && (asked & bitOf(ViewSource::PeerName)) != 0;
    return !isDatagram ? -1 : peer.isEmpty() ? TCP_CLOSE : TCP_ESTABLISHED;
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

bool KernelView::errorWaits() const
{
    return readiness >= 0 && (readiness & POLLERR) != 0;
}

std::optional<bool> KernelView::nonBlocking() const
{
    return statusFlags < 0 ? std::nullopt : std::optional((statusFlags & O_NONBLOCK) != 0);
}

std::optional<std::uint32_t> KernelView::memoryOf(SocketMemory which) const
{
    const auto index = static_cast<std::size_t>(which);
    return index < memoryCount && index < kSocketMemories ? std::optional(memory[index]) : std::nullopt;
}

}

// TCP and Multipath TCP: TCP_INFO, timers, the accept queue.
#include <algorithm>
#include <array>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "netcore/inspect/look_parts.h"

namespace netcore {

namespace {

// <linux/mptcp.h> is not everywhere.
constexpr int kSolMptcp = 284;
constexpr int kMptcpInfo = 1;

// The first members of struct mptcp_info.
struct MptcpHead {
    std::uint8_t subflows;
    std::uint8_t addressesSignalled;
    std::uint8_t addressesAccepted;
    std::uint8_t mostSubflows;
    std::uint8_t mostAddressesSignalled;
    std::uint8_t mostAddressesAccepted;
    std::uint32_t flags;
};

void tcpInfo(Look& look)
{
    alignas(std::uint64_t) std::array<std::byte, TcpInfo::kMost> bytes {};
    socklen_t length = bytes.size();
    if (::getsockopt(look.fd, IPPROTO_TCP, TCP_INFO, bytes.data(), &length) != 0) {
        return;
    }
    look.mark(ViewSource::TcpInfo);
    look.view.tcpInfo = TcpInfo(std::span(bytes).first(std::min<std::size_t>(length, bytes.size())));
    if (const auto state = look.view.tcpInfo.value("state")) {
        look.view.tcpState = static_cast<std::int32_t>(*state);
    }
}

void acceptQueue(KernelView& view)
{
    const auto queued = view.tcpInfo.value("unacked");
    const auto limit = view.tcpInfo.value("sacked");
    view.acceptQueue = queued ? static_cast<std::int64_t>(*queued) : -1;
    view.backlog = limit ? static_cast<std::int64_t>(*limit) : -1;
}

// In SYN_SENT getpeername() says ENOTCONN, and of a connection that has ended nothing has its addresses but
// memory.
TcpEnds endsToAskFor(const Look& look)
{
    TcpEnds ends = endsOf(look.view);
    if (ends.peer.isEmpty()) {
        ends.peer = look.before.ends.peer;
        ends.local = look.view.tcpState == TCP_SYN_SENT ? ends.local : look.before.ends.local;
    }
    return ends;
}

// The timers; of a socket that has ended, what is left of its connection.
void connection(Look& look)
{
    look.view.interface = look.option<std::uint32_t>(SOL_SOCKET, SO_BINDTOIFINDEX, ViewSource::Interface)
                              .value_or(0);
    TcpConnectionFacts facts;
    if (findTcpConnection(look.link, endsToAskFor(look), facts) != DiagResult::Found) {
        return;
    }
    look.mark(ViewSource::InetDiag);
    look.view.timer = facts.timer;
    look.view.shutdown = facts.shutdown;
}

}

void lookAtTcp(Look& look)
{
    tcpInfo(look);
    if (look.view.protocol == kIpprotoMptcp) {
        if (const auto info = look.option<MptcpHead>(kSolMptcp, kMptcpInfo, ViewSource::MptcpInfo)) {
            look.view.mptcpSubflows = info->subflows;
            look.view.mptcpFlags = info->flags;
        }
    }
    if (look.view.tcpState == TCP_LISTEN) {
        acceptQueue(look.view);
        return;
    }
    if (look.view.tcpState == TCP_CLOSE) {
        look.view.sendQueue = -1; // SIOCOUTQ subtracts sequence numbers that mean nothing any more
    } else {
        look.view.unsentQueue = look.queue(SIOCOUTQNSD, ViewSource::UnsentQueue);
    }
    connection(look);
}

}

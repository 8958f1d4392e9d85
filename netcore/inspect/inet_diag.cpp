#include "netcore/inspect/inet_diag.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "netcore/base/clock.h"
#include "netcore/base/value_at.h"

namespace netcore {

namespace {

constexpr std::uint64_t kNanosecondsInMillisecond = 1'000'000;

// sockaddr_in and sockaddr_in6 differ in where the address stands.
template<typename Host> void place(const Address& address, Host& host, std::uint16_t& port)
{
    if (address.family() == AF_INET) {
        const auto name = valueAt<sockaddr_in>(address.bytes());
        std::memcpy(&host, &name.sin_addr, sizeof name.sin_addr);
        port = name.sin_port;
    } else {
        const auto name = valueAt<sockaddr_in6>(address.bytes());
        std::memcpy(&host, &name.sin6_addr, sizeof name.sin6_addr);
        port = name.sin6_port;
    }
}

// A connection over a link-local address is bound to its interface.
std::uint32_t interfaceOf(const TcpEnds& ends)
{
    const auto scope
        = ends.local.family() == AF_INET6 ? valueAt<sockaddr_in6>(ends.local.bytes()).sin6_scope_id : 0U;
    return ends.interface != 0 ? ends.interface : scope;
}

inet_diag_req_v2 requestFor(const TcpEnds& ends)
{
    inet_diag_req_v2 request {};
    request.sdiag_family = static_cast<std::uint8_t>(ends.local.family());
    request.sdiag_protocol = IPPROTO_TCP;
    request.idiag_states = UINT32_MAX;
    place(ends.local, request.id.idiag_src, request.id.idiag_sport);
    place(ends.peer, request.id.idiag_dst, request.id.idiag_dport);
    request.id.idiag_if = interfaceOf(ends);
    const std::uint64_t cookie = ends.cookie == 0 ? UINT64_MAX : ends.cookie; // INET_DIAG_NOCOOKIE
    request.id.idiag_cookie[0] = static_cast<std::uint32_t>(cookie);
    request.id.idiag_cookie[1] = static_cast<std::uint32_t>(cookie >> 32U);
    return request;
}

TimerKind timerKind(std::uint8_t number)
{
    constexpr std::array kKinds {
        TimerKind::None, TimerKind::Retransmit, TimerKind::Keepalive, TimerKind::TimeWait, TimerKind::Probe};
    return number < kKinds.size() ? kKinds[number] : TimerKind::Unknown;
}

SocketTimer timerOf(const inet_diag_msg& message, std::uint64_t asked)
{
    SocketTimer timer;
    timer.kind = timerKind(message.idiag_timer);
    if (timer.kind != TimerKind::None) {
        // Milliseconds that are left, as a signed number: a timer that is due may say a little less than
        // zero.
        const auto left = std::max(static_cast<std::int32_t>(message.idiag_expires), 0);
        timer.ends = asked + static_cast<std::uint64_t>(left) * kNanosecondsInMillisecond;
        timer.retransmits = message.idiag_retrans;
    }
    return timer;
}

TcpConnectionFacts factsIn(std::span<const std::byte> answer, std::uint64_t asked)
{
    const auto message = valueAt<inet_diag_msg>(answer);
    TcpConnectionFacts facts;
    facts.state = message.idiag_state;
    facts.timer = timerOf(message, asked);
    facts.inode = message.idiag_inode;
    facts.cookie = message.id.idiag_cookie[0] | std::uint64_t {message.id.idiag_cookie[1]} << 32U;
    if (facts.state != TCP_TIME_WAIT && facts.timer.kind != TimerKind::TimeWait) {
        facts.receiveQueue = message.idiag_rqueue; // what is left of the rest has no queues
        facts.sendQueue = message.idiag_wqueue;
    }
    forEachAttribute(answer.subspan(NLMSG_ALIGN(sizeof message)),
        [&](std::uint16_t type, std::span<const std::byte> content) {
            if (type == INET_DIAG_SHUTDOWN) {
                facts.shutdown = valueAt<std::uint8_t>(content);
            }
        });
    return facts;
}

}

bool TcpEnds::areWhole() const
{
    const int family = local.family();
    return (family == AF_INET || family == AF_INET6) && peer.family() == family && local.port() != 0
        && peer.port() != 0;
}

DiagResult findTcpConnection(Netlink& link, const TcpEnds& ends, TcpConnectionFacts& facts)
{
    if (!ends.areWhole()) {
        return DiagResult::Untold;
    }
    const inet_diag_req_v2 request = requestFor(ends);
    const std::uint64_t asked = monotonicNow();
    auto result = DiagResult::Untold;
    const auto take = [&](std::span<const std::byte> answer) {
        const auto message = valueAt<inet_diag_msg>(answer);
        if (answer.size() < sizeof message) {
            return;
        }
        // The kernel looks among connections first, then among listeners.
        result = message.idiag_state == TCP_LISTEN ? DiagResult::NotThere : DiagResult::Found;
        facts = factsIn(answer, asked);
    };
    const int error = link.ask(SOCK_DIAG_BY_FAMILY, 0, std::as_bytes(std::span(&request, 1)), take);
    return error == ENOENT || error == ESTALE ? DiagResult::NotThere : result;
}

}

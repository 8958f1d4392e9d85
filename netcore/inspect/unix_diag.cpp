#include "netcore/inspect/unix_diag.h"

#include <array>
#include <cstring>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <span>
#include <sys/socket.h>

namespace netcore {

namespace {

struct Request {
    nlmsghdr header;
    unix_diag_req body;
};

template<typename Value> Value valueAt(std::span<const std::byte> bytes)
{
    Value value {};
    std::memcpy(&value, bytes.data(), std::min(sizeof value, bytes.size()));
    return value;
}

void takeAttribute(UnixSocketFacts& facts, std::uint16_t type, std::span<const std::byte> content)
{
    if (type == UNIX_DIAG_PEER) {
        facts.peerInode = valueAt<std::uint32_t>(content);
    } else if (type == UNIX_DIAG_RQLEN) {
        const auto queues = valueAt<unix_diag_rqlen>(content);
        facts.receiveQueue = queues.udiag_rqueue;
        facts.sendQueue = queues.udiag_wqueue;
    }
}

// Attributes are padded to four bytes; a length that leaves the message ends the walk.
UnixSocketFacts factsIn(std::span<const std::byte> attributes)
{
    UnixSocketFacts facts;
    while (attributes.size() >= sizeof(rtattr)) {
        const auto head = valueAt<rtattr>(attributes);
        if (head.rta_len < sizeof(rtattr) || head.rta_len > attributes.size()) {
            break;
        }
        takeAttribute(
            facts, head.rta_type, attributes.subspan(sizeof(rtattr), head.rta_len - sizeof(rtattr)));
        attributes = attributes.subspan(std::min<std::size_t>(NLMSG_ALIGN(head.rta_len), attributes.size()));
    }
    return facts;
}

}

UnixDiag::UnixDiag()
    : m_netlink(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_SOCK_DIAG))
{
}

bool UnixDiag::ask(std::uint64_t inode)
{
    Request request {};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.header.nlmsg_seq = ++m_sequence;
    request.body.sdiag_family = AF_UNIX;
    request.body.udiag_states = UINT32_MAX;
    request.body.udiag_ino = static_cast<std::uint32_t>(inode);
    request.body.udiag_show = UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN;
    request.body.udiag_cookie[0] = UINT32_MAX; // INET_DIAG_NOCOOKIE: whichever has this inode
    request.body.udiag_cookie[1] = UINT32_MAX;
    return ::send(m_netlink.get(), &request, sizeof request, 0) == static_cast<ssize_t>(sizeof request);
}

std::optional<UnixSocketFacts> UnixDiag::find(std::uint64_t inode)
{
    if (!m_netlink.isOpen() || inode == 0 || !ask(inode)) {
        return std::nullopt;
    }
    // The kernel answers within send(): what is not there now does not come.
    alignas(nlmsghdr) std::array<std::byte, 1024> answer {};
    const ssize_t length = ::recv(m_netlink.get(), answer.data(), answer.size(), 0);
    constexpr std::size_t kFixed = NLMSG_HDRLEN + NLMSG_ALIGN(sizeof(unix_diag_msg));
    if (length < static_cast<ssize_t>(kFixed)) {
        return std::nullopt;
    }
    const auto message = std::span<const std::byte>(answer).first(static_cast<std::size_t>(length));
    const auto header = valueAt<nlmsghdr>(message);
    if (header.nlmsg_type != SOCK_DIAG_BY_FAMILY || header.nlmsg_seq != m_sequence) {
        return std::nullopt;
    }
    return factsIn(message.subspan(kFixed));
}

}

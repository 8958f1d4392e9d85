#include "netcore/inspect/unix_diag.h"

#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>

#include "netcore/base/value_at.h"

namespace netcore {

namespace {

void takeAttribute(UnixSocketFacts& facts, std::uint16_t type, std::span<const std::byte> content)
{
    if (type == UNIX_DIAG_PEER) {
        facts.peerInode = valueAt<std::uint32_t>(content);
    } else if (type == UNIX_DIAG_RQLEN) {
        const auto queues = valueAt<unix_diag_rqlen>(content);
        facts.receiveQueue = queues.udiag_rqueue;
        facts.sendQueue = queues.udiag_wqueue;
    } else if (type == UNIX_DIAG_SHUTDOWN) {
        facts.shutdown = valueAt<std::uint8_t>(content);
    }
}

constexpr std::size_t kFixed = NLMSG_ALIGN(sizeof(unix_diag_msg));

unix_diag_req requestFor(std::uint64_t inode, std::uint32_t show)
{
    unix_diag_req request {};
    request.sdiag_family = AF_UNIX;
    request.udiag_states = UINT32_MAX;
    request.udiag_ino = static_cast<std::uint32_t>(inode);
    request.udiag_show = show;
    request.udiag_cookie[0] = UINT32_MAX; // INET_DIAG_NOCOOKIE: whichever has this inode
    request.udiag_cookie[1] = UINT32_MAX;
    return request;
}

}

std::optional<UnixSocketFacts> findUnixSocket(Netlink& link, std::uint64_t inode)
{
    if (inode == 0) {
        return std::nullopt;
    }
    const unix_diag_req request = requestFor(inode, UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN);
    std::optional<UnixSocketFacts> facts;
    const auto take = [&](std::span<const std::byte> answer) {
        if (answer.size() >= kFixed) {
            facts.emplace();
            facts->state = valueAt<unix_diag_msg>(answer).udiag_state;
            forEachAttribute(
                answer.subspan(kFixed), [&](std::uint16_t type, std::span<const std::byte> content) {
                    takeAttribute(*facts, type, content);
                });
        }
    };
    link.ask(SOCK_DIAG_BY_FAMILY, 0, std::as_bytes(std::span(&request, 1)), take);
    return facts;
}

std::vector<std::uint64_t> queuedUnixPeers(Netlink& link, std::uint64_t listener)
{
    std::vector<std::uint64_t> peers;
    if (listener == 0) {
        return peers;
    }
    const auto takePeers = [&](std::uint16_t type, std::span<const std::byte> content) {
        for (; type == UNIX_DIAG_ICONS && content.size() >= sizeof(std::uint32_t);
             content = content.subspan(sizeof(std::uint32_t))) {
            peers.push_back(valueAt<std::uint32_t>(content));
        }
    };
    const unix_diag_req request = requestFor(listener, UDIAG_SHOW_ICONS);
    link.ask(SOCK_DIAG_BY_FAMILY, 0, std::as_bytes(std::span(&request, 1)),
        [&](std::span<const std::byte> answer) {
            if (answer.size() >= kFixed) {
                forEachAttribute(answer.subspan(kFixed), takePeers);
            }
        });
    return peers;
}

}

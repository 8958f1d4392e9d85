#include "netcore/inspect/socket_tables.h"

#include <cstring>
#include <fstream>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "netcore/inspect/netlink.h"

namespace netcore {

namespace {

template<typename Value> Value valueAt(std::span<const std::byte> bytes)
{
    Value value {};
    std::memcpy(&value, bytes.data(), std::min(sizeof value, bytes.size()));
    return value;
}

int typeOf(int protocol)
{
    return protocol == IPPROTO_TCP ? SOCK_STREAM : SOCK_DGRAM;
}

Address addressOf(int family, const void* host, std::uint16_t networkPort, std::uint32_t scope)
{
    if (family == AF_INET) {
        std::uint32_t ip = 0;
        std::memcpy(&ip, host, sizeof ip);
        return Address::ipv4(ntohl(ip), ntohs(networkPort));
    }
    std::array<std::uint8_t, 16> ip {};
    std::memcpy(ip.data(), host, ip.size());
    return Address::ipv6(ip, ntohs(networkPort), scope);
}

Holder holderIn(std::span<const std::byte> content, int protocol)
{
    const auto message = valueAt<inet_diag_msg>(content);
    const inet_diag_sockid& id = message.id;
    // A bound socket's interface is no zone of its address, unless it is link-local.
    const bool linkLocal
        = message.idiag_family == AF_INET6 && (ntohl(id.idiag_src[0]) & 0xffc00000) == 0xfe800000;
    const std::uint32_t scope = linkLocal ? id.idiag_if : 0;
    Holder holder;
    holder.local = addressOf(message.idiag_family, id.idiag_src, id.idiag_sport, scope);
    if (id.idiag_dport != 0) {
        holder.remote = addressOf(message.idiag_family, id.idiag_dst, id.idiag_dport, scope);
    }
    // A closed TCP socket that is listed is bound: of others the lists say nothing.
    const bool boundOnly = protocol == IPPROTO_TCP && message.idiag_state == TCP_CLOSE;
    holder.state = boundOnly ? kBoundOnly : message.idiag_state;
    holder.type = static_cast<std::uint8_t>(typeOf(protocol));
    holder.inode = message.idiag_inode;
    holder.user = message.idiag_uid;
    forEachAttribute(content.subspan(std::min(content.size(), sizeof message)),
        [&](std::uint16_t type, std::span<const std::byte> value) {
            holder.v6Only |= type == INET_DIAG_SKV6ONLY && !value.empty() && value[0] != std::byte {0};
        });
    return holder;
}

bool dumpInternetSockets(int family, int protocol, const TakeHolder& take)
{
    inet_diag_req_v2 request {};
    request.sdiag_family = static_cast<std::uint8_t>(family);
    request.sdiag_protocol = static_cast<std::uint8_t>(protocol);
    request.idiag_states = UINT32_MAX;
    Netlink netlink(NETLINK_SOCK_DIAG);
    return netlink.ask(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, std::as_bytes(std::span(&request, 1)),
               [&](std::span<const std::byte> content) {
                   if (content.size() >= sizeof(inet_diag_msg)) {
                       take(holderIn(content, protocol));
                   }
               })
        == 0;
}

UnixSocket unixSocketIn(std::span<const std::byte> content)
{
    const auto message = valueAt<unix_diag_msg>(content);
    UnixSocket socket;
    socket.holder.state = message.udiag_state;
    socket.holder.type = message.udiag_type;
    socket.holder.inode = message.udiag_ino;
    forEachAttribute(content.subspan(std::min<std::size_t>(content.size(), NLMSG_ALIGN(sizeof message))),
        [&](std::uint16_t type, std::span<const std::byte> value) {
            const std::string_view text(reinterpret_cast<const char*>(value.data()), value.size());
            if (type == UNIX_DIAG_NAME && !text.empty()) {
                socket.holder.local = text[0] == '\0' ? Address::unixAbstract(text.substr(1))
                                                      : Address::unixPath(text.substr(0, text.find('\0')));
            } else if (type == UNIX_DIAG_VFS) {
                const auto file = valueAt<unix_diag_vfs>(value);
                socket.fileInode = file.udiag_vfs_ino;
                socket.fileDevice = file.udiag_vfs_dev;
            } else if (type == UNIX_DIAG_RQLEN) {
                const auto queues = valueAt<unix_diag_rqlen>(value);
                socket.acceptQueue = queues.udiag_rqueue;
                socket.acceptLimit = queues.udiag_wqueue;
            } else if (type == UNIX_DIAG_UID) {
                socket.holder.user = valueAt<std::uint32_t>(value);
            }
        });
    return socket;
}

bool dumpUnixSockets(const TakeUnixSocket& take)
{
    unix_diag_req request {};
    request.sdiag_family = AF_UNIX;
    request.udiag_states = UINT32_MAX;
    request.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_RQLEN | UDIAG_SHOW_UID;
    Netlink netlink(NETLINK_SOCK_DIAG);
    return netlink.ask(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, std::as_bytes(std::span(&request, 1)),
               [&](std::span<const std::byte> content) {
                   if (content.size() >= sizeof(unix_diag_msg)) {
                       take(unixSocketIn(content));
                   }
               })
        == 0;
}

}

bool listInternetSockets(int protocol, const TakeHolder& take)
{
    bool listed = false;
    for (const int family : {AF_INET, AF_INET6}) {
        std::size_t count = 0;
        const auto counted = [&](Holder&& holder) {
            ++count;
            take(std::move(holder));
        };
        if (dumpInternetSockets(family, protocol, counted) || count > 0) {
            listed = true;
            continue;
        }
        // /proc/net is that of the process's first thread; a thread may be in another network.
        std::ifstream table(std::string("/proc/thread-self/net/") + (protocol == IPPROTO_TCP ? "tcp" : "udp")
            + (family == AF_INET6 ? "6" : ""));
        listed |= table.good();
        readInternetTable(table, protocol, take);
    }
    return listed;
}

bool listUnixSockets(const TakeUnixSocket& take)
{
    if (dumpUnixSockets(take)) {
        return true;
    }
    std::ifstream table("/proc/thread-self/net/unix");
    readUnixTable(table, take);
    return table.eof();
}

}

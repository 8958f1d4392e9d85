#include "netcore/inspect/queued_peers.h"

#include <algorithm>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "netcore/inspect/netlink.h"
#include "netcore/inspect/process_finder.h"
#include "netcore/inspect/socket_tables.h"
#include "netcore/inspect/unix_diag.h"
#include "netcore/sys/same_place.h"

namespace netcore {

namespace {

using Queues = std::vector<std::vector<Holder>>;

// The far end may have gone again: what it has sent still waits.
bool isQueued(const Holder& holder)
{
    return holder.inode == 0 && (holder.state == TCP_ESTABLISHED || holder.state == TCP_CLOSE_WAIT);
}

bool isOf(const Holder& queued, const Address& listener)
{
    return queued.local == listener
        || (listener.isWildcard() && queued.local.port() == listener.port()
            && queued.local.family() == listener.family());
}

void findInternet(std::span<const QueueQuestion> listeners, Queues& queues)
{
    std::vector<Holder> all;
    listInternetSockets(IPPROTO_TCP, [&](Holder&& holder) { all.push_back(std::move(holder)); });
    for (const Holder& near : all) {
        for (std::size_t i = 0; i < listeners.size() && isQueued(near); ++i) {
            if (!isOf(near, listeners[i].local) || queues[i].size() == kMostQueuedPeers) {
                continue;
            }
            const auto far = std::ranges::find_if(all, [&](const Holder& other) {
                return isSamePlace(other.local, near.remote) && isSamePlace(other.remote, near.local);
            });
            Holder unknown;
            unknown.local = near.remote;
            unknown.remote = near.local;
            queues[i].push_back(far == all.end() ? unknown : *far);
        }
    }
}

void findUnix(const QueueQuestion& listener, std::vector<Holder>& queue)
{
    Netlink link(NETLINK_SOCK_DIAG);
    std::vector<std::uint64_t> peers = queuedUnixPeers(link, listener.inode);
    peers.resize(std::min(peers.size(), kMostQueuedPeers));
    for (const std::uint64_t inode : peers) {
        Holder far;
        far.remote = listener.local;
        far.inode = inode;
        queue.push_back(far);
    }
}

}

Queues findQueuedPeers(std::span<const QueueQuestion> listeners, const std::atomic<bool>& stop)
{
    Queues queues(listeners.size());
    const auto isUnix = [](const QueueQuestion& one) { return one.local.family() == AF_UNIX; };
    if (!std::ranges::all_of(listeners, isUnix)) {
        findInternet(listeners, queues);
    }
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        if (isUnix(listeners[i])) {
            findUnix(listeners[i], queues[i]);
        }
    }
    for (std::vector<Holder>& queue : queues) {
        findProcesses(queue, stop);
    }
    return queues;
}

}

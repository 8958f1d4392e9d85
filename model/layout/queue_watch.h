// Strangers in the accept queues of our listeners: asked of the kernel in the background, whenever a queue
// has changed.
//
// Threads: see background_watch.h.
#pragma once

#include <map>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/layout/background_watch.h"
#include "model/layout/peer_watch.h"
#include "netcore/inspect/queued_peers.h"

namespace model {

struct QueuedPeer {
    netcore::Address address; // empty: it has none
    std::uint64_t inode = 0; // 0: on another machine, or closed by now
    PeerOwner owner;
};

class QueueWatch : public BackgroundWatch {
public:
    using BackgroundWatch::BackgroundWatch;

    // Those that are no sockets of this graph, as far as known already; after a change it is asked: found()
    // follows.
    std::vector<QueuedPeer> strangersAt(const SocketNode& listener, const SocketGraph& graph);

protected:
    Search nextSearch() override;

private:
    struct Queue {
        std::int64_t length = -1; // as the kernel told it when it was last asked about
        Row lastCall = 0; // accept() may have taken one while another came
        bool asks = false;
        netcore::QueueQuestion question;
        std::vector<netcore::Holder> peers;
    };
    bool take(const std::vector<netcore::SocketId>& listeners,
        const std::vector<std::vector<netcore::Holder>>& answers);

    std::map<netcore::SocketId, Queue> m_queues;
};

}

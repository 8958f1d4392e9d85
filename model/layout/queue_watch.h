// Strangers in the accept queues of our listeners: asked of the kernel on a thread of its own, whenever a
// queue has changed.
//
// Threads: belongs to its owner's thread, which has an event loop. The destructor waits for the search to
// end, which it stops.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <atomic>
#include <map>
#include <thread>

#include "model/graph/socket_graph.h"
#include "model/layout/peer_watch.h"
#include "netcore/inspect/queued_peers.h"

namespace model {

struct QueuedPeer {
    netcore::Address address; // empty: it has none
    std::uint64_t inode = 0; // 0: on another machine, or closed by now
    PeerOwner owner;
};

class QueueWatch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~QueueWatch() override;

    // Those that are no sockets of this graph, as far as known already; after a change it is asked: found()
    // follows.
    std::vector<QueuedPeer> strangersAt(const SocketNode& listener, const SocketGraph& graph);

Q_SIGNALS:
    void found(); // others than before

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Queue {
        std::int64_t length = -1; // as the kernel told it when it was last asked about
        Row lastCall = 0; // accept() may have taken one while another came
        bool asks = false;
        netcore::QueueQuestion question;
        std::vector<netcore::Holder> peers;
    };
    void ask();
    void take(const std::vector<netcore::SocketId>& listeners,
        const std::vector<std::vector<netcore::Holder>>& answers);

    std::map<netcore::SocketId, Queue> m_queues;
    QBasicTimer m_timer;
    std::thread m_thread;
    std::atomic<bool> m_stop {false};
};

}

// Who is at the other end of sockets whose peer is not ours: asked of the kernel on a thread of its own, so
// that nobody waits for /proc.
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
#include "netcore/inspect/peer_owners.h"

namespace model {

struct PeerOwner {
    std::int32_t process = 0; // pid; 0: not known
    std::string program; // chosen by the program: data, not words

    bool operator==(const PeerOwner&) const = default;
};

class PeerWatch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~PeerWatch() override;

    // What is known already; what isn't is asked for, and again a few times: found() follows.
    PeerOwner ownerOf(const SocketNode& socket);

Q_SIGNALS:
    void found(); // owners that were not known before

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Peer {
        netcore::PeerQuestion question;
        PeerOwner owner;
        int tries = 0;
    };
    void ask();
    void take(const std::vector<netcore::SocketId>& sockets,
        const std::vector<netcore::PeerQuestion>& questions, const std::vector<netcore::Holder>& answers);

    std::map<netcore::SocketId, Peer> m_peers;
    QBasicTimer m_timer;
    std::thread m_thread;
    std::atomic<bool> m_stop {false};
};

}

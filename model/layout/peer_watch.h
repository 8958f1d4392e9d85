// Who is at the other end of sockets whose peer is not ours: asked of the kernel in the background, so that
// nobody waits for /proc.
//
// Threads: see background_watch.h.
#pragma once

#include <map>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/layout/background_watch.h"
#include "netcore/inspect/peer_owners.h"

namespace model {

struct PeerOwner {
    std::int32_t process = 0; // pid; 0: not known
    std::string program; // chosen by the program: data, not words

    bool operator==(const PeerOwner&) const = default;
};

class PeerWatch : public BackgroundWatch {
public:
    using BackgroundWatch::BackgroundWatch;

    // What is known already; what isn't is asked for, and again a few times: found() follows.
    PeerOwner ownerOf(const SocketNode& socket);

protected:
    Search nextSearch() override;

private:
    struct Peer {
        netcore::PeerQuestion question;
        PeerOwner owner;
        int tries = 0;
    };
    bool take(const std::vector<netcore::SocketId>& sockets,
        const std::vector<netcore::PeerQuestion>& questions, const std::vector<netcore::Holder>& answers);

    std::map<netcore::SocketId, Peer> m_peers;
};

}

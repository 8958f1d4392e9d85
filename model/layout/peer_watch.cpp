#include "model/layout/peer_watch.h"

namespace model {

using namespace netcore;

namespace {

constexpr int kMostTries = 4; // a program that has gone is not looked for for ever
constexpr int kPause = 120; // ms: questions come together, and a new connection settles

bool isSame(const PeerQuestion& a, const PeerQuestion& b)
{
    return a.local == b.local && a.remote == b.remote && a.peerInode == b.peerInode;
}

}

PeerOwner PeerWatch::ownerOf(const SocketNode& socket)
{
    if (socket.view.peerCredentials && socket.view.peerCredentials->pid != 0
        && !socket.view.peerCredentials->program.empty()) {
        return {socket.view.peerCredentials->pid, socket.view.peerCredentials->program};
    }
    Peer& peer = m_peers[socket.id];
    const PeerQuestion question {socket.type, socket.local, socket.remote, socket.view.peerInode};
    if (!isSame(peer.question, question)) { // what was found was another's
        peer = {question, {}, 0};
    }
    if (peer.owner.process == 0 && peer.tries < kMostTries) {
        askSoon(kPause);
    }
    return peer.owner;
}

PeerWatch::Search PeerWatch::nextSearch()
{
    std::vector<SocketId> sockets;
    std::vector<PeerQuestion> questions;
    for (auto& [id, peer] : m_peers) {
        if (peer.owner.process == 0 && peer.tries < kMostTries) {
            ++peer.tries;
            sockets.push_back(id);
            questions.push_back(peer.question);
        }
    }
    if (sockets.empty()) {
        return {};
    }
    return [this, sockets, questions](const std::atomic<bool>& stop) -> Take {
        auto answers = findPeerOwners(questions, stop);
        return [this, sockets, questions, answers = std::move(answers)] {
            return take(sockets, questions, answers);
        };
    };
}

bool PeerWatch::take(const std::vector<SocketId>& sockets, const std::vector<PeerQuestion>& questions,
    const std::vector<Holder>& answers)
{
    bool news = false;
    bool open = false;
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        Peer& peer = m_peers[sockets[i]];
        if (answers[i].process != 0 && isSame(peer.question, questions[i])) {
            news = news || peer.owner.process != answers[i].process;
            peer.owner = {answers[i].process, answers[i].program};
        }
        open = open || (peer.owner.process == 0 && peer.tries < kMostTries);
    }
    if (open) {
        askSoon(kPause * 4);
    }
    return news;
}

}

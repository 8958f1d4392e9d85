#include "model/layout/peer_watch.h"

#include <QTimerEvent>

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

PeerWatch::~PeerWatch()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
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
    if (peer.owner.process == 0 && peer.tries < kMostTries && !m_timer.isActive() && !m_thread.joinable()) {
        m_timer.start(kPause, this);
    }
    return peer.owner;
}

void PeerWatch::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        m_timer.stop();
        ask();
    }
}

void PeerWatch::ask()
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
    if (sockets.empty() || m_thread.joinable()) {
        return;
    }
    m_thread = std::thread([this, sockets, questions] {
        auto answers = findPeerOwners(questions, m_stop);
        QMetaObject::invokeMethod(
            this,
            [this, sockets, questions, answers = std::move(answers)] { take(sockets, questions, answers); },
            Qt::QueuedConnection);
    });
}

void PeerWatch::take(const std::vector<SocketId>& sockets, const std::vector<PeerQuestion>& questions,
    const std::vector<Holder>& answers)
{
    m_thread.join(); // its last deed was to tell us
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
    if (open && !m_timer.isActive()) {
        m_timer.start(kPause * 4, this);
    }
    if (news) {
        Q_EMIT found();
    }
}

}

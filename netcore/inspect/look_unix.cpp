// UNIX sockets: the other end, who is there, and what it has not read yet.
#include "netcore/inspect/look_parts.h"
#include "netcore/inspect/unix_diag.h"

namespace netcore {

namespace {

void listener(Look& look, const UnixSocketFacts& facts)
{
    look.view.acceptQueue = facts.receiveQueue;
    look.view.backlog = facts.sendQueue;
    look.view.receiveQueue = -1;
}

// SIOCOUTQ counts the kernel's book-keeping too. What the other end has not read is its receive queue; of a
// datagram socket that would be its next message only, from whomever.
void sendQueue(Look& look)
{
    if (look.view.peerInode == 0 || look.view.type == SOCK_DGRAM) {
        return;
    }
    if (const auto peer = findUnixSocket(look.link, look.view.peerInode)) {
        look.mark(ViewSource::UnixDiagOfPeer);
        look.view.sendQueue = peer->receiveQueue;
    }
}

// The kernel notes them once, when the two ends meet, and keeps them when the peer has gone.
void credentials(Look& look)
{
    constexpr std::uint32_t kHow = bitOf(ViewSource::PeerCredentials) | bitOf(ViewSource::ProcessName);
    const KernelView& last = look.before.view;
    if (last.peerCredentials && (last.peerInode == look.view.peerInode || look.view.peerInode == 0)) {
        look.view.peerCredentials = last.peerCredentials;
        look.view.asked |= last.asked & kHow;
        return;
    }
    const auto peer = look.option<ucred>(SOL_SOCKET, SO_PEERCRED, ViewSource::PeerCredentials);
    constexpr auto kNobody = static_cast<std::uint32_t>(-1); // nobody has been there
    if (peer && peer->uid != kNobody) {
        look.view.peerCredentials = PeerCredentials {peer->pid, peer->uid, peer->gid, {}};
    }
}

}

void lookAtUnix(Look& look)
{
    const auto listens = look.option<int>(SOL_SOCKET, SO_ACCEPTCONN, ViewSource::AcceptConn);
    const auto found = findUnixSocket(look.link, look.view.inode);
    if (found) {
        look.mark(ViewSource::UnixDiag);
        look.view.peerInode = found->peerInode;
        look.view.shutdown = found->shutdown;
        look.view.unixState = found->state;
    }
    if (listens.value_or(0) == 0) {
        sendQueue(look);
        credentials(look); // of a listener they would be its own
    } else if (found) {
        listener(look, *found);
    }
}

}

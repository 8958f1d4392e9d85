// Which sockets belong together: the two ends of a connection, and the numbers of one socket.

#include <sys/socket.h>

#include "model/graph/socket_graph.h"
#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

bool areEnds(const SocketNode& a, const SocketNode& b)
{
    if ((a.domain == AF_UNIX) != (b.domain == AF_UNIX) || a.type != b.type || a.id == b.id) {
        return false;
    }
    if (a.domain == AF_UNIX) {
        const auto names = [](const SocketNode& one, const SocketNode& other) {
            return one.view.peerInode != 0 && one.view.peerInode == other.view.inode;
        };
        // A connection has two ends; connect() of a datagram socket says nothing about the other one.
        return names(a, b) && (!a.isDatagram() || names(b, a));
    }
    return !a.view.peer.isEmpty() && isSamePlace(a.view.peer, b.view.local)
        && isSamePlace(b.view.peer, a.view.local);
}

}

// What the socket has become belongs to all its descriptors.
void SocketGraph::takeState(SocketNode& node, const SocketNode& same)
{
    node.nonBlocking = same.nonBlocking;
    node.bound = same.bound;
    node.listening = same.listening;
    node.connected = same.connected;
    node.accepted = same.accepted;
    node.shutRead = same.shutRead;
    node.shutWrite = same.shutWrite;
    node.peer = same.peer;
    node.local = same.local;
    node.remote = same.remote;
    node.backlog = same.backlog;
}

// A descriptor that came in a message may be another number for a socket of ours: the same inode.
void SocketGraph::findOriginal(SocketNode& node)
{
    if (node.receivedThrough == kNoSocket || node.duplicateOf != kNoSocket || node.view.inode == 0) {
        return;
    }
    for (const auto& [id, other] : m_sockets) {
        if (id < node.id && other.view.inode == node.view.inode) {
            node.duplicateOf = other.duplicateOf == kNoSocket ? id : other.duplicateOf;
            takeState(node, other);
            return;
        }
    }
}

void SocketGraph::pairUp(SocketNode& node, Changed& changed)
{
    // Of two ends of the network each names the other; a UNIX one may be named by the other only.
    const bool namesNobody = node.domain != AF_UNIX && node.view.peer.isEmpty();
    if (node.peer != kNoSocket || namesNobody) {
        return;
    }
    for (auto& [id, other] : m_sockets) {
        if (other.open && (areEnds(node, other) || areEnds(other, node))) {
            node.peer = id;
            other.peer = other.peer == kNoSocket ? node.id : other.peer;
            changed.insert(id);
            return;
        }
    }
}

}

#include "model/graph/socket_graph.h"

#include <algorithm>
#include <cerrno>
#include <numeric>
#include <sys/socket.h>

namespace model {

using namespace netcore;

namespace {

constexpr int kTypeMask = 0xf;

bool movesOut(CallId call)
{
    return call == CallId::Send || call == CallId::Sendto;
}
bool movesIn(CallId call)
{
    return call == CallId::Recv || call == CallId::Recvfrom;
}

void endBlocked(SocketNode& node, Ticket ticket)
{
    std::erase_if(node.blocked, [&](const BlockedCall& call) { return call.ticket == ticket; });
}

bool areEnds(const SocketNode& a, const SocketNode& b)
{
    if (a.domain != b.domain || a.type != b.type || a.id == b.id) {
        return false;
    }
    if (a.domain == AF_UNIX) {
        const auto names = [](const SocketNode& one, const SocketNode& other) {
            return one.view.peerInode != 0 && one.view.peerInode == other.view.inode;
        };
        // A stream has two ends; connect() of a datagram socket says nothing about the other one.
        return names(a, b) && (a.isStream() || names(b, a));
    }
    return !a.view.peer.isEmpty() && a.view.peer == b.view.local && b.view.peer == a.view.local;
}

}

bool SocketNode::isStream() const
{
    return type == SOCK_STREAM;
}
bool SocketNode::isDatagram() const
{
    return type == SOCK_DGRAM;
}

const SocketNode* SocketGraph::find(SocketId id) const
{
    const auto found = m_sockets.find(id);
    return found == m_sockets.end() ? nullptr : &found->second;
}

std::size_t SocketGraph::blockedCalls() const
{
    return std::accumulate(m_sockets.begin(), m_sockets.end(), std::size_t {0},
        [](std::size_t sum, const auto& entry) { return sum + entry.second.blocked.size(); });
}

std::set<SocketId> SocketGraph::apply(const EventStore& store, Row first, Row end)
{
    Changed changed;
    for (Row row = first; row < end; ++row) {
        const Event event = store.event(row);
        switch (event.kind) {
        case EventKind::Call:
            applyCall(store, row, event, changed);
            break;
        case EventKind::Blocked:
            applyBlocked(store, row, event);
            break;
        case EventKind::State:
            applyState(store, row, event, changed);
            break;
        case EventKind::Options:
            applyOptions(row, event);
            break;
        case EventKind::Note:
        case EventKind::Gap:
        case EventKind::Finding:
            break;
        }
        if (const auto node = m_sockets.find(event.socket); node != m_sockets.end()) {
            node->second.changedAt = event.end();
            changed.insert(event.socket);
        }
    }
    return changed;
}

void SocketGraph::addSocket(const Event& event, const CallRecord& record, Row row)
{
    SocketNode node;
    node.id = event.opened;
    node.fd = event.result;
    node.actor = event.actor;
    node.created = row;
    node.lastCall = row;
    node.changedAt = event.end();
    node.done.set(static_cast<std::size_t>(event.call));
    if (event.call == CallId::Socket) {
        node.domain = static_cast<int>(record.arguments[0]);
        node.type = static_cast<int>(record.arguments[1]) & kTypeMask;
        node.nonBlocking = (record.arguments[1] & SOCK_NONBLOCK) != 0;
        node.protocol = static_cast<int>(record.arguments[2]);
    } else if (const SocketNode* listener = find(event.socket)) {
        node.domain = listener->domain;
        node.type = listener->type;
        node.protocol = listener->protocol;
        node.nonBlocking = event.call == CallId::Accept4 && (record.arguments[3] & SOCK_NONBLOCK) != 0;
        node.accepted = true;
        node.connected = true;
        node.listener = listener->id;
        node.local = listener->local;
        node.remote = record.address;
    }
    m_sockets.emplace(node.id, std::move(node));
}

void SocketGraph::applyCall(const EventStore& store, Row row, const Event& event, Changed& changed)
{
    const CallRecord record = store.call(row);
    if (event.opened != kNoSocket) {
        addSocket(event, record, row);
        changed.insert(event.opened);
    }
    const auto found = m_sockets.find(event.socket);
    if (found == m_sockets.end()) {
        return;
    }
    SocketNode& node = found->second;
    node.lastCall = row;
    endBlocked(node, event.ticket);
    if (event.result >= 0) {
        applySuccess(node, event, record);
    } else {
        applyFailure(node, event);
    }
}

// A datagram socket may be connected again, to another peer: what is known of the old one is old.
void SocketGraph::loseDatagramPeer(SocketNode& node)
{
    if (const auto other = m_sockets.find(node.peer); other != m_sockets.end()) {
        other->second.peer = kNoSocket;
    }
    node.peer = kNoSocket;
    node.view.peer = {};
    node.view.peerInode = 0;
}

void SocketGraph::applySuccess(SocketNode& node, const Event& event, const CallRecord& record)
{
    node.done.set(static_cast<std::size_t>(event.call));
    if (movesOut(event.call)) {
        node.bytesSent += static_cast<std::uint64_t>(event.result);
    } else if (movesIn(event.call)) {
        node.bytesReceived += event.dataSize;
        node.sawEnd |= node.isStream() && event.result == 0 && record.arguments[2] > 0;
    }
    switch (event.call) {
    case CallId::Recvfrom:
        if (record.address.length() > sizeof(sa_family_t)) { // an unnamed sender can't be answered
            node.lastSender = record.address;
        }
        break;
    case CallId::Bind:
        node.bound = true;
        node.local = record.address;
        break;
    case CallId::Listen:
        node.listening = true;
        node.backlog = static_cast<int>(record.arguments[1]);
        break;
    case CallId::Accept:
    case CallId::Accept4:
        ++node.acceptedCount;
        break;
    case CallId::Connect:
        if (node.isDatagram()) {
            loseDatagramPeer(node);
        }
        node.connected
            = record.address.family() != AF_UNSPEC; // AF_UNSPEC takes a datagram socket's peer away again
        node.connecting = false;
        node.remote = node.connected ? record.address : Address();
        break;
    case CallId::Getsockname:
        node.local = record.address;
        break;
    case CallId::Getpeername:
        node.remote = record.address;
        break;
    case CallId::Shutdown:
        node.shutRead |= record.arguments[1] != SHUT_WR;
        node.shutWrite |= record.arguments[1] != SHUT_RD;
        break;
    case CallId::Close:
        node.open = false;
        node.connecting = false;
        break;
    default:
        break;
    }
}

void SocketGraph::applyFailure(SocketNode& node, const Event& event)
{
    node.reset |= event.error == ECONNRESET || event.error == EPIPE;
    if (event.call == CallId::Connect) {
        // EINTR leaves a TCP connect going on in the kernel (connect(2)).
        node.connecting = event.error == EINPROGRESS || event.error == EALREADY || event.error == EINTR;
        node.connected |= event.error == EISCONN;
    }
}

void SocketGraph::applyBlocked(const EventStore& store, Row row, const Event& event)
{
    const auto found = m_sockets.find(event.socket);
    if (found == m_sockets.end()) {
        return;
    }
    const auto function = store.data(row);
    found->second.blocked.push_back({event.ticket, event.call, event.actor, event.time,
        std::string(reinterpret_cast<const char*>(function.data()), function.size()), row});
    found->second.connecting |= event.call == CallId::Connect;
}

void SocketGraph::applyState(const EventStore& store, Row row, const Event& event, Changed& changed)
{
    const auto found = m_sockets.find(event.socket);
    if (found == m_sockets.end()) {
        return;
    }
    SocketNode& node = found->second;
    node.view = decodeKernelView(store.data(row));
    if (!node.view.local.isEmpty()) {
        node.local = node.view.local;
    }
    if (!node.view.peer.isEmpty()) {
        node.remote = node.view.peer;
        node.connected = true;
        node.connecting = false;
    }
    pairUp(node, changed);
}

void SocketGraph::applyOptions(Row row, const Event& event)
{
    if (const auto found = m_sockets.find(event.socket); found != m_sockets.end()) {
        found->second.optionRows.push_back(row);
    }
}

void SocketGraph::pairUp(SocketNode& node, Changed& changed)
{
    if (node.peer != kNoSocket) {
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

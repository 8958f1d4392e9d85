#include "model/graph/socket_graph.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <numeric>
#include <poll.h>
#include <span>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace model {

using namespace netcore;

namespace {

constexpr int kTypeMask = 0xf;

// Bytes that a receiving call had room for.
std::int64_t roomIn(const CallRecord& record)
{
    if (const auto* message = std::get_if<MessageDetails>(&record.details)) {
        return std::accumulate(message->bufferSizes.begin(), message->bufferSizes.end(), std::int64_t {0});
    }
    return record.arguments[2];
}

void noteShutdown(SocketNode& node, std::int64_t how)
{
    node.shutRead |= how != SHUT_WR;
    node.shutWrite |= how != SHUT_RD;
}

// What the kernel says of a connection that was there: it is not any more.
bool hasEnded(const KernelView& view)
{
    return view.tcpState >= 0 ? view.tcpState == TCP_CLOSE
                              : view.readiness >= 0 && (view.readiness & POLLHUP) != 0;
}

void endBlocked(SocketNode& node, Ticket ticket)
{
    std::erase_if(node.blocked, [&](const BlockedCall& call) { return call.ticket == ticket; });
}

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

void SocketGraph::applyEvent(const EventStore& store, Row row, Changed& changed)
{
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
    const SocketNode* from = find(event.socket);
    if (event.call == CallId::Socket) {
        node.domain = static_cast<int>(record.arguments[0]);
        node.type = static_cast<int>(record.arguments[1]) & kTypeMask;
        node.nonBlocking = (record.arguments[1] & SOCK_NONBLOCK) != 0;
        node.protocol = static_cast<int>(record.arguments[2]);
    } else if (from != nullptr && (event.call == CallId::Accept || event.call == CallId::Accept4)) {
        node.domain = from->domain;
        node.type = from->type;
        node.protocol = from->protocol;
        node.nonBlocking = event.call == CallId::Accept4 && (record.arguments[3] & SOCK_NONBLOCK) != 0;
        node.accepted = true;
        node.connected = true;
        node.connectedAt = event.end();
        node.listener = from->id;
        node.local = from->local;
        node.remote = record.address;
    } else if (from != nullptr) { // dup(): all that the socket is, under another number
        const SocketNode fresh = node;
        node = *from;
        node.id = fresh.id;
        node.fd = fresh.fd;
        node.actor = fresh.actor;
        node.created = row;
        node.lastCall = row;
        node.changedAt = fresh.changedAt;
        node.blocked.clear();
        node.duplicateOf = from->duplicateOf == kNoSocket ? from->id : from->duplicateOf;
    }
    m_sockets.emplace(node.id, std::move(node));
}

// By socketpair(), or out of a message.
void SocketGraph::addOpened(const Event& event, const CallRecord& record, Row row, Changed& changed)
{
    const auto* list = std::get_if<OpenedList>(&record.details);
    const auto* message = std::get_if<MessageDetails>(&record.details);
    const std::span<const OpenedDescriptor> opened = list != nullptr ? std::span(list->opened)
        : message != nullptr                                         ? std::span(message->opened)
                                                                     : std::span<const OpenedDescriptor>();
    for (const OpenedDescriptor& one : opened) {
        SocketNode node;
        node.id = one.id;
        node.fd = one.fd;
        node.isSocket = one.domain >= 0;
        node.domain = std::max(one.domain, 0);
        node.type = one.type & kTypeMask;
        node.protocol = one.protocol;
        node.target = one.target;
        node.actor = event.actor;
        node.created = row;
        node.lastCall = row;
        node.changedAt = event.end();
        node.done.set(static_cast<std::size_t>(event.call));
        if (event.call == CallId::Socketpair) {
            node.nonBlocking = (record.arguments[1] & SOCK_NONBLOCK) != 0;
            node.connected = true;
            node.connectedAt = event.end();
            node.peer = one.id == opened.front().id ? opened.back().id : opened.front().id;
        } else {
            node.receivedThrough = event.socket;
        }
        m_sockets.emplace(node.id, std::move(node));
        changed.insert(one.id);
    }
}

void SocketGraph::applyCall(const EventStore& store, Row row, const Event& event, Changed& changed)
{
    const CallRecord record = store.call(row);
    if (event.call == CallId::Socketpair || event.call == CallId::Recvmsg) {
        addOpened(event, record, row, changed);
    } else if (event.opened != kNoSocket) {
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
        applyFailure(node, event, record);
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
    if (sendsData(event.call)) {
        node.bytesSent += static_cast<std::uint64_t>(event.result);
    } else if (receivesData(event.call)) {
        node.bytesReceived += event.dataSize;
        node.sawEnd |= node.isStream() && event.result == 0 && roomIn(record) > 0;
    }
    switch (event.call) {
    case CallId::Recvfrom:
    case CallId::Recvmsg:
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
        node.connectedAt = event.end();
        node.ended = false;
        node.remote = node.connected ? record.address : Address();
        break;
    case CallId::Getsockname:
        node.local = record.address;
        break;
    case CallId::Getpeername:
        node.remote = record.address;
        break;
    case CallId::Shutdown:
        noteShutdown(node, record.arguments[1]);
        break;
    case CallId::Fcntl:
        if (record.arguments[1] == F_SETFL) {
            node.nonBlocking = (record.arguments[2] & O_NONBLOCK) != 0;
        }
        break;
    case CallId::Ioctl:
        if (record.arguments[1] == FIONBIO) {
            node.nonBlocking = record.arguments[2] != 0;
        }
        break;
    case CallId::Close:
        node.open = false;
        node.connecting = false;
        break;
    default:
        break;
    }
}

void SocketGraph::applyFailure(SocketNode& node, const Event& event, const CallRecord& record)
{
    // Without a connection the kernel says ENOTCONN, and shuts down all the same.
    if (event.call == CallId::Shutdown && event.error == ENOTCONN && node.domain != AF_UNIX) {
        noteShutdown(node, record.arguments[1]);
    }
    // EPIPE is also what one's own shutdown() has brought about.
    node.reset |= event.error == ECONNRESET || (event.error == EPIPE && !node.shutWrite);
    if (event.call == CallId::Connect) {
        // EINTR leaves a TCP connect going on in the kernel (connect(2)).
        node.connecting = event.error == EINPROGRESS || event.error == EALREADY || event.error == EINTR;
        node.connected |= event.error == EISCONN;
    }
    if (event.call == CallId::Close) { // Linux frees the number first, whatever it reports then (close(2))
        node.open = false;
        node.connecting = false;
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
    const std::int32_t before = node.view.state();
    node.view = decodeKernelView(store.data(row));
    if (before > 0 && node.view.state() != before) {
        node.stateBefore = before;
    }
    if (node.view.presence != Presence::Open) {
        applyLingering(node);
        return;
    }
    if (!node.view.local.isEmpty()) {
        node.local = node.view.local;
    }
    if (!node.view.peer.isEmpty()) {
        node.remote = node.view.peer;
        node.connectedAt = node.connected ? node.connectedAt : event.end();
        node.connected = true;
        node.connecting = false;
    }
    // A look from before the connection says nothing about it: a fresh socket looks as an ended one.
    node.ended
        = node.connected && !node.isDatagram() && event.time >= node.connectedAt && hasEnded(node.view);
    findOriginal(node);
    pairUp(node, changed);
}

// Nobody owns it any more: it is connected to nobody that could answer.
void SocketGraph::applyLingering(SocketNode& node)
{
    node.lingering.reset();
    if (node.view.presence == Presence::Lingering) {
        node.lingering = LingeringConnection {node.view.tcpState, node.view.timer};
    }
}

void SocketGraph::applyOptions(Row row, const Event& event)
{
    if (const auto found = m_sockets.find(event.socket); found != m_sockets.end()) {
        found->second.optionRows.push_back(row);
    }
}

}

#include "tests/model/made_store.h"

#include <sys/socket.h>

using namespace netcore;

namespace {

Event callEvent(SocketId on, int result, int error)
{
    Event event {};
    event.kind = EventKind::Call;
    event.socket = on;
    event.result = result;
    event.error = static_cast<std::uint16_t>(error);
    return event;
}

std::string kindOf(const model::SocketNode& node)
{
    const std::string domain = node.domain == AF_INET ? "IPv4" : node.domain == AF_INET6 ? "IPv6" : "UNIX";
    return domain + (node.isStream() ? " stream" : " datagram");
}

const char* nameOf(model::EdgeKind kind)
{
    switch (kind) {
    case model::EdgeKind::Connected:
        return "Connected ";
    case model::EdgeKind::Waiting:
        return "Waiting ";
    case model::EdgeKind::AcceptedFrom:
        return "AcceptedFrom ";
    case model::EdgeKind::DatagramPeer:
        return "DatagramPeer ";
    case model::EdgeKind::Foreign:
    case model::EdgeKind::Queued: // no event tells of it
        break;
    }
    return "Foreign ";
}

}

void MadeStore::append(Event event, const CallRecord& record, std::string_view data)
{
    std::vector<std::byte> room;
    std::vector<std::byte> bytes;
    if (event.kind == EventKind::Call || event.kind == EventKind::Blocked) {
        const auto block = encode(record, room);
        bytes.assign(block.begin(), block.end());
        event.call = record.call;
        event.argumentsSize = static_cast<std::uint16_t>(block.size());
    }
    const auto tail = std::as_bytes(std::span(data));
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    event.dataSize = static_cast<std::uint32_t>(data.size());
    event.time = m_now++;
    m_store.append(event, bytes);
}

SocketId MadeStore::opens(Call call, int fd, SocketId on)
{
    Event event = callEvent(on, fd, 0);
    event.opened = SocketId {++m_opened};
    append(event, recordOf(call, -1), {});
    return event.opened;
}

void MadeStore::returns(SocketId on, Call call, int result, std::string_view data)
{
    append(callEvent(on, result, 0), recordOf(call, 9), data);
}

void MadeStore::fails(SocketId on, Call call, int error)
{
    append(callEvent(on, -1, error), recordOf(call, 9), {});
}

SocketId MadeStore::accepts(SocketId listener, const Address& peer, int fd)
{
    Event event = callEvent(listener, fd, 0);
    event.opened = SocketId {++m_opened};
    CallRecord record = recordOf(calls::accept4(), 9);
    record.hasAddress = true;
    record.address = peer;
    record.addressLength = peer.length();
    append(event, record, {});
    return event.opened;
}

Ticket MadeStore::sleeps(SocketId on, Call call)
{
    Event event = callEvent(on, 0, 0);
    event.kind = EventKind::Blocked;
    event.ticket = Ticket {++m_tickets};
    append(event, recordOf(call, 9), "wait_woken");
    return event.ticket;
}

void MadeStore::wakes(SocketId on, Call call, Ticket ticket, int result, int error)
{
    Event event = callEvent(on, result, error);
    event.ticket = ticket;
    append(event, recordOf(call, 9), {});
}

void MadeStore::state(SocketId of, const KernelView& view)
{
    Event event {};
    event.kind = EventKind::State;
    event.socket = of;
    const auto bytes = encode(view);
    append(event, {}, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void MadeStore::note()
{
    Event event {};
    event.kind = EventKind::Note;
    append(event, {}, "a remark");
}

std::set<SocketId> MadeStore::changed()
{
    const model::Row end = m_store.size();
    auto changed = m_graph.apply(m_store, m_folded, end);
    m_folded = end;
    return changed;
}

const model::SocketGraph& MadeStore::graph()
{
    changed();
    return m_graph;
}

std::string MadeStore::text(SocketId socket)
{
    const model::SocketNode* node = graph().find(socket);
    if (node == nullptr) {
        return "none";
    }
    std::string text
        = std::to_string(number(socket)) + " fd " + std::to_string(node->fd) + ' ' + kindOf(*node);
    const auto say = [&text](bool holds, const std::string& word) { text += holds ? ' ' + word : ""; };
    say(!node->open, "closed");
    if (node->lingering) {
        say(true, "lingering " + std::to_string(node->lingering->tcpState));
        say(node->lingering->timer.ends != 0, "until " + std::to_string(node->lingering->timer.ends));
    }
    say(node->nonBlocking, "non-blocking");
    say(node->bound, "bound");
    say(node->listening, "listening " + std::to_string(node->backlog));
    say(node->connecting, "connecting");
    say(node->connected, "connected");
    say(node->accepted, "accepted from " + std::to_string(number(node->listener)));
    say(node->shutRead, "shut-read");
    say(node->shutWrite, "shut-write");
    say(node->sawEnd, "end");
    say(node->reset, "reset");
    say(node->peer != kNoSocket, "peer " + std::to_string(number(node->peer)));
    say(!node->local.isEmpty(), addressText(node->local));
    say(!node->remote.isEmpty(), "to " + addressText(node->remote));
    say(node->bytesSent > 0, "sent " + std::to_string(node->bytesSent));
    say(node->bytesReceived > 0, "received " + std::to_string(node->bytesReceived));
    say(!node->blocked.empty(), "asleep " + std::to_string(node->blocked.size()));
    return text;
}

std::string MadeStore::edges()
{
    std::string text;
    for (const model::SocketEdge& edge : model::edgesOf(graph())) {
        text += (text.empty() ? "" : ", ") + std::string(nameOf(edge.kind))
            + std::to_string(number(edge.from)) + '>'
            + (edge.to != kNoSocket ? std::to_string(number(edge.to)) : addressText(edge.foreign));
    }
    return text;
}

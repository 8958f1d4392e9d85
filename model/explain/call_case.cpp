#include "model/explain/call_case.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kFarthestLook = 100'000; // rows back for the datagram that an ICMP error answers

bool sends(CallId call)
{
    return call == CallId::Send || call == CallId::Sendto;
}

SocketNode nodeOf(const SocketGraph& graph, SocketId id)
{
    const SocketNode* found = graph.find(id);
    return found != nullptr ? *found : SocketNode();
}

std::optional<EarlierSend> earlierSend(const EventStore& store, SocketId id, Row row)
{
    const Row last = row > kFarthestLook ? row - kFarthestLook : 0;
    while (row > last) {
        --row;
        if (store.socket(row) != id || store.kind(row) != EventKind::Call) {
            continue;
        }
        const Event event = store.event(row);
        if (sends(event.call) && event.result >= 0) {
            const CallRecord record = store.call(row);
            return EarlierSend {row, static_cast<std::uint32_t>(event.result),
                record.hasAddress ? record.address : Address()};
        }
    }
    return std::nullopt;
}

}

CallCase caseOf(const EventStore& store, const SocketGraph& before, const SocketGraph& graph,
    const Findings& findings, Row row)
{
    CallCase found;
    found.event = store.event(row);
    found.record = store.call(row);
    const SocketId id = found.event.socket;
    found.now = nodeOf(graph, id);
    found.before = nodeOf(before, id);
    if (number(found.before.id) != 0) {
        found.before.peer = found.now.peer; // may have been found later, by what both ends are called
    }
    const SocketGraph& others = row >= found.now.lastCall ? graph : before;
    if (const SocketNode* peer = others.find(found.now.peer)) {
        found.peer = *peer;
    }
    if (found.before.isDatagram() && found.event.error == ECONNREFUSED) {
        found.earlier = earlierSend(store, id, row);
    }
    found.finding = findings.of(store, found.event.ticket);
    for (const Holder& holder : found.finding ? found.finding->holders : std::vector<Holder>()) {
        if (const SocketNode* other = others.find(holder.ours)) {
            found.others.push_back(*other);
        }
    }
    return found;
}

}

#include "model/explain/call_case.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kFarthestLook = 100'000; // rows back for the datagram that an ICMP error answers

bool sends(CallId call)
{
    return call == CallId::Send || call == CallId::Sendto;
}

// The fold again, over the rows of this socket (and those of its listener, which it inherits from).
SocketNode nodeBefore(const EventStore& store, const SocketGraph& graph, SocketId id, Row end)
{
    const SocketNode* node = graph.find(id);
    if (node == nullptr) {
        return {};
    }
    const SocketNode* listener = graph.find(node->listener);
    SocketGraph fold;
    const Row start = listener != nullptr ? listener->created : node->created;
    for (Row row = start; row < end; ++row) {
        const SocketId whose = store.socket(row);
        const bool makes = row == node->created || (listener != nullptr && row == listener->created);
        if (whose == id || makes || (listener != nullptr && whose == listener->id && row < node->created)) {
            fold.apply(store, row, row + 1);
        }
    }
    const SocketNode* found = fold.find(id);
    SocketNode before = found != nullptr ? *found : SocketNode();
    before.peer = node->peer; // found by what both ends are called: not by these rows
    return before;
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

CallCase caseOf(const EventStore& store, const SocketGraph& graph, const Findings& findings, Row row)
{
    CallCase found;
    found.event = store.event(row);
    found.record = store.call(row);
    const SocketId id = found.event.socket;
    found.before = nodeBefore(store, graph, id, row);
    found.now = graph.find(id) != nullptr ? *graph.find(id) : SocketNode();
    if (const SocketNode* peer = graph.find(found.now.peer)) {
        found.peer = *peer;
    }
    if (found.before.isDatagram() && found.event.error == ECONNREFUSED) {
        found.earlier = earlierSend(store, id, row);
    }
    found.finding = findings.of(store, found.event.ticket);
    for (const Holder& holder : found.finding ? found.finding->holders : std::vector<Holder>()) {
        if (const SocketNode* other = graph.find(holder.ours)) {
            found.others.push_back(*other);
        }
    }
    return found;
}

}

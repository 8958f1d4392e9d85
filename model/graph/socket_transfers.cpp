// The fold's way through the rows, and its short cut for those that most of a log consists of.

#include <algorithm>
#include <array>
#include <cerrno>

#include "model/graph/socket_graph.h"

namespace model {

using namespace netcore;

// Sockets of the last transfers, by a part of their number: calls come in bursts of few sockets. Nodes don't
// move, and none is removed.
struct SocketGraph::Recent {
    struct Place {
        SocketId id = kNoSocket;
        SocketNode* node = nullptr;
    };
    std::array<Place, 16> places;
};

std::set<SocketId> SocketGraph::apply(const EventStore& store, Row first, Row end)
{
    Changed changed;
    Recent recent;
    for (Row row = first; row < end;) {
        const auto columns = store.columns(row);
        const Row last = std::min<Row>(end, columns.first + columns.size());
        for (; row < last; ++row) {
            if (!applyTransfer(columns, row - columns.first, recent, changed)) {
                applyEvent(store, row, changed);
            }
        }
    }
    return changed;
}

// Most of a log: bytes that went, or a call that would have had to wait. The same as applyCall() does,
// without reading the arguments, which say nothing more.
bool SocketGraph::applyTransfer(
    const EventStore::Columns& columns, std::size_t i, Recent& recent, Changed& changed)
{
    const CallId call = columns.call[i];
    const bool sends = call == CallId::Send || call == CallId::Write;
    const bool receives = call == CallId::Recv || call == CallId::Read;
    const bool moves = columns.result[i] > 0;
    if (columns.kind[i] != EventKind::Call || !(sends || receives) || columns.opened[i] != kNoSocket
        || !(moves || (columns.result[i] < 0 && columns.error[i] == EAGAIN))) {
        return false;
    }
    const SocketId id = columns.socket[i];
    Recent::Place& place = recent.places[number(id) % recent.places.size()];
    if (place.node == nullptr || place.id != id) {
        const auto found = m_sockets.find(id);
        if (found == m_sockets.end()) {
            return true; // nobody's
        }
        place = {id, &found->second};
        changed.insert(id);
    }
    SocketNode& node = *place.node;
    node.lastCall = columns.first + i;
    node.changedAt = columns.time[i] + columns.took[i];
    if (!node.blocked.empty()) {
        std::erase_if(
            node.blocked, [&](const BlockedCall& blocked) { return blocked.ticket == columns.ticket[i]; });
    }
    if (moves) {
        node.done.set(static_cast<std::size_t>(call));
        node.bytesSent += sends ? static_cast<std::uint64_t>(columns.result[i]) : 0;
        node.bytesReceived += receives ? columns.dataSize[i] : 0;
    }
    return true;
}

}

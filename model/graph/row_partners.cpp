#include "model/graph/row_partners.h"

#include <algorithm>

#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kMostRows = 4 * EventStore::kChunkRows; // between socket() and its connect()

// Who has that name: the socket bound to it, or to its port on any address.
const SocketNode* boundTo(const SocketGraph& graph, const SocketNode& like, const Address& address)
{
    const SocketNode* found = nullptr;
    for (const auto& entry : graph.sockets()) {
        const SocketNode& node = entry.second;
        const bool sameKind = node.type == like.type && node.id != like.id && node.duplicateOf == kNoSocket;
        // One of IPv6 gets what is sent by IPv4 where none of IPv4 is there.
        const bool isNext = node.domain == like.domain || found == nullptr || found->domain != like.domain;
        if (sameKind && isNext && reaches(address, node.local)) {
            found = &node; // of several the last: closed ones may have had the name before
        }
    }
    return found;
}

const SocketNode* otherEnd(const SocketGraph& graph, const SocketNode& node, const CallRecord& record)
{
    if (node.peer != kNoSocket) {
        return graph.find(node.peer);
    }
    return node.isDatagram() && record.hasAddress && !record.address.isEmpty()
        ? boundTo(graph, node, record.address)
        : nullptr;
}

bool isConnect(const EventStore::Columns& columns, std::size_t i, SocketId socket)
{
    return columns.socket[i] == socket && columns.call[i] == CallId::Connect
        && columns.kind[i] == EventKind::Call && (columns.result[i] == 0 || columns.error[i] == EINPROGRESS);
}

std::optional<Row> connectOf(const EventStore& store, const SocketNode& node)
{
    const Row end = std::min(store.size(), node.created + kMostRows);
    for (Row row = node.created; row < end;) {
        const EventStore::Columns columns = store.columns(row);
        const Row behind = std::min<Row>(end, columns.first + columns.size());
        for (; row < behind; ++row) {
            if (isConnect(columns, static_cast<std::size_t>(row - columns.first), node.id)) {
                return row;
            }
        }
    }
    return std::nullopt;
}

}

std::optional<StreamMatching::Direction> directionOf(
    const EventStore& store, const SocketGraph& graph, Row row)
{
    const Event event = store.event(row);
    const bool sends = sendsData(event.call);
    const SocketNode* node = graph.find(event.socket);
    if (event.kind != EventKind::Call || event.result < 0 || node == nullptr
        || !(sends || receivesData(event.call))) {
        return std::nullopt;
    }
    const CallRecord record = store.call(row);
    const SocketNode* other = otherEnd(graph, *node, record);
    if (other == nullptr) {
        return std::nullopt;
    }
    StreamMatching::Direction direction;
    direction.from = descriptorsOf(graph, sends ? node->id : other->id);
    direction.to = descriptorsOf(graph, sends ? other->id : node->id);
    direction.stream = node->isStream();
    if (node->isDatagram()) {
        const SocketNode& from = sends ? *node : *other;
        const SocketNode& to = sends ? *other : *node;
        // Bound to any address: what the others see of it is not known.
        direction.fromAddress = from.local.isWildcard() ? Address() : from.local;
        direction.toAddress = to.local.isWildcard() ? Address() : to.local;
    }
    return direction;
}

std::optional<Row> partnerOf(const EventStore& store, const SocketGraph& graph, Row row)
{
    const Event event = store.event(row);
    if (event.kind != EventKind::Call) {
        return std::nullopt;
    }
    const bool accepts = event.call == CallId::Accept || event.call == CallId::Accept4;
    const SocketNode* node = graph.find(accepts ? event.opened : event.socket);
    const SocketNode* other = node != nullptr ? graph.find(node->peer) : nullptr;
    if (other == nullptr) {
        return std::nullopt;
    }
    if (accepts) {
        return connectOf(store, *other);
    }
    const bool connects = event.call == CallId::Connect && (event.result == 0 || event.error == EINPROGRESS);
    return connects && other->accepted ? std::optional(other->created) : std::nullopt;
}

SocketId otherEndOf(const SocketGraph& graph, SocketId socket)
{
    const SocketNode* node = graph.find(socket);
    return node != nullptr && node->peer != kNoSocket ? node->peer : socket;
}

}

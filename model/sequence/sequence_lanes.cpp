#include "model/sequence/sequence_lanes.h"

#include <algorithm>
#include <array>

namespace model {

using namespace netcore;

namespace {

// What a socket's place is told by: the first of its family, the end that accept() made, then which end.
using Place = std::array<std::uint64_t, 4>;

Place placeOf(const SocketGraph& graph, const LaneKey& key)
{
    const SocketNode* node = graph.find(key.socket);
    if (node == nullptr) {
        return {1, number(key.actor), key.thread, 0};
    }
    const SocketNode* peer = graph.find(node->peer);
    const auto of = [](const SocketNode& one) { return static_cast<std::uint64_t>(number(one.id)); };
    if (node->accepted) {
        const SocketNode* listener = graph.find(node->listener);
        return {0, of(listener != nullptr ? *listener : *node), of(*node), 0};
    }
    if (peer != nullptr && peer->accepted) {
        const SocketNode* listener = graph.find(peer->listener);
        return {0, of(listener != nullptr ? *listener : *peer), of(*peer), 1};
    }
    const bool pair = peer != nullptr && node->peer != kNoSocket;
    return {0, pair ? std::min(of(*node), of(*peer)) : of(*node), 0, of(*node)};
}

SequenceLane laneFor(const SocketGraph& graph, const LaneKey& key)
{
    SequenceLane lane;
    lane.key = key;
    if (const SocketNode* node = graph.find(key.socket)) {
        lane.listens = node->listening || node->acceptedCount > 0;
        lane.role = roleOf(*node);
        lane.fd = node->fd;
        lane.domain = node->domain;
        lane.local = node->local;
        lane.begins = node->created;
        lane.ends = node->open ? std::nullopt : std::optional(node->lastCall);
    }
    return lane;
}

}

bool LaneKey::operator<(const LaneKey& other) const
{
    if (socket != other.socket) {
        return number(socket) < number(other.socket);
    }
    return actor != other.actor ? number(actor) < number(other.actor) : thread < other.thread;
}

LaneKey laneOf(const EventStore& store, const RowFacts& facts, SequenceBy by, Row row)
{
    const Event event = store.event(row);
    if (event.kind != EventKind::Call && event.kind != EventKind::Blocked) {
        return {};
    }
    LaneKey key;
    if (by == SequenceBy::Socket) {
        key.socket = event.socket != kNoSocket ? event.socket : event.opened;
    } else if (event.actor != kNoActor) {
        key.actor = event.actor;
    } else {
        key.thread = facts.threadNumber(event.tid);
    }
    return key;
}

SequenceLanes::SequenceLanes(const SocketGraph& graph, const std::set<LaneKey>& wanted)
{
    std::vector<std::pair<Place, LaneKey>> places;
    for (const LaneKey& key : wanted) {
        if (!key.isNobody() && (key.socket == kNoSocket || graph.find(key.socket) != nullptr)) {
            places.emplace_back(placeOf(graph, key), key);
        }
    }
    std::ranges::sort(places);
    for (const auto& entry : places) {
        m_lanes.push_back(laneFor(graph, entry.second));
    }
}

std::optional<std::size_t> SequenceLanes::find(const LaneKey& key) const
{
    const auto found = std::ranges::find(m_lanes, key, &SequenceLane::key);
    return found == m_lanes.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - m_lanes.begin()));
}

}

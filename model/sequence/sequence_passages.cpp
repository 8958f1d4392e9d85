#include "model/sequence/sequence_passages.h"

#include <algorithm>
#include <map>

#include "model/graph/row_partners.h"

namespace model {

using namespace netcore;

namespace {

struct Move {
    std::optional<Row> row; // nothing: outside of the stretch
    std::uint64_t first; // of the direction
    std::uint64_t end;
};

struct Moves {
    std::vector<Move> sends;
    std::vector<Move> receives;
};

Moves movesWithin(const StreamMatching& matching, const EventStore& store, Row first, Row end)
{
    Moves moves;
    StreamMatching::Position position = matching.positionBefore(store, first);
    if (position.sent > position.received) {
        moves.sends.push_back({std::nullopt, position.received, position.sent});
    } else if (position.received > position.sent) { // a recv() may return before its send() does
        moves.receives.push_back({std::nullopt, position.sent, position.received});
    }
    for (Row row = first; row < end; ++row) {
        const StreamMatching::Moved moved = matching.moved(store, row);
        if (moved.units > 0) {
            std::uint64_t& at = moved.sends ? position.sent : position.received;
            (moved.sends ? moves.sends : moves.receives).push_back({row, at, at + moved.units});
            at += moved.units;
        }
    }
    return moves;
}

// Both ascending: where they overlap they belong together.
void join(const StreamMatching& matching, const Moves& moves, std::vector<Passage>& passages)
{
    Passage passage;
    passage.from = matching.direction().from.front();
    passage.to = matching.direction().to.front();
    auto receive = moves.receives.begin();
    for (const Move& send : moves.sends) {
        std::uint64_t at = send.first;
        passage.sent = send.row;
        while (receive != moves.receives.end() && receive->first < send.end) {
            const std::uint64_t from = std::max(at, receive->first);
            const std::uint64_t to = std::min(send.end, receive->end);
            if (from < to && (send.row || receive->row)) {
                passage.received = receive->row;
                passage.units = to - from;
                passage.end = Passage::End::Received;
                passages.push_back(passage);
            }
            at = std::max(at, to);
            if (receive->end > send.end) {
                break;
            }
            ++receive;
        }
        const std::uint64_t taken = std::clamp(matching.received(), at, send.end);
        passage.received.reset();
        for (const auto& [units, how] :
            {std::pair(taken - at, Passage::End::Later), std::pair(send.end - taken, Passage::End::Open)}) {
            if (units > 0) {
                passage.units = units;
                passage.end = how;
                passages.push_back(passage);
            }
        }
    }
}

}

StreamMatching& SequencePassages::matchingFor(StreamMatching::Direction direction)
{
    const auto known = std::ranges::find_if(
        m_matchings, [&](const auto& matching) { return matching->direction() == direction; });
    if (known != m_matchings.end()) {
        std::rotate(known, known + 1, m_matchings.end());
    } else {
        if (m_matchings.size() == kMostMatchings) {
            m_matchings.erase(m_matchings.begin());
        }
        m_matchings.push_back(std::make_unique<StreamMatching>(std::move(direction)));
    }
    return *m_matchings.back();
}

void SequencePassages::addStreams(const EventStore& store, const SocketGraph& graph, const Stretch& stretch,
    Row most, std::vector<Passage>& passages)
{
    std::map<std::pair<SocketId, bool>, bool> seen; // a socket that sends, or receives
    std::vector<StreamMatching::Direction> directions;
    for (Row row = stretch.first; row < stretch.end; ++row) {
        const EventStore::Columns columns = store.columns(row);
        const auto i = static_cast<std::size_t>(row - columns.first);
        const bool sends = sendsData(columns.call[i]);
        if (columns.kind[i] != EventKind::Call || columns.result[i] < 0
            || !(sends || receivesData(columns.call[i]))
            || !seen.try_emplace({columns.socket[i], sends}, true).second) {
            continue;
        }
        const SocketNode* node = graph.find(columns.socket[i]);
        if (node == nullptr || node->isDatagram()) {
            continue;
        }
        auto direction = directionOf(store, graph, row);
        if (direction && std::ranges::find(directions, *direction) == directions.end()) {
            directions.push_back(std::move(*direction));
        }
    }
    for (StreamMatching::Direction& direction : directions) {
        StreamMatching& matching = matchingFor(std::move(direction));
        const Row before = matching.counted();
        const bool counted = matching.extend(store, most);
        most -= std::min(most, matching.counted() - before);
        m_complete &= counted;
        if (matching.counted() >= stretch.end) {
            join(matching, movesWithin(matching, store, stretch.first, stretch.end), passages);
        }
    }
}

std::vector<Passage> SequencePassages::within(
    const EventStore& store, const SocketGraph& graph, const Stretch& stretch, Row most)
{
    std::vector<Passage> passages;
    m_complete = true;
    if (stretch.first < stretch.end && stretch.end - stretch.first <= kMostRows) {
        addStreams(store, graph, stretch, most, passages);
        addDatagramPassages(store, graph, stretch, passages);
    }
    return passages;
}

}

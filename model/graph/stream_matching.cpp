#include "model/graph/stream_matching.h"

#include <algorithm>
#include <cstring>
#include <sys/socket.h>

namespace model {

using namespace netcore;

namespace {

bool contains(const std::vector<SocketId>& sockets, SocketId socket)
{
    return std::ranges::find(sockets, socket) != sockets.end();
}

// Straight from the block: the record is decoded only where its address matters.
int flagsOf(CallId call, std::span<const std::byte> block)
{
    const auto slot = parameterOf(describe(call), ParameterKind::MessageFlags);
    std::int64_t flags = 0;
    if (slot && block.size() >= (*slot + 1) * sizeof flags) {
        std::memcpy(&flags, block.data() + *slot * sizeof flags, sizeof flags);
    }
    return static_cast<int>(flags);
}

}

std::vector<SocketId> descriptorsOf(const SocketGraph& graph, SocketId socket)
{
    const SocketNode* node = graph.find(socket);
    const SocketId original = node != nullptr && node->duplicateOf != kNoSocket ? node->duplicateOf : socket;
    std::vector<SocketId> all {original};
    for (const auto& entry : graph.sockets()) {
        if (entry.second.duplicateOf == original) {
            all.push_back(entry.first);
        }
    }
    return all;
}

StreamMatching::StreamMatching(Direction direction) : m_direction(std::move(direction)) { }

bool StreamMatching::isForTheOther(const CallRecord& record, Side side) const
{
    const Address& other = side == Sent ? m_direction.toAddress : m_direction.fromAddress;
    return m_direction.stream || other.isEmpty() || !record.hasAddress || record.address.isEmpty()
        || record.address == other;
}

StreamMatching::Move StreamMatching::moveOf(
    const EventStore& store, const EventStore::Columns& columns, std::size_t i) const
{
    const bool from = contains(m_direction.from, columns.socket[i]);
    const bool to = contains(m_direction.to, columns.socket[i]);
    if ((!from && !to) || columns.kind[i] != EventKind::Call || columns.result[i] < 0) {
        return {Sent, 0};
    }
    const CallId call = columns.call[i];
    const bool sends = from && sendsData(call);
    if (!sends && !(to && receivesData(call))) {
        return {Sent, 0};
    }
    const Side side = sends ? Sent : Received;
    const Row row = columns.first + i;
    const int flags = flagsOf(call, store.arguments(row));
    const Address& other = side == Sent ? m_direction.toAddress : m_direction.fromAddress;
    const bool named = !m_direction.stream && !other.isEmpty();
    if ((!sends && (flags & MSG_PEEK) != 0) || (named && !isForTheOther(store.call(row), side))) {
        return {side, 0};
    }
    if (!m_direction.stream) {
        return {side, 1};
    }
    auto bytes = static_cast<std::uint64_t>(columns.result[i]);
    if ((flags & MSG_OOB) != 0) {
        bytes = sends && bytes > 0 ? bytes - 1 : 0;
    }
    return {side, bytes};
}

bool StreamMatching::extend(const EventStore& store, Row most)
{
    const Row size = store.size();
    const Row end = std::min(size, m_rows + most);
    while (m_rows < end) {
        if (m_rows % EventStore::kChunkRows == 0) {
            m_before.push_back(m_totals);
        }
        const EventStore::Columns columns = store.columns(m_rows);
        const Row behind = std::min<Row>(end, columns.first + columns.size());
        for (; m_rows < behind; ++m_rows) {
            const Move move = moveOf(store, columns, static_cast<std::size_t>(m_rows - columns.first));
            m_totals[move.side] += move.units;
        }
    }
    return m_rows == size;
}

StreamMatching::Moved StreamMatching::moved(const EventStore& store, Row row) const
{
    const EventStore::Columns columns = store.columns(row);
    const Move move = moveOf(store, columns, static_cast<std::size_t>(row - columns.first));
    return {move.side == Sent, move.units};
}

StreamMatching::Position StreamMatching::positionBefore(const EventStore& store, Row row) const
{
    const Row chunk = row / EventStore::kChunkRows;
    const bool known = chunk < m_before.size();
    Near from {known ? chunk * EventStore::kChunkRows : m_rows, known ? m_before[chunk] : m_totals};
    const auto distance = [row](Row other) { return other < row ? row - other : other - row; };
    if (distance(m_near.row) < distance(from.row)) {
        from = m_near;
    }
    for (; from.row < row; ++from.row) {
        const Moved move = moved(store, from.row);
        from.totals[move.sends ? Sent : Received] += move.units;
    }
    for (; from.row > row; --from.row) {
        const Moved move = moved(store, from.row - 1);
        from.totals[move.sends ? Sent : Received] -= move.units;
    }
    m_near = from;
    return {from.totals[Sent], from.totals[Received]};
}

std::uint64_t StreamMatching::positionOf(const EventStore& store, Row row, Side side) const
{
    const EventStore::Columns columns = store.columns(row);
    std::uint64_t position = m_before[static_cast<std::size_t>(row / EventStore::kChunkRows)][side];
    for (std::size_t i = 0; columns.first + i < row; ++i) {
        const Move move = moveOf(store, columns, i);
        position += move.side == side ? move.units : 0;
    }
    return position;
}

// Adds the calls of that side whose stretches overlap with what is asked about.
void StreamMatching::collect(const EventStore& store, Side side, Matches& matches) const
{
    // The last chunk that begins at or before the first unit has the call that moved it.
    const auto behind = std::ranges::upper_bound(
        m_before, matches.all.first, {}, [side](const Totals& totals) { return totals[side]; });
    const auto chunk = static_cast<Row>(behind - m_before.begin()) - 1;
    std::uint64_t position = m_before[static_cast<std::size_t>(chunk)][side];
    Row row = chunk * EventStore::kChunkRows;
    while (row < m_rows && position < matches.all.end) {
        const EventStore::Columns columns = store.columns(row);
        const Row end = std::min<Row>(m_rows, columns.first + columns.size());
        for (; row < end && position < matches.all.end; ++row) {
            const Move move = moveOf(store, columns, static_cast<std::size_t>(row - columns.first));
            if (move.side != side || move.units == 0) {
                continue;
            }
            const Stretch shared {
                std::max(position, matches.all.first), std::min(position + move.units, matches.all.end)};
            position += move.units;
            if (shared.first >= shared.end) {
                continue;
            }
            if (matches.parts.size() == kMostParts) {
                matches.complete = false;
                return;
            }
            matches.parts.push_back({row, shared});
        }
    }
}

// Messages may be cut where they are received, and where they are kept.
bool StreamMatching::agrees(const EventStore& store, Row one, Row other) const
{
    const auto a = store.data(one);
    const auto b = store.data(other);
    const std::size_t both = std::min(a.size(), b.size());
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(both), b.begin());
}

StreamMatching::Matches StreamMatching::matchesOf(const EventStore& store, Row row) const
{
    Matches matches;
    if (row >= m_rows) {
        return matches;
    }
    const EventStore::Columns columns = store.columns(row);
    const Move move = moveOf(store, columns, static_cast<std::size_t>(row - columns.first));
    if (move.units == 0) {
        return matches;
    }
    matches.all.first = positionOf(store, row, move.side);
    matches.all.end = matches.all.first + move.units;
    collect(store, move.side == Sent ? Received : Sent, matches);
    if (!m_direction.stream) {
        std::erase_if(matches.parts, [&](const Part& part) { return !agrees(store, row, part.row); });
    }
    if (move.side == Sent) {
        matches.open = matches.all.end - std::clamp(m_totals[Received], matches.all.first, matches.all.end);
    }
    return matches;
}

}

#include "model/streams/stream_trace.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>

namespace model {

using namespace netcore;
using Kind = StreamSegment::Kind;

namespace {

Direction opposite(Direction way)
{
    return way == Direction::There ? Direction::Back : Direction::There;
}

int flagsOf(const CallRecord& record)
{
    const auto slot = parameterOf(describe(record.call), ParameterKind::MessageFlags);
    return slot ? static_cast<int>(record.arguments[*slot]) : 0;
}

bool asksForNothing(const CallRecord& record)
{
    const auto size = parameterOf(describe(record.call), ParameterKind::Size);
    return size && record.arguments[*size] == 0;
}

}

void StreamTrace::begin(const Conversation& conversation)
{
    *this = {};
    m_conversation = conversation;
}

void StreamTrace::findEnds(const SocketGraph& graph)
{
    if (m_knownSockets == graph.sockets().size()) {
        return;
    }
    m_knownSockets = graph.sockets().size();
    m_firsts.clear();
    m_seconds.clear();
    for (const auto& [id, node] : graph.sockets()) {
        const SocketId original = node.duplicateOf == kNoSocket ? id : originalOf(graph, id);
        if (original == m_conversation.first) {
            m_firsts.push_back(id);
        } else if (original == m_conversation.second && original != kNoSocket) {
            m_seconds.push_back(id);
        }
    }
}

StreamTrace::Side StreamTrace::sideOf(SocketId socket) const
{
    // Without duplicates one comparison each: this is asked for every row of the log.
    for (const SocketId one : m_firsts) {
        if (one == socket) {
            return Side::First;
        }
    }
    for (const SocketId one : m_seconds) {
        if (one == socket) {
            return Side::Second;
        }
    }
    return Side::None;
}

bool StreamTrace::readOn(const EventStore& store, const SocketGraph& graph, Row rows)
{
    findEnds(graph);
    const Row size = store.size();
    const Row end = m_next + std::min(rows, size - std::min(size, m_next));
    while (m_next < end && !isFull()) {
        const EventStore::Columns columns = store.columns(m_next);
        const Row last = std::min<Row>(end, columns.first + columns.size());
        if (last <= m_next) {
            break;
        }
        for (Row row = m_next; row < last && !isFull(); ++row) {
            const std::size_t at = row - columns.first;
            const Side side = sideOf(columns.socket[at]);
            if (side != Side::None && columns.kind[at] == EventKind::Call) {
                take(store, row, side);
            }
        }
        m_next = last;
    }
    return m_next < store.size() && !isFull();
}

void StreamTrace::take(const EventStore& store, Row row, Side side)
{
    const Event event = store.event(row);
    const Direction out = side == Side::First ? Direction::There : Direction::Back;
    const bool sends = sendsData(event.call);
    if (event.error == ECONNRESET || event.error == EPIPE) {
        mark(row, Kind::Reset, sends ? out : opposite(out));
    } else if (event.result < 0) {
        return;
    } else if (sends) {
        takeData(store, event, row, out, true);
    } else if (receivesData(event.call)) {
        takeData(store, event, row, opposite(out), false);
    } else if (event.call == CallId::Shutdown) {
        const CallRecord record = store.call(row);
        const auto how = parameterOf(describe(record.call), ParameterKind::Direction);
        if (how && record.arguments[*how] != SHUT_RD) {
            mark(row, Kind::Shutdown, out);
        }
    } else if (event.call == CallId::Close) {
        mark(row, Kind::Closed, out);
    }
}

void StreamTrace::mark(Row row, Kind kind, Direction way)
{
    StreamSegment made;
    made.row = row;
    made.position = m_moved[index(way)];
    made.kind = kind;
    made.way = way;
    m_segments.push_back(made);
}

void StreamTrace::takeData(const EventStore& store, const Event& event, Row row, Direction way, bool sends)
{
    const CallRecord record = store.call(row);
    const int flags = flagsOf(record);
    StreamSegment made;
    made.row = row;
    made.way = way;
    made.moved = static_cast<std::uint32_t>(event.result);
    if (!sends) { // MSG_TRUNC gives the length of the message, not what came of it
        made.moved = std::min(made.moved, event.dataSize);
    }
    made.kept = static_cast<std::uint32_t>(std::min<std::size_t>(made.moved, store.data(row).size()));
    made.outOfBand = (flags & MSG_OOB) != 0;
    made.peeked = !sends && (flags & MSG_PEEK) != 0;
    made.position = m_moved[index(way)];
    if (!sends && !m_conversation.messages && event.result == 0) {
        if (!asksForNothing(record)) {
            mark(row, Kind::End, way);
        }
        return;
    }
    const bool senderIsOurs = m_conversation.sender(way) != kNoSocket;
    if (sends || !senderIsOurs) {
        made.kept = made.peeked ? 0 : made.kept; // the next recv() has them again
        m_moved[index(way)] += made.peeked ? 0 : made.moved;
        m_segments.push_back(made);
    } else if (m_conversation.messages) {
        made.kind = Kind::Received;
        made.kept = 0;
        m_segments.push_back(made);
    } else if (!made.peeked && !made.outOfBand) {
        m_taken[index(way)] += made.moved;
        m_borders[index(way)].push_back({m_taken[index(way)], row, made.moved});
    }
}

std::optional<std::size_t> StreamTrace::segmentAt(Row row) const
{
    const auto next = std::ranges::upper_bound(m_segments, row, {}, &StreamSegment::row);
    return next == m_segments.begin()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(next - m_segments.begin()) - 1);
}

}

#include "model/data/movements.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <sys/socket.h>

namespace model {

using namespace netcore;

namespace {

std::uint32_t clamped(std::int64_t value)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, UINT32_MAX));
}

// Bytes that were offered to the kernel, or room for what it has.
std::uint32_t roomOf(const EventStore& store, Row row, const CallRecord& record)
{
    if (const auto* message = std::get_if<MessageDetails>(&record.details)) {
        return std::accumulate(message->bufferSizes.begin(), message->bufferSizes.end(), std::uint32_t {0});
    }
    const auto size = parameterOf(describe(record.call), ParameterKind::Size);
    return size ? clamped(record.arguments[*size]) : clamped(store.event(row).dataSize);
}

int flagsOf(const CallRecord& record)
{
    const auto slot = parameterOf(describe(record.call), ParameterKind::MessageFlags);
    return slot ? static_cast<int>(record.arguments[*slot]) : 0;
}

// Those that have no more than numbers: fd, buf, size, and perhaps flags.
bool isSimple(CallId call)
{
    return call == CallId::Send || call == CallId::Recv || call == CallId::Write || call == CallId::Read;
}

CallRecord recordAt(const EventStore& store, Row row, CallId call)
{
    if (!isSimple(call)) {
        return store.call(row);
    }
    CallRecord record; // most of a log, and cheaper so
    record.call = call;
    const auto block = store.arguments(row);
    if (!block.empty()) {
        std::memcpy(record.arguments.data(), block.data(), std::min(block.size(), sizeof(std::int64_t) * 4));
    }
    return record;
}

// A message that is longer than the buffer. `next`: what the kernel said the next message would be; -1: not
// known.
void findCut(
    Movement& movement, const CallRecord& record, std::uint32_t room, std::int64_t result, std::int64_t next)
{
    const auto* message = std::get_if<MessageDetails>(&record.details);
    if (message != nullptr && result <= room) { // recvmsg() says it, though not how much
        movement.cut = (message->flags & MSG_TRUNC) != 0 ? Cut::Yes : Cut::No;
        movement.whole = next > static_cast<std::int64_t>(room) ? clamped(next) : 0;
    } else if (result > room) { // MSG_TRUNC as a flag: the true length comes back
        movement.cut = Cut::Yes;
        movement.whole = clamped(result);
    } else if (movement.moved == room && next > static_cast<std::int64_t>(room)) {
        movement.cut = Cut::Yes;
        movement.whole = clamped(next);
    } else if (movement.moved == room && next < 0) {
        movement.cut = Cut::Perhaps;
    }
}

}

void Movements::extend(const EventStore& store, const SocketGraph& graph, Row first, Row end)
{
    for (Row row = first; row < end;) {
        const auto columns = store.columns(row);
        const Row last = std::min<Row>(end, columns.first + columns.size());
        for (; row < last; ++row) {
            const std::size_t i = row - columns.first;
            if (columns.kind[i] == EventKind::State) {
                m_sockets[columns.socket[i]].view = row;
            } else if (columns.kind[i] == EventKind::Call && columns.result[i] >= 0
                && (sendsData(columns.call[i]) || receivesData(columns.call[i]))) {
                if (const SocketNode* node = graph.find(columns.socket[i])) {
                    addCall(store, *node, row, m_sockets[node->id]);
                }
            }
        }
    }
}

void Movements::cut(PerSocket& known, std::size_t most)
{
    if (known.movements.size() > most) {
        const std::size_t gone = known.movements.size() - most;
        known.movements.erase(
            known.movements.begin(), known.movements.begin() + static_cast<std::ptrdiff_t>(gone));
        known.movements.shrink_to_fit();
        known.dropped += gone;
        m_count -= gone;
    }
}

void Movements::add(PerSocket& known, const Movement& movement)
{
    known.movements.push_back(movement);
    ++m_count;
    if (known.movements.size() >= 2 * kMostOfSocket) {
        cut(known, kMostOfSocket);
    }
    if (m_count >= kMostOfAll) {
        const std::size_t share = kMostOfAll / 2 / m_sockets.size();
        for (auto& entry : m_sockets) {
            cut(entry.second, share);
        }
    }
}

void Movements::addCall(const EventStore& store, const SocketNode& node, Row row, PerSocket& known)
{
    const Event event = store.event(row);
    const bool sends = sendsData(event.call);
    const CallRecord record = recordAt(store, row, event.call);
    const std::uint32_t room = roomOf(store, row, record);
    Movement made;
    made.row = row;
    made.way = sends ? Way::Sent : Way::Received;
    made.kept = clamped(static_cast<std::int64_t>(store.data(row).size()));
    made.moved = sends ? clamped(event.result) : std::min(room, clamped(event.result));
    made.kept = std::min(made.kept, made.moved);
    made.hasAddress = record.hasAddress && record.address.length() > sizeof(sa_family_t);
    if (sends) {
        made.ordinal = known.sent++;
        made.whole = room;
        made.cut = made.moved < room ? Cut::Yes : Cut::No; // a stream's buffer took what it had room for
    } else {
        made.peeked = (flagsOf(record) & MSG_PEEK) != 0;
        made.endOfStream = node.isStream() && event.result == 0;
        if (made.endOfStream && room == 0) {
            return; // nothing was asked for, nothing came: no end
        }
        if (!node.isStream()) {
            const bool seen = known.view != 0 && node.isDatagram();
            findCut(made, record, room, event.result,
                seen ? decodeKernelView(store.data(known.view)).receiveQueue : std::int64_t {-1});
        }
        made.ordinal = made.peeked ? known.received : known.received++;
        // What was seen of the queue before says nothing about the message after this one.
        known.view = made.peeked ? known.view : 0;
    }
    add(known, made);
}

std::span<const Movement> Movements::of(SocketId socket) const
{
    const auto found = m_sockets.find(socket);
    return found == m_sockets.end() ? std::span<const Movement>() : found->second.movements;
}

std::uint64_t Movements::dropped(SocketId socket) const
{
    const auto found = m_sockets.find(socket);
    return found == m_sockets.end() ? 0 : found->second.dropped;
}

std::uint32_t Movements::sentBy(SocketId socket) const
{
    const auto found = m_sockets.find(socket);
    return found == m_sockets.end() ? 0 : found->second.sent;
}

Zero meaningOfZero(const Movements& movements, const SocketNode& receiver, const Movement& movement)
{
    if (movement.endOfStream) {
        return Zero::End;
    }
    if (receiver.isDatagram()) {
        // A shut-down datagram socket gives 0 for ever; it is no message then.
        return receiver.shutRead ? Zero::Unknown : Zero::Message;
    }
    if (receiver.peer == kNoSocket) {
        return Zero::Unknown;
    }
    return movement.ordinal < movements.sentBy(receiver.peer) ? Zero::Message : Zero::End;
}

}

// The store grows: an event at a time, where something is in short supply, or a batch.

#include <algorithm>
#include <cerrno>

#include "model/store/event_store.h"
#include "model/store/log_file_writer.h"
#include "netcore/base/short_copy.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kRowsForGaps = 4; // that are never given to anything else
// What is written at once at the most: memory that the file doesn't have yet.
constexpr Row kMostPendingRows = 16'384;
constexpr std::uint64_t kMostPendingBytes = std::uint64_t {8} << 20;

struct Places { // of the bytes of an event, in their lanes
    std::uint64_t arguments;
    std::uint16_t argumentsSize;
    std::uint64_t data;
    std::uint32_t dataKept;
};

inline void putColumns(ColumnChunk& chunk, std::size_t i, const Event& event, const Places& places)
{
    chunk.time[i] = event.time;
    chunk.took[i] = event.took;
    chunk.arguments[i] = places.arguments;
    chunk.data[i] = places.data;
    chunk.dataKept[i] = places.dataKept;
    chunk.dataSize[i] = event.dataSize;
    chunk.result[i] = event.result;
    chunk.socket[i] = event.socket;
    chunk.opened[i] = event.opened;
    chunk.ticket[i] = event.ticket;
    chunk.tid[i] = event.tid;
    chunk.argumentsSize[i] = places.argumentsSize;
    chunk.error[i] = event.error;
    chunk.call[i] = event.call;
    chunk.actor[i] = event.actor;
    chunk.kind[i] = event.kind;
    chunk.flags[i] = event.flags;
}

inline std::span<const std::byte> argumentBlock(const Event& event, std::span<const std::byte> record)
{
    return record.first(std::min<std::size_t>(event.argumentsSize, record.size()));
}

}

bool EventStore::hasRoomForRows()
{
    const Row wanted = size() + kRowsForGaps;
    return (wanted % kRowsInChunk >= kRowsForGaps && wanted > kRowsForGaps)
        || m_lanes.columns.makeRoom((wanted / kRowsInChunk + 1) * kColumnsBytes) != nullptr;
}

std::span<const std::byte> EventStore::keptData(const Event& event, std::span<const std::byte> record) const
{
    const auto data = record.subspan(argumentBlock(event, record).size());
    // All but calls is what Sockscope itself has to say.
    return event.kind == EventKind::Call ? data.first(std::min<std::size_t>(data.size(), m_rules.payload))
                                         : data;
}

Row EventStore::append(const Event& event, std::span<const std::byte> record)
{
    if (!m_trouble && isOverBudget()) {
        beginTrouble(0);
    } else if (!m_trouble && !hasRoomForRows()) {
        beginTrouble(ENOMEM);
    }
    if (m_trouble) {
        ++m_trouble->lost;
        return size();
    }
    const Row row = put(event, argumentBlock(event, record), keptData(event, record));
    flushIfMuch();
    return row;
}

Row EventStore::put(const Event& event, std::span<const std::byte> block, std::span<const std::byte> bytes)
{
    const Row row = m_published.load(std::memory_order_relaxed);
    const std::size_t place = row / kRowsInChunk * kColumnsBytes;
    std::byte* base = m_lanes.columns.makeRoom(place + kColumnsBytes);
    if (base == nullptr) {
        return row;
    }
    ColumnChunk& chunk = *reinterpret_cast<ColumnChunk*>(base + place);
    // No memory for the bytes: the event stays, and dataSize still says how many there were.
    const auto arguments = m_lanes.arguments.append(block);
    const auto data = m_lanes.data.append(bytes);
    putColumns(chunk, row % kRowsInChunk, event,
        {arguments.value_or(m_lanes.arguments.size()),
            arguments ? static_cast<std::uint16_t>(block.size()) : std::uint16_t {0},
            data.value_or(m_lanes.data.size()), data ? static_cast<std::uint32_t>(bytes.size()) : 0U});
    m_lastEnd = event.end();
    m_lanes.columns.setSize(place + kColumnsBytes);
    m_published.store(row + 1, std::memory_order_release);
    return row;
}

void EventStore::append(EventBatch batch)
{
    while (!batch.empty()) {
        const std::size_t fast = m_trouble ? 0 : appendFast(batch);
        if (fast == 0) {
            append(*batch.front(), recordOf(*batch.front()));
        }
        batch = batch.subspan(std::max<std::size_t>(fast, 1));
        flushIfMuch();
    }
}

// As many of them as the chunk has rows for. 0: something is in short supply, the first one must be looked at
// by itself.
std::size_t EventStore::appendFast(EventBatch batch)
{
    const Row row = m_published.load(std::memory_order_relaxed);
    const std::size_t first = row % kRowsInChunk;
    batch = batch.first(std::min<std::size_t>(batch.size(), kRowsInChunk - first));
    std::size_t argumentBytes = 0;
    std::size_t dataBytes = 0;
    for (const Event* event : batch) {
        const auto record = recordOf(*event);
        __builtin_prefetch(record.data()); // another processor has written it
        argumentBytes += argumentBlock(*event, record).size();
        dataBytes += keptData(*event, record).size();
    }
    if (m_rules.budget != 0
        && bytes() + argumentBytes + dataBytes + batch.size() * kRowBytes >= m_rules.budget) {
        return 0;
    }
    const std::size_t place = row / kRowsInChunk * kColumnsBytes;
    const bool needsNext = first + batch.size() + kRowsForGaps > kRowsInChunk;
    std::byte* base = m_lanes.columns.makeRoom(place + kColumnsBytes * (needsNext ? 2 : 1));
    std::size_t argumentsAt = m_lanes.arguments.size();
    std::size_t dataAt = m_lanes.data.size();
    if (base == nullptr || m_lanes.arguments.makeRoom(argumentsAt + argumentBytes) == nullptr
        || m_lanes.data.makeRoom(dataAt + dataBytes) == nullptr) {
        return 0;
    }
    ColumnChunk& chunk = *reinterpret_cast<ColumnChunk*>(base + place);
    std::size_t i = first;
    for (const Event* event : batch) {
        const auto record = recordOf(*event);
        const auto arguments = argumentBlock(*event, record);
        const auto data = keptData(*event, record);
        copyShort(m_lanes.arguments.writable(argumentsAt), arguments);
        copyShort(m_lanes.data.writable(dataAt), data);
        putColumns(chunk, i++, *event,
            {argumentsAt, static_cast<std::uint16_t>(arguments.size()), dataAt,
                static_cast<std::uint32_t>(data.size())});
        argumentsAt += arguments.size();
        dataAt += data.size();
    }
    m_lanes.arguments.setSize(argumentsAt);
    m_lanes.data.setSize(dataAt);
    m_lanes.columns.setSize(place + kColumnsBytes);
    m_lastEnd = batch.back()->end();
    m_published.store(row + batch.size(), std::memory_order_release);
    return batch.size();
}

void EventStore::flushIfMuch()
{
    if (m_writer
        && (size() - m_flushedRows >= kMostPendingRows
            || payloadBytes() - m_flushedBytes >= kMostPendingBytes)) {
        flush();
    }
}

}

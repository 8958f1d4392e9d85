#include "model/store/event_store.h"

#include <algorithm>

namespace model {

using namespace netcore;

EventStore::EventStore() : m_chunks(std::make_unique<std::unique_ptr<Chunk>[]>(kMostChunks)) { }

EventStore::~EventStore() = default;

Row EventStore::append(const Event& event, std::span<const std::byte> record)
{
    const Row row = m_published.load(std::memory_order_relaxed);
    const std::size_t i = row % kChunkRows;
    auto& place = m_chunks[row / kChunkRows];
    if (!place) {
        place = std::make_unique_for_overwrite<Chunk>(); // untouched pages cost nothing
    }
    Chunk& chunk = *place;
    // No memory for the bytes: the event stays, and dataSize still says how many there were.
    const auto argumentBlock = record.first(std::min<std::size_t>(event.argumentsSize, record.size()));
    const auto bytes = record.subspan(argumentBlock.size());
    const auto arguments = m_arguments.append(argumentBlock);
    const auto data = m_data.append(bytes);
    chunk.time[i] = event.time;
    chunk.took[i] = event.took;
    chunk.arguments[i] = arguments.value_or(0);
    chunk.data[i] = data.value_or(m_data.size());
    chunk.dataKept[i] = data ? static_cast<std::uint32_t>(bytes.size()) : 0;
    chunk.dataSize[i] = event.dataSize;
    chunk.result[i] = event.result;
    chunk.socket[i] = event.socket;
    chunk.opened[i] = event.opened;
    chunk.ticket[i] = event.ticket;
    chunk.tid[i] = event.tid;
    chunk.argumentsSize[i] = arguments ? static_cast<std::uint16_t>(argumentBlock.size()) : std::uint16_t {0};
    chunk.error[i] = event.error;
    chunk.call[i] = event.call;
    chunk.actor[i] = event.actor;
    chunk.kind[i] = event.kind;
    chunk.flags[i] = event.flags;
    m_published.store(row + 1, std::memory_order_release);
    return row;
}

Event EventStore::event(Row row) const
{
    const Chunk& chunk = chunkOf(row);
    const std::size_t i = row % kChunkRows;
    Event event {};
    event.time = chunk.time[i];
    event.took = chunk.took[i];
    event.payload = chunk.data[i];
    event.payloadSize = chunk.argumentsSize[i] + chunk.dataKept[i];
    event.dataSize = chunk.dataSize[i];
    event.result = chunk.result[i];
    event.socket = chunk.socket[i];
    event.opened = chunk.opened[i];
    event.ticket = chunk.ticket[i];
    event.tid = chunk.tid[i];
    event.argumentsSize = chunk.argumentsSize[i];
    event.error = chunk.error[i];
    event.call = chunk.call[i];
    event.actor = chunk.actor[i];
    event.kind = chunk.kind[i];
    event.flags = chunk.flags[i];
    return event;
}

EventKind EventStore::kind(Row row) const
{
    return chunkOf(row).kind[row % kChunkRows];
}

SocketId EventStore::socket(Row row) const
{
    return chunkOf(row).socket[row % kChunkRows];
}

CallRecord EventStore::call(Row row) const
{
    const Chunk& chunk = chunkOf(row);
    const std::size_t i = row % kChunkRows;
    return decodeCall(chunk.call[i], m_arguments.at(chunk.arguments[i], chunk.argumentsSize[i]));
}

std::span<const std::byte> EventStore::data(Row row) const
{
    const Chunk& chunk = chunkOf(row);
    return m_data.at(chunk.data[row % kChunkRows], chunk.dataKept[row % kChunkRows]);
}

std::span<const std::byte> EventStore::data(Row first, Row end) const
{
    if (first >= end) {
        return {};
    }
    const std::uint64_t begin = chunkOf(first).data[first % kChunkRows];
    const Chunk& last = chunkOf(end - 1);
    const std::size_t i = (end - 1) % kChunkRows;
    return m_data.at(begin, last.data[i] + last.dataKept[i] - begin);
}

EventStore::Columns EventStore::columns(Row row) const
{
    const Chunk& chunk = chunkOf(row);
    const Row first = row - row % kChunkRows;
    const auto count = static_cast<std::size_t>(std::min(size() - first, kChunkRows));
    const auto part = [count](const auto& column) { return std::span(column).first(count); };
    Columns columns;
    columns.first = first;
    columns.time = part(chunk.time);
    columns.took = part(chunk.took);
    columns.data = part(chunk.data);
    columns.dataKept = part(chunk.dataKept);
    columns.dataSize = part(chunk.dataSize);
    columns.result = part(chunk.result);
    columns.socket = part(chunk.socket);
    columns.opened = part(chunk.opened);
    columns.ticket = part(chunk.ticket);
    columns.tid = part(chunk.tid);
    columns.error = part(chunk.error);
    columns.call = part(chunk.call);
    columns.actor = part(chunk.actor);
    columns.kind = part(chunk.kind);
    columns.flags = part(chunk.flags);
    return columns;
}

}

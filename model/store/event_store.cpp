#include "model/store/event_store.h"

namespace model {

using namespace netcore;

EventStore::EventStore() : m_chunks(std::make_unique<std::unique_ptr<Chunk>[]>(kMostChunks)) { }

EventStore::~EventStore() = default;

Row EventStore::append(const Event& event, std::span<const std::byte> record)
{
    const Row row = m_published.load(std::memory_order_relaxed);
    const std::size_t i = row % kRows;
    auto& place = m_chunks[row / kRows];
    if (!place) {
        place = std::make_unique_for_overwrite<Chunk>(); // untouched pages cost nothing
    }
    Chunk& chunk = *place;
    // No memory for the bytes: the event stays, and dataSize still says how many there were.
    const auto offset = m_payload.append(record);
    chunk.time[i] = event.time;
    chunk.took[i] = event.took;
    chunk.payload[i] = offset.value_or(0);
    chunk.payloadSize[i] = offset ? static_cast<std::uint32_t>(record.size()) : 0;
    chunk.dataSize[i] = event.dataSize;
    chunk.result[i] = event.result;
    chunk.socket[i] = event.socket;
    chunk.opened[i] = event.opened;
    chunk.ticket[i] = event.ticket;
    chunk.tid[i] = event.tid;
    chunk.argumentsSize[i] = offset ? event.argumentsSize : std::uint16_t {0};
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
    const std::size_t i = row % kRows;
    Event event {};
    event.time = chunk.time[i];
    event.took = chunk.took[i];
    event.payload = chunk.payload[i];
    event.payloadSize = chunk.payloadSize[i];
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
    return chunkOf(row).kind[row % kRows];
}

SocketId EventStore::socket(Row row) const
{
    return chunkOf(row).socket[row % kRows];
}

std::span<const std::byte> EventStore::record(Row row) const
{
    const Chunk& chunk = chunkOf(row);
    return m_payload.at(chunk.payload[row % kRows], chunk.payloadSize[row % kRows]);
}

CallRecord EventStore::call(Row row) const
{
    const Chunk& chunk = chunkOf(row);
    return decodeCall(chunk.call[row % kRows], record(row).first(chunk.argumentsSize[row % kRows]));
}

std::span<const std::byte> EventStore::data(Row row) const
{
    return record(row).subspan(chunkOf(row).argumentsSize[row % kRows]);
}

}

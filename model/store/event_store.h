// The log: every event, append-only, in columns.
//
// Columns lie in chunks of 65,536 events, a fixed layout that can be written to a file as it is; a filter
// that asks for one field reads one field. Bytes lie in a PayloadSpace.
//
// Threads: one writer (append); any number of readers without a lock, for rows below size(). Chunks never
// move.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "model/store/payload_space.h"
#include "netcore/events/call_record.h"
#include "netcore/events/event.h"

namespace model {

// The number of an event in the log, from 0. It never changes.
using Row = std::uint64_t;

class EventStore {
public:
    EventStore();
    ~EventStore();

    // The record is copied: the argument block, then the data (event.argumentsSize tells the border).
    Row append(const netcore::Event& event, std::span<const std::byte> record);

    Row size() const { return m_published.load(std::memory_order_acquire); }

    netcore::Event event(Row row) const; // payload: the offset of its record
    netcore::EventKind kind(Row row) const;
    netcore::SocketId socket(Row row) const;
    netcore::CallRecord call(Row row) const; // of Call and Blocked events
    std::span<const std::byte> data(Row row) const; // what was kept of it; event().dataSize is all

    std::size_t payloadBytes() const { return m_payload.size(); }

private:
    static constexpr std::size_t kRows = 65'536;
    static constexpr std::size_t kMostChunks = 16'384; // a thousand million events

    struct Chunk {
        std::array<std::uint64_t, kRows> time;
        std::array<std::uint64_t, kRows> took;
        std::array<std::uint64_t, kRows> payload;
        std::array<std::uint32_t, kRows> payloadSize;
        std::array<std::uint32_t, kRows> dataSize;
        std::array<std::int32_t, kRows> result;
        std::array<netcore::SocketId, kRows> socket;
        std::array<netcore::SocketId, kRows> opened;
        std::array<netcore::Ticket, kRows> ticket;
        std::array<std::uint32_t, kRows> tid;
        std::array<std::uint16_t, kRows> argumentsSize;
        std::array<std::uint16_t, kRows> error;
        std::array<netcore::CallId, kRows> call;
        std::array<netcore::ActorId, kRows> actor;
        std::array<netcore::EventKind, kRows> kind;
        std::array<std::uint8_t, kRows> flags;
    };
    const Chunk& chunkOf(Row row) const { return *m_chunks[row / kRows]; }
    std::span<const std::byte> record(Row row) const;

    // Its places never move; the writer fills one before it publishes a row in it.
    std::unique_ptr<std::unique_ptr<Chunk>[]> m_chunks;
    PayloadSpace m_payload;
    std::atomic<Row> m_published = 0;
};

}

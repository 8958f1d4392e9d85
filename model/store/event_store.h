// The log: every event, append-only, in columns.
//
// Columns lie in chunks of 65,536 events, a fixed layout that can be written to a file as it is; a filter
// that asks for one field reads one field. The bytes that calls moved lie one behind the other, apart from
// the argument blocks: a search reads nothing else.
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

    netcore::Event event(Row row) const; // payload: the offset of its data
    netcore::EventKind kind(Row row) const;
    netcore::SocketId socket(Row row) const;
    netcore::CallRecord call(Row row) const; // of Call and Blocked events
    std::span<const std::byte> data(Row row) const; // what was kept of it; event().dataSize is all

    // All that was kept of the data of those rows, in their order, without a gap. first <= end <= size().
    std::span<const std::byte> data(Row first, Row end) const;

    // For who looks at many rows: the columns of the chunk that `row` is in, as far as rows are published.
    static constexpr Row kChunkRows = 65'536;
    struct Columns {
        Row first = 0; // the row of each first entry
        std::span<const std::uint64_t> time;
        std::span<const std::uint64_t> took;
        std::span<const std::uint64_t>
            data; // offset; the difference of two is a distance within data(first, end)
        std::span<const std::uint32_t> dataKept;
        std::span<const std::uint32_t> dataSize;
        std::span<const std::int32_t> result;
        std::span<const netcore::SocketId> socket;
        std::span<const netcore::SocketId> opened;
        std::span<const netcore::Ticket> ticket;
        std::span<const std::uint32_t> tid;
        std::span<const std::uint16_t> error;
        std::span<const netcore::CallId> call;
        std::span<const netcore::ActorId> actor;
        std::span<const netcore::EventKind> kind;
        std::span<const std::uint8_t> flags;

        std::size_t size() const { return time.size(); }
    };
    Columns columns(Row row) const; // row < size()

    std::size_t payloadBytes() const { return m_arguments.size() + m_data.size(); }

private:
    static constexpr std::size_t kMostChunks = 16'384; // a thousand million events

    struct Chunk {
        std::array<std::uint64_t, kChunkRows> time;
        std::array<std::uint64_t, kChunkRows> took;
        std::array<std::uint64_t, kChunkRows> arguments; // offset
        std::array<std::uint64_t, kChunkRows> data; // offset
        std::array<std::uint32_t, kChunkRows> dataKept;
        std::array<std::uint32_t, kChunkRows> dataSize;
        std::array<std::int32_t, kChunkRows> result;
        std::array<netcore::SocketId, kChunkRows> socket;
        std::array<netcore::SocketId, kChunkRows> opened;
        std::array<netcore::Ticket, kChunkRows> ticket;
        std::array<std::uint32_t, kChunkRows> tid;
        std::array<std::uint16_t, kChunkRows> argumentsSize;
        std::array<std::uint16_t, kChunkRows> error;
        std::array<netcore::CallId, kChunkRows> call;
        std::array<netcore::ActorId, kChunkRows> actor;
        std::array<netcore::EventKind, kChunkRows> kind;
        std::array<std::uint8_t, kChunkRows> flags;
    };
    const Chunk& chunkOf(Row row) const { return *m_chunks[row / kChunkRows]; }

    // Its places never move; the writer fills one before it publishes a row in it.
    std::unique_ptr<std::unique_ptr<Chunk>[]> m_chunks;
    PayloadSpace m_arguments;
    PayloadSpace m_data;
    std::atomic<Row> m_published = 0;
};

}

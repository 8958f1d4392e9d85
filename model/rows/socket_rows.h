// Where in the log each socket stands: its calls, what the kernel said of it, its options. Found as the rows
// come, so that nobody has to search a log of millions.
//
// Of calls, which are most of a log, only the chunks are kept that a socket appears in (4 bytes for up to
// 65,536 rows); where in them is read from the store, some 20 µs a chunk at the most. What the kernel said
// comes by the clock, not by the call: 8 bytes a row.
//
// Threads: belongs to one thread, the session's.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "model/store/event_store.h"

namespace model {

// The rows of calls made on a socket, and of the one that opened it. Valid until SocketRows::extend().
class CallRows {
public:
    CallRows() = default;
    CallRows(
        const EventStore& store, std::span<const std::uint32_t> chunks, Row end, netcore::SocketId socket)
        : m_store(&store), m_chunks(chunks), m_end(end), m_socket(socket)
    {
    }

    bool empty() const { return m_chunks.empty(); }
    Row back() const { return lastBefore(m_end).value_or(0); } // not empty()
    std::optional<Row> lastBefore(Row row) const;
    std::optional<Row> firstAfter(Row row) const;

private:
    const EventStore* m_store = nullptr;
    std::span<const std::uint32_t> m_chunks; // ascending
    Row m_end = 0; // rows that are known
    netcore::SocketId m_socket = netcore::kNoSocket;
};

class SocketRows {
public:
    // Rows first to end have come. Always of the same store, which must outlive this.
    void extend(const EventStore& store, Row first, Row end);

    // Ascending; valid until extend(). Empty for sockets that are not known.
    CallRows calls(netcore::SocketId socket) const;
    std::span<const Row> states(netcore::SocketId socket) const; // State events
    std::span<const Row> options(netcore::SocketId socket) const; // Options events
    // The chunks (row / EventStore::kChunkRows) in which calls on it stand: for who looks for its rows.
    std::span<const std::uint32_t> chunks(netcore::SocketId socket) const;

private:
    struct Rows {
        std::vector<std::uint32_t> chunks;
        std::vector<Row> states;
        std::vector<Row> options;
    };
    const Rows* find(netcore::SocketId socket) const;
    void addCall(netcore::SocketId socket, std::uint32_t chunk);

    const EventStore* m_store = nullptr;
    Row m_end = 0;
    std::unordered_map<netcore::SocketId, Rows> m_sockets;
};

// Of ascending rows: the last before `row`, the first after it.
std::optional<Row> lastBefore(std::span<const Row> rows, Row row);
std::optional<Row> firstAfter(std::span<const Row> rows, Row row);
inline std::optional<Row> lastBefore(const CallRows& rows, Row row)
{
    return rows.lastBefore(row);
}
inline std::optional<Row> firstAfter(const CallRows& rows, Row row)
{
    return rows.firstAfter(row);
}

}

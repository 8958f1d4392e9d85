#include "model/rows/socket_rows.h"

#include <algorithm>
#include <array>

namespace model {

using namespace netcore;

namespace {

// Calls come in bursts of few sockets: those that are known to stand in this chunk already.
class Recent {
public:
    bool has(SocketId socket) const { return socket == kNoSocket || m_sockets[placeOf(socket)] == socket; }
    void add(SocketId socket) { m_sockets[placeOf(socket)] = socket; }
    void clear() { m_sockets.fill(kNoSocket); }

private:
    static std::size_t placeOf(SocketId socket) { return number(socket) % 16U; }
    std::array<SocketId, 16> m_sockets {};
};

bool isCallOf(const EventStore::Columns& columns, std::size_t i, SocketId socket)
{
    return (columns.socket[i] == socket || columns.opened[i] == socket) && columns.kind[i] == EventKind::Call;
}

}

std::optional<Row> CallRows::lastBefore(Row row) const
{
    row = std::min(row, m_end);
    auto chunk = std::ranges::upper_bound(m_chunks, row / kRowsInChunk);
    while (chunk != m_chunks.begin()) {
        --chunk;
        const auto columns = m_store->columns(*chunk * kRowsInChunk);
        const Row within = row > columns.first ? row - columns.first : 0;
        for (std::size_t i = std::min<std::size_t>(columns.size(), within); i > 0; --i) {
            if (isCallOf(columns, i - 1, m_socket)) {
                return columns.first + i - 1;
            }
        }
    }
    return std::nullopt;
}

std::optional<Row> CallRows::firstAfter(Row row) const
{
    for (auto chunk = std::ranges::lower_bound(m_chunks, (row + 1) / kRowsInChunk); chunk != m_chunks.end();
         ++chunk) {
        const auto columns = m_store->columns(*chunk * kRowsInChunk);
        const auto end = static_cast<std::size_t>(std::min<Row>(columns.size(), m_end - columns.first));
        for (std::size_t i = row >= columns.first ? row + 1 - columns.first : 0; i < end; ++i) {
            if (isCallOf(columns, i, m_socket)) {
                return columns.first + i;
            }
        }
    }
    return std::nullopt;
}

const SocketRows::Rows* SocketRows::find(SocketId socket) const
{
    const auto found = m_sockets.find(socket);
    return found == m_sockets.end() ? nullptr : &found->second;
}

void SocketRows::addCall(SocketId socket, std::uint32_t chunk)
{
    auto& chunks = m_sockets[socket].chunks;
    if (chunks.empty() || chunks.back() != chunk) {
        chunks.push_back(chunk);
    }
}

void SocketRows::extend(const EventStore& store, Row first, Row end)
{
    m_store = &store;
    m_end = end;
    Recent recent;
    for (Row row = first; row < end;) {
        const auto columns = store.columns(row);
        const auto chunk = static_cast<std::uint32_t>(row / kRowsInChunk);
        const auto last = static_cast<std::size_t>(std::min<Row>(columns.size(), end - columns.first));
        recent.clear();
        for (std::size_t i = row - columns.first; i < last; ++i) {
            const EventKind kind = columns.kind[i];
            if (kind == EventKind::Call) {
                for (const SocketId socket : {columns.socket[i], columns.opened[i]}) {
                    if (!recent.has(socket)) {
                        addCall(socket, chunk);
                        recent.add(socket);
                    }
                }
            } else if (columns.socket[i] != kNoSocket
                && (kind == EventKind::State || kind == EventKind::Options)) {
                Rows& of = m_sockets[columns.socket[i]];
                (kind == EventKind::State ? of.states : of.options).push_back(columns.first + i);
            }
        }
        row = columns.first + last;
    }
}

CallRows SocketRows::calls(SocketId socket) const
{
    const Rows* rows = find(socket);
    return rows == nullptr ? CallRows() : CallRows(*m_store, rows->chunks, m_end, socket);
}

std::span<const std::uint32_t> SocketRows::chunks(SocketId socket) const
{
    const Rows* rows = find(socket);
    return rows == nullptr ? std::span<const std::uint32_t>() : rows->chunks;
}

std::span<const Row> SocketRows::states(SocketId socket) const
{
    const Rows* rows = find(socket);
    return rows == nullptr ? std::span<const Row>() : rows->states;
}

std::span<const Row> SocketRows::options(SocketId socket) const
{
    const Rows* rows = find(socket);
    return rows == nullptr ? std::span<const Row>() : rows->options;
}

std::optional<Row> lastBefore(std::span<const Row> rows, Row row)
{
    const auto place = std::ranges::lower_bound(rows, row);
    return place == rows.begin() ? std::nullopt : std::optional(*(place - 1));
}

std::optional<Row> firstAfter(std::span<const Row> rows, Row row)
{
    const auto place = std::ranges::upper_bound(rows, row);
    return place == rows.end() ? std::nullopt : std::optional(*place);
}

}

#include "model/rows/socket_rows.h"

#include <algorithm>

namespace model {

using namespace netcore;

namespace {

// A log from a file may name any socket: a number far beyond all others is nobody's.
constexpr std::uint32_t kMostSockets = 1U << 24U;

}

const SocketRows::Rows* SocketRows::find(SocketId socket) const
{
    return number(socket) < m_sockets.size() ? &m_sockets[number(socket)] : nullptr;
}

SocketRows::Rows* SocketRows::placeFor(SocketId socket)
{
    if (socket == kNoSocket || number(socket) >= kMostSockets) {
        return nullptr;
    }
    if (number(socket) >= m_sockets.size()) {
        m_sockets.resize(number(socket) + 1);
    }
    return &m_sockets[number(socket)];
}

void SocketRows::extend(const EventStore& store, Row first, Row end)
{
    for (Row row = first; row < end; ++row) {
        const EventKind kind = store.kind(row);
        if (kind == EventKind::Call) {
            if (Rows* on = placeFor(store.socket(row))) {
                on->calls.push_back(row);
            }
            if (Rows* opened = placeFor(store.event(row).opened)) {
                opened->calls.push_back(row);
            }
        } else if (kind == EventKind::State || kind == EventKind::Options) {
            if (Rows* of = placeFor(store.socket(row))) {
                (kind == EventKind::State ? of->states : of->options).push_back(row);
            }
        }
    }
}

std::span<const Row> SocketRows::calls(SocketId socket) const
{
    const Rows* rows = find(socket);
    return rows == nullptr ? std::span<const Row>() : rows->calls;
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

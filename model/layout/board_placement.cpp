#include "model/layout/board_placement.h"

#include <algorithm>

namespace model {

namespace {

constexpr int kLeft = 0;
constexpr int kMiddle = 1;
constexpr int kRight = 2;

}

bool BoardPlacement::isFree(const Cell& cell) const
{
    return std::ranges::none_of(m_cells, [&](const auto& taken) { return taken.second == cell; });
}

Cell BoardPlacement::firstFree(int column, int fromRow) const
{
    Cell cell(column, fromRow);
    while (!isFree(cell)) {
        cell.ry() += 1;
    }
    return cell;
}

Cell BoardPlacement::place(const SocketNode& socket)
{
    if (const auto known = m_cells.find(socket.id); known != m_cells.end()) {
        return known->second;
    }
    Cell cell;
    if (socket.accepted) {
        const auto listener = m_cells.find(socket.listener);
        cell = firstFree(kMiddle, listener == m_cells.end() ? 0 : listener->second.y() + 1);
    } else if (const auto peer = m_cells.find(socket.peer);
               peer != m_cells.end() && socket.has(netcore::CallId::Socketpair)) {
        const Cell beside(peer->second.x() == kRight ? kLeft : kRight, peer->second.y());
        cell = isFree(beside) ? beside : firstFree(beside.x(), beside.y());
    } else if (const auto same = m_cells.find(socket.duplicateOf); same != m_cells.end()) {
        cell = firstFree(same->second.x(), same->second.y() + 1);
    } else if (const auto through = m_cells.find(socket.receivedThrough); through != m_cells.end()) {
        cell = firstFree(kMiddle, through->second.y());
    } else {
        const Cell left = firstFree(kLeft, 0);
        const Cell right = firstFree(kRight, 0);
        cell = right.y() < left.y() ? right : left;
    }
    m_cells.emplace(socket.id, cell);
    return cell;
}

}

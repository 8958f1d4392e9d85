#include "model/layout/board_placement.h"

#include <algorithm>

namespace model {

namespace {

constexpr int kLeft = 0;
constexpr int kMiddle = 1;
constexpr int kRight = 2;
constexpr int kColumns = 3;

}

Cell BoardPlacement::firstFree(int column, int fromRow)
{
    for (;; column += kColumns, fromRow = 0) {
        int& full = m_full[column];
        while (full < kRows && !isFree({column, full})) {
            ++full;
        }
        for (int row = std::max(fromRow, full); row < kRows; ++row) {
            if (isFree({column, row})) {
                return {column, row};
            }
        }
    }
}

Cell BoardPlacement::suits(const SocketNode& socket)
{
    const auto cellOf = [this](netcore::SocketId id) { return m_cells.find(id); };
    const auto none = m_cells.end();
    if (socket.accepted) {
        const auto listener = cellOf(socket.listener);
        return listener == none
            ? firstFree(kMiddle, 0)
            : firstFree(listener->second.x() / kColumns * kColumns + kMiddle, listener->second.y() + 1);
    }
    if (const auto peer = cellOf(socket.peer); peer != none && socket.has(netcore::CallId::Socketpair)) {
        const int first = peer->second.x() / kColumns * kColumns;
        const Cell beside(first + (peer->second.x() % kColumns == kRight ? kLeft : kRight), peer->second.y());
        return isFree(beside) ? beside : firstFree(beside.x(), beside.y());
    }
    if (const auto same = cellOf(socket.duplicateOf); same != none) {
        return firstFree(same->second.x(), same->second.y() + 1);
    }
    if (const auto through = cellOf(socket.receivedThrough); through != none) {
        return firstFree(through->second.x() / kColumns * kColumns + kMiddle, through->second.y());
    }
    const Cell left = firstFree(kLeft, 0);
    const Cell right = firstFree(kRight, 0);
    const bool rightIsFirst
        = std::pair(right.x() / kColumns, right.y()) < std::pair(left.x() / kColumns, left.y());
    return rightIsFirst ? right : left;
}

Cell BoardPlacement::place(const SocketNode& socket)
{
    if (const auto known = m_cells.find(socket.id); known != m_cells.end()) {
        return known->second;
    }
    const Cell cell = suits(socket);
    m_cells.emplace(socket.id, cell);
    m_taken.emplace(cell.x(), cell.y());
    return cell;
}

void BoardPlacement::forget(netcore::SocketId socket)
{
    if (const auto known = m_cells.find(socket); known != m_cells.end()) {
        m_taken.erase({known->second.x(), known->second.y()});
        int& full = m_full[known->second.x()];
        full = std::min(full, known->second.y());
        m_cells.erase(known);
    }
}

}

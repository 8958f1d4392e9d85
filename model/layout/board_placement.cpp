#include "model/layout/board_placement.h"

#include <algorithm>

namespace model {

namespace {

constexpr int kRowsOfActors = 3; // more would leave half of the window empty

}

void BoardPlacement::setProportion(double columnsPerRow)
{
    const double proportion = std::clamp(columnsPerRow, 0.2, 5.0);
    if (proportion != m_proportion) {
        m_proportion = proportion;
        m_order.clear();
        m_across = m_down = 0;
        m_full.fill(0);
    }
}

// A rectangle of blocks, to which a column or a row is added, whichever is missing.
void BoardPlacement::growOrder()
{
    const bool wider
        = m_down == 0 || m_across * kColumns < m_proportion * static_cast<double>(m_down * kRows);
    if (wider) {
        m_down = std::max(m_down, 1);
        for (int down = 0; down < m_down; ++down) {
            m_order.emplace_back(m_across, down);
        }
        ++m_across;
        return;
    }
    for (int across = 0; across < m_across; ++across) {
        m_order.emplace_back(across, m_down);
    }
    ++m_down;
}

const BoardPlacement::Block& BoardPlacement::block(std::size_t index)
{
    while (index >= m_order.size()) {
        growOrder();
    }
    return m_order[index];
}

std::size_t BoardPlacement::indexOf(const Block& wanted)
{
    while (wanted.x() >= m_across || wanted.y() >= m_down) {
        growOrder();
    }
    return static_cast<std::size_t>(std::find(m_order.begin(), m_order.end(), wanted) - m_order.begin());
}

std::pair<std::size_t, Cell> BoardPlacement::firstFree(Lane lane, std::size_t first, int row)
{
    const bool fromStart = first <= m_full[lane] && row == 0;
    for (std::size_t index = std::max(first, m_full[lane]);; ++index, row = 0) {
        const Block its = block(index);
        const int column = its.x() * kColumns + lane;
        for (row = index == first ? row : 0; row < kRows; ++row) {
            const Cell cell(column, its.y() * kRows + row);
            if (isFree(cell)) {
                m_full[lane] = fromStart ? index : m_full[lane];
                return {index, cell};
            }
        }
    }
}

Cell BoardPlacement::firstFreeAt(Lane lane, const Cell& beside, int rowsBelow)
{
    const int row = beside.y() % kRows + rowsBelow;
    const std::size_t index = indexOf(blockOf(beside));
    return row < kRows ? firstFree(lane, index, row).second : firstFree(lane, index + 1).second;
}

// The server left, its clients right, as in every picture of the two.
std::optional<Cell> BoardPlacement::withItsActor(const SocketNode& socket)
{
    if (socket.actor == netcore::kNoActor) {
        return std::nullopt;
    }
    if (m_ofActors.empty()) { // also after all of a play have gone: in the next one others begin
        m_firstActor = socket.actor;
    }
    m_ofActors.insert(socket.id);
    const auto [block, cell] = firstFree(socket.actor == m_firstActor ? Left : Right);
    return block == 0 && cell.y() < kRowsOfActors ? std::optional(cell) : std::nullopt;
}

Cell BoardPlacement::suits(const SocketNode& socket)
{
    const auto cellOf = [this](netcore::SocketId id) { return m_cells.find(id); };
    const auto none = m_cells.end();
    if (socket.accepted) {
        const auto listener = cellOf(socket.listener);
        return listener == none ? firstFree(Middle).second : firstFreeAt(Middle, listener->second, 1);
    }
    if (const auto peer = cellOf(socket.peer); peer != none && socket.has(netcore::CallId::Socketpair)) {
        return firstFreeAt(laneOf(peer->second) == Right ? Left : Right, peer->second, 0);
    }
    if (const auto same = cellOf(socket.duplicateOf); same != none) {
        return firstFreeAt(laneOf(same->second), same->second, 1);
    }
    if (const auto through = cellOf(socket.receivedThrough); through != none) {
        return firstFreeAt(Middle, through->second, 0);
    }
    if (const auto cell = withItsActor(socket)) {
        return *cell;
    }
    const auto left = firstFree(Left);
    const auto right = firstFree(Right);
    const bool rightIsFirst
        = std::pair(right.first, right.second.y()) < std::pair(left.first, left.second.y());
    return rightIsFirst ? right.second : left.second;
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
        const Cell cell = known->second;
        m_taken.erase({cell.x(), cell.y()});
        m_cells.erase(known);
        m_ofActors.erase(socket);
        std::size_t& full = m_full[laneOf(cell)];
        full = std::min(full, indexOf(blockOf(cell)));
    }
}

}

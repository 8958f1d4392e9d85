// Where a new card goes on the board: the sockets of the first actor left, those of the others right, without
// actors by turns; what accept() makes between. What has become long goes on beside and below, in about the
// proportion of the window; nothing that has its place moves.
#pragma once

#include <QPoint>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

// A cell of the board's coarse grid.
using Cell = QPoint;

class BoardPlacement {
public:
    // Cells come in blocks: so many rows of a left, a middle and a right column.
    static constexpr int kColumns = 3;
    static constexpr int kRows = 6;

    // How many columns the window has room for where it has room for one row. What is placed stays.
    void setProportion(double columnsPerRow);
    // The first time: a free cell that suits the socket; afterwards always the same.
    Cell place(const SocketNode& socket);
    void forget(netcore::SocketId socket);

private:
    enum Lane : std::uint8_t { Left, Middle, Right };
    using Block = QPoint; // across, down
    static Lane laneOf(const Cell& cell) { return static_cast<Lane>(cell.x() % kColumns); }
    static Block blockOf(const Cell& cell) { return {cell.x() / kColumns, cell.y() / kRows}; }

    bool isFree(const Cell& cell) const { return !m_taken.contains({cell.x(), cell.y()}); }
    const Block& block(std::size_t index); // in the order in which they are filled
    std::size_t indexOf(const Block& block);
    void growOrder();
    // The first one from that block's row on; then in those that are filled later.
    std::pair<std::size_t, Cell> firstFree(Lane lane, std::size_t block = 0, int row = 0);
    Cell firstFreeAt(Lane lane, const Cell& beside, int rowsBelow);
    std::optional<Cell> withItsActor(const SocketNode& socket);
    Cell suits(const SocketNode& socket);

    double m_proportion = 1.2;
    std::vector<Block> m_order;
    int m_across = 0; // blocks of m_order, which are a rectangle
    int m_down = 0;
    std::array<std::size_t, kColumns> m_full {}; // the blocks before have no room, in that lane
    netcore::ActorId m_firstActor = netcore::kNoActor;
    std::set<netcore::SocketId> m_ofActors; // who stands with its actor
    std::map<netcore::SocketId, Cell> m_cells;
    std::set<std::pair<int, int>> m_taken;
};

}

// Where a new card goes on the board: listeners and the first socket left, clients right, what accept() makes
// between. A board that has become long goes on in further columns.
#pragma once

#include <QPoint>
#include <map>
#include <set>
#include <utility>

#include "model/graph/socket_graph.h"

namespace model {

// A cell of the board's coarse grid: columns three by three, rows as needed.
using Cell = QPoint;

class BoardPlacement {
public:
    static constexpr int kRows = 12; // then the next three columns are begun

    // The first time: a free cell that suits the socket; afterwards always the same.
    Cell place(const SocketNode& socket);
    void forget(netcore::SocketId socket);

private:
    using Taken = std::set<std::pair<int, int>>;
    bool isFree(const Cell& cell) const { return !m_taken.contains({cell.x(), cell.y()}); }
    Cell firstFree(int column, int fromRow);
    Cell suits(const SocketNode& socket);

    std::map<netcore::SocketId, Cell> m_cells;
    Taken m_taken;
    std::map<int, int> m_full; // of each column: the rows before this one are taken
};

}

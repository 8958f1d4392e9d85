// Where a new card goes on the board: listeners and the first socket left, clients right, what accept() makes
// between.
#pragma once

#include <QPoint>
#include <map>

#include "model/graph/socket_graph.h"

namespace model {

// A cell of the board's coarse grid: three columns, as many rows as needed.
using Cell = QPoint;

class BoardPlacement {
public:
    // The first time: a free cell that suits the socket; afterwards always the same.
    Cell place(const SocketNode& socket);
    void forget(netcore::SocketId socket) { m_cells.erase(socket); }

private:
    bool isFree(const Cell& cell) const;
    Cell firstFree(int column, int fromRow) const;

    std::map<netcore::SocketId, Cell> m_cells;
};

}

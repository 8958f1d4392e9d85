// The board put in order by what the sockets are for: listeners left, what accept() made in the middle,
// clients right, each beside its other end; datagrams below. What becomes too long goes on in further
// columns, so that all of it is as large as can be in the room that there is. Pure: sizes and places in,
// places out.
#pragma once

#include <QPointF>
#include <QSizeF>
#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

struct PlacedCard {
    netcore::SocketId socket = netcore::kNoSocket; // of a foreign peer's card: the one it is connected to
    bool foreign = false;
    QSizeF size;
    QPointF place; // where it is now: what is alike keeps its order
};

struct ArrangementGaps {
    qreal grid = 24; // places are multiples of it
    QSizeF between {96, 24}; // columns, rows
    QSizeF room {1080, 720}; // that is seen without zooming out
};

// A place for each, in the same order.
std::vector<QPointF> arranged(
    const SocketGraph& graph, const std::vector<PlacedCard>& cards, const ArrangementGaps& gaps = {});

}

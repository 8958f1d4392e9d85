// The fold as of any row: what a replay, a slider and an old row's explanation ask. Checkpoints are taken as
// the log is folded; from the nearest one before it is at most a million rows, some 10 ms.
//
// Threads: belongs to one thread, the session's.
#pragma once

#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

class GraphHistory {
public:
    // The graph is the fold of all rows before `end`. Now and then it is copied.
    void note(const SocketGraph& graph, Row end);

    // The fold of the rows before `row`. Valid until the next call; going forward goes on from there.
    const SocketGraph& before(const EventStore& store, Row row);

private:
    struct Checkpoint {
        Row row = 0;
        SocketGraph graph;
    };
    std::vector<Checkpoint> m_checkpoints; // ascending
    Checkpoint m_cursor;
};

}

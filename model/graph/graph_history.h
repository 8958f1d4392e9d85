// The fold as of any row: what a replay, a slider and an old row's explanation ask. Checkpoints are taken as
// the log is folded; from the nearest one before it is at most a million rows, some 10 ms.
//
// Threads: belongs to one thread, the session's.
#pragma once

#include <vector>

#include "model/graph/socket_graph.h"

namespace model {

class GraphHistory {
    struct Checkpoint {
        Row row = 0;
        SocketGraph graph;
    };

public:
    // The graph is the fold of all rows before `end`. Now and then it is copied.
    void note(const SocketGraph& graph, Row end);

    // One who asks: going forward goes on from where it is. Must not outlive the history.
    class Cursor {
    public:
        explicit Cursor(const GraphHistory& history) : m_history(history) { }

        // The fold of the rows before `row`. Valid until the next call.
        const SocketGraph& before(const EventStore& store, Row row);

    private:
        const GraphHistory& m_history;
        Checkpoint m_at;
    };

private:
    const Checkpoint* nearest(Row row) const; // at it or before; nullptr: none

    std::vector<Checkpoint> m_checkpoints; // ascending
};

}

#include "model/graph/graph_history.h"

#include <algorithm>

namespace model {

namespace {

constexpr Row kStep = Row {1} << 20;

}

void GraphHistory::note(const SocketGraph& graph, Row end)
{
    const Row last = m_checkpoints.empty() ? 0 : m_checkpoints.back().row;
    if (end - last >= kStep) {
        m_checkpoints.push_back({end, graph});
    }
}

const SocketGraph& GraphHistory::before(const EventStore& store, Row row)
{
    const auto behind = std::ranges::upper_bound(m_checkpoints, row, {}, &Checkpoint::row);
    const Row nearest = behind == m_checkpoints.begin() ? 0 : std::prev(behind)->row;
    if (m_cursor.row > row || m_cursor.row < nearest) {
        m_cursor = behind == m_checkpoints.begin() ? Checkpoint() : *std::prev(behind);
    }
    m_cursor.graph.apply(store, m_cursor.row, row);
    m_cursor.row = row;
    return m_cursor.graph;
}

}

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

const GraphHistory::Checkpoint* GraphHistory::nearest(Row row) const
{
    const auto behind = std::ranges::upper_bound(m_checkpoints, row, {}, &Checkpoint::row);
    return behind == m_checkpoints.begin() ? nullptr : &*std::prev(behind);
}

const SocketGraph& GraphHistory::Cursor::before(const EventStore& store, Row row)
{
    const Checkpoint* nearest = m_history.nearest(row);
    if (m_at.row > row || m_at.row < (nearest != nullptr ? nearest->row : 0)) {
        m_at = nearest != nullptr ? *nearest : Checkpoint();
    }
    m_at.graph.apply(store, m_at.row, row);
    m_at.row = row;
    return m_at.graph;
}

}

#include "model/graph/findings.h"

namespace model {

using namespace netcore;

void Findings::extend(const EventStore& store, Row first, Row end)
{
    for (Row row = first; row < end; ++row) {
        if (store.kind(row) == EventKind::Finding) {
            m_rows[store.event(row).ticket].push_back(row);
        }
    }
}

std::optional<Finding> Findings::of(const EventStore& store, Ticket ticket) const
{
    const auto rows = m_rows.find(ticket);
    if (rows == m_rows.end()) {
        return std::nullopt;
    }
    Finding all;
    for (const Row row : rows->second) {
        all.merge(decodeFinding(store.data(row)));
    }
    return all;
}

std::size_t Findings::count(Ticket ticket) const
{
    const auto rows = m_rows.find(ticket);
    return rows == m_rows.end() ? 0 : rows->second.size();
}

}

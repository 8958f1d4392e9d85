#include "model/rows/row_facts.h"

#include <algorithm>

namespace model {

using namespace netcore;

void RowFacts::extend(const EventStore& store, Row first, Row end)
{
    for (Row row = first; row < end; ++row) {
        const EventKind kind = store.kind(row);
        if (kind != EventKind::Call && kind != EventKind::Blocked) {
            continue;
        }
        const Event event = store.event(row);
        if (event.actor == kNoActor && event.tid != m_lastTid) {
            m_lastTid = event.tid;
            m_threads.try_emplace(event.tid, static_cast<unsigned>(m_threads.size() + 1));
        }
        if (event.ticket == kNoTicket) {
            continue;
        }
        if (kind == EventKind::Blocked) {
            m_asleep.insert_or_assign(event.ticket, m_sleeps.size());
            m_sleeps.push_back({row, 0});
        } else if (!m_asleep.empty()) {
            if (const auto sleep = m_asleep.find(event.ticket); sleep != m_asleep.end()) {
                m_sleeps[sleep->second].returned = row;
                m_asleep.erase(sleep);
            }
        }
    }
}

std::optional<Row> RowFacts::returnOf(Row blocked) const
{
    const auto sleep = std::ranges::lower_bound(m_sleeps, blocked, {}, &Sleep::blocked);
    if (sleep == m_sleeps.end() || sleep->blocked != blocked || sleep->returned == 0) {
        return std::nullopt;
    }
    return sleep->returned;
}

unsigned RowFacts::threadNumber(std::uint32_t tid) const
{
    const auto thread = m_threads.find(tid);
    return thread == m_threads.end() ? 0 : thread->second;
}

}

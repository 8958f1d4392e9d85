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
            if (m_sleeps.size() % kSleepsInBlock == 0) {
                m_blocks.emplace_back();
            }
            m_sleeps.push_back({row, 0});
            ++m_blocks.back().asleep;
        } else if (!m_asleep.empty()) {
            if (const auto sleep = m_asleep.find(event.ticket); sleep != m_asleep.end()) {
                m_sleeps[sleep->second].returned = row;
                Block& block = m_blocks[sleep->second / kSleepsInBlock];
                --block.asleep;
                block.lastReturn = row;
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

std::vector<RowFacts::Slept> RowFacts::sleepsOver(Row first, Row end) const
{
    std::vector<Slept> slept;
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        const std::size_t begin = block * kSleepsInBlock;
        if (m_sleeps[begin].blocked >= end) {
            break;
        }
        if (m_blocks[block].asleep == 0 && m_blocks[block].lastReturn < first) {
            continue;
        }
        for (std::size_t i = begin; i < std::min(begin + kSleepsInBlock, m_sleeps.size()); ++i) {
            const Sleep& sleep = m_sleeps[i];
            if (sleep.blocked < end && (sleep.returned == 0 || sleep.returned >= first)) {
                slept.push_back(
                    {sleep.blocked, sleep.returned == 0 ? std::nullopt : std::optional(sleep.returned)});
            }
        }
    }
    return slept;
}

unsigned RowFacts::threadNumber(std::uint32_t tid) const
{
    const auto thread = m_threads.find(tid);
    return thread == m_threads.end() ? 0 : thread->second;
}

}

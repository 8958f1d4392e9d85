#include "model/filter/sleep_set.h"

#include <algorithm>

#include "model/filter/column_scan.h"

namespace model::filter {

using namespace netcore;

void SleepSet::lookUntil(const EventStore& store, Row end)
{
    while (m_seen < end) {
        const EventStore::Columns columns = store.columns(m_seen);
        const RowSpan rows {static_cast<std::size_t>(m_seen - columns.first),
            static_cast<std::size_t>(std::min<Row>(end - columns.first, columns.size()))};
        RowBits all;
        RowBits asleep;
        rows.fill(all, true);
        rows.fill(asleep, false);
        const auto kinds
            = std::span(reinterpret_cast<const std::uint8_t*>(columns.kind.data()), columns.kind.size());
        scan(kinds, static_cast<std::uint8_t>(EventKind::Blocked), 0, rows, all, asleep);
        rows.forEach(asleep, [&](std::size_t row) {
            const std::uint32_t ticket = number(columns.ticket[row]);
            auto& word = m_pages[ticket / kPage][ticket % kPage / 64];
            word |= std::uint64_t {1} << (ticket % 64);
            m_least = std::min(m_least, ticket);
            m_most = std::max(m_most, ticket);
            return true;
        });
        m_seen = columns.first + rows.end;
    }
}

bool SleepSet::has(Ticket ticket) const
{
    const auto page = m_pages.find(number(ticket) / kPage);
    return ticket != kNoTicket && page != m_pages.end()
        && (page->second[number(ticket) % kPage / 64] >> (number(ticket) % 64) & 1U) != 0;
}

}

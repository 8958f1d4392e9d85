// What several rows say together, found as they come: where a sleeping call has returned, and which of the
// threads made it.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "model/store/event_store.h"

namespace model {

class RowFacts {
public:
    // Rows first to end have come.
    void extend(const EventStore& store, Row first, Row end);

    // Of a Blocked row: the row of the same call when it had returned. Nothing: it sleeps.
    std::optional<Row> returnOf(Row blocked) const;
    // The calls that slept at some moment between those rows: seen asleep before `end`, and returned at
    // `first` or later, or not yet. By the row in which they were seen asleep. Work: O(sleeps / 256).
    struct Slept {
        Row blocked;
        std::optional<Row> returned;
    };
    std::vector<Slept> sleepsOver(Row first, Row end) const;
    // Threads that work for nobody in particular are numbered from 1, as they appear. 0: not seen.
    unsigned threadNumber(std::uint32_t tid) const;

private:
    struct Sleep {
        Row blocked;
        Row returned; // 0: not yet; a return never stands in the first row
    };
    static constexpr std::size_t kSleepsInBlock = 256;
    std::vector<Sleep> m_sleeps; // ascending
    // For each block of them: how many sleep still, and the last row that one returned in.
    struct Block {
        std::uint32_t asleep = 0;
        Row lastReturn = 0;
    };
    std::vector<Block> m_blocks;
    std::unordered_map<netcore::Ticket, std::size_t> m_asleep; // ticket: position in m_sleeps
    std::unordered_map<std::uint32_t, unsigned> m_threads;
    std::uint32_t m_lastTid = 0; // calls come in bursts of one thread: seldom look it up
};

}

// The calls that were seen asleep, by ticket. Found by reading the log once, in its order.
//
// Threads: one.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "model/store/event_store.h"

namespace model::filter {

class SleepSet {
public:
    // Of a call in a row before `end` everything is known then.
    void lookUntil(const EventStore& store, Row end);
    bool has(netcore::Ticket ticket) const;
    bool isEmpty() const { return m_pages.empty(); }
    // No ticket below and above was seen; where there are any.
    std::uint32_t least() const { return m_least; }
    std::uint32_t most() const { return m_most; }

private:
    static constexpr std::uint32_t kPage = 4'096; // tickets
    using Page = std::array<std::uint64_t, kPage / 64>;
    std::unordered_map<std::uint32_t, Page> m_pages;
    std::uint32_t m_least = UINT32_MAX;
    std::uint32_t m_most = 0;
    Row m_seen = 0;
};

}

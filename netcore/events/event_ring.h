// A bounded queue of events between exactly two threads, without a lock.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>

#include "netcore/base/cache_line.h"
#include "netcore/events/event.h"

namespace netcore {

// One producer pushes, one consumer looks and pops. Each keeps a copy of the other's index and looks at the
// real one only when the copy says full or empty: the cache lines seldom travel.
class EventRing {
public:
    // `capacity` is rounded up to a power of two.
    explicit EventRing(std::size_t capacity)
        : m_mask(std::bit_ceil(capacity) - 1), m_events(std::make_unique_for_overwrite<Event[]>(m_mask + 1))
    {
    }

    // Producer. False: full, push() would fail. Once there is room, only the producer can take it.
    bool hasRoom()
    {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_headSeen > m_mask) {
            m_headSeen = m_head.load(std::memory_order_acquire);
        }
        return tail - m_headSeen <= m_mask;
    }
    // Producer. False: full.
    bool push(const Event& event)
    {
        if (!hasRoom()) {
            return false;
        }
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        m_events[tail & m_mask] = event;
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

    // Consumer. The oldest event, or nullptr; valid until pop().
    const Event* front()
    {
        const std::size_t head = m_head.load(std::memory_order_relaxed);
        if (head == m_tailSeen) {
            m_tailSeen = m_tail.load(std::memory_order_acquire);
            if (head == m_tailSeen) {
                return nullptr;
            }
        }
        return &m_events[head & m_mask];
    }
    // Consumer, after front().
    void pop() { m_head.store(m_head.load(std::memory_order_relaxed) + 1, std::memory_order_release); }

private:
    const std::size_t m_mask;
    const std::unique_ptr<Event[]> m_events;
    alignas(kCacheLine) std::atomic<std::size_t> m_tail = 0;
    std::size_t m_headSeen = 0; // producer's
    alignas(kCacheLine) std::atomic<std::size_t> m_head = 0;
    std::size_t m_tailSeen = 0; // consumer's
};

}

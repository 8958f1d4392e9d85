// A bounded queue of events between exactly two threads, without a lock.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>

#include "netcore/base/cache_line.h"
#include "netcore/events/event.h"

namespace netcore {

// One producer pushes, one consumer looks at many and pops them at once. The producer keeps a copy of the
// consumer's index and looks at the real one only when the copy says full: the cache lines seldom travel.
class EventRing {
public:
    // `capacity` is rounded up to a power of two.
    explicit EventRing(std::size_t capacity)
        : m_mask(std::bit_ceil(capacity) - 1), m_slots(std::make_unique_for_overwrite<Slot[]>(m_mask + 1))
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
    // Producer. Where the next one is written, before pushed(); nullptr: full.
    Event* next()
    {
        return hasRoom() ? &m_slots[m_tail.load(std::memory_order_relaxed) & m_mask].event : nullptr;
    }
    void pushed() { m_tail.store(m_tail.load(std::memory_order_relaxed) + 1, std::memory_order_release); }
    // Both. False: full.
    bool push(const Event& event)
    {
        Event* place = next();
        if (place == nullptr) {
            return false;
        }
        *place = event;
        pushed();
        return true;
    }

    // Consumer. How many there are, and the nth of them, the oldest first; valid until it is popped.
    std::size_t waiting() const
    {
        return m_tail.load(std::memory_order_acquire) - m_head.load(std::memory_order_relaxed);
    }
    const Event& at(std::size_t n) const
    {
        return m_slots[(m_head.load(std::memory_order_relaxed) + n) & m_mask].event;
    }
    // Consumer: the oldest ones, not more than are waiting.
    void pop(std::size_t count)
    {
        m_head.store(m_head.load(std::memory_order_relaxed) + count, std::memory_order_release);
    }

private:
    struct alignas(kCacheLine) Slot { // an event across two lines would cost both sides two
        Event event;
    };
    static_assert(sizeof(Slot) == sizeof(Event));

    const std::size_t m_mask;
    const std::unique_ptr<Slot[]> m_slots;
    alignas(kCacheLine) std::atomic<std::size_t> m_tail = 0;
    std::size_t m_headSeen = 0; // producer's
    alignas(kCacheLine) std::atomic<std::size_t> m_head = 0;
};

}

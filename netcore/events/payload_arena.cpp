#include "netcore/events/payload_arena.h"

#include <algorithm>
#include <cstring>

namespace netcore {

PayloadArena::PayloadArena(std::size_t segmentSize, std::size_t most)
    : m_segmentSize(segmentSize), m_most(most)
{
}

bool PayloadArena::takeNext(std::size_t size)
{
    const bool found = nextSegment(size) != nullptr;
    m_current = m_segments.empty() ? nullptr : m_segments.back().get(); // others may have gone
    return found;
}

PayloadArena::Segment* PayloadArena::segmentOf(const std::byte* record)
{
    Segment* segment = nullptr;
    std::memcpy(&segment, record - kHeader, sizeof segment);
    return segment;
}

void PayloadArena::release(const std::byte* record)
{
    segmentOf(record)->release(1);
}

PayloadArena::Segment* PayloadArena::nextSegment(std::size_t size)
{
    // Oversized segments are given back as soon as they are free: one large recv() must not be held for ever.
    while (!m_segments.empty() && m_segments.front()->size > m_segmentSize && m_segments.front()->isIdle()) {
        m_total -= m_segments.front()->size;
        m_segments.pop_front();
    }
    if (!m_segments.empty() && m_segments.front()->size >= size && m_segments.front()->isIdle()) {
        return useAgain(m_segments.begin());
    }
    return addSegment(size);
}

PayloadArena::Segment* PayloadArena::useAgain(Segments::iterator segment)
{
    std::unique_ptr<Segment> taken = std::move(*segment);
    m_segments.erase(segment);
    taken->used = 0;
    m_segments.push_back(std::move(taken));
    return m_segments.back().get();
}

void PayloadArena::giveBackIdle()
{
    std::erase_if(m_segments, [&](const auto& segment) {
        const bool goes = segment->isIdle();
        m_total -= goes ? segment->size : 0;
        return goes;
    });
}

PayloadArena::Segment* PayloadArena::addSegment(std::size_t size)
{
    const std::size_t capacity = std::max(size, m_segmentSize);
    if (m_total + capacity > m_most) {
        // The first one is held: perhaps another one is free.
        const auto idle = std::ranges::find_if(
            m_segments, [&](const auto& segment) { return segment->size == capacity && segment->isIdle(); });
        if (idle != m_segments.end()) {
            return useAgain(idle);
        }
        giveBackIdle(); // too small for this record: only in its way
    }
    // A record larger than all of the arena goes in when nothing else is there: refused, it would wait for
    // ever.
    if (m_total > 0 && m_total + capacity > m_most) {
        return nullptr;
    }
    auto segment = std::make_unique<Segment>();
    segment->bytes = std::make_unique_for_overwrite<std::byte[]>(capacity);
    segment->size = capacity;
    m_total += capacity;
    m_segments.push_back(std::move(segment));
    return m_segments.back().get();
}

}

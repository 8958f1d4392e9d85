#include "netcore/events/payload_arena.h"

#include <algorithm>
#include <cstring>

namespace netcore {

namespace {

constexpr std::size_t kAlign = alignof(std::max_align_t);
// Before each record stands the segment that it lies in: release() needs no look-up.
constexpr std::size_t kHeader = kAlign;

constexpr std::size_t roundedUp(std::size_t size)
{
    return (size + kAlign - 1) / kAlign * kAlign;
}

}

PayloadArena::PayloadArena(std::size_t segmentSize, std::size_t most)
    : m_segmentSize(segmentSize), m_most(most)
{
}

const std::byte* PayloadArena::write(std::span<const std::byte> first, std::span<const std::byte> second)
{
    const std::size_t size = kHeader + roundedUp(first.size() + second.size());
    Segment* segment = segmentFor(size);
    if (segment == nullptr) {
        return nullptr;
    }
    std::byte* header = segment->bytes.get() + segment->used;
    std::byte* record = header + kHeader;
    std::memcpy(header, &segment, sizeof segment);
    std::ranges::copy(first, record);
    std::ranges::copy(second, record + first.size());
    segment->used += size;
    segment->unreleased.fetch_add(
        1, std::memory_order_relaxed); // published with the event that names the record
    return record;
}

void PayloadArena::release(const std::byte* record)
{
    Segment* segment = nullptr;
    std::memcpy(&segment, record - kHeader, sizeof segment);
    segment->unreleased.fetch_sub(1, std::memory_order_release);
}

PayloadArena::Segment* PayloadArena::segmentFor(std::size_t size)
{
    if (m_current != nullptr && m_current->used + size <= m_current->size) {
        return m_current;
    }
    // Oversized segments are given back as soon as they are free: one large recv() must not be held for ever.
    giveBackIdle([this](const Segment& segment) { return segment.size > m_segmentSize; });
    for (const auto& segment : m_segments) {
        if (segment->size >= size && isIdle(*segment)) {
            segment->used = 0;
            return m_current = segment.get();
        }
    }
    return addSegment(size);
}

bool PayloadArena::isIdle(const Segment& segment)
{
    return segment.unreleased.load(std::memory_order_acquire) == 0;
}

template<typename Which> void PayloadArena::giveBackIdle(Which which)
{
    std::erase_if(m_segments, [&](const auto& segment) {
        const bool goes = isIdle(*segment) && which(*segment);
        m_total -= goes ? segment->size : 0;
        if (goes && segment.get() == m_current) {
            m_current = nullptr;
        }
        return goes;
    });
}

PayloadArena::Segment* PayloadArena::addSegment(std::size_t size)
{
    const std::size_t capacity = std::max(size, m_segmentSize);
    if (m_total + capacity > m_most) {
        giveBackIdle([](const Segment&) { return true; }); // too small for this record: only in its way
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
    return m_current = m_segments.back().get();
}

}

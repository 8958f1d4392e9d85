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
    for (const auto& segment : m_segments) {
        if (segment->size >= size && segment->unreleased.load(std::memory_order_acquire) == 0) {
            segment->used = 0;
            return m_current = segment.get();
        }
    }
    return addSegment(size);
}

PayloadArena::Segment* PayloadArena::addSegment(std::size_t size)
{
    // Oversized segments are given back as soon as they are free: one large recv() must not be held for ever.
    std::erase_if(m_segments, [this](const auto& segment) {
        const bool idle
            = segment->size > m_segmentSize && segment->unreleased.load(std::memory_order_acquire) == 0;
        m_total -= idle ? segment->size : 0;
        if (idle && segment.get() == m_current) {
            m_current = nullptr;
        }
        return idle;
    });
    const std::size_t capacity = std::max(size, m_segmentSize);
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

// Where a thread puts the bytes of its events until they are taken into the store.
//
// Threads: one producer writes, one consumer releases. A segment is used again once every record in it has
// been released, so the memory in use stays bounded by what the consumer has not yet taken. Each side counts
// for itself, on a cache line of its own: neither waits for the other's at each record.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <span>

#include "netcore/base/cache_line.h"
#include "netcore/base/short_copy.h"

namespace netcore {

class PayloadArena {
public:
    // Bytes. A record larger than a segment gets a segment of its own.
    explicit PayloadArena(
        std::size_t segmentSize = std::size_t {64} * 1024, std::size_t most = std::size_t {64} << 20);

    // Producer. nullptr when all memory is waiting to be released: try again later.
    const std::byte* write(std::span<const std::byte> first, std::span<const std::byte> second)
    {
        const std::size_t size = kHeader + roundedUp(first.size() + second.size());
        if ((m_current == nullptr || m_current->size - m_current->used < size) && !takeNext(size)) {
            return nullptr;
        }
        std::byte* header = m_current->bytes.get() + m_current->used;
        std::byte* record = header + kHeader;
        std::memcpy(header, &m_current, sizeof m_current);
        copyShort(record, first);
        copyShort(record + first.size(), second);
        m_current->used += size;
        ++m_current->written; // published with the event that names the record
        return record;
    }
    // Consumer. `record` came from write(); it must not be read afterwards.
    static void release(const std::byte* record);
    // The same for many, told to a segment once for all that lie in it one after the other. finish() at the
    // end.
    class Releases;
    // Producer: the record written last will be published to nobody.
    void takeBack() { --m_current->written; }

private:
    static constexpr std::size_t kAlign = alignof(std::max_align_t);
    // Before each record stands the segment that it lies in: release() needs no look-up.
    static constexpr std::size_t kHeader = kAlign;
    static constexpr std::size_t roundedUp(std::size_t size) { return (size + kAlign - 1) / kAlign * kAlign; }

    struct Segment {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0;
        std::size_t used = 0; // producer's
        std::uint64_t written = 0; // records; producer's
        alignas(kCacheLine) std::atomic<std::uint64_t> released = 0; // records; only the consumer writes it

        void release(std::uint64_t records)
        {
            // No read-modify-write: nobody else counts here.
            released.store(released.load(std::memory_order_relaxed) + records, std::memory_order_release);
        }
        bool isIdle() const { return released.load(std::memory_order_acquire) == written; }
    };
    using Segments = std::deque<std::unique_ptr<Segment>>;
    static Segment* segmentOf(const std::byte* record);
    bool takeNext(std::size_t size);
    Segment* nextSegment(std::size_t size);
    Segment* useAgain(Segments::iterator segment);
    Segment* addSegment(std::size_t size);
    void giveBackIdle();

    const std::size_t m_segmentSize;
    const std::size_t m_most;
    std::size_t m_total = 0;
    Segments m_segments; // by their last use: the last one is written to, the first one is idle first
    Segment* m_current = nullptr; // the last one
};

class PayloadArena::Releases {
public:
    void add(const std::byte* record) // nullptr: an event without one
    {
        if (record == nullptr) {
            return;
        }
        Segment* segment = segmentOf(record);
        if (segment != m_segment) {
            finish();
            m_segment = segment;
        }
        ++m_records;
    }
    void finish()
    {
        if (m_records > 0) {
            m_segment->release(m_records);
        }
        m_records = 0;
    }

private:
    Segment* m_segment = nullptr;
    std::uint64_t m_records = 0;
};

}

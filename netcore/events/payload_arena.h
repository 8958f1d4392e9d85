// Where a thread puts the bytes of its events until they are taken into the store.
//
// Threads: one producer writes, one consumer releases. A segment is used again once every record in it has
// been released, so the memory in use stays bounded by what the consumer has not yet taken.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace netcore {

class PayloadArena {
public:
    // Bytes. A record larger than a segment gets a segment of its own.
    explicit PayloadArena(
        std::size_t segmentSize = std::size_t {64} * 1024, std::size_t most = std::size_t {64} << 20);

    // Producer. nullptr when all memory is waiting to be released: try again later.
    const std::byte* write(std::span<const std::byte> first, std::span<const std::byte> second);
    // Consumer. `record` came from write(); it must not be read afterwards.
    static void release(const std::byte* record);

private:
    struct Segment {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0;
        std::size_t used = 0; // producer only
        std::atomic<std::size_t> unreleased = 0;
    };
    Segment* segmentFor(std::size_t size);
    Segment* addSegment(std::size_t size);
    static bool isIdle(const Segment& segment);
    template<typename Which> void giveBackIdle(Which which);

    const std::size_t m_segmentSize;
    const std::size_t m_most;
    std::size_t m_total = 0;
    std::vector<std::unique_ptr<Segment>> m_segments;
    Segment* m_current = nullptr;
};

}

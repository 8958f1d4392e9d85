#include "netcore/events/event_stream.h"

#include <algorithm>
#include <thread>

#include "netcore/base/clock.h"

namespace netcore {

namespace {

constexpr std::size_t kMostInBatch = 256; // events of it stay in the nearest cache while a sink works on them

}

EventChannel::EventChannel(EventStream& stream, std::size_t capacity) : m_stream(stream), m_ring(capacity) { }

bool EventChannel::waitForRoom(unsigned attempt) const
{
    if (m_stream.m_closed.load(std::memory_order_relaxed)) {
        return false;
    }
    // The consumer comes on its timer: first hope that it is at it, then sleep a part of its period.
    if (attempt < 16) {
        std::this_thread::yield();
    } else {
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return true;
}

// Completed where it lies: what is written in parts and copied at once makes the processor wait.
void EventChannel::push(
    Event& place, const Event& event, const std::byte* record, std::size_t argumentsSize, std::size_t size)
{
    place = event;
    place.payload = reinterpret_cast<std::uintptr_t>(record);
    place.payloadSize = static_cast<std::uint32_t>(size);
    place.argumentsSize = static_cast<std::uint16_t>(argumentsSize);
    m_ring.pushed();
}

void EventChannel::publish(
    const Event& event, std::span<const std::byte> arguments, std::span<const std::byte> data)
{
    const std::byte* record = nullptr;
    const std::size_t size = arguments.size() + data.size();
    bool kept = true;
    for (unsigned attempt = 0; kept && size > 0 && record == nullptr; ++attempt) {
        record = m_arena.write(arguments, data);
        kept = record != nullptr || waitForRoom(attempt);
    }
    Event* place = kept ? m_ring.next() : nullptr;
    for (unsigned attempt = 0; kept && place == nullptr; ++attempt) {
        kept = waitForRoom(attempt);
        place = m_ring.next();
    }
    if (place != nullptr) {
        push(*place, event, record, arguments.size(), size);
    } else {
        m_stream.m_lost.fetch_add(1, std::memory_order_relaxed);
        if (record != nullptr) {
            m_arena.takeBack();
        }
    }
    withdraw();
}

bool EventChannel::tryPublish(
    const Event& event, std::span<const std::byte> arguments, std::span<const std::byte> data)
{
    const std::size_t size = arguments.size() + data.size();
    const std::byte* record = nullptr;
    Event* place = m_ring.next();
    if (place != nullptr && size > 0) {
        record = m_arena.write(arguments, data);
        place = record != nullptr ? place : nullptr;
    }
    if (place != nullptr) {
        push(*place, event, record, arguments.size(), size);
    }
    withdraw();
    return place != nullptr;
}

EventChannel& EventStream::open(std::size_t capacity)
{
    const std::lock_guard lock(m_mutex);
    if (capacity == kDefaultCapacity && !m_free.empty()) {
        EventChannel* channel = m_free.back();
        m_free.pop_back();
        return *channel;
    }
    m_channels.push_back(std::make_unique<EventChannel>(*this, capacity));
    return *m_channels.back();
}

void EventStream::retire(EventChannel& channel)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(&channel);
}

// The clock first, then the channels and their announcements: a producer that is not seen here, or not seen
// announced, will read a later clock.
std::uint64_t EventStream::settle()
{
    // For the processor, which may read an announcement a little before the clock.
    constexpr std::uint64_t kMargin = 1000;
    std::uint64_t settled = monotonicNow() - kMargin;
    {
        const std::lock_guard lock(m_mutex);
        m_drained.clear();
        std::ranges::transform(
            m_channels, std::back_inserter(m_drained), [](const auto& channel) { return channel.get(); });
    }
    for (const EventChannel* channel : m_drained) {
        settled = std::min(settled, channel->m_announced.load(std::memory_order_seq_cst));
    }
    return settled;
}

bool EventStream::Source::hasNext(std::uint64_t settled)
{
    if (taken == waiting) {
        return false;
    }
    nextEnd = channel->m_ring.at(taken).end();
    return nextEnd <= settled;
}

void EventStream::findSources(std::uint64_t settled)
{
    m_sources.clear();
    m_heads.clear();
    m_sources.reserve(m_drained.size()); // m_heads points into it
    for (EventChannel* channel : m_drained) {
        Source source {channel, channel->m_ring.waiting(), 0, 0};
        if (source.hasNext(settled)) {
            m_sources.push_back(source);
            m_heads.push_back(&m_sources.back());
        }
    }
}

std::size_t EventStream::drain(const Sink& sink)
{
    const std::uint64_t settled = settle();
    m_handedOutUntil = std::max(m_handedOutUntil, settled);
    m_handedOut = 0;
    findSources(settled);
    take(settled, sink);
    handOutBatch(sink);
    handOutGap(sink);
    return m_handedOut;
}

std::size_t EventStream::drainEach(const EventSink& sink)
{
    return drain([&sink](EventBatch batch) {
        for (const Event* event : batch) {
            sink(*event, recordOf(*event));
        }
    });
}

// All that has settled, merged by its end.
void EventStream::take(std::uint64_t settled, const Sink& sink)
{
    const auto isLater = [](const Source* a, const Source* b) { return a->nextEnd > b->nextEnd; };
    std::ranges::make_heap(m_heads, isLater);
    while (!m_heads.empty()) {
        std::ranges::pop_heap(m_heads, isLater);
        Source& source = *m_heads.back();
        // Calls come in bursts: whatever of this channel ended before the other ones' first.
        const std::uint64_t until = m_heads.size() > 1 ? m_heads.front()->nextEnd : settled;
        bool isOpen = true;
        for (; isOpen && source.nextEnd <= until; isOpen = source.hasNext(settled)) {
            m_batch.push_back(&source.channel->m_ring.at(source.taken));
            ++source.taken;
            if (m_batch.size() == kMostInBatch) {
                handOutBatch(sink);
            }
        }
        if (isOpen) {
            std::ranges::push_heap(m_heads, isLater);
        } else {
            m_heads.pop_back();
        }
    }
}

void EventStream::handOutBatch(const Sink& sink)
{
    if (m_batch.empty()) {
        return;
    }
    sink(m_batch);
    m_handedOut += m_batch.size();
    m_batch.clear();
    for (Source& source : m_sources) {
        EventChannel& channel = *source.channel;
        PayloadArena::Releases releases;
        for (std::size_t n = 0; n < source.taken; ++n) {
            releases.add(recordOf(channel.m_ring.at(n)).data());
        }
        releases.finish();
        channel.m_ring.pop(source.taken);
        source.waiting -= source.taken;
        source.taken = 0;
    }
}

void EventStream::handOutGap(const Sink& sink)
{
    const std::uint64_t lost = m_lost.exchange(0, std::memory_order_relaxed);
    if (lost == 0) {
        return;
    }
    Event gap {};
    gap.kind = EventKind::Gap;
    gap.time = m_handedOutUntil; // between what was handed out and what will be
    gap.result = static_cast<std::int32_t>(std::min<std::uint64_t>(lost, INT32_MAX));
    const Event* const only = &gap;
    sink({&only, 1});
}

}

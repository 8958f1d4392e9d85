#include "netcore/events/event_stream.h"

#include <algorithm>
#include <queue>
#include <thread>
#include <utility>

#include "netcore/base/clock.h"

namespace netcore {

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

void EventChannel::publish(Event event, std::span<const std::byte> arguments, std::span<const std::byte> data)
{
    const std::byte* record = nullptr;
    const std::size_t size = arguments.size() + data.size();
    bool kept = true;
    for (unsigned attempt = 0; kept && size > 0 && record == nullptr; ++attempt) {
        record = m_arena.write(arguments, data);
        kept = record != nullptr || waitForRoom(attempt);
    }
    event.payload = reinterpret_cast<std::uintptr_t>(record);
    event.payloadSize = static_cast<std::uint32_t>(size);
    event.argumentsSize = static_cast<std::uint16_t>(arguments.size());
    for (unsigned attempt = 0; kept && !m_ring.push(event); ++attempt) {
        kept = waitForRoom(attempt);
    }
    if (!kept) {
        m_stream.m_lost.fetch_add(1, std::memory_order_relaxed);
        if (record != nullptr) {
            m_arena.takeBack();
        }
    }
    withdraw();
}

bool EventChannel::tryPublish(
    Event event, std::span<const std::byte> arguments, std::span<const std::byte> data)
{
    const std::size_t size = arguments.size() + data.size();
    const std::byte* record = nullptr;
    bool fits = m_ring.hasRoom();
    if (fits && size > 0) {
        record = m_arena.write(arguments, data);
        fits = record != nullptr;
    }
    if (fits) {
        event.payload = reinterpret_cast<std::uintptr_t>(record);
        event.payloadSize = static_cast<std::uint32_t>(size);
        event.argumentsSize = static_cast<std::uint16_t>(arguments.size());
        m_ring.push(event);
    }
    withdraw();
    return fits;
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
EventStream::Settled EventStream::settle()
{
    // For the processor, which may read an announcement a little before the clock.
    constexpr std::uint64_t kMargin = 1000;
    Settled settled {monotonicNow() - kMargin, {}};
    {
        const std::lock_guard lock(m_mutex);
        settled.channels.reserve(m_channels.size());
        std::ranges::transform(m_channels, std::back_inserter(settled.channels),
            [](const auto& channel) { return channel.get(); });
    }
    for (const EventChannel* channel : settled.channels) {
        settled.time = std::min(settled.time, channel->m_announced.load(std::memory_order_seq_cst));
    }
    return settled;
}

std::size_t EventStream::handOut(EventChannel& channel, std::uint64_t until, const Sink& sink)
{
    std::size_t count = 0;
    for (const Event* event = channel.m_ring.front(); event != nullptr && event->end() <= until;
         event = channel.m_ring.front()) {
        const auto* record = reinterpret_cast<const std::byte*>(event->payload);
        sink(*event, {record, event->payloadSize});
        if (record != nullptr) {
            PayloadArena::release(record);
        }
        channel.m_ring.pop();
        ++count;
    }
    return count;
}

std::size_t EventStream::drain(const Sink& sink)
{
    const Settled settled = settle();
    const auto& channels = settled.channels;
    m_handedOutUntil = std::max(m_handedOutUntil, settled.time);

    using Head = std::pair<std::uint64_t, std::size_t>; // end, channel
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    const auto offer = [&](std::size_t index) {
        const Event* event = channels[index]->m_ring.front();
        if (event != nullptr && event->end() <= settled.time) {
            heads.emplace(event->end(), index);
        }
    };
    for (std::size_t i = 0; i < channels.size(); ++i) {
        offer(i);
    }
    std::size_t count = 0;
    while (!heads.empty()) {
        const std::size_t index = heads.top().second;
        heads.pop();
        // Calls come in bursts: whatever of this channel ended before the other ones' first.
        const std::uint64_t until = heads.empty() ? settled.time : heads.top().first;
        count += handOut(*channels[index], until, sink);
        offer(index);
    }
    handOutGap(sink);
    return count;
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
    sink(gap, {});
}

}

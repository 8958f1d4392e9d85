// The way of events from the threads that make calls to the one that keeps the log.
//
// Threads: each producer has an EventChannel of its own and never meets another producer. One consumer calls
// drain(), on a timer; nobody wakes it. open() and retire() may be called by any thread.
//
// Order: drain() hands events out in the order of their end (time + took), over all threads: what was over
// before something else began stands before it. For that a producer announces itself between the return of
// the call and the push of its event, and drain() leaves for the next time whatever ended after the earliest
// announcement.
//
// Nothing is dropped while the stream is open: a producer whose ring or arena is full waits for the consumer,
// or finds out and comes back later (tryPublish).
// After close() (the session ends) it no longer waits, and what does not fit is counted: the next drain()
// hands out a Gap.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "netcore/base/clock.h"
#include "netcore/events/event.h"
#include "netcore/events/event_batch.h"
#include "netcore/events/event_ring.h"
#include "netcore/events/payload_arena.h"

namespace netcore {

class EventStream;

// The producer's end. Belongs to its stream; used by one thread between open() and retire().
class EventChannel {
public:
    EventChannel(EventStream& stream, std::size_t capacity);

    // "An event of mine may appear that ended at `time` or later." Call it after the system call and before
    // the clock is read for its end; publish() takes it back.
    void announce(std::uint64_t time) { m_announced.store(time, std::memory_order_seq_cst); }

    // The same for one that ends now. Returns its time, which is read after the announcement: read before it,
    // the consumer might have handed out a later event in between.
    std::uint64_t announceNow()
    {
        announce(monotonicNow());
        return monotonicNow();
    }

    // "It will not appear after all."
    void withdraw() { m_announced.store(kNothing, std::memory_order_release); }

    // Fills payload and payloadSize. Waits while there is no room.
    void publish(const Event& event, std::span<const std::byte> arguments, std::span<const std::byte> data);

    // For what can be said again later: false where publish() would wait, and nothing was published, nothing
    // counted as lost. Takes the announcement back in any case.
    bool hasRoom() { return m_ring.hasRoom(); } // for one event; bytes may still find none
    bool tryPublish(
        const Event& event, std::span<const std::byte> arguments, std::span<const std::byte> data);

private:
    friend class EventStream;
    static constexpr std::uint64_t kNothing = UINT64_MAX;

    bool waitForRoom(unsigned attempt) const; // false: the stream is closed
    void push(Event& place, const Event& event, const std::byte* record, std::size_t argumentsSize,
        std::size_t size);

    EventStream& m_stream;
    EventRing m_ring;
    PayloadArena m_arena;
    alignas(kCacheLine) std::atomic<std::uint64_t> m_announced = kNothing;
};

class EventStream {
public:
    // Events a ring holds. A worker makes one call at a time and needs few; a relay at full speed needs 2^18.
    static constexpr std::size_t kDefaultCapacity = 1024;

    EventChannel& open(std::size_t capacity = kDefaultCapacity);
    // The thread is done with it; what it published is still handed out, and another thread may get it.
    void retire(EventChannel& channel);
    void close() { m_closed.store(true, std::memory_order_relaxed); }

    // Hands out what has come, in batches of a few hundred at the most: a batch costs its sink one call, and
    // the producers have their room again behind it. Returns how many events were handed out.
    using Sink = std::function<void(EventBatch)>;
    std::size_t drain(const Sink& sink);
    // The same, one at a time, for who looks at each. The record is valid during the call only.
    using EventSink = std::function<void(const Event&, std::span<const std::byte> record)>;
    std::size_t drainEach(const EventSink& sink);

private:
    friend class EventChannel;
    // A channel that has something: how far the consumer is in it.
    struct Source {
        EventChannel* channel;
        std::size_t waiting; // that ended in time or not
        std::size_t taken; // into the batch
        std::uint64_t nextEnd; // of the next one: before `settled`

        // Towards its next event. False: it has none that ended before.
        bool hasNext(std::uint64_t settled);
    };
    std::uint64_t settle(); // no event that ended before it will still appear
    void findSources(std::uint64_t settled);
    void take(std::uint64_t settled, const Sink& sink);
    void handOutBatch(const Sink& sink);
    void handOutGap(const Sink& sink);

    std::atomic<bool> m_closed = false;
    std::atomic<std::uint64_t> m_lost = 0;
    // Consumer's.
    std::uint64_t m_handedOutUntil = 0;
    std::vector<EventChannel*> m_drained;
    std::vector<Source> m_sources;
    std::vector<Source*> m_heads; // a heap: the one whose next event ended first is at the front
    std::vector<const Event*> m_batch;
    std::size_t m_handedOut = 0;

    std::mutex m_mutex; // guards what follows; never held while events are written or handed out
    std::vector<std::unique_ptr<EventChannel>> m_channels; // only grows: a pointer stays good
    std::vector<EventChannel*> m_free;
};

}

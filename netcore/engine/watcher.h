// The engine's night watch: one thread that looks after calls in flight.
//
// It notes which calls are asleep in the kernel (a Blocked event) and repeats the wake signal until a
// cancelled call has returned. It waits for nobody: where a Blocked event finds no room, it is told at the
// next look. It sleeps while nothing is in flight.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "netcore/engine/descriptor_table.h"
#include "netcore/engine/worker_pool.h"
#include "netcore/events/event_stream.h"

namespace netcore {

class Watcher {
public:
    Watcher(WorkerPool& pool, DescriptorTable& sockets, EventStream& events);
    ~Watcher();

    // Something was posted, has returned or is to be cancelled. Any thread.
    void changed();

private:
    using Nanoseconds = std::chrono::nanoseconds;
    using Clock = std::chrono::steady_clock;

    void run();
    Nanoseconds lookAfterCalls(); // returns when to look again
    void reportIfAsleep(const CallInFlight& call);

    WorkerPool& m_pool;
    DescriptorTable& m_sockets;
    EventStream& m_events;
    EventChannel& m_channel; // used by the thread only

    std::mutex m_mutex; // guards the two flags
    std::condition_variable m_wake;
    bool m_changed = false;
    bool m_stopping = false;

    std::thread m_thread; // last: it starts when all else stands
};

}

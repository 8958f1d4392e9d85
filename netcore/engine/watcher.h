// The engine's night watch: one thread that looks after calls in flight and after the sockets.
//
// It notes which calls are asleep in the kernel (a Blocked event), repeats the wake signal until a cancelled
// call has returned, and looks at the kernel's own view of each open socket after calls and ten times a
// second (a State event where it has changed). It sleeps while nothing is in flight and no socket is open.
#pragma once

#include <condition_variable>
#include <linux/netlink.h>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "netcore/engine/descriptor_table.h"
#include "netcore/engine/worker_pool.h"
#include "netcore/events/event_stream.h"
#include "netcore/inspect/kernel_view.h"
#include "netcore/inspect/netlink.h"

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
    bool sampleSockets(); // returns whether there is any

    WorkerPool& m_pool;
    DescriptorTable& m_sockets;
    EventStream& m_events;
    EventChannel& m_channel; // used by the thread only

    std::mutex m_mutex; // guards the two flags
    std::condition_variable m_wake;
    bool m_changed = false;
    bool m_stopping = false;

    // The thread's own.
    Netlink m_diag {NETLINK_SOCK_DIAG};
    std::uint32_t m_tid = 0;
    std::map<SocketId, KernelView> m_lastViews;
    std::thread m_thread; // last: it starts when all else stands
};

}

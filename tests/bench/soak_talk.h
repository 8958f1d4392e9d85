// Threads that talk over real sockets as fast as the kernel lets them, every call logged.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "netcore/events/event_stream.h"

namespace bench {

// The first bytes of each message of a thread: 0, 1, 2 ... Who reads them in the log sees what is missing.
using MessageNumber = std::uint64_t;

class Talk {
public:
    explicit Talk(netcore::EventStream& events);

    // The threads end soon. They may wait for room: somebody must drain until isOver().
    void stop() { m_stop = true; }
    bool isOver() const { return m_running == 0; }
    std::uint64_t made() const { return m_made; } // events, when it is over

private:
    netcore::EventStream& m_events;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_running = 0;
    std::atomic<std::uint64_t> m_made = 0;
    std::atomic<std::uint32_t> m_lastSocket = 0;
    std::vector<std::jthread> m_threads; // the last: they use what is above
};

}

// Tells what the options of the sockets are: Options events, all of a new socket's values, then those that a
// call has changed. A look costs some hundred calls of getsockopt() (25 to 80 microseconds), so it is made
// after calls that can change options and not in turns.
//
// Threads: belongs to the sampler's. It never waits for room in the channel: what was not told is told by
// retry().
#pragma once

#include <set>

#include "netcore/engine/descriptor_table.h"
#include "netcore/events/event_stream.h"
#include "netcore/inspect/option_values.h"

namespace netcore {

class OptionTeller {
public:
    // Both must outlive it; the channel is the sampler's own.
    OptionTeller(const DescriptorTable& sockets, EventChannel& channel)
        : m_sockets(sockets), m_channel(channel)
    {
    }

    void look(SocketId socket); // a new one, or one that a call has returned on
    void retry();
    void forget(SocketId socket); // it is closed

private:
    const DescriptorTable& m_sockets;
    EventChannel& m_channel;
    OptionMemory m_memory;
    std::set<SocketId> m_untold;
};

}

// What an export is made from: the log, and the few words that are not in it.
//
// Threads: a value that any thread may read, as long as the store lives. The names are those of the moment at
// which it was made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/store/event_store.h"

namespace model {

class Session;

struct ExportSource {
    // The session as it is now. Not explicit: whatever is written of a session is written of this.
    ExportSource(const Session& session); // NOLINT(google-explicit-constructor)
    ExportSource(const EventStore& events, const SocketGraph& sockets) : store(events), graph(sockets) { }

    std::string_view actorName(netcore::ActorId actor) const; // empty for none
    // ns since 1970, UTC.
    std::uint64_t wallTime(std::uint64_t monotonic) const { return wallStart + (monotonic - startTime); }
    // ns since the session began; nothing of a log is earlier.
    std::uint64_t sinceStart(std::uint64_t monotonic) const
    {
        return monotonic - (monotonic < startTime ? monotonic : startTime);
    }

    const EventStore& store;
    const SocketGraph& graph;
    std::vector<std::string> actors; // by number, from 1
    std::uint64_t startTime = 0; // ns, CLOCK_MONOTONIC
    std::uint64_t wallStart = 0; // ns, CLOCK_REALTIME: the same moment
};

}

// What the log view asks: rows, and the few facts about them that are not in the log.
#pragma once

#include <QString>
#include <functional>

#include "model/rows/row_facts.h"
#include "model/rows/row_list.h"
#include "model/store/event_store.h"
#include "netcore/base/clock.h"

namespace ui {

struct SocketLook {
    int fd = -1;
    int domain = 0; // AF_*
};

struct LogSource {
    const model::EventStore* store = nullptr;
    const model::RowList* rows = nullptr;
    const model::RowFacts* facts = nullptr;
    std::uint64_t startTime = 0; // CLOCK_MONOTONIC: times are shown relative to it
    std::int64_t wallClock = 0; // ns since 1970 where CLOCK_MONOTONIC is 0
    std::function<QString(netcore::SocketId)> peer = [](netcore::SocketId) { return QString(); };
    std::function<SocketLook(netcore::SocketId)> socket = [](netcore::SocketId) { return SocketLook {}; };
    // The other end of a conversation, where it is ours; else the socket itself.
    std::function<netcore::SocketId(netcore::SocketId)> otherEnd = [](netcore::SocketId one) { return one; };
    std::function<QString(netcore::ActorId)> actorName = [](netcore::ActorId) { return QString(); };
    std::function<QString(int error, netcore::CallId call)> meaning
        = [](int, netcore::CallId) { return QString(); };
    // The row in other forms, for copying; empty: it has none.
    std::function<QString(model::Row)> scenarioLine = [](model::Row) { return QString(); };
    std::function<QString(model::Row)> jsonLine = [](model::Row) { return QString(); };
    std::function<std::uint64_t()> now = netcore::monotonicNow; // for clocks that run
};

}

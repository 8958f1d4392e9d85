// What a call has changed in the kernel's view of the sockets: cause and effect, read from the log.
//
// Nobody is told by the kernel what a call changes. What was seen before it began is compared with what was
// seen after it had returned, up to the next call on the same socket, and not longer than kWindow: of the
// socket itself, of the one that it opened, of the other end, and of who is bound to the address it named. So
// what a foreign peer does in that very moment stands here too.
#pragma once

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

#include "model/rows/socket_rows.h"
#include "netcore/inspect/option_values.h"
#include "netcore/inspect/view_facts.h"

namespace model {

struct OptionDifference {
    std::optional<netcore::OptionValue> before; // nothing: not seen before
    netcore::OptionValue after;

    bool operator==(const OptionDifference&) const = default;
};

struct Change {
    netcore::SocketId socket;
    std::variant<netcore::ViewDifference, OptionDifference> what;

    bool operator==(const Change&) const = default;
};

// The sampler looks at once after a call; its look may come a little late on a busy machine.
inline constexpr std::chrono::milliseconds kChangesWindow {250};

// Of the call in that row (of kind Call; others change nothing): the socket's own first, then the opened
// one's (only that it is there), then others'. Looks at a bounded number of rows: some 10 to 100 us.
std::vector<Change> changesOf(const EventStore& store, const SocketRows& rows, Row call,
    std::chrono::nanoseconds window = kChangesWindow);

// What is different now from before the last call on this socket: by the call, or since. Two views are read.
std::vector<Change> changesSinceLastCall(
    const EventStore& store, const SocketRows& rows, netcore::SocketId socket);

}

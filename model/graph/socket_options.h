// The options of a socket at a moment of the log: what the Options events up to there say of it.
#pragma once

#include <optional>
#include <vector>

#include "model/graph/socket_graph.h"
#include "netcore/inspect/option_values.h"

namespace model {

struct SocketOption {
    const netcore::OptionDescription* description; // nullptr: not in this program's table
    netcore::OptionValue now;
    netcore::OptionValue first; // when the socket was new: the default, or what accept() handed on
    Row changed; // of the event that brought `now`

    bool isChanged() const { return now != first; }
};

// In the table's order; empty as long as nothing is known. Decodes the node's Options events: some
// microseconds for each; ask for the socket that is shown, not for all.
std::vector<SocketOption> optionsOf(const EventStore& store, const SocketNode& node);
// Its value alone.
std::optional<netcore::OptionValue> optionOf(
    const EventStore& store, const SocketNode& node, int level, int number);

}

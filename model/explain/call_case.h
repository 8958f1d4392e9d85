// All that the log knows about one call that has returned: what the doctor looks at.
#pragma once

#include <optional>
#include <vector>

#include "model/graph/findings.h"
#include "model/graph/socket_graph.h"
#include "model/store/event_store.h"

namespace model {

// A datagram that this socket sent before: who answers it with an error answers late.
struct EarlierSend {
    Row row = 0;
    std::uint32_t size = 0; // bytes
    netcore::Address to; // empty: to the peer that it was connected to
};

struct CallCase {
    netcore::Event event {};
    netcore::CallRecord record;
    SocketNode before; // the socket as the call met it; id none: there was none
    SocketNode now; // as it is at the end of the log
    // The other end, where it is one of ours: as it is now for the last call of a socket, as it was for
    // others.
    std::optional<SocketNode> peer;
    std::optional<EarlierSend> earlier;
    std::optional<netcore::Finding> finding;
    std::vector<SocketNode> others; // of ours that the finding names, as `peer`
};

// `row` is that of a returned call; `before`: the fold of the rows before it (graph_history.h), `graph`: of
// all.
CallCase caseOf(const EventStore& store, const SocketGraph& before, const SocketGraph& graph,
    const Findings& findings, Row row);

}

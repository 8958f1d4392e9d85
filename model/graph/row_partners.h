// What belongs together over two ends that are both ours: the direction that a call moved its bytes in, and
// the accept() of a connect().
#pragma once

#include <optional>

#include "model/graph/stream_matching.h"

namespace model {

// Of a call that has sent or received. Nothing: it has not, or the other end is not one of ours.
std::optional<StreamMatching::Direction> directionOf(
    const EventStore& store, const SocketGraph& graph, Row row);

// Of a connect() the accept() that took it, and back. Looks at a bounded number of rows: up to some ms.
std::optional<Row> partnerOf(const EventStore& store, const SocketGraph& graph, Row row);

// The other end of the conversation, where it is ours; the socket itself for none.
netcore::SocketId otherEndOf(const SocketGraph& graph, netcore::SocketId socket);

}

// What came back, what was expected, and whether they agree: the words of a failed expectation.
#pragma once

#include <string>

#include "model/graph/socket_graph.h"
#include "model/scenario/phrase.h"
#include "model/scenario/scenario.h"
#include "model/store/event_store.h"

namespace model::scenario {

// `sockets`: the scenario's, by slot.
bool meets(const EventStore& store, Row row, const Expected& expected,
    const std::vector<netcore::SocketId>& sockets);
// "3 \"llo\"", "-1 EPIPE"
Phrase returnedText(const EventStore& store, Row row);

bool holds(const ExpectStep& step, const SocketNode& node);
Phrase expectedText(const ExpectStep& step); // "== TCP_ESTABLISHED"
Phrase viewText(const ExpectStep& step, const SocketNode& node); // "TCP_CLOSE_WAIT"

// The question and its answers, a), b), c).
std::string questionText(const PredictStep& step);

}

// What a filter asks that is not in the log's columns: the ends and kinds of sockets, the names of actors,
// which rows are marked. A snapshot: made on the thread that owns the session, read by any.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/graph/socket_graph.h"
#include "model/store/event_store.h"
#include "netcore/sys/address.h"

namespace model::filter {

struct SocketFacts {
    int fd = -1;
    int domain = 0;
    int type = 0;
    int protocol = 0;
    netcore::Address local;
    netcore::Address remote;
    Row created = 0; // no earlier row is of it

    bool operator==(const SocketFacts&) const = default;
};

struct Facts {
    std::uint64_t startTime = 0; // CLOCK_MONOTONIC, ns: `time` counts from it
    std::vector<std::shared_ptr<const SocketFacts>> sockets; // by number; may be null
    std::vector<std::string> actors; // by number; none is ""
    std::shared_ptr<const std::vector<Row>> marked; // ascending; null: none
    std::shared_ptr<const std::vector<Row>> commented;

    const SocketFacts* socket(netcore::SocketId id) const
    {
        return number(id) < sockets.size() ? sockets[number(id)].get() : nullptr;
    }
};

// Keeps a snapshot up to date at little cost: what has not changed is shared with the one before.
//
// Threads: one, the session's.
class FactsKeeper {
public:
    explicit FactsKeeper(std::uint64_t startTime = 0);

    void takeSockets(const SocketGraph& graph, const std::set<netcore::SocketId>& changed);
    void takeAllSockets(const SocketGraph& graph);
    void setActors(std::vector<std::string> actors);
    void setMarked(std::vector<Row> rows); // ascending
    void setCommented(std::vector<Row> rows);

    std::shared_ptr<const Facts> facts() const { return m_facts; }
    // Since the last call: the first row about which something else is known than before. Rows from there on
    // have to be looked at again. ~0: none.
    Row takeChangedFrom();

private:
    Facts& writable(); // a copy, where somebody else holds the snapshot
    void takeSocket(const SocketNode& node);

    std::shared_ptr<Facts> m_facts;
    Row m_changedFrom = ~Row {0};
};

}

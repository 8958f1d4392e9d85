// A log made by hand: text in, text out. Each line is a call and its result; the fold over it, as lines.
#pragma once

#include <string>

#include "model/graph/socket_edges.h"
#include "netcore/engine/call.h"

class MadeStore {
public:
    // Calls on a socket; those that open one give it the next number, from 1.
    netcore::SocketId opens(netcore::Call call, int fd, netcore::SocketId on = {});
    void returns(netcore::SocketId on, netcore::Call call, int result = 0, std::string_view data = {});
    void fails(netcore::SocketId on, netcore::Call call, int error);
    // accept() and getsockname() come back with an address.
    netcore::SocketId accepts(netcore::SocketId listener, const netcore::Address& peer, int fd);
    netcore::Ticket sleeps(netcore::SocketId on, netcore::Call call);
    void wakes(netcore::SocketId on, netcore::Call call, netcore::Ticket ticket, int result, int error);
    void state(netcore::SocketId of, const netcore::KernelView& view);
    void note();

    const model::SocketGraph& graph();
    std::set<netcore::SocketId> changed(); // by what came since it was last asked
    // "1 fd 7 IPv4 stream bound listening 127.0.0.1:80": only what holds.
    std::string text(netcore::SocketId socket);
    std::string edges(); // "Waiting 2>1, Foreign 3>127.0.0.1:9", in their order

private:
    void append(netcore::Event event, const netcore::CallRecord& record, std::string_view data);

    model::EventStore m_store;
    model::SocketGraph m_graph;
    model::Row m_folded = 0;
    std::uint32_t m_opened = 0;
    std::uint32_t m_tickets = 0;
    std::uint64_t m_now = 1'000;
};

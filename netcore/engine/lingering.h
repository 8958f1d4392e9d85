// TCP connections that live on in the kernel after close(): FIN_WAIT_1 and 2, CLOSING, LAST_ACK, TIME_WAIT.
// They are asked for by their addresses and the kernel's cookie until they are gone.
//
// Threads: belongs to one.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>

#include "netcore/base/ids.h"
#include "netcore/inspect/inet_diag.h"

namespace netcore {

class LingeringConnections {
public:
    static constexpr std::size_t kMost = 256; // asked about at a time: the newest

    // Its descriptor was closed. Nothing happens for ends that are not whole.
    void add(SocketId id, const TcpEnds& ends);
    // Something was done at the other end of it: it may have gone on.
    void hurry(const Address& local, const Address& peer);

    bool isEmpty() const { return m_all.empty(); }
    // When somebody has to be asked about next, CLOCK_MONOTONIC ns; UINT64_MAX: nobody.
    std::uint64_t nextTime() const;

    // Makes one look, and has it told: see Sampler. `tell` returns false where it can't be told now: it will
    // be told again.
    using Tell = std::function<bool(SocketId, const KernelView&, std::uint64_t lookedAt)>;
    // Asks about those whose time has come; returns how many.
    std::size_t ask(Netlink& link, const std::function<void(std::uint64_t)>& announce, const Tell& tell);

private:
    struct Connection {
        SocketId id;
        TcpEnds ends;
        KernelView said; // presence Open: nothing yet
        std::uint64_t due = 0;
        std::uint64_t pause = 0; // ns until the next look; grows while nothing changes
        bool missed = false; // the last look did not find it
        bool given = false; // up: there are too many newer ones
    };
    bool isOver(Connection& connection, Netlink& link, std::uint64_t now, const Tell& tell);
    bool tellLast(const Connection& connection, Presence presence, std::uint64_t now, const Tell& tell);
    bool tellState(
        Connection& connection, const TcpConnectionFacts& facts, std::uint64_t now, const Tell& tell);
    void giveUpOldest();

    std::deque<Connection> m_all; // oldest first
};

}

#include "netcore/engine/lingering.h"

#include <algorithm>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "netcore/base/clock.h"
#include "netcore/inspect/view_facts.h"
#include "netcore/inspect/view_sources.h"
#include "netcore/sys/same_place.h"

namespace netcore {

namespace {

constexpr std::uint64_t kMillisecond = 1'000'000;
constexpr std::uint64_t kFirstPause = 20 * kMillisecond;
constexpr std::uint64_t kLongestPause = 1'000 * kMillisecond;
// On its way into TIME_WAIT a connection can't be found for a moment: gone is what is missed twice.
constexpr std::uint64_t kConfirmAfter = 3 * kMillisecond;
constexpr std::uint64_t kAfterTimer = 5 * kMillisecond; // the kernel is not punctual to the tick

KernelView viewOf(const TcpEnds& ends, const TcpConnectionFacts& facts)
{
    KernelView view;
    view.presence = Presence::Lingering;
    view.type = SOCK_STREAM;
    view.protocol = IPPROTO_TCP;
    view.tcpState = facts.state;
    view.receiveQueue = facts.receiveQueue;
    view.sendQueue = facts.sendQueue;
    view.shutdown = facts.shutdown;
    view.cookie = facts.cookie;
    view.timer = facts.timer;
    view.local = ends.local;
    view.peer = ends.peer;
    view.asked = bitOf(ViewSource::InetDiag);
    return view;
}

}

void LingeringConnections::add(SocketId id, const TcpEnds& ends)
{
    if (!ends.areWhole()) {
        return;
    }
    m_all.push_back({id, ends, {}, 0, kFirstPause, false, false});
    giveUpOldest();
}

void LingeringConnections::giveUpOldest()
{
    std::size_t over = m_all.size() > kMost ? m_all.size() - kMost : 0;
    for (auto& connection : m_all) {
        if (over == 0) {
            break;
        }
        connection.given = true;
        connection.due = 0;
        --over;
    }
}

void LingeringConnections::hurry(const Address& local, const Address& peer)
{
    for (Connection& connection : m_all) {
        if (isSamePlace(connection.ends.local, peer) && isSamePlace(connection.ends.peer, local)) {
            connection.due = 0;
            connection.pause = kFirstPause;
        }
    }
}

std::uint64_t LingeringConnections::nextTime() const
{
    const auto next = std::ranges::min_element(m_all, {}, &Connection::due);
    return next == m_all.end() ? UINT64_MAX : next->due;
}

std::size_t LingeringConnections::ask(
    Netlink& link, const std::function<void(std::uint64_t)>& announce, const Tell& tell)
{
    std::size_t asked = 0;
    std::erase_if(m_all, [&](Connection& connection) {
        const std::uint64_t now = monotonicNow();
        if (connection.due > now) {
            return false;
        }
        ++asked;
        announce(now);
        return isOver(connection, link, now, tell);
    });
    return asked;
}

bool LingeringConnections::isOver(Connection& connection, Netlink& link, std::uint64_t now, const Tell& tell)
{
    connection.due = now + connection.pause;
    if (connection.given) {
        return tellLast(connection, Presence::Unwatched, now, tell);
    }
    TcpConnectionFacts facts;
    switch (findTcpConnection(link, connection.ends, facts)) {
    case DiagResult::NotThere:
        if (!connection.missed) {
            connection.missed = true;
            connection.due = now + kConfirmAfter;
            return false;
        }
        return tellLast(connection, Presence::Gone, now, tell);
    case DiagResult::Untold:
        return tellLast(connection, Presence::Unwatched, now, tell);
    case DiagResult::Found:
        connection.missed = false;
        break;
    }
    if (facts.inode != 0) {
        // A descriptor still leads to it: a copy, or a call that sleeps on it. It has not been closed yet.
        connection.pause = std::min(connection.pause * 2, kLongestPause);
        return false;
    }
    connection.ends.cookie = facts.cookie; // of Multipath TCP it was not known before
    return tellState(connection, facts, now, tell);
}

bool LingeringConnections::tellLast(
    const Connection& connection, Presence presence, std::uint64_t now, const Tell& tell)
{
    KernelView view;
    view.presence = presence;
    view.tcpState = presence == Presence::Gone ? TCP_CLOSE : -1;
    view.type = SOCK_STREAM;
    view.protocol = IPPROTO_TCP;
    view.local = connection.ends.local;
    view.peer = connection.ends.peer;
    view.cookie = connection.ends.cookie;
    view.asked = presence == Presence::Gone ? bitOf(ViewSource::InetDiag) : 0;
    return tell(connection.id, view, now);
}

// Returns false: it is not over.
bool LingeringConnections::tellState(
    Connection& connection, const TcpConnectionFacts& facts, std::uint64_t now, const Tell& tell)
{
    const KernelView view = viewOf(connection.ends, facts);
    if (howDifferent(connection.said, view) == Difference::Facts) {
        connection.pause = kFirstPause;
        if (tell(connection.id, view, now)) {
            connection.said = view;
        }
    } else {
        connection.pause = std::min(connection.pause * 2, kLongestPause);
    }
    connection.due = now + connection.pause;
    if (view.timer.kind == TimerKind::TimeWait && view.tcpState == TCP_TIME_WAIT) {
        connection.due = std::min(now + kLongestPause, std::max(view.timer.ends, now) + kAfterTimer);
    }
    return false;
}

}

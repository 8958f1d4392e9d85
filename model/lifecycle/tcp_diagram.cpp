#include "model/lifecycle/tcp_diagram.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <netinet/tcp.h>

namespace model {

namespace {

using C = TcpCause;
using S = TcpState;

static_assert(
    static_cast<int>(S::Established) == TCP_ESTABLISHED && static_cast<int>(S::Closing) == TCP_CLOSING);

constexpr std::array kPlaces {TcpPlace {S::Close, 1, 0}, TcpPlace {S::Listen, 0, 1},
    TcpPlace {S::SynSent, 2, 1}, TcpPlace {S::SynRecv, 0, 2}, TcpPlace {S::Established, 1, 2},
    TcpPlace {S::FinWait1, 0, 3}, TcpPlace {S::Closing, 1, 3}, TcpPlace {S::CloseWait, 2, 3},
    TcpPlace {S::FinWait2, 0, 4}, TcpPlace {S::TimeWait, 1, 4}, TcpPlace {S::LastAck, 2, 4}};

// What usually happens stands first: the shortest way is looked for in this order.
constexpr std::array kWays {TcpWay {S::Close, S::Listen, C::Listen},
    TcpWay {S::Close, S::SynSent, C::Connect}, TcpWay {S::Listen, S::SynRecv, C::GotSyn},
    TcpWay {S::Listen, S::Close, C::Closed}, TcpWay {S::SynSent, S::Established, C::GotSynAck},
    TcpWay {S::SynSent, S::SynRecv, C::GotSyn}, TcpWay {S::SynSent, S::Close, C::Closed},
    TcpWay {S::SynRecv, S::Established, C::GotAck}, TcpWay {S::Established, S::FinWait1, C::SentFin},
    TcpWay {S::Established, S::CloseWait, C::GotFin}, TcpWay {S::FinWait1, S::FinWait2, C::GotAck},
    TcpWay {S::FinWait1, S::Closing, C::GotFin}, TcpWay {S::FinWait1, S::TimeWait, C::GotFinAck},
    TcpWay {S::FinWait2, S::TimeWait, C::GotFin}, TcpWay {S::Closing, S::TimeWait, C::GotAck},
    TcpWay {S::CloseWait, S::LastAck, C::SentFin}, TcpWay {S::LastAck, S::Close, C::GotAck},
    TcpWay {S::TimeWait, S::Close, C::Timeout}};

// Breadth first; eleven states.
std::vector<TcpWay> shortest(S from, S to)
{
    std::map<S, const TcpWay*> reached {{from, nullptr}};
    std::deque<S> ahead {from};
    while (!ahead.empty() && !reached.contains(to)) {
        const S state = ahead.front();
        ahead.pop_front();
        for (const TcpWay& way : kWays) {
            if (way.from == state && reached.try_emplace(way.to, &way).second) {
                ahead.push_back(way.to);
            }
        }
    }
    std::vector<TcpWay> ways;
    if (!reached.contains(to)) {
        return ways;
    }
    for (const TcpWay* way = reached[to]; way != nullptr; way = reached[way->from]) {
        ways.insert(ways.begin(), *way);
    }
    return ways;
}

std::optional<S> known(std::int32_t state)
{
    return state >= TCP_ESTABLISHED && state <= TCP_CLOSING ? std::optional(static_cast<S>(state))
                                                            : std::nullopt;
}

bool isTcp(const SocketNode& socket)
{
    return socket.isStream() && (socket.domain == AF_INET || socket.domain == AF_INET6);
}

}

std::span<const TcpPlace> tcpPlaces()
{
    return kPlaces;
}

std::span<const TcpWay> tcpWays()
{
    return kWays;
}

std::optional<TcpState> tcpStateOf(const SocketNode& socket)
{
    if (!isTcp(socket)) {
        return std::nullopt;
    }
    if (socket.lingering) {
        return known(socket.lingering->tcpState);
    }
    return socket.open ? known(socket.view.tcpState) : S::Close;
}

std::vector<TcpWay> lastTcpWays(const SocketNode& socket)
{
    const auto state = tcpStateOf(socket);
    auto from = known(socket.tcpStateBefore);
    if (socket.accepted && !from) {
        from = S::Listen; // accept() gives a socket that has come the whole way already
    }
    if (!socket.open && !socket.lingering && known(socket.view.tcpState)) {
        from = known(socket.view.tcpState); // nobody has looked since
    }
    if (!state || !from || from == state) {
        return {};
    }
    // A reset ends a connection from anywhere.
    const bool connected = from == S::Established || from == S::CloseWait;
    return connected && state == S::Close && socket.open ? std::vector {TcpWay {*from, *state, C::Closed}}
                                                         : shortest(*from, *state);
}

}

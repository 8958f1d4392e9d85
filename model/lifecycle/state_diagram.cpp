#include "model/lifecycle/state_diagram.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <netinet/tcp.h>

namespace model {

namespace {

using C = StateCause;
using S = SocketState;

static_assert(
    static_cast<int>(S::Established) == TCP_ESTABLISHED && static_cast<int>(S::Closing) == TCP_CLOSING);

constexpr std::array kTcpPlaces {StatePlace {S::Close, 1, 0}, StatePlace {S::Listen, 0, 1},
    StatePlace {S::SynSent, 2, 1}, StatePlace {S::SynRecv, 0, 2}, StatePlace {S::Established, 1, 2},
    StatePlace {S::FinWait1, 0, 3}, StatePlace {S::Closing, 1, 3}, StatePlace {S::CloseWait, 2, 3},
    StatePlace {S::FinWait2, 0, 4}, StatePlace {S::TimeWait, 1, 4}, StatePlace {S::LastAck, 2, 4}};

constexpr std::array kTcpWays {StateWay {S::Close, S::Listen, C::Listen},
    StateWay {S::Close, S::SynSent, C::Connect}, StateWay {S::Listen, S::SynRecv, C::GotSyn},
    StateWay {S::Listen, S::Close, C::Closed}, StateWay {S::SynSent, S::Established, C::GotSynAck},
    StateWay {S::SynSent, S::SynRecv, C::GotSyn}, StateWay {S::SynSent, S::Close, C::Closed},
    StateWay {S::SynRecv, S::Established, C::GotAck}, StateWay {S::Established, S::FinWait1, C::SentFin},
    StateWay {S::Established, S::CloseWait, C::GotFin}, StateWay {S::FinWait1, S::FinWait2, C::GotAck},
    StateWay {S::FinWait1, S::Closing, C::GotFin}, StateWay {S::FinWait1, S::TimeWait, C::GotFinAck},
    StateWay {S::FinWait2, S::TimeWait, C::GotFin}, StateWay {S::Closing, S::TimeWait, C::GotAck},
    StateWay {S::CloseWait, S::LastAck, C::SentFin}, StateWay {S::LastAck, S::Close, C::GotAck},
    StateWay {S::TimeWait, S::Close, C::Timeout}};

// What accept() and socketpair() give is connected from the first.
constexpr std::array kUnixPlaces {
    StatePlace {S::Close, 1, 0}, StatePlace {S::Listen, 0, 1}, StatePlace {S::Established, 2, 1}};
constexpr std::array kUnixWays {
    StateWay {S::Close, S::Established, C::Joined}, StateWay {S::Close, S::Listen, C::Listen}};

constexpr std::array kDatagramPlaces {StatePlace {S::Close, 0, 0}, StatePlace {S::Established, 2, 0}};
constexpr std::array kDatagramWays {
    StateWay {S::Close, S::Established, C::NotedPeer}, StateWay {S::Established, S::Close, C::LostPeer}};

constexpr StateDiagram kTcp {StateKind::Tcp, 5, kTcpPlaces, kTcpWays};
constexpr StateDiagram kUnixConnection {StateKind::UnixConnection, 2, kUnixPlaces, kUnixWays};
constexpr StateDiagram kDatagram {StateKind::Datagram, 1, kDatagramPlaces, kDatagramWays};

// Breadth first; at most eleven states.
std::vector<StateWay> shortest(std::span<const StateWay> all, S from, S to)
{
    std::map<S, const StateWay*> reached {{from, nullptr}};
    std::deque<S> ahead {from};
    while (!ahead.empty() && !reached.contains(to)) {
        const S state = ahead.front();
        ahead.pop_front();
        for (const StateWay& way : all) {
            if (way.from == state && reached.try_emplace(way.to, &way).second) {
                ahead.push_back(way.to);
            }
        }
    }
    std::vector<StateWay> ways;
    if (!reached.contains(to)) {
        return ways;
    }
    for (const StateWay* way = reached[to]; way != nullptr; way = reached[way->from]) {
        ways.insert(ways.begin(), *way);
    }
    return ways;
}

std::optional<S> known(std::int32_t state)
{
    return state >= TCP_ESTABLISHED && state <= TCP_CLOSING ? std::optional(static_cast<S>(state))
                                                            : std::nullopt;
}

}

const StateDiagram& stateDiagramOf(const SocketNode& socket)
{
    if (socket.isDatagram()) {
        return kDatagram;
    }
    return socket.domain == AF_UNIX ? kUnixConnection : kTcp;
}

std::optional<SocketState> kernelStateOf(const SocketNode& socket)
{
    if (!socket.isSocket) {
        return std::nullopt;
    }
    if (socket.lingering) {
        return known(socket.lingering->tcpState);
    }
    const bool isTcp = stateDiagramOf(socket).kind == StateKind::Tcp;
    return socket.open ? known(socket.view.state()) : isTcp ? std::optional(S::Close) : std::nullopt;
}

std::vector<StateWay> lastWays(const SocketNode& socket)
{
    const StateDiagram& diagram = stateDiagramOf(socket);
    const auto state = kernelStateOf(socket);
    auto from = known(socket.stateBefore);
    if (socket.accepted && !from && diagram.kind == StateKind::Tcp) {
        from = S::Listen; // accept() gives a socket that has come the whole way already
    }
    if (!socket.open && !socket.lingering && known(socket.view.state())) {
        from = known(socket.view.state()); // nobody has looked since
    }
    if (!state || !from || from == state) {
        return {};
    }
    // A reset ends a connection from anywhere.
    const bool connected = from == S::Established || from == S::CloseWait;
    const bool wasReset = diagram.kind == StateKind::Tcp && connected && state == S::Close && socket.open;
    return wasReset ? std::vector {StateWay {*from, *state, C::Closed}}
                    : shortest(diagram.ways, *from, *state);
}

}

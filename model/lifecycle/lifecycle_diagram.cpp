#include "model/lifecycle/lifecycle_diagram.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/lifecycle/legality.h"

namespace model {

using namespace netcore;

namespace {

struct Place {
    CallId call;
    int column;
    int row;
};
struct Plan {
    std::span<const Place> places;
    std::span<const LifecycleArrow> arrows;
};

using C = CallId;

constexpr std::array kFresh {Place {C::Socket, 0, 0}, Place {C::Bind, 1, 0}, Place {C::Listen, 2, 0},
    Place {C::Connect, 1, 1}, Place {C::Close, 0, 1}};
constexpr std::array kFreshArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2}, LifecycleArrow {1, 3}};

constexpr std::array kPassive {Place {C::Socket, 0, 0}, Place {C::Bind, 1, 0}, Place {C::Listen, 2, 0},
    Place {C::Accept4, 2, 1}, Place {C::Shutdown, 1, 1}, Place {C::Close, 0, 1}};
constexpr std::array kPassiveArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2}, LifecycleArrow {2, 3},
    LifecycleArrow {3, 4}, LifecycleArrow {4, 5}};

constexpr std::array kActive {Place {C::Socket, 0, 0}, Place {C::Bind, 1, 0}, Place {C::Connect, 2, 0},
    Place {C::Send, 2, 1}, Place {C::Recv, 1, 1}, Place {C::Shutdown, 0, 1}, Place {C::Close, 0, 2}};
constexpr std::array kActiveArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2}, LifecycleArrow {2, 3},
    LifecycleArrow {3, 4, true}, LifecycleArrow {4, 5}, LifecycleArrow {5, 6}};

// A UNIX client needs no name of its own to be answered.
constexpr std::array kUnixActive {Place {C::Socket, 0, 0}, Place {C::Connect, 1, 0}, Place {C::Send, 2, 0},
    Place {C::Recv, 2, 1}, Place {C::Shutdown, 1, 1}, Place {C::Close, 0, 1}};
constexpr std::array kUnixActiveArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2},
    LifecycleArrow {2, 3, true}, LifecycleArrow {3, 4}, LifecycleArrow {4, 5}};

constexpr std::array kAccepted {Place {C::Accept4, 0, 0}, Place {C::Recv, 1, 0}, Place {C::Send, 2, 0},
    Place {C::Shutdown, 2, 1}, Place {C::Close, 1, 1}};
constexpr std::array kAcceptedArrows {
    LifecycleArrow {0, 1}, LifecycleArrow {1, 2, true}, LifecycleArrow {2, 3}, LifecycleArrow {3, 4}};

// What pairs are made for besides bytes: sendmsg() hands descriptors over (unix(7), SCM_RIGHTS).
constexpr std::array kPaired {Place {C::Socketpair, 0, 0}, Place {C::Send, 1, 0}, Place {C::Recv, 2, 0},
    Place {C::Shutdown, 2, 1}, Place {C::Close, 1, 1}, Place {C::Sendmsg, 0, 1}};
constexpr std::array kPairedArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2, true}, LifecycleArrow {2, 3},
    LifecycleArrow {3, 4}, LifecycleArrow {0, 5}};

constexpr std::array kDatagram {Place {C::Socket, 0, 0}, Place {C::Bind, 1, 0}, Place {C::Recvfrom, 2, 0},
    Place {C::Sendto, 2, 1}, Place {C::Connect, 1, 1}, Place {C::Close, 0, 1}};
constexpr std::array kDatagramArrows {
    LifecycleArrow {0, 1}, LifecycleArrow {1, 2}, LifecycleArrow {2, 3, true}};

constexpr std::array kConnectedDatagram {Place {C::Socket, 0, 0}, Place {C::Bind, 1, 0},
    Place {C::Connect, 2, 0}, Place {C::Send, 2, 1}, Place {C::Recv, 1, 1}, Place {C::Close, 0, 1}};
constexpr std::array kConnectedDatagramArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2},
    LifecycleArrow {2, 3}, LifecycleArrow {3, 4, true}, LifecycleArrow {4, 5}};

Plan planFor(SocketRole role, int domain)
{
    switch (role) {
    case SocketRole::Fresh:
        return {kFresh, kFreshArrows};
    case SocketRole::Active:
        return domain == AF_UNIX ? Plan {kUnixActive, kUnixActiveArrows} : Plan {kActive, kActiveArrows};
    case SocketRole::Passive:
        return {kPassive, kPassiveArrows};
    case SocketRole::Accepted:
        return {kAccepted, kAcceptedArrows};
    case SocketRole::Paired:
        return {kPaired, kPairedArrows};
    case SocketRole::Datagram:
        return {kDatagram, kDatagramArrows};
    case SocketRole::ConnectedDatagram:
        break;
    }
    return {kConnectedDatagram, kConnectedDatagramArrows};
}

constexpr std::array kFile {
    Place {C::Recvmsg, 0, 0}, Place {C::Read, 1, 0}, Place {C::Write, 2, 0}, Place {C::Close, 1, 1}};
constexpr std::array kFileArrows {LifecycleArrow {0, 1}, LifecycleArrow {1, 2, true}, LifecycleArrow {2, 3}};

struct Offer {
    CallId call;
    CallGroup group;
};
using G = CallGroup;
// What a user may want to try although the diagram does not show it.
constexpr std::array kOffered {Offer {C::Bind, G::Life}, Offer {C::Listen, G::Life},
    Offer {C::Accept4, G::Life}, Offer {C::Connect, G::Life}, Offer {C::Shutdown, G::Life},
    Offer {C::Close, G::Life}, Offer {C::Send, G::Messages}, Offer {C::Recv, G::Messages},
    Offer {C::Sendto, G::Messages}, Offer {C::Recvfrom, G::Messages}, Offer {C::Sendmsg, G::Messages},
    Offer {C::Recvmsg, G::Messages}, Offer {C::Write, G::Messages}, Offer {C::Read, G::Messages},
    Offer {C::Getsockopt, G::Descriptor}, Offer {C::Setsockopt, G::Descriptor},
    Offer {C::Fcntl, G::Descriptor}, Offer {C::Ioctl, G::Descriptor}, Offer {C::Poll, G::Descriptor},
    Offer {C::Dup, G::Descriptor}, Offer {C::Getsockname, G::Names}, Offer {C::Getpeername, G::Names}};

// Calls that a socket makes again and again: done once, they are still the next.
bool repeats(CallId call)
{
    constexpr std::array kOnce {
        C::Socket, C::Socketpair, C::Bind, C::Listen, C::Connect, C::Shutdown, C::Close};
    return std::ranges::find(kOnce, call) == kOnce.end();
}

bool isDone(const SocketNode& socket, CallId call)
{
    const bool opens = call == C::Accept4 && socket.accepted;
    return !repeats(call) && (socket.has(call) || (call == C::Listen && socket.listening)) ? true : opens;
}

}

SocketRole roleOf(const SocketNode& socket)
{
    if (socket.has(C::Socketpair)) {
        return SocketRole::Paired;
    }
    if (socket.isDatagram()) {
        return socket.connected ? SocketRole::ConnectedDatagram : SocketRole::Datagram;
    }
    if (socket.accepted) {
        return SocketRole::Accepted;
    }
    if (socket.listening) {
        return SocketRole::Passive;
    }
    return socket.connected || socket.connecting || socket.has(C::Connect) ? SocketRole::Active
                                                                           : SocketRole::Fresh;
}

StepState stateOf(const SocketNode& socket, CallId call)
{
    const auto runs = [&](const BlockedCall& blocked) {
        return blocked.call == call || (call == C::Accept4 && blocked.call == C::Accept);
    };
    if (std::ranges::any_of(socket.blocked, runs)) {
        return StepState::Running;
    }
    if (isDone(socket, call)) {
        return StepState::Done;
    }
    return legality(socket, call).legal ? StepState::Next : StepState::NotNow;
}

LifecycleDiagram lifecycleOf(const SocketNode& socket)
{
    LifecycleDiagram diagram {roleOf(socket), {}, {}, {}};
    const Plan plan = socket.isSocket ? planFor(diagram.role, socket.domain) : Plan {kFile, kFileArrows};
    for (const Place& place : plan.places) {
        diagram.steps.push_back({place.call, place.column, place.row, stateOf(socket, place.call)});
    }
    diagram.arrows.assign(plan.arrows.begin(), plan.arrows.end());
    for (const Offer& offer : kOffered) {
        if (std::ranges::find(plan.places, offer.call, &Place::call) == plan.places.end()) {
            diagram.others.push_back({offer.call, 0, 0, stateOf(socket, offer.call), offer.group});
        }
    }
    return diagram;
}

}

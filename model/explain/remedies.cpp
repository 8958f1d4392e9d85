// What can be done at once about a call that failed: calls made ready, each checked to be possible and safe.

#include <algorithm>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>

#include "model/explain/doctor.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

using Remedies = QList<Remedy>;

Address withPort(const Address& address, std::uint16_t port)
{
    sockaddr_storage storage {};
    std::copy(address.bytes().begin(), address.bytes().end(), reinterpret_cast<std::byte*>(&storage));
    const std::uint16_t bytes = htons(port);
    static_assert(offsetof(sockaddr_in, sin_port) == offsetof(sockaddr_in6, sin6_port));
    std::memcpy(reinterpret_cast<char*>(&storage) + offsetof(sockaddr_in, sin_port), &bytes, sizeof bytes);
    return Address::fromKernel(storage, address.length());
}

bool isInternet(const Address& address)
{
    return address.family() == AF_INET || address.family() == AF_INET6;
}

Address loopback(int family, std::uint16_t port)
{
    return family == AF_INET ? Address::ipv4(0x7f000001, port)
                             : Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, port);
}

bool canBind(const CallCase& call)
{
    return call.event.call == CallId::Bind && call.now.open && !call.now.bound
        && isInternet(call.record.address);
}

Remedy binding(Action action, const CallCase& call, const Address& address)
{
    Remedy remedy {action, call.event.socket, {calls::bind(address)}, CallId::None, address, {}, {}};
    return remedy;
}

Remedies bindPortZero(const CallCase& call)
{
    return canBind(call) && call.record.address.port() != 0
        ? Remedies {binding(Action::BindPortZero, call, withPort(call.record.address, 0))}
        : Remedies {};
}

Remedies bindFreePort(const CallCase& call)
{
    const auto found = call.finding ? call.finding->number(Quantity::FreePort) : std::nullopt;
    const std::int64_t port = found.value_or(0);
    if (!canBind(call) || port <= 0 || port > 65535) {
        return {};
    }
    const auto free = static_cast<std::uint16_t>(port);
    return {binding(Action::BindFreePort, call, withPort(call.record.address, free))};
}

Remedies bindLoopback(const CallCase& call)
{
    return canBind(call) && call.before.domain == call.record.address.family()
        ? Remedies {binding(
            Action::BindLoopback, call, loopback(call.record.address.family(), call.record.address.port()))}
        : Remedies {};
}

Remedies removeStaleFile(const CallCase& call)
{
    const bool stale = call.finding && call.finding->path && call.finding->path->kind == PathKind::StaleSocket
        && call.finding->path->mine && !call.finding->path->isLink
        && call.finding->number(Quantity::RemovalResult).value_or(-1) != 0;
    if (!stale) {
        return {};
    }
    const PathFacts& path = *call.finding->path;
    return {{Action::RemoveStaleFile, call.event.socket, {}, CallId::None, {}, path.path, path.file}};
}

Remedies selectHolder(const CallCase& call)
{
    for (const SocketNode& other : call.others) {
        if (other.open) {
            return {{Action::SelectHolder, other.id, {}, CallId::None, other.local, {}, {}}};
        }
    }
    return {};
}

// Only on this machine, at an address that was really meant.
Remedies startListener(const CallCase& call)
{
    const Address& there = call.record.address;
    const bool local = there.isLoopback() && there.port() != 0;
    const bool path = !there.path().empty() && call.finding && call.finding->path
        && call.finding->path->kind == PathKind::Nothing
        && call.finding->path->obstacle == PathObstacle::None;
    const bool abstract = !there.abstractName().empty();
    if (call.event.call != CallId::Connect || call.before.isDatagram() || !(local || path || abstract)) {
        return {};
    }
    return {{Action::StartListener, kNoSocket,
        {calls::socket(there.family(), call.before.type | SOCK_CLOEXEC), calls::bind(there),
            calls::listen(5)},
        CallId::None, there, {}, {}}};
}

Remedies listenThere(const CallCase& call)
{
    for (const SocketNode& other : call.others) {
        if (other.open && !other.listening && !other.isDatagram()) {
            return {{Action::ListenThere, other.id, {calls::listen(5)}, CallId::None, other.local, {}, {}}};
        }
    }
    return {};
}

bool isWholeInItsRecord(CallId call)
{
    switch (call) {
    case CallId::Bind:
    case CallId::Listen:
    case CallId::Accept:
    case CallId::Accept4:
    case CallId::Connect:
    case CallId::Recv:
    case CallId::Recvfrom:
    case CallId::Read:
    case CallId::Shutdown:
    case CallId::Getsockname:
    case CallId::Getpeername:
        return true;
    default: // the bytes of a send() are not there
        return false;
    }
}

std::optional<Call> again(const CallCase& call)
{
    const CallDescription& description = describe(call.event.call);
    if (!call.now.open || !isWholeInItsRecord(call.event.call)) {
        return std::nullopt;
    }
    Call same;
    same.id = call.event.call;
    same.arguments = call.record.arguments;
    if (parameterOf(description, ParameterKind::AddressIn) && call.record.hasAddress) {
        same.address = call.record.address;
    }
    if (const auto slot = parameterOf(description, ParameterKind::AddressOut)) {
        same.wantsAddress = call.record.arguments[*slot] != kNullPointer;
    }
    return same;
}

Remedies callAgain(const CallCase& call)
{
    const auto same = again(call);
    return same ? Remedies {{Action::CallAgain, call.event.socket, {*same}, call.event.call, {}, {}, {}}}
                : Remedies {};
}

// The option, and the call again where that can be made of its record.
Remedies setting(Action action, const CallCase& call, int option)
{
    if (!call.now.open || call.now.domain == AF_UNIX) {
        return {};
    }
    Remedy remedy {
        action, call.event.socket, {calls::setsockopt(SOL_SOCKET, option, 1)}, call.event.call, {}, {}, {}};
    if (const auto same = again(call)) {
        remedy.calls.push_back(*same);
    }
    return {remedy};
}

Remedies newSocket(const CallCase& call)
{
    const SocketNode& socket = call.before;
    if (socket.id == kNoSocket) {
        return {};
    }
    return {{Action::NewSocket, kNoSocket,
        {calls::socket(socket.domain, socket.type | SOCK_CLOEXEC, socket.protocol)}, CallId::None, {}, {},
        {}}};
}

Remedies showCall(const CallCase& call, CallId wanted)
{
    return call.now.open ? Remedies {{Action::ShowCall, call.event.socket, {}, wanted, {}, {}, {}}}
                         : Remedies {};
}

using Maker = std::function<Remedies(const CallCase&)>;

const QMap<QString, Maker>& makers()
{
    const auto form
        = [](CallId wanted) { return [wanted](const CallCase& call) { return showCall(call, wanted); }; };
    static const QMap<QString, Maker> all {
        {u"bindPortZero"_s, bindPortZero},
        {u"bindFreePort"_s, bindFreePort},
        {u"bindLoopback"_s, bindLoopback},
        {u"reuseAddress"_s,
            [](const CallCase& call) { return setting(Action::ReuseAddress, call, SO_REUSEADDR); }},
        {u"allowBroadcast"_s,
            [](const CallCase& call) { return setting(Action::AllowBroadcast, call, SO_BROADCAST); }},
        {u"removeStaleFile"_s, removeStaleFile},
        {u"selectHolder"_s, selectHolder},
        {u"startListener"_s, startListener},
        {u"listenThere"_s, listenThere},
        {u"callAgain"_s, callAgain},
        {u"newSocket"_s, newSocket},
        {u"showBind"_s, form(CallId::Bind)},
        {u"showListen"_s, form(CallId::Listen)},
        {u"showConnect"_s, form(CallId::Connect)},
        {u"showAccept"_s, form(CallId::Accept4)},
        {u"showSend"_s, form(CallId::Send)},
        {u"showSendto"_s, form(CallId::Sendto)},
        {u"showRecv"_s, form(CallId::Recv)},
    };
    return all;
}

}

QList<Remedy> remediesFor(const QString& action, const CallCase& call)
{
    const auto maker = makers().find(action);
    return maker == makers().end() ? Remedies() : (*maker)(call);
}

const QStringList& Doctor::actionNames()
{
    static const QStringList names = makers().keys();
    return names;
}

}

#include "model/layout/link_plan.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include "model/lifecycle/legality.h"

namespace model {

using namespace netcore;

namespace {

bool isNamed(const Address& address)
{
    return address.port() != 0 || !address.path().empty() || !address.abstractName().empty();
}

// :: has the IPv4 ports as well, as long as IPV6_V6ONLY is off: the kernel's default on every distribution.
bool domainsFit(const SocketNode& from, const SocketNode& to)
{
    return from.domain == to.domain
        || (from.domain == AF_INET && to.domain == AF_INET6 && to.local.isWildcard());
}

LinkTrouble troubleOf(const SocketNode& from, const SocketNode& to)
{
    if (from.id == to.id) {
        return LinkTrouble::Itself;
    }
    if (!from.open) {
        return LinkTrouble::SourceClosed;
    }
    if (!to.open) {
        return LinkTrouble::TargetClosed;
    }
    if (!to.isSocket) {
        return LinkTrouble::TargetNoSocket;
    }
    if (!legality(from, CallId::Connect).legal) {
        return LinkTrouble::SourceCannot;
    }
    if (!domainsFit(from, to)) {
        return LinkTrouble::OtherDomain;
    }
    if (from.type != to.type) {
        return LinkTrouble::OtherType;
    }
    if (!isNamed(to.local)) {
        return LinkTrouble::Unnamed;
    }
    return to.isDatagram() || to.listening ? LinkTrouble::None : LinkTrouble::NotListening;
}

}

Address reachableBy(int domain, const Address& local)
{
    if (!local.isWildcard()) {
        return local;
    }
    if (domain == AF_INET) {
        return Address::ipv4(INADDR_LOOPBACK, local.port());
    }
    std::array<std::uint8_t, 16> loopback {};
    loopback.back() = 1;
    return local.family() == AF_INET ? Address::ipv4(INADDR_LOOPBACK, local.port())
                                     : Address::ipv6(loopback, local.port());
}

LinkPlan planLink(const SocketNode& from, const SocketNode& to)
{
    LinkPlan plan;
    plan.trouble = troubleOf(from, to);
    if (plan.trouble == LinkTrouble::SourceCannot) {
        plan.error = legality(from, CallId::Connect).error;
    }
    plan.sends = from.isDatagram();
    const bool somewhere = from.open && to.open && from.id != to.id && isNamed(to.local);
    if (somewhere) {
        plan.address = reachableBy(from.domain, to.local);
    }
    return plan;
}

bool hasPlug(const SocketNode& socket)
{
    return socket.open && socket.isSocket && (isPulledOut(socket) || legality(socket, CallId::Connect).legal);
}

bool isPulledOut(const SocketNode& socket)
{
    return socket.open && socket.listening && isNamed(socket.local);
}

}

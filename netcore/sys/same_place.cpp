#include "netcore/sys/same_place.h"

#include <netinet/in.h>

#include "netcore/base/value_at.h"

namespace netcore {

Address unmapped(const Address& address)
{
    if (address.family() != AF_INET6) {
        return address;
    }
    const auto host = valueAt<sockaddr_in6>(address.bytes()).sin6_addr;
    return IN6_IS_ADDR_V4MAPPED(&host) ? Address::ipv4(ntohl(host.s6_addr32[3]), address.port()) : address;
}

bool isSamePlace(const Address& a, const Address& b)
{
    return a == b || (a.family() != b.family() && unmapped(a) == unmapped(b));
}

bool reaches(const Address& remote, const Address& local)
{
    if (remote.isEmpty() || local.isEmpty()) {
        return false;
    }
    const bool anywhere = local.isWildcard() && remote.port() == local.port()
        && (local.family() == AF_INET6 || unmapped(remote).family() == AF_INET);
    return anywhere || isSamePlace(remote, local);
}

}

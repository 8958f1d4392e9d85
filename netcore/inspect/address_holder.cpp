#include "netcore/inspect/address_holder.h"

#include <algorithm>
#include <bitset>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "netcore/inspect/machine_facts.h"
#include "netcore/inspect/socket_tables.h"

namespace netcore {

namespace {

// The host as 16 bytes, IPv4 as IPv4-mapped.
std::array<std::uint8_t, 16> hostOf(const Address& address)
{
    std::array<std::uint8_t, 16> host {};
    const auto bytes = address.bytes();
    if (address.family() == AF_INET && bytes.size() >= sizeof(sockaddr_in)) {
        host[10] = host[11] = 0xff;
        std::copy_n(reinterpret_cast<const std::uint8_t*>(bytes.data()) + offsetof(sockaddr_in, sin_addr), 4,
            host.begin() + 12);
    } else if (address.family() == AF_INET6 && bytes.size() >= offsetof(sockaddr_in6, sin6_scope_id)) {
        std::copy_n(reinterpret_cast<const std::uint8_t*>(bytes.data()) + offsetof(sockaddr_in6, sin6_addr),
            16, host.begin());
    }
    return host;
}

bool isMapped(const std::array<std::uint8_t, 16>& host)
{
    return std::ranges::all_of(std::span(host).first(10), [](std::uint8_t byte) { return byte == 0; })
        && host[10] == 0xff && host[11] == 0xff;
}

// Lower comes first.
int rank(const Holder& holder, const Address& wanted)
{
    const bool stands = conflicts(wanted, false, holder.local, holder.v6Only);
    const bool listens = holder.state == TCP_LISTEN || holder.type == SOCK_DGRAM;
    const bool bound = holder.state == kBoundOnly;
    return (stands ? 0 : 10) + (listens ? 0 : bound ? 1 : holder.state != TCP_TIME_WAIT ? 2 : 3);
}

}

bool conflicts(const Address& wanted, bool wantedV6Only, const Address& held, bool heldV6Only)
{
    const auto a = hostOf(wanted);
    const auto b = hostOf(held);
    const bool wantedIs4 = isMapped(a);
    const bool heldIs4 = isMapped(b);
    if (wantedIs4 == heldIs4) {
        return a == b || wanted.isWildcard() || held.isWildcard();
    }
    // One of each family: only the wildcard of IPv6 reaches over.
    return wantedIs4 ? held.isWildcard() && !heldV6Only : wanted.isWildcard() && !wantedV6Only;
}

void findInternetHolders(const Address& wanted, int type, Finding& finding)
{
    addPortRange(finding);
    std::bitset<65536> taken;
    listInternetSockets(type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP, [&](Holder&& holder) {
        taken.set(holder.local.port());
        if (wanted.port() != 0 && holder.local.port() == wanted.port()) {
            finding.holders.push_back(std::move(holder));
        }
    });
    std::ranges::stable_sort(finding.holders, {}, [&](const Holder& holder) { return rank(holder, wanted); });
    if (finding.holders.size() > kMostHolders) {
        finding.holders.resize(kMostHolders);
    }
    const auto first = finding.number(Quantity::EphemeralFirst);
    const auto last = finding.number(Quantity::EphemeralLast);
    if (first && last && *first >= 0 && *last < 65536) {
        std::int64_t count = 0;
        for (auto port = *first; port <= *last; ++port) {
            count += taken.test(static_cast<std::size_t>(port)) ? 1 : 0;
        }
        finding.numbers[Quantity::EphemeralTaken] = count;
    }
    for (std::size_t port = wanted.port() + std::size_t {1}; wanted.port() != 0 && port < taken.size();
         ++port) {
        if (!taken.test(port)) {
            finding.numbers[Quantity::FreePort] = static_cast<std::int64_t>(port);
            break;
        }
    }
}

void findAbstractHolders(const Address& wanted, Finding& finding)
{
    listUnixSockets([&](UnixSocket&& socket) {
        const bool same = socket.holder.local == wanted && finding.holders.size() < kMostHolders;
        if (same && socket.holder.state != TCP_ESTABLISHED) {
            finding.numbers[Quantity::AcceptQueue] = socket.acceptQueue;
            finding.numbers[Quantity::AcceptLimit] = socket.acceptLimit;
            finding.holders.insert(finding.holders.begin(), std::move(socket.holder));
        } else if (same) {
            finding.holders.push_back(
                std::move(socket.holder)); // a connection that carries its listener's name
        }
    });
}

}

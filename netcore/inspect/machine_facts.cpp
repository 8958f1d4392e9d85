#include "netcore/inspect/machine_facts.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <fstream>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/time.h>

#include "netcore/inspect/netlink.h"

namespace netcore {

namespace {

// The numbers of a file in /proc/sys, as many as are there.
std::vector<std::int64_t> numbersIn(const char* path)
{
    std::ifstream file(path);
    std::vector<std::int64_t> numbers;
    for (std::int64_t number = 0; file >> number;) {
        numbers.push_back(number);
    }
    return numbers;
}

void addNumber(Finding& finding, Quantity quantity, const char* path, std::size_t position = 0)
{
    const auto numbers = numbersIn(path);
    if (numbers.size() > position) {
        finding.numbers[quantity] = numbers[position];
    }
}

template<typename Value> std::optional<Value> optionOf(int fd, int level, int option)
{
    Value value {};
    socklen_t length = sizeof value;
    return ::getsockopt(fd, level, option, &value, &length) == 0 ? std::optional(value) : std::nullopt;
}

void addTimeout(Finding& finding, Quantity quantity, int fd, int option)
{
    if (const auto time = optionOf<timeval>(fd, SOL_SOCKET, option)) {
        finding.numbers[quantity] = time->tv_sec * std::int64_t {1'000'000} + time->tv_usec;
    }
}

void addInt(Finding& finding, Quantity quantity, int fd, int level, int option)
{
    if (const auto value = optionOf<int>(fd, level, option)) {
        finding.numbers[quantity] = *value;
    }
}

struct RouteQuestion {
    rtmsg head;
    rtattr attribute;
    std::byte room[32]; // the address, then perhaps the interface
};

std::optional<RouteKind> kindOfRoute(int type)
{
    switch (type) {
    case RTN_UNICAST:
        return RouteKind::Unicast;
    case RTN_LOCAL:
        return RouteKind::Local;
    case RTN_BROADCAST:
        return RouteKind::Broadcast;
    case RTN_MULTICAST:
        return RouteKind::Multicast;
    case RTN_BLACKHOLE:
        return RouteKind::Blackhole;
    case RTN_UNREACHABLE:
        return RouteKind::Unreachable;
    case RTN_PROHIBIT:
        return RouteKind::Prohibited;
    default:
        return std::nullopt;
    }
}

std::optional<RouteKind> kindOfRefusal(int error)
{
    switch (error) {
    case EINVAL:
        return RouteKind::Blackhole;
    case EHOSTUNREACH:
        return RouteKind::Unreachable;
    case EACCES:
        return RouteKind::Prohibited;
    case ENETUNREACH:
        return RouteKind::None;
    default:
        return std::nullopt;
    }
}

}

std::vector<LocalAddress> localAddresses()
{
    std::vector<LocalAddress> found;
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0) {
        return found;
    }
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> owner(list, ::freeifaddrs);
    for (const ifaddrs* entry = list; entry != nullptr; entry = entry->ifa_next) {
        const int family = entry->ifa_addr != nullptr ? entry->ifa_addr->sa_family : AF_UNSPEC;
        if (family != AF_INET && family != AF_INET6) {
            continue;
        }
        const std::size_t length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        LocalAddress local;
        local.address = Address::fromBytes({reinterpret_cast<const std::byte*>(entry->ifa_addr), length});
        local.name = entry->ifa_name;
        local.interface = ::if_nametoindex(entry->ifa_name);
        local.up = (entry->ifa_flags & IFF_UP) != 0 && (entry->ifa_flags & IFF_RUNNING) != 0;
        found.push_back(std::move(local));
    }
    return found;
}

std::optional<RouteKind> routeTo(const Address& destination)
{
    const int family = destination.family();
    const bool known = (family == AF_INET && destination.length() >= sizeof(sockaddr_in))
        || (family == AF_INET6 && destination.length() >= offsetof(sockaddr_in6, sin6_scope_id));
    if (!known) {
        return std::nullopt;
    }
    const std::size_t size = family == AF_INET ? 4 : 16;
    const std::size_t offset
        = family == AF_INET ? offsetof(sockaddr_in, sin_addr) : offsetof(sockaddr_in6, sin6_addr);
    RouteQuestion question {};
    question.head.rtm_family = static_cast<unsigned char>(family);
    question.head.rtm_dst_len = static_cast<unsigned char>(size * 8);
    question.attribute.rta_type = RTA_DST;
    question.attribute.rta_len = static_cast<unsigned short>(RTA_LENGTH(size));
    std::copy_n(
        destination.bytes().begin() + static_cast<std::ptrdiff_t>(offset), size, std::begin(question.room));
    const std::size_t length = sizeof question.head + question.attribute.rta_len;
    std::optional<RouteKind> kind;
    Netlink netlink(NETLINK_ROUTE);
    const int error = netlink.ask(RTM_GETROUTE, 0, std::as_bytes(std::span(&question, 1)).first(length),
        [&](std::span<const std::byte> content) {
            if (content.size() >= sizeof(rtmsg)) {
                kind = kindOfRoute(reinterpret_cast<const rtmsg*>(content.data())->rtm_type);
            }
        });
    return kind ? kind : kindOfRefusal(error);
}

void addPortRange(Finding& finding)
{
    addNumber(finding, Quantity::EphemeralFirst, "/proc/sys/net/ipv4/ip_local_port_range", 0);
    addNumber(finding, Quantity::EphemeralLast, "/proc/sys/net/ipv4/ip_local_port_range", 1);
    addNumber(finding, Quantity::FirstUnprivilegedPort, "/proc/sys/net/ipv4/ip_unprivileged_port_start");
}

void addDescriptorLimits(Finding& finding)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        finding.numbers[Quantity::DescriptorLimit] = static_cast<std::int64_t>(limit.rlim_cur);
    }
    addNumber(finding, Quantity::SystemFilesOpen, "/proc/sys/fs/file-nr", 0);
    addNumber(finding, Quantity::SystemFilesLimit, "/proc/sys/fs/file-nr", 2);
    // With no descriptor left, no folder can be read: fstat() of each number needs none.
    std::int64_t open = 0;
    const auto most = std::min<rlim_t>(limit.rlim_cur, rlim_t {1} << 16U);
    for (rlim_t fd = 0; fd < most; ++fd) {
        open += ::fcntl(static_cast<int>(fd), F_GETFD) >= 0 ? 1 : 0;
    }
    finding.numbers[Quantity::DescriptorsOpen] = open;
}

void addQueueLimits(Finding& finding)
{
    addNumber(finding, Quantity::BacklogLimit, "/proc/sys/net/core/somaxconn");
    addNumber(finding, Quantity::DatagramQueueLimit, "/proc/sys/net/unix/max_dgram_qlen");
}

void addSocketOptions(Finding& finding, int fd)
{
    addInt(finding, Quantity::SendBuffer, fd, SOL_SOCKET, SO_SNDBUF);
    addInt(finding, Quantity::Broadcast, fd, SOL_SOCKET, SO_BROADCAST);
    addInt(finding, Quantity::ReuseAddress, fd, SOL_SOCKET, SO_REUSEADDR);
    addInt(finding, Quantity::V6Only, fd, IPPROTO_IPV6, IPV6_V6ONLY);
    addTimeout(finding, Quantity::ReceiveTimeout, fd, SO_RCVTIMEO);
    addTimeout(finding, Quantity::SendTimeout, fd, SO_SNDTIMEO);
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags >= 0) {
        finding.numbers[Quantity::NonBlocking] = (flags & O_NONBLOCK) != 0 ? 1 : 0;
    }
}

}

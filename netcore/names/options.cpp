#include "netcore/names/options.h"

#include <algorithm>
#include <array>
#include <linux/filter.h>
#include <map>
#include <vector>

#include "netcore/names/option_constants.h"
#include "netcore/names/option_names.h"

namespace netcore {

namespace {

using namespace socketKinds;
using namespace optionTraits;
using enum OptionType;
using enum OptionAccess;

constexpr auto Yes = Inheritance::Inherited;
constexpr auto No = Inheritance::NotInherited;
constexpr auto X = Inheritance::DoesNotApply;

// Options of IPv4 are there for IPv6 sockets too, which may speak it; but not for raw ones, nor for MPTCP's.
constexpr std::uint16_t kNotMptcp = kAny & ~kMptcp; // it ignores them, or says EOPNOTSUPP
constexpr std::uint16_t kIp = kTcp | kUdp | kUdpLite | kRaw4;
constexpr std::uint16_t kIpDatagram = kUdp | kUdpLite | kRaw4;
constexpr std::uint16_t kIp6 = kTcp6 | kUdp6 | kUdpLite6 | kRaw6;
constexpr std::uint16_t kIp6Datagram = kUdp6 | kUdpLite6 | kRaw6;

constexpr KernelVersion version(std::uint8_t release, std::uint8_t series, std::uint8_t patch)
{
    return {release, series, patch};
}

// clang-format off
constexpr std::array kOptions {
#define OPTION(level, name, type, access, kinds, since, tcp, unixAccept, traits, names) \
    OptionDescription {level, name, #name, type, access, kinds, version since, tcp, unixAccept, traits, names},
#include "netcore/names/options_socket.def"
#include "netcore/names/options_tcp.def"
#include "netcore/names/options_ip.def"
#undef OPTION
};

constexpr std::array kLevels {
    NamedValue {SOL_SOCKET, "SOL_SOCKET"}, NamedValue {IPPROTO_TCP, "IPPROTO_TCP"}, NamedValue {SOL_TCP, "SOL_TCP"},
    NamedValue {IPPROTO_UDP, "IPPROTO_UDP"}, NamedValue {SOL_UDP, "SOL_UDP"}, NamedValue {IPPROTO_IP, "IPPROTO_IP"},
    NamedValue {SOL_IP, "SOL_IP"}, NamedValue {IPPROTO_IPV6, "IPPROTO_IPV6"}, NamedValue {SOL_IPV6, "SOL_IPV6"},
    NamedValue {SOL_MPTCP, "SOL_MPTCP"}, NamedValue {IPPROTO_UDPLITE, "IPPROTO_UDPLITE"},
    NamedValue {SOL_UDPLITE, "SOL_UDPLITE"}, NamedValue {IPPROTO_RAW, "IPPROTO_RAW"}, NamedValue {SOL_RAW, "SOL_RAW"},
    NamedValue {IPPROTO_ICMPV6, "IPPROTO_ICMPV6"}, NamedValue {SOL_ICMPV6, "SOL_ICMPV6"},
};

// Second names, and those of 64-bit structs' old twins.
struct OtherName {
    int level;
    NamedValue named;
};
constexpr std::array kOtherNames {
    OtherName {SOL_SOCKET, {SO_ATTACH_FILTER, "SO_GET_FILTER"}},
    OtherName {SOL_SOCKET, {SO_DETACH_FILTER, "SO_DETACH_BPF"}},
    OtherName {SOL_SOCKET, {SO_RCVTIMEO, "SO_RCVTIMEO_OLD"}}, OtherName {SOL_SOCKET, {SO_SNDTIMEO, "SO_SNDTIMEO_OLD"}},
    OtherName {SOL_SOCKET, {SO_TIMESTAMP, "SO_TIMESTAMP_OLD"}},
    OtherName {SOL_SOCKET, {SO_TIMESTAMPNS, "SO_TIMESTAMPNS_OLD"}},
    OtherName {SOL_SOCKET, {SO_TIMESTAMPING, "SO_TIMESTAMPING_OLD"}},
    OtherName {SOL_IP, {IP_RETOPTS, "IP_RECVRETOPTS"}}, OtherName {SOL_IP, {IP_RECVORIGDSTADDR, "IP_ORIGDSTADDR"}},
    OtherName {SOL_IPV6, {IPV6_ADD_MEMBERSHIP, "IPV6_JOIN_GROUP"}},
    OtherName {SOL_IPV6, {IPV6_DROP_MEMBERSHIP, "IPV6_LEAVE_GROUP"}},
    OtherName {SOL_IPV6, {IPV6_RECVORIGDSTADDR, "IPV6_ORIGDSTADDR"}},
};
// clang-format on

using TablesByLevel = std::map<int, std::vector<NamedValue>>;

TablesByLevel tablesByLevel()
{
    TablesByLevel tables;
    for (const OptionDescription& option : kOptions) {
        tables[option.level].push_back({option.number, option.name});
    }
    for (const OtherName& other : kOtherNames) {
        tables[other.level].push_back(other.named);
    }
    return tables;
}

}

bool OptionDescription::isSafeToRead() const
{
    return canRead() && (traits & (kReadingChanges | kReadingOpens | kReadingAsks)) == 0;
}

std::span<const OptionDescription> allOptions()
{
    return kOptions;
}

const OptionDescription* describeOption(int level, int number)
{
    const auto row = std::ranges::find_if(kOptions,
        [&](const OptionDescription& option) { return option.level == level && option.number == number; });
    return row == kOptions.end() ? nullptr : &*row;
}

const OptionDescription* optionNamed(std::string_view name)
{
    if (const auto row = std::ranges::find(kOptions, name, &OptionDescription::name); row != kOptions.end()) {
        return &*row;
    }
    const auto other
        = std::ranges::find(kOtherNames, name, [](const OtherName& each) { return each.named.name; });
    return other == kOtherNames.end() ? nullptr
                                      : describeOption(other->level, static_cast<int>(other->named.value));
}

const OptionDescription* optionNamed(int level, std::string_view name)
{
    const auto number = valueOf(optionsOf(level), name);
    return number ? describeOption(level, static_cast<int>(*number)) : nullptr;
}

NameTable optionLevels()
{
    return kLevels;
}

NameTable optionsOf(int level)
{
    static const TablesByLevel tables = tablesByLevel();
    const auto found = tables.find(level);
    return found == tables.end() ? NameTable() : NameTable(found->second);
}

std::string optionText(int level, int number)
{
    return constantText(optionsOf(level), number);
}

std::uint16_t socketKindOf(int domain, int type, int protocol)
{
    const int plainType = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (domain == AF_UNIX) {
        return plainType == SOCK_STREAM   ? kUnixStream
            : plainType == SOCK_SEQPACKET ? kUnixSeqpacket
                                          : kUnixDatagram;
    }
    if (domain != AF_INET && domain != AF_INET6) {
        return kOther;
    }
    const bool six = domain == AF_INET6;
    const auto pick = [&](std::uint16_t four, std::uint16_t other) { return six ? other : four; };
    if (plainType == SOCK_STREAM) {
        return protocol == IPPROTO_MPTCP               ? pick(kMptcp4, kMptcp6)
            : protocol == 0 || protocol == IPPROTO_TCP ? pick(kTcp4, kTcp6)
                                                       : kOther; // SCTP, SMC
    }
    if (plainType == SOCK_DGRAM && protocol == IPPROTO_UDPLITE) {
        return pick(kUdpLite4, kUdpLite6);
    }
    if (plainType == SOCK_DGRAM && (protocol == 0 || protocol == IPPROTO_UDP)) {
        return pick(kUdp4, kUdp6);
    }
    return plainType == SOCK_RAW || plainType == SOCK_DGRAM ? pick(kRaw4, kRaw6) : kOther;
}

bool appliesTo(const OptionDescription& option, int domain, int type, int protocol)
{
    return (option.kinds & socketKindOf(domain, type, protocol)) != 0;
}

std::size_t sizeOf(OptionType type)
{
    switch (type) {
    case Int:
    case Bool:
    case Unsigned:
    case Enumeration:
    case Flags:
    case Descriptor:
    case PortRange:
    case Interface:
    case InterfaceSwapped:
        return 4;
    case Unsigned64:
    case Linger:
    case Timestamping:
    case TransmitTime:
        return 8;
    case Membership:
    case SourceMembership:
    case Credentials:
        return 12;
    case Timeval:
        return 16;
    case Membership6:
    case PacketInfo6:
        return 20;
    case MtuInfo:
        return 32;
    case GroupMembership:
        return sizeof(group_req);
    case GroupSource:
        return sizeof(group_source_req);
    case InternetAddress: // 4 to read, 4, 8 or 12 to write
    case MemoryInfo: // one word more with each kernel that counts one more thing
    case Text:
    case Groups:
    case Filter:
    case TcpInfo:
    case SocketAddress:
    case Bytes:
        return 0;
    }
    return 0;
}

std::size_t bytesFor(int level, int number, std::uint32_t optlen)
{
    const OptionDescription* option = describeOption(level, number);
    const std::size_t unit = option != nullptr && option->has(kCountsInstructions) ? sizeof(sock_filter) : 1;
    return optlen * unit;
}

}

// The socket options of Linux, described once: the options tab, the log, the scenario language and the
// sampler all read this table, so that a new option is a row here and a text in
// resources/explain/options.json.
//
// Sources: socket(7), ip(7), ipv6(7), tcp(7), udp(7), unix(7), TLPI 61.9 and 61.10; where they are silent,
// the kernel's own headers and net/*. The claims of each row are tried on real sockets by
// tests/netcore/option_kernel_test.cpp. All functions: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

#include "netcore/names/constants.h"

namespace netcore {

// What the bytes of a value are.
enum class OptionType : std::uint8_t {
    Int,
    Bool, // an int: 0, or anything else
    Unsigned, // 32 bits
    Unsigned64,
    Enumeration, // an int with a table of names
    Flags, // an int of bits with names
    Linger, // struct linger
    Timeval, // struct timeval of 64-bit words
    Text, // characters; a NUL at the end may be there
    InternetAddress, // struct in_addr, struct ip_mreq or struct ip_mreqn, by its length
    Membership, // struct ip_mreqn, or the shorter ip_mreq
    SourceMembership, // struct ip_mreq_source: its fields stand in another order
    Membership6, // struct ipv6_mreq
    GroupMembership, // struct group_req
    GroupSource, // struct group_source_req
    Credentials, // struct ucred
    Groups, // gid_t[]
    Filter, // struct sock_fprog in; struct sock_filter[] out
    Descriptor, // the number of one: of a BPF program, a process
    TcpInfo, // struct tcp_info, as long as the kernel has it
    MemoryInfo, // the 32-bit words of SO_MEMINFO
    Timestamping, // struct so_timestamping, or its flags alone
    TransmitTime, // struct sock_txtime
    PortRange, // two ports: the low one in the low half of 32 bits
    Interface, // an interface's index
    InterfaceSwapped, // the same in network byte order
    PacketInfo6, // struct in6_pktinfo
    MtuInfo, // struct ip6_mtuinfo
    SocketAddress, // struct sockaddr of any family
    Bytes, // anything else
};

enum class OptionAccess : std::uint8_t { Read = 1, Write = 2, Both = 3 };

// Whether a socket that accept() returns has the value of its listener.
enum class Inheritance : std::uint8_t { DoesNotApply, NotInherited, Inherited };

// The Linux in which it appeared; 2.2 stands for "2.2 or earlier".
struct KernelVersion {
    std::uint8_t release = 0;
    std::uint8_t series = 0;
    std::uint8_t patch = 0;

    bool operator==(const KernelVersion&) const = default;
    // By hand: in a defaulted <=> clang 14 takes a zero for a null pointer.
    bool operator>=(const KernelVersion& other) const
    {
        return std::tie(release, series, patch) >= std::tie(other.release, other.series, other.patch);
    }
};

// Which sockets an option applies to: one bit for each kind of socket.
namespace socketKinds {
inline constexpr std::uint16_t kTcp4 = 1U << 0;
inline constexpr std::uint16_t kTcp6 = 1U << 1;
inline constexpr std::uint16_t kMptcp4 = 1U << 2;
inline constexpr std::uint16_t kMptcp6 = 1U << 3;
inline constexpr std::uint16_t kUdp4 = 1U << 4;
inline constexpr std::uint16_t kUdp6 = 1U << 5;
inline constexpr std::uint16_t kUdpLite4 = 1U << 6;
inline constexpr std::uint16_t kUdpLite6 = 1U << 7;
inline constexpr std::uint16_t kRaw4 = 1U << 8; // and ICMP's SOCK_DGRAM
inline constexpr std::uint16_t kRaw6 = 1U << 9;
inline constexpr std::uint16_t kUnixStream = 1U << 10;
inline constexpr std::uint16_t kUnixDatagram = 1U << 11;
inline constexpr std::uint16_t kUnixSeqpacket = 1U << 12;
inline constexpr std::uint16_t kOther = 1U << 15;

inline constexpr std::uint16_t kTcp = kTcp4 | kTcp6;
inline constexpr std::uint16_t kMptcp = kMptcp4 | kMptcp6;
inline constexpr std::uint16_t kUdp = kUdp4 | kUdp6;
inline constexpr std::uint16_t kUdpLite = kUdpLite4 | kUdpLite6;
inline constexpr std::uint16_t kUnix = kUnixStream | kUnixDatagram | kUnixSeqpacket;
inline constexpr std::uint16_t kInternet = kTcp | kMptcp | kUdp | kUdpLite | kRaw4 | kRaw6;
inline constexpr std::uint16_t kAny = kInternet | kUnix | kOther;
}

namespace optionTraits {
inline constexpr std::uint16_t kNetAdmin = 1U << 0; // writing needs CAP_NET_ADMIN, ...
inline constexpr std::uint16_t kNetRaw = 1U << 1; // ... CAP_NET_RAW, or with both bits one of the two, ...
inline constexpr std::uint16_t kSomeValues = 1U << 2; // ... but for some values only
inline constexpr std::uint16_t kReadingChanges = 1U << 3; // a read takes it away: SO_ERROR, TCP_SAVED_SYN
inline constexpr std::uint16_t kReadingOpens = 1U << 4; // a read opens a descriptor: SO_PEERPIDFD
// A read wants more than room: a struct with questions filled in, or one exact length.
inline constexpr std::uint16_t kReadingAsks = 1U << 5;
// It moves without any call: counters, clocks, what the peer or the path decides.
inline constexpr std::uint16_t kMoves = 1U << 6;
// optlen counts instructions, not bytes: the kernel writes eight times as many bytes (see bytesFor()).
inline constexpr std::uint16_t kCountsInstructions = 1U << 7;
inline constexpr std::uint16_t kAdjusted = 1U << 8; // the kernel doubles, clamps or rounds what it is given
}

struct OptionDescription {
    int level;
    int number;
    std::string_view name; // "SO_KEEPALIVE"
    OptionType type;
    OptionAccess access;
    std::uint16_t kinds; // socketKinds: the sockets that have it
    KernelVersion since;
    Inheritance acrossTcpAccept;
    Inheritance acrossUnixAccept;
    std::uint16_t traits; // optionTraits
    NameTable (*names)(); // of Enumeration and Flags; else nullptr

    bool canRead() const { return (static_cast<unsigned>(access) & 1U) != 0; }
    bool canWrite() const { return (static_cast<unsigned>(access) & 2U) != 0; }
    bool has(std::uint16_t trait) const { return (traits & trait) == trait; }
    bool needsPrivilege() const { return (traits & (optionTraits::kNetAdmin | optionTraits::kNetRaw)) != 0; }
    // A getsockopt() that leaves everything as it was and needs nothing but room.
    bool isSafeToRead() const;
};

std::span<const OptionDescription> allOptions(); // by level, in the order of their numbers
// nullptr: not known. Numbers repeat between levels.
const OptionDescription* describeOption(int level, int number);
// Other names of the same option are known too: SO_GET_FILTER, IPV6_JOIN_GROUP. Without a level the first
// one of that name: MCAST_JOIN_GROUP is one of IPv4 and one of IPv6.
const OptionDescription* optionNamed(std::string_view name);
const OptionDescription* optionNamed(int level, std::string_view name);

// SOL_SOCKET, IPPROTO_TCP ...; read by their other names as well: SOL_TCP. Mind that MPTCP's level is
// SOL_MPTCP (284), not IPPROTO_MPTCP (262).
NameTable optionLevels();
NameTable optionsOf(int level); // names of one level, other names behind them; empty: a level not known
// "SO_KEEPALIVE"; what has no name: "0x270f".
std::string optionText(int level, int number);

// The types of ancillary messages (cmsg_type) of one level (cmsg_level): SCM_RIGHTS, IP_PKTINFO ...
NameTable controlTypes(int level);

// One bit of socketKinds. `type` may carry SOCK_NONBLOCK and SOCK_CLOEXEC.
std::uint16_t socketKindOf(int domain, int type, int protocol);
bool appliesTo(const OptionDescription& option, int domain, int type, int protocol);

// Bytes of a value of this type; 0: it varies.
std::size_t sizeOf(OptionType type);
// How many bytes the kernel may write into getsockopt()'s buffer for that optlen: more than optlen says for
// SO_GET_FILTER, where it counts instructions. Room must be made for so many, whatever a user asks.
std::size_t bytesFor(int level, int number, std::uint32_t optlen);

}

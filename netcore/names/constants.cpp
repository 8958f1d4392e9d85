#include "netcore/names/constants.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <linux/errqueue.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace netcore {

namespace {

// clang-format off
#define NAMED(constant) NamedValue {constant, #constant}

constexpr std::array kAddressFamilies {
    NAMED(AF_UNSPEC), NAMED(AF_UNIX), NamedValue {AF_UNIX, "AF_LOCAL"}, NAMED(AF_INET), NAMED(AF_INET6),
    NAMED(AF_AX25), NAMED(AF_IPX), NAMED(AF_APPLETALK), NAMED(AF_X25), NAMED(AF_KEY), NAMED(AF_NETLINK),
    NAMED(AF_PACKET), NAMED(AF_RDS), NAMED(AF_PPPOX), NAMED(AF_LLC), NAMED(AF_CAN), NAMED(AF_TIPC),
    NAMED(AF_BLUETOOTH), NAMED(AF_ALG), NAMED(AF_VSOCK), NAMED(AF_KCM), NAMED(AF_XDP),
};

constexpr std::array kSocketTypes {
    NAMED(SOCK_STREAM), NAMED(SOCK_DGRAM), NAMED(SOCK_RAW), NAMED(SOCK_RDM), NAMED(SOCK_SEQPACKET),
    NAMED(SOCK_DCCP), NAMED(SOCK_PACKET),
};

constexpr std::array kSocketTypeFlags {NAMED(SOCK_CLOEXEC), NAMED(SOCK_NONBLOCK)};

constexpr std::array kInternetProtocols {
    NAMED(IPPROTO_IP), NAMED(IPPROTO_ICMP), NAMED(IPPROTO_IGMP), NAMED(IPPROTO_TCP), NAMED(IPPROTO_UDP),
    NAMED(IPPROTO_DCCP), NAMED(IPPROTO_IPV6), NAMED(IPPROTO_ICMPV6), NAMED(IPPROTO_SCTP),
    NAMED(IPPROTO_UDPLITE), NAMED(IPPROTO_RAW), NAMED(IPPROTO_MPTCP),
};

constexpr std::array kMessageFlags {
    NAMED(MSG_OOB), NAMED(MSG_PEEK), NAMED(MSG_DONTROUTE), NAMED(MSG_CTRUNC), NamedValue {0x10, "MSG_PROBE"},
    NAMED(MSG_TRUNC), NAMED(MSG_DONTWAIT), NAMED(MSG_EOR), NAMED(MSG_WAITALL), NAMED(MSG_FIN), NAMED(MSG_SYN),
    NAMED(MSG_CONFIRM), NAMED(MSG_RST), NAMED(MSG_ERRQUEUE), NAMED(MSG_NOSIGNAL), NAMED(MSG_MORE),
    NAMED(MSG_WAITFORONE), NAMED(MSG_BATCH), NAMED(MSG_ZEROCOPY), NAMED(MSG_FASTOPEN), NAMED(MSG_CMSG_CLOEXEC),
};

constexpr std::array kShutdownDirections {NAMED(SHUT_RD), NAMED(SHUT_WR), NAMED(SHUT_RDWR)};

constexpr std::array kTcpStates {
    NAMED(TCP_ESTABLISHED), NAMED(TCP_SYN_SENT), NAMED(TCP_SYN_RECV), NAMED(TCP_FIN_WAIT1), NAMED(TCP_FIN_WAIT2),
    NAMED(TCP_TIME_WAIT), NAMED(TCP_CLOSE), NAMED(TCP_CLOSE_WAIT), NAMED(TCP_LAST_ACK), NAMED(TCP_LISTEN),
    NAMED(TCP_CLOSING),
};

constexpr std::array kPollEvents {
    NAMED(POLLIN), NAMED(POLLPRI), NAMED(POLLOUT), NAMED(POLLERR), NAMED(POLLHUP), NAMED(POLLNVAL), NAMED(POLLRDNORM),
    NAMED(POLLRDBAND), NAMED(POLLWRNORM), NAMED(POLLWRBAND), NAMED(POLLMSG), NAMED(POLLRDHUP),
};

constexpr std::array kFileCommands {
    NAMED(F_DUPFD), NAMED(F_GETFD), NAMED(F_SETFD), NAMED(F_GETFL), NAMED(F_SETFL), NAMED(F_SETOWN), NAMED(F_GETOWN),
    NAMED(F_SETSIG), NAMED(F_GETSIG), NAMED(F_DUPFD_CLOEXEC), NAMED(F_GETPIPE_SZ), NAMED(F_GET_SEALS),
};

constexpr std::array kFileFlags {
    NAMED(O_WRONLY), NAMED(O_RDWR), NAMED(O_APPEND), NAMED(O_NONBLOCK), NAMED(O_ASYNC), NAMED(O_DIRECT),
    NAMED(O_NOATIME),
};

constexpr std::array kControlRequests {
    NAMED(FIONREAD), NamedValue {SIOCINQ, "SIOCINQ"}, NAMED(SIOCOUTQ), NamedValue {TIOCOUTQ, "TIOCOUTQ"},
    NAMED(SIOCOUTQNSD), NAMED(SIOCATMARK), NAMED(FIONBIO), NAMED(FIOASYNC),
    NAMED(SIOCGPGRP), NAMED(SIOCSPGRP), NAMED(FIOGETOWN), NAMED(FIOSETOWN), NAMED(SIOCGSTAMP), NAMED(SIOCGIFINDEX),
};

constexpr std::array kLookUpFlags {
    NAMED(AI_PASSIVE), NAMED(AI_CANONNAME), NAMED(AI_NUMERICHOST), NAMED(AI_V4MAPPED), NAMED(AI_ALL),
    NAMED(AI_ADDRCONFIG),
    NAMED(AI_IDN), NAMED(AI_CANONIDN), NAMED(AI_NUMERICSERV),
};

constexpr std::array kLookUpProblems {
    NAMED(EAI_BADFLAGS), NAMED(EAI_NONAME), NAMED(EAI_AGAIN), NAMED(EAI_FAIL), NAMED(EAI_NODATA), NAMED(EAI_FAMILY),
    NAMED(EAI_SOCKTYPE), NAMED(EAI_SERVICE), NAMED(EAI_ADDRFAMILY), NAMED(EAI_MEMORY), NAMED(EAI_SYSTEM),
    NAMED(EAI_OVERFLOW),
    NAMED(EAI_IDN_ENCODE),
};

constexpr std::array kErrorOrigins {
    NAMED(SO_EE_ORIGIN_NONE), NAMED(SO_EE_ORIGIN_LOCAL), NAMED(SO_EE_ORIGIN_ICMP), NAMED(SO_EE_ORIGIN_ICMP6),
    NAMED(SO_EE_ORIGIN_TXSTATUS), NAMED(SO_EE_ORIGIN_ZEROCOPY), NAMED(SO_EE_ORIGIN_TXTIME),
};

#undef NAMED

constexpr std::array kErrnos {
#define ERRNO(name) NamedValue {name, #name},
#include "netcore/names/errnos.def"
#undef ERRNO
    NamedValue {EWOULDBLOCK, "EWOULDBLOCK"}, NamedValue {EDEADLOCK, "EDEADLOCK"}, NamedValue {ENOTSUP, "ENOTSUP"},
};
// clang-format on

std::string hexText(std::int64_t value)
{
    std::array<char, 20> digits {};
    const auto end
        = std::to_chars(digits.begin(), digits.end(), static_cast<std::uint64_t>(value) & 0xffffffffU, 16)
              .ptr;
    return "0x" + std::string(digits.data(), end);
}

void appendFlag(std::string& text, std::string_view flag)
{
    if (!text.empty()) {
        text += '|';
    }
    text += flag;
}

}

NameTable addressFamilies()
{
    return kAddressFamilies;
}
NameTable socketTypes()
{
    return kSocketTypes;
}
NameTable socketTypeFlags()
{
    return kSocketTypeFlags;
}
NameTable internetProtocols()
{
    return kInternetProtocols;
}
NameTable messageFlags()
{
    return kMessageFlags;
}
NameTable shutdownDirections()
{
    return kShutdownDirections;
}
NameTable errnos()
{
    return kErrnos;
}
NameTable pollEvents()
{
    return kPollEvents;
}
NameTable fileCommands()
{
    return kFileCommands;
}
NameTable fileFlags()
{
    return kFileFlags;
}
NameTable controlRequests()
{
    return kControlRequests;
}
NameTable lookUpFlags()
{
    return kLookUpFlags;
}
NameTable lookUpProblems()
{
    return kLookUpProblems;
}
NameTable errorOrigins()
{
    return kErrorOrigins;
}
NameTable tcpStates()
{
    return kTcpStates;
}

std::optional<std::string_view> nameOf(NameTable table, std::int64_t value)
{
    const auto row = std::ranges::find(table, value, &NamedValue::value);
    return row == table.end() ? std::nullopt : std::optional(row->name);
}

std::optional<std::int64_t> valueOf(NameTable table, std::string_view name)
{
    const auto row = std::ranges::find(table, name, &NamedValue::name);
    return row == table.end() ? std::nullopt : std::optional(row->value);
}

std::string constantText(NameTable table, std::int64_t value)
{
    const auto name = nameOf(table, value);
    return name ? std::string(*name) : hexText(value);
}

std::string flagsText(NameTable table, std::int64_t value)
{
    if (value == 0) {
        return "0";
    }
    std::string text;
    std::int64_t rest = value & 0xffffffff;
    for (const NamedValue& flag : table) {
        if (flag.value != 0 && (rest & flag.value) == flag.value) {
            appendFlag(text, flag.name);
            rest &= ~flag.value;
        }
    }
    if (rest != 0) {
        appendFlag(text, hexText(rest));
    }
    return text;
}

std::string socketTypeText(std::int64_t value)
{
    constexpr std::int64_t kTypeMask = 0xf; // include/linux/net.h: SOCK_TYPE_MASK
    std::string text = constantText(socketTypes(), value & kTypeMask);
    if (const std::int64_t flags = value & ~kTypeMask; flags != 0) {
        appendFlag(text, flagsText(socketTypeFlags(), flags));
    }
    return text;
}

std::string errnoText(int error)
{
    const auto name = nameOf(errnos(), error);
    return name ? std::string(*name) : "errno " + std::to_string(error);
}

}

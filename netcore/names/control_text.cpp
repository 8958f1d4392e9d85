#include "netcore/names/control_text.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <ctime>
#include <functional>
#include <linux/errqueue.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/udp.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"
#include "netcore/names/options.h"

namespace netcore {

namespace {

using Bytes = std::span<const std::byte>;

template<typename Struct> std::optional<Struct> structIn(Bytes bytes)
{
    Struct value {};
    if (bytes.size() < sizeof value) {
        return std::nullopt;
    }
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

std::string numberText(std::int64_t value)
{
    return std::to_string(value);
}

// [4, 5]: whole ints; nothing where there is half of one.
std::optional<std::string> intsText(Bytes bytes)
{
    if (bytes.empty() || bytes.size() % sizeof(int) != 0) {
        return std::nullopt;
    }
    std::string text;
    for (; !bytes.empty(); bytes = bytes.subspan(sizeof(int))) {
        text += (text.empty() ? "[" : ", ") + numberText(*structIn<int>(bytes));
    }
    return text + ']';
}

std::optional<std::string> credentialsText(Bytes bytes)
{
    const auto value = structIn<ucred>(bytes);
    if (!value) {
        return std::nullopt;
    }
    return "{pid=" + numberText(value->pid) + ", uid=" + numberText(value->uid)
        + ", gid=" + numberText(value->gid) + '}';
}

std::optional<std::string> timevalText(Bytes bytes)
{
    const auto value = structIn<timeval>(bytes);
    return value ? std::optional(
               "{tv_sec=" + numberText(value->tv_sec) + ", tv_usec=" + numberText(value->tv_usec) + '}')
                 : std::nullopt;
}

std::optional<std::string> timespecText(Bytes bytes)
{
    const auto value = structIn<timespec>(bytes);
    return value ? std::optional(
               "{tv_sec=" + numberText(value->tv_sec) + ", tv_nsec=" + numberText(value->tv_nsec) + '}')
                 : std::nullopt;
}

// Software, (unused), hardware: <linux/errqueue.h>, struct scm_timestamping.
std::optional<std::string> timestampingText(Bytes bytes)
{
    std::string text;
    for (std::size_t at = 0; at < 3; ++at) {
        const auto one = bytes.size() >= (at + 1) * sizeof(timespec)
            ? timespecText(bytes.subspan(at * sizeof(timespec)))
            : std::nullopt;
        if (!one) {
            return std::nullopt;
        }
        text += (text.empty() ? "[" : ", ") + *one;
    }
    return text + ']';
}

// What is not understood: "\x01\x00", as strace does.
std::string hexQuoted(Bytes bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "\"";
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        text += "\\x";
        text += kDigits[value >> 4U];
        text += kDigits[value & 0xfU];
    }
    return text + '"';
}

std::string interfaceText(unsigned index)
{
    std::array<char, IF_NAMESIZE> name {};
    return index != 0 && ::if_indextoname(index, name.data()) != nullptr
        ? "if_nametoindex(" + quoted(bytesOf(name.data()), name.size()) + ')'
        : numberText(index);
}

std::string inetText(const in_addr& address)
{
    std::array<char, INET_ADDRSTRLEN> text {};
    ::inet_ntop(AF_INET, &address, text.data(), text.size());
    return "inet_addr(\"" + std::string(text.data()) + "\")";
}

std::optional<std::string> packetInfoText(Bytes bytes)
{
    const auto value = structIn<in_pktinfo>(bytes);
    if (!value) {
        return std::nullopt;
    }
    return "{ipi_ifindex=" + interfaceText(static_cast<unsigned>(value->ipi_ifindex))
        + ", ipi_spec_dst=" + inetText(value->ipi_spec_dst) + ", ipi_addr=" + inetText(value->ipi_addr) + '}';
}

std::optional<std::string> packetInfo6Text(Bytes bytes)
{
    const auto value = structIn<in6_pktinfo>(bytes);
    if (!value) {
        return std::nullopt;
    }
    std::array<char, INET6_ADDRSTRLEN> text {};
    ::inet_ntop(AF_INET6, &value->ipi6_addr, text.data(), text.size());
    return "{inet_pton(AF_INET6, \"" + std::string(text.data())
        + "\", &ipi6_addr), ipi6_ifindex=" + interfaceText(value->ipi6_ifindex) + '}';
}

std::optional<QueuedError> errorIn(Bytes bytes)
{
    const auto value = structIn<sock_extended_err>(bytes);
    if (!value) {
        return std::nullopt;
    }
    return QueuedError {static_cast<int>(value->ee_errno), value->ee_origin, value->ee_type, value->ee_code,
        value->ee_info, Address::fromBytes(bytes.subspan(sizeof *value))};
}

std::optional<std::string> errorText(Bytes bytes)
{
    const auto value = errorIn(bytes);
    if (!value) {
        return std::nullopt;
    }
    return "{ee_errno=" + errnoText(value->error)
        + ", ee_origin=" + constantText(errorOrigins(), value->origin)
        + ", ee_type=" + numberText(value->type) + ", ee_code=" + numberText(value->code)
        + ", ee_info=" + numberText(value->info) + ", offender=" + sockaddrText(value->offender) + '}';
}

std::optional<std::string> addressText(Bytes bytes)
{
    return bytes.size() < sizeof(sa_family_t) ? std::nullopt
                                              : std::optional(sockaddrText(Address::fromBytes(bytes)));
}

// IP_TOS comes as one byte (ip(7)).
std::optional<std::string> byteText(Bytes bytes)
{
    return bytes.size() == 1 ? std::optional('[' + numberText(std::to_integer<int>(bytes[0])) + ']')
                             : intsText(bytes);
}

struct Decoder {
    int level;
    int type;
    std::optional<std::string> (*text)(Bytes);
};

constexpr std::array kDecoders {
    Decoder {SOL_SOCKET, SCM_RIGHTS, intsText},
    Decoder {SOL_SOCKET, SCM_CREDENTIALS, credentialsText},
    Decoder {SOL_SOCKET, SO_TIMESTAMP, timevalText},
    Decoder {SOL_SOCKET, SO_TIMESTAMPNS, timespecText},
    Decoder {SOL_SOCKET, SO_TIMESTAMPING, timestampingText},
    Decoder {SOL_SOCKET, SO_RXQ_OVFL, intsText},
    Decoder {SOL_SOCKET, SO_MARK, intsText},
    Decoder {IPPROTO_IP, IP_PKTINFO, packetInfoText},
    Decoder {IPPROTO_IP, IP_TTL, intsText},
    Decoder {IPPROTO_IP, IP_TOS, byteText},
    Decoder {IPPROTO_IP, IP_RECVERR, errorText},
    Decoder {IPPROTO_IP, IP_ORIGDSTADDR, addressText},
    Decoder {IPPROTO_IPV6, IPV6_PKTINFO, packetInfo6Text},
    Decoder {IPPROTO_IPV6, IPV6_HOPLIMIT, intsText},
    Decoder {IPPROTO_IPV6, IPV6_TCLASS, intsText},
    Decoder {IPPROTO_IPV6, IPV6_RECVERR, errorText},
    Decoder {IPPROTO_UDP, UDP_GRO, intsText},
};

}

std::optional<QueuedError> queuedErrorIn(const ControlMessage& message)
{
    const bool holdsOne = (message.level == IPPROTO_IP && message.type == IP_RECVERR)
        || (message.level == IPPROTO_IPV6 && message.type == IPV6_RECVERR);
    return holdsOne ? errorIn(message.data) : std::nullopt;
}

std::string controlDataText(const ControlMessage& message)
{
    for (const Decoder& decoder : kDecoders) {
        if (decoder.level == message.level && decoder.type == message.type) {
            if (const auto text = decoder.text(message.data)) {
                return *text;
            }
        }
    }
    return hexQuoted(message.data);
}

std::string controlText(const ControlMessage& message)
{
    return "{cmsg_len=" + numberText(static_cast<std::int64_t>(CMSG_LEN(message.data.size())))
        + ", cmsg_level=" + constantText(optionLevels(), message.level)
        + ", cmsg_type=" + constantText(controlTypes(message.level), message.type)
        + (message.data.empty() ? "" : ", cmsg_data=" + controlDataText(message)) + '}';
}

}

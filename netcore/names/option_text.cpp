#include "netcore/names/option_text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstring>
#include <linux/filter.h>
#include <net/if.h>
#include <netinet/in.h>

#include "netcore/base/quoted.h"
#include "netcore/names/filter_text.h"
#include "netcore/names/option_layout.h"
#include "netcore/names/option_names.h"
#include "netcore/names/tcp_info_text.h"
#include "netcore/sys/address.h"

namespace netcore {

namespace {

using Bytes = std::span<const std::byte>;

template<typename Value> Value valueAt(Bytes bytes)
{
    Value value {};
    std::memcpy(&value, bytes.data(), std::min(sizeof value, bytes.size()));
    return value;
}

std::string interfaceText(std::uint32_t index)
{
    std::array<char, IF_NAMESIZE> name {};
    return index != 0 && ::if_indextoname(index, name.data()) != nullptr
        ? "if_nametoindex(" + quoted(std::string_view(name.data())) + ')'
        : std::to_string(index);
}

std::string internet4Text(Bytes bytes)
{
    std::array<char, INET_ADDRSTRLEN> host {};
    ::inet_ntop(AF_INET, bytes.data(), host.data(), host.size());
    return std::string("inet_addr(\"") + host.data() + "\")";
}

// strace's form names the member that inet_pton() would fill.
std::string internet6Text(Bytes bytes, std::string_view member)
{
    std::array<char, INET6_ADDRSTRLEN> host {};
    ::inet_ntop(AF_INET6, bytes.data(), host.data(), host.size());
    return std::string("inet_pton(AF_INET6, \"") + host.data() + "\", &" + std::string(member) + ')';
}

std::string namedText(NameTable names, std::int32_t value)
{
    const auto name = nameOf(names, value);
    return name ? std::string(*name) : std::to_string(value);
}

// A sockaddr_storage is longer than any address in it: as much as the family has.
std::string socketAddressText(Bytes bytes)
{
    const auto family = valueAt<sa_family_t>(bytes);
    const std::size_t whole = family == AF_INET ? sizeof(sockaddr_in)
        : family == AF_INET6                    ? sizeof(sockaddr_in6)
                                                : bytes.size();
    return sockaddrText(Address::fromBytes(bytes.first(std::min(whole, bytes.size()))));
}

std::string fieldText(const OptionField& field, Bytes bytes, NameTable names)
{
    switch (field.kind) {
    case OptionFieldKind::Signed32:
        return std::to_string(valueAt<std::int32_t>(bytes));
    case OptionFieldKind::Unsigned32:
        return std::to_string(valueAt<std::uint32_t>(bytes));
    case OptionFieldKind::Signed64:
        return std::to_string(valueAt<std::int64_t>(bytes));
    case OptionFieldKind::Identity: {
        const auto id = valueAt<std::uint32_t>(bytes);
        return id == UINT32_MAX ? "-1" : std::to_string(id);
    }
    case OptionFieldKind::Clock:
        return namedText(clocks(), valueAt<std::int32_t>(bytes));
    case OptionFieldKind::Flags:
        return flagsText(names, valueAt<std::uint32_t>(bytes));
    case OptionFieldKind::Interface:
        return interfaceText(valueAt<std::uint32_t>(bytes));
    case OptionFieldKind::Internet4:
        return internet4Text(bytes);
    case OptionFieldKind::Internet6:
        return internet6Text(bytes, field.name);
    case OptionFieldKind::SocketAddress:
        return socketAddressText(bytes);
    }
    return {};
}

std::string restText(Bytes bytes, std::size_t known)
{
    const std::string first = std::to_string(known);
    const std::string last = std::to_string(bytes.size() - 1);
    return "/* bytes " + first + ".." + last + " */ " + hexString(bytes.subspan(known));
}

std::string structText(OptionLayout layout, Bytes bytes, NameTable names)
{
    std::string text = "{";
    for (const OptionField& field : layout) {
        if (field.offset >= bytes.size()) {
            break;
        }
        const Bytes content = bytes.subspan(field.offset, std::min(field.size, bytes.size() - field.offset));
        text += text.size() > 1 ? ", " : "";
        const bool whole = content.size() == field.size;
        if (!whole || field.kind != OptionFieldKind::Internet6) {
            text += std::string(field.name) + '=';
        }
        text += whole ? fieldText(field, content, names) : hexString(content);
    }
    if (bytes.size() > lengthOf(layout)) {
        text += ", " + restText(bytes, lengthOf(layout));
    }
    return text + '}';
}

// Bytes 0 at the end are the room that the kernel had left.
std::string textText(Bytes bytes)
{
    std::size_t length = bytes.size();
    while (length > 0 && bytes[length - 1] == std::byte {0}) {
        --length;
    }
    return quoted(bytes.first(length));
}

std::string memoryText(Bytes bytes)
{
    constexpr std::array<std::string_view, 9> kNames {"SK_MEMINFO_RMEM_ALLOC", "SK_MEMINFO_RCVBUF",
        "SK_MEMINFO_WMEM_ALLOC", "SK_MEMINFO_SNDBUF", "SK_MEMINFO_FWD_ALLOC", "SK_MEMINFO_WMEM_QUEUED",
        "SK_MEMINFO_OPTMEM", "SK_MEMINFO_BACKLOG", "SK_MEMINFO_DROPS"};
    std::string text = "{";
    for (std::size_t i = 0; (i + 1) * sizeof(std::uint32_t) <= bytes.size(); ++i) {
        text += i > 0 ? ", " : "";
        text += '[' + (i < kNames.size() ? std::string(kNames[i]) : std::to_string(i)) + "]=";
        text += std::to_string(valueAt<std::uint32_t>(bytes.subspan(i * sizeof(std::uint32_t))));
    }
    return text + '}';
}

std::string groupsText(Bytes bytes)
{
    std::string text = "[";
    for (std::size_t at = 0; at + sizeof(gid_t) <= bytes.size(); at += sizeof(gid_t)) {
        text += (at > 0 ? ", " : "") + std::to_string(valueAt<gid_t>(bytes.subspan(at)));
    }
    return text + ']';
}

std::string portRangeText(std::uint32_t range)
{
    return range == 0 ? "0" : std::to_string(range & 0xffffU) + '-' + std::to_string(range >> 16);
}

// Four bytes.
std::string wordText(const OptionDescription* option, Bytes bytes)
{
    const auto number = valueAt<std::int32_t>(bytes);
    const auto bits = valueAt<std::uint32_t>(bytes);
    switch (option == nullptr ? OptionType::Int : option->type) {
    case OptionType::Unsigned:
    case OptionType::Unsigned64: // SO_MAX_PACING_RATE takes both
        return std::to_string(bits);
    case OptionType::Enumeration:
        return namedText(option->names(), number);
    case OptionType::Flags:
    case OptionType::Timestamping:
        return flagsText(option->names(), bits);
    case OptionType::PortRange:
        return portRangeText(bits);
    case OptionType::Interface:
        return interfaceText(bits);
    case OptionType::InterfaceSwapped:
        return bits == 0 ? "0" : "htonl(" + interfaceText(ntohl(bits)) + ')';
    case OptionType::InternetAddress:
        return internet4Text(bytes);
    default:
        return std::to_string(number);
    }
}

bool isWord(OptionType type, std::size_t length)
{
    switch (type) {
    case OptionType::InternetAddress:
    case OptionType::Timestamping:
    case OptionType::Unsigned64:
        return length == sizeof(std::uint32_t);
    default:
        return sizeOf(type) == sizeof(std::uint32_t);
    }
}

// The kernel reads the first four bytes of a longer value, and refuses a shorter one; but IP_TTL, IP_TOS and
// their kin take a single byte.
std::string wordsText(const OptionDescription* option, Bytes bytes, OptionUse use)
{
    if (bytes.size() < sizeof(std::uint32_t)) {
        return hexString(bytes);
    }
    if (bytes.size() > sizeof(std::uint32_t) && use == OptionUse::Got) {
        return quoted(bytes);
    }
    return '[' + wordText(option, bytes.first(sizeof(std::uint32_t))) + ']';
}

std::string filterText(Bytes bytes, OptionUse use)
{
    if (use == OptionUse::Got) {
        return instructionsText(bytes);
    }
    if (bytes.size() != sizeof(sock_fprog)) {
        return hexString(bytes);
    }
    const auto program = valueAt<sock_fprog>(bytes);
    std::array<char, 20> address {};
    std::snprintf(address.data(), address.size(), "%p", static_cast<const void*>(program.filter));
    return "{len=" + std::to_string(program.len) + ", filter=" + address.data() + '}';
}

}

std::string optionValueText(int level, int number, std::span<const std::byte> bytes, OptionUse use)
{
    const OptionDescription* option = describeOption(level, number);
    if (bytes.empty()) {
        return "\"\"";
    }
    if (option == nullptr) {
        return bytes.size() == sizeof(int) ? wordsText(nullptr, bytes, use) : quoted(bytes);
    }
    if (isWord(option->type, bytes.size())) {
        return wordsText(option, bytes, use);
    }
    switch (option->type) {
    case OptionType::Unsigned64:
        return bytes.size() == sizeof(std::uint64_t)
            ? '[' + std::to_string(valueAt<std::uint64_t>(bytes)) + ']'
            : hexString(bytes);
    case OptionType::Text:
        return textText(bytes);
    case OptionType::MemoryInfo:
        return memoryText(bytes);
    case OptionType::Groups:
        return groupsText(bytes);
    case OptionType::Filter:
        return filterText(bytes, use);
    case OptionType::SocketAddress:
        return socketAddressText(bytes);
    case OptionType::TcpInfo:
        return tcpInfoText(bytes);
    case OptionType::Bytes:
        return quoted(bytes);
    default:
        return structText(layoutOf(option->type, bytes.size()), bytes,
            option->names != nullptr ? option->names() : NameTable());
    }
}

}

// parseAddress(): strict, since getaddrinfo() is not: it wraps port 65536 to 0 and reads "080" and 0x7f.1 as
// numbers.

#include "netcore/sys/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <optional>

namespace netcore {

namespace {

using Reason = AddressProblem::Reason;
using Parsed = Outcome<Address, AddressProblem>;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Outcome<std::uint16_t, AddressProblem> parsePort(std::string_view digits, std::size_t column)
{
    if (digits.empty()) {
        return AddressProblem {Reason::PortMissing, column};
    }
    const auto stranger = std::ranges::find_if_not(digits, isDigit);
    if (stranger != digits.end()) {
        return AddressProblem {
            Reason::PortNotANumber, column + static_cast<std::size_t>(stranger - digits.begin())};
    }
    if (digits.size() > 1 && digits.front() == '0') {
        return AddressProblem {Reason::PortLeadingZero, column};
    }
    std::uint16_t port = 0;
    if (std::from_chars(digits.begin(), digits.end(), port).ec != std::errc {}) {
        return AddressProblem {Reason::PortTooLarge, column};
    }
    return port;
}

// libc would stop reading at a NUL and take what stands before it.
bool holdsNul(std::string_view text)
{
    return text.find('\0') != std::string_view::npos;
}

template<int family, typename Host> std::optional<Host> hostIn(std::string_view text)
{
    Host found {};
    const bool good = !holdsNul(text) && ::inet_pton(family, std::string(text).c_str(), &found) == 1;
    return good ? std::optional(found) : std::nullopt;
}
constexpr auto ipv6Host = hostIn<AF_INET6, in6_addr>;
constexpr auto ipv4Host = hostIn<AF_INET, in_addr>;

std::optional<std::uint32_t> zoneIndex(std::string_view zone)
{
    if (holdsNul(zone)) {
        return std::nullopt;
    }
    std::uint32_t index = ::if_nametoindex(std::string(zone).c_str());
    if (index == 0 && !zone.empty() && std::ranges::all_of(zone, isDigit)) {
        std::from_chars(zone.begin(), zone.end(), index);
    }
    return index == 0 ? std::nullopt : std::optional(index);
}

// `inside` is what stands between the brackets, at column 1.
Outcome<Address, AddressProblem> parseIpv6(std::string_view inside, std::uint16_t port)
{
    const std::size_t percent = inside.find('%');
    const auto host = ipv6Host(inside.substr(0, percent));
    if (!host) {
        return AddressProblem {inside.empty() ? Reason::HostMissing : Reason::HostNotNumeric, 1};
    }
    const bool linkLocal = IN6_IS_ADDR_LINKLOCAL(&*host) || IN6_IS_ADDR_MC_LINKLOCAL(&*host);
    std::uint32_t scope = 0;
    if (percent != std::string_view::npos) {
        if (!linkLocal) {
            return AddressProblem {Reason::ZoneNotAllowed, percent + 1};
        }
        const auto index = zoneIndex(inside.substr(percent + 1));
        if (!index) {
            return AddressProblem {Reason::ZoneUnknown, percent + 2};
        }
        scope = *index;
    } else if (linkLocal) {
        return AddressProblem {Reason::ZoneMissing, inside.size() + 1};
    }
    std::array<std::uint8_t, 16> bytes {};
    std::memcpy(bytes.data(), &*host, bytes.size());
    return Address::ipv6(bytes, port, scope);
}

Parsed parseBracketed(std::string_view text)
{
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) {
        return AddressProblem {Reason::BracketUnclosed, text.size()};
    }
    if (close + 1 == text.size()) {
        return AddressProblem {Reason::PortMissing, text.size()};
    }
    if (text[close + 1] != ':') {
        return AddressProblem {Reason::NotAnAddress, close + 1};
    }
    const auto port = parsePort(text.substr(close + 2), close + 2);
    if (!port.ok()) {
        return port.problem();
    }
    return parseIpv6(text.substr(1, close - 1), port.value());
}

Parsed parseIpv4(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        const bool host = ipv4Host(text).has_value();
        return AddressProblem {host ? Reason::PortMissing : Reason::NotAnAddress, host ? text.size() : 0};
    }
    if (text.find(':', colon + 1) != std::string_view::npos) {
        return AddressProblem {
            ipv6Host(text.substr(0, text.find('%'))) ? Reason::BracketMissing : Reason::NotAnAddress, 0};
    }
    if (colon == 0) {
        return AddressProblem {Reason::HostMissing, 0};
    }
    const auto host = ipv4Host(text.substr(0, colon));
    if (!host) {
        return AddressProblem {Reason::HostNotNumeric, 0};
    }
    const auto port = parsePort(text.substr(colon + 1), colon + 1);
    if (!port.ok()) {
        return port.problem();
    }
    return Address::ipv4(ntohl(host->s_addr), port.value());
}

std::optional<unsigned> hexValue(std::string_view two)
{
    unsigned value = 0;
    const auto end = std::from_chars(two.begin(), two.end(), value, 16).ptr;
    return two.size() == 2 && end == two.end() ? std::optional(value) : std::nullopt;
}

struct NameByte {
    char value;
    std::size_t typedAs; // characters
};

// The byte that `text` begins with: itself, \\ or \xNN.
std::optional<NameByte> firstByte(std::string_view text)
{
    if (text.front() != '\\') {
        return NameByte {text.front(), 1};
    }
    if (text.starts_with("\\\\")) {
        return NameByte {'\\', 2};
    }
    const auto value = text.starts_with("\\x") ? hexValue(text.substr(2, 2)) : std::nullopt;
    return value ? std::optional(NameByte {static_cast<char>(*value), 4}) : std::nullopt;
}

Outcome<std::string, AddressProblem> unescaped(std::string_view typed, bool abstract)
{
    std::string name;
    for (std::size_t column = abstract ? 1 : 0; column < typed.size();) {
        const auto byte = firstByte(typed.substr(column));
        if (!byte) {
            return AddressProblem {Reason::BadEscape, column};
        }
        if (byte->value == '\0' && !abstract) {
            return AddressProblem {Reason::NulInPath, column};
        }
        name += byte->value;
        column += byte->typedAs;
    }
    return name;
}

Parsed parseUnix(std::string_view text)
{
    const bool abstract = text.front() == '@';
    const auto name = unescaped(text, abstract);
    if (!name.ok()) {
        return name.problem();
    }
    if (name.value().size() > kLongestUnixName) {
        return AddressProblem {Reason::NameTooLong, text.size()};
    }
    return abstract ? Address::unixAbstract(name.value()) : Address::unixPath(name.value());
}

}

Parsed parseAddress(std::string_view text)
{
    if (text.empty()) {
        return AddressProblem {Reason::Empty, 0};
    }
    if (text.front() == '/' || text.front() == '@') {
        return parseUnix(text); // a path may hold blanks
    }
    if (const auto blank = std::ranges::find_if(text, isBlank); blank != text.end()) {
        return AddressProblem {Reason::Space, static_cast<std::size_t>(blank - text.begin())};
    }
    return text.front() == '[' ? parseBracketed(text) : parseIpv4(text);
}

}

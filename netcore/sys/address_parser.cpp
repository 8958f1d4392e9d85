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

std::optional<in6_addr> ipv6Host(std::string_view text)
{
    in6_addr host {};
    return ::inet_pton(AF_INET6, std::string(text).c_str(), &host) == 1 ? std::optional(host) : std::nullopt;
}

std::optional<in_addr> ipv4Host(std::string_view text)
{
    in_addr host {};
    return ::inet_pton(AF_INET, std::string(text).c_str(), &host) == 1 ? std::optional(host) : std::nullopt;
}

std::optional<std::uint32_t> zoneIndex(std::string_view zone)
{
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

// \\ and \xNN; `column` is where `text` begins in what was typed.
Outcome<std::string, AddressProblem> unescaped(std::string_view text, std::size_t column)
{
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            name += text[i];
        } else if (text.substr(i, 2) == "\\\\") {
            name += '\\';
            ++i;
        } else if (const auto value = hexValue(text.substr(std::min(i + 2, text.size()), 2));
                   text.substr(i, 2) == "\\x" && value) {
            name += static_cast<char>(*value);
            i += 3;
        } else {
            return AddressProblem {Reason::BadEscape, column + i};
        }
    }
    return name;
}

Parsed parseUnix(std::string_view text)
{
    const bool abstract = text.front() == '@';
    const auto name = unescaped(text.substr(abstract ? 1 : 0), abstract ? 1 : 0);
    if (!name.ok()) {
        return name.problem();
    }
    if (name.value().size() > kLongestUnixName) {
        return AddressProblem {Reason::NameTooLong, text.size()};
    }
    if (abstract) {
        return Address::unixAbstract(name.value());
    }
    if (const std::size_t nul = name.value().find('\0'); nul != std::string::npos) {
        return AddressProblem {Reason::NulInPath, nul};
    }
    return Address::unixPath(name.value());
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

#include "model/filter/address_pattern.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <netinet/in.h>

namespace model::filter {

using netcore::Address;

namespace {

constexpr std::array<std::uint8_t, 12> kMapped {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

template<typename Number> std::optional<Number> readNumber(std::string_view text, Number most)
{
    Number value {};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && !text.empty() && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

bool readPort(std::string_view text, AddressPattern& pattern)
{
    const auto port = readNumber<std::int32_t>(text, 65'535);
    pattern.firstPort = pattern.lastPort = port.value_or(-1);
    return port.has_value();
}

// host, host/bits; IPv6 with a %scope.
bool readHost(std::string_view text, AddressPattern& pattern)
{
    const std::size_t slash = text.find('/');
    std::string host(text.substr(0, slash));
    host = host.substr(0, host.find('%'));
    unsigned bits = 0;
    if (::inet_pton(AF_INET, host.c_str(), pattern.host.data()) == 1) {
        pattern.kind = AddressPattern::Kind::Ipv4;
        bits = 32;
    } else if (::inet_pton(AF_INET6, host.c_str(), pattern.host.data()) == 1) {
        pattern.kind = AddressPattern::Kind::Ipv6;
        bits = 128;
    } else {
        return false;
    }
    if (slash == std::string_view::npos) {
        pattern.prefix = bits;
        return true;
    }
    const auto prefix = readNumber<int>(text.substr(slash + 1), static_cast<int>(bits));
    pattern.prefix = static_cast<unsigned>(prefix.value_or(0));
    return prefix.has_value();
}

bool readInternet(std::string_view text, AddressPattern& pattern)
{
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos || !readHost(text.substr(1, end - 1), pattern)) {
            return false;
        }
        const std::string_view rest = text.substr(end + 1);
        return rest.empty() || (rest.front() == ':' && readPort(rest.substr(1), pattern));
    }
    const std::size_t colon = text.find(':');
    if (colon == text.rfind(':') && colon != std::string_view::npos) { // one: a port; IPv6 has more
        return (colon == 0 || readHost(text.substr(0, colon), pattern))
            && readPort(text.substr(colon + 1), pattern);
    }
    return readHost(text, pattern);
}

bool samePrefix(const std::uint8_t* a, const std::uint8_t* b, unsigned bits)
{
    const unsigned whole = bits / 8;
    if (!std::equal(a, a + whole, b)) {
        return false;
    }
    const unsigned rest = bits % 8;
    const auto mask = static_cast<std::uint8_t>(0xffU << (8 - rest));
    return rest == 0 || ((a[whole] ^ b[whole]) & mask) == 0;
}

bool matchesHost(const AddressPattern& pattern, const Address& address)
{
    const auto bytes = address.bytes();
    const auto* raw = reinterpret_cast<const std::uint8_t*>(bytes.data());
    if (address.family() == AF_INET && bytes.size() >= sizeof(sockaddr_in)) {
        return pattern.kind == AddressPattern::Kind::Ipv4
            && samePrefix(raw + offsetof(sockaddr_in, sin_addr), pattern.host.data(), pattern.prefix);
    }
    if (address.family() != AF_INET6 || bytes.size() < offsetof(sockaddr_in6, sin6_addr) + 16) {
        return false;
    }
    const std::uint8_t* host = raw + offsetof(sockaddr_in6, sin6_addr);
    if (pattern.kind == AddressPattern::Kind::Ipv6) {
        return samePrefix(host, pattern.host.data(), pattern.prefix);
    }
    return pattern.kind == AddressPattern::Kind::Ipv4 && std::equal(kMapped.begin(), kMapped.end(), host)
        && samePrefix(host + kMapped.size(), pattern.host.data(), pattern.prefix);
}

bool matchesName(const AddressPattern& pattern, std::string_view name)
{
    return !name.empty() && (pattern.isBeginning ? name.starts_with(pattern.name) : name == pattern.name);
}

}

bool AddressPattern::matches(const Address& address) const
{
    if (kind == Kind::Path) {
        return matchesName(*this, address.path());
    }
    if (kind == Kind::Abstract) {
        return matchesName(*this, address.abstractName());
    }
    const bool isInternet = address.family() == AF_INET || address.family() == AF_INET6;
    const bool port = firstPort < 0 || (address.port() >= firstPort && address.port() <= lastPort);
    return isInternet && port && (kind == Kind::AnyHost || matchesHost(*this, address));
}

std::optional<AddressPattern> readAddressPattern(std::string_view text)
{
    AddressPattern pattern;
    if (text.starts_with('/') || text.starts_with('@')) {
        const bool isPath = text.front() == '/';
        pattern.isBeginning = text.ends_with('*');
        const std::string_view name = text.substr(isPath ? 0U : 1U);
        pattern.kind = isPath ? AddressPattern::Kind::Path : AddressPattern::Kind::Abstract;
        pattern.name = name.substr(0, name.size() - (pattern.isBeginning ? 1U : 0U));
        return pattern;
    }
    return readInternet(text, pattern) ? std::optional(pattern) : std::nullopt;
}

AddressPattern portPattern(std::int32_t first, std::int32_t last)
{
    AddressPattern pattern;
    pattern.firstPort = first;
    pattern.lastPort = last;
    return pattern;
}

}

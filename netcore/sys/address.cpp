#include "netcore/sys/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/un.h>

#include "netcore/base/printable.h"
#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"

namespace netcore {

namespace {

constexpr std::size_t kPathOffset = offsetof(sockaddr_un, sun_path);
constexpr std::size_t kShortestInet6
    = offsetof(sockaddr_in6, sin6_scope_id); // the kernel takes it so: RFC 2133

template<typename Sockaddr> Sockaddr as(const Address& address)
{
    Sockaddr result {};
    std::memcpy(&result, address.data(), std::min<std::size_t>(sizeof result, address.length()));
    return result;
}

template<typename Sockaddr> Address from(const Sockaddr& source)
{
    return Address::fromBytes(std::as_bytes(std::span(&source, 1)));
}

std::string_view unixName(const Address& address)
{
    if (address.family() != AF_UNIX || address.length() <= kPathOffset) {
        return {};
    }
    const auto bytes = address.bytes().subspan(kPathOffset);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string hostText(const in6_addr& host)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    ::inet_ntop(AF_INET6, &host, text.data(), text.size());
    return text.data();
}

std::string hostText(const in_addr& host)
{
    std::array<char, INET_ADDRSTRLEN> text {};
    ::inet_ntop(AF_INET, &host, text.data(), text.size());
    return text.data();
}

std::string interfaceName(std::uint32_t index)
{
    std::array<char, IF_NAMESIZE> name {};
    return ::if_indextoname(index, name.data()) != nullptr ? name.data() : std::to_string(index);
}

// Too short to hold a host.
bool isCut(const Address& address)
{
    return (address.family() == AF_INET && address.length() < sizeof(sockaddr_in))
        || (address.family() == AF_INET6 && address.length() < kShortestInet6);
}

std::string escapedName(std::string_view name)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    while (!name.empty()) {
        const std::size_t shown = name.front() == '\\' ? 0 : printableCharacter(name);
        const auto value = static_cast<unsigned char>(name.front());
        if (shown > 0) {
            text += name.substr(0, shown);
        } else if (name.front() == '\\') {
            text += "\\\\";
        } else {
            text += "\\x";
            text += kHex[value >> 4];
            text += kHex[value & 0xf];
        }
        name.remove_prefix(shown > 0 ? shown : 1);
    }
    return text;
}

}

Address Address::fromBytes(std::span<const std::byte> bytes)
{
    Address address;
    const std::size_t length = std::min(bytes.size(), sizeof address.m_storage);
    if (length > 0) { // an empty span may have no memory behind it
        std::memcpy(&address.m_storage, bytes.data(), length);
    }
    address.m_length = static_cast<socklen_t>(length);
    return address;
}

Address Address::fromKernel(const sockaddr_storage& storage, socklen_t length)
{
    const auto whole = std::as_bytes(std::span(&storage, 1));
    return fromBytes(whole.first(std::min<std::size_t>(length, whole.size())));
}

Address Address::ipv4(std::uint32_t hostOrder, std::uint16_t port)
{
    sockaddr_in in {};
    in.sin_family = AF_INET;
    in.sin_port = htons(port);
    in.sin_addr.s_addr = htonl(hostOrder);
    return from(in);
}

Address Address::ipv6(const std::array<std::uint8_t, 16>& host, std::uint16_t port, std::uint32_t scope)
{
    sockaddr_in6 in {};
    in.sin6_family = AF_INET6;
    in.sin6_port = htons(port);
    in.sin6_scope_id = scope;
    std::memcpy(&in.sin6_addr, host.data(), host.size());
    return from(in);
}

Address Address::unixPath(std::string_view path)
{
    sockaddr_un un {};
    un.sun_family = AF_UNIX;
    const std::size_t length = std::min(path.size(), kLongestUnixName);
    std::memcpy(un.sun_path, path.data(), length);
    return fromBytes(std::as_bytes(std::span(&un, 1)).first(kPathOffset + length + 1));
}

Address Address::unixAbstract(std::string_view name)
{
    sockaddr_un un {};
    un.sun_family = AF_UNIX;
    const std::size_t length = std::min(name.size(), kLongestUnixName);
    std::memcpy(un.sun_path + 1, name.data(), length);
    return fromBytes(std::as_bytes(std::span(&un, 1)).first(kPathOffset + 1 + length));
}

Address Address::unixUnnamed()
{
    const sa_family_t family = AF_UNIX;
    return from(family);
}

std::span<const std::byte> Address::bytes() const
{
    return std::as_bytes(std::span(&m_storage, 1)).first(m_length);
}

int Address::family() const
{
    return m_length < sizeof(sa_family_t) ? AF_UNSPEC : m_storage.ss_family;
}

std::uint16_t Address::port() const
{
    switch (family()) {
    case AF_INET:
        return ntohs(as<sockaddr_in>(*this).sin_port);
    case AF_INET6:
        return ntohs(as<sockaddr_in6>(*this).sin6_port);
    default:
        return 0;
    }
}

bool Address::isWildcard() const
{
    if (family() == AF_INET) {
        return as<sockaddr_in>(*this).sin_addr.s_addr == INADDR_ANY;
    }
    const auto in6 = as<sockaddr_in6>(*this);
    return family() == AF_INET6 && IN6_IS_ADDR_UNSPECIFIED(&in6.sin6_addr);
}

bool Address::isLoopback() const
{
    if (family() == AF_INET) {
        return (ntohl(as<sockaddr_in>(*this).sin_addr.s_addr) >> 24) == 127;
    }
    if (family() != AF_INET6) {
        return false;
    }
    const auto in6 = as<sockaddr_in6>(*this);
    return IN6_IS_ADDR_LOOPBACK(&in6.sin6_addr)
        || (IN6_IS_ADDR_V4MAPPED(&in6.sin6_addr) && in6.sin6_addr.s6_addr[12] == 127);
}

std::string_view Address::path() const
{
    const std::string_view name = unixName(*this);
    return name.substr(0, name.find('\0')); // an abstract name begins with NUL: nothing is left of it here
}

std::string_view Address::abstractName() const
{
    const std::string_view name = unixName(*this);
    return name.empty() || name.front() != '\0' ? std::string_view() : name.substr(1);
}

bool operator==(const Address& a, const Address& b)
{
    return std::ranges::equal(a.bytes(), b.bytes());
}

std::string addressText(const Address& address)
{
    if (isCut(address)) {
        return sockaddrText(address);
    }
    switch (address.family()) {
    case AF_INET:
        return hostText(as<sockaddr_in>(address).sin_addr) + ':' + std::to_string(address.port());
    case AF_INET6: {
        const auto in6 = as<sockaddr_in6>(address);
        const std::string zone = in6.sin6_scope_id == 0 ? "" : '%' + interfaceName(in6.sin6_scope_id);
        return '[' + hostText(in6.sin6_addr) + zone + "]:" + std::to_string(address.port());
    }
    case AF_UNIX:
        if (const std::string_view path = address.path(); !path.empty()) {
            return escapedName(path);
        }
        return unixName(address).empty() ? "(unnamed)" : '@' + escapedName(address.abstractName());
    default:
        return address.isEmpty() ? "" : sockaddrText(address);
    }
}

namespace {

std::string scopeText(const Address& address)
{
    if (address.length() < sizeof(sockaddr_in6)) {
        return "";
    }
    const std::uint32_t scope = as<sockaddr_in6>(address).sin6_scope_id;
    return ", sin6_scope_id=" + (scope == 0 ? "0" : "if_nametoindex(" + quoted(interfaceName(scope)) + ')');
}

}

std::string sockaddrText(const Address& address)
{
    const std::string family = "{sa_family=" + constantText(addressFamilies(), address.family());
    if (address.family() == AF_INET && !isCut(address)) {
        return family + ", sin_port=htons(" + std::to_string(address.port()) + "), sin_addr=inet_addr(\""
            + hostText(as<sockaddr_in>(address).sin_addr) + "\")}";
    }
    if (address.family() == AF_INET6 && !isCut(address)) {
        const auto in6 = as<sockaddr_in6>(address);
        return family + ", sin6_port=htons(" + std::to_string(address.port()) + "), sin6_flowinfo=htonl("
            + std::to_string(ntohl(in6.sin6_flowinfo)) + "), inet_pton(AF_INET6, \"" + hostText(in6.sin6_addr)
            + "\", &sin6_addr)" + scopeText(address) + '}';
    }
    if (address.family() == AF_UNIX) {
        if (const std::string_view path = address.path(); !path.empty()) {
            return family + ", sun_path=" + quoted(path) + '}';
        }
        return unixName(address).empty() ? family + '}'
                                         : family + ", sun_path=@" + quoted(address.abstractName()) + '}';
    }
    if (address.length() <= sizeof(sa_family_t)) {
        return family + '}';
    }
    return family + ", sa_data=" + quoted(address.bytes().subspan(sizeof(sa_family_t))) + '}';
}

}

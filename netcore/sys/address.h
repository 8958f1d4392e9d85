// A socket address as the kernel takes it: bytes and a length, of any family, right or wrong.
//
// Written as CLI.md has it: 127.0.0.1:80 · [::1]:80 · [fe80::1%eth0]:80 · /path · @abstract. In UNIX names
// \\ is a backslash and \xNN any byte. Sources: ip(7), ipv6(7), unix(7), TLPI 57.1 and 59.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <sys/socket.h>

#include "netcore/base/outcome.h"

namespace netcore {

class Address {
public:
    // No address at all: length 0.
    Address() = default;

    // Bytes beyond sizeof(sockaddr_storage) are cut: no family of Linux is longer.
    static Address fromBytes(std::span<const std::byte> bytes);
    static Address fromKernel(const sockaddr_storage& storage, socklen_t length);
    static Address ipv4(std::uint32_t hostOrder, std::uint16_t port);
    static Address ipv6(
        const std::array<std::uint8_t, 16>& host, std::uint16_t port, std::uint32_t scope = 0);
    static Address unixPath(std::string_view path); // at most kLongestUnixName bytes
    static Address unixAbstract(std::string_view name); // without the NUL that marks it
    static Address unixUnnamed(); // sa_family alone: bind() to it asks for autobind (unix(7))

    bool isEmpty() const { return m_length == 0; }
    const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&m_storage); }
    socklen_t length() const { return m_length; }
    std::span<const std::byte> bytes() const;

    int family() const; // AF_UNSPEC where there are not even two bytes
    std::uint16_t port() const; // host order; 0 where the family has none
    bool isWildcard() const; // 0.0.0.0 or ::
    bool isLoopback() const; // 127/8, ::1, ::ffff:127/104
    // The path in the file system; empty for abstract and unnamed ones and other families.
    std::string_view path() const;
    // The abstract name without its NUL; empty for others.
    std::string_view abstractName() const;

    friend bool operator==(const Address& a, const Address& b);

private:
    sockaddr_storage m_storage {};
    socklen_t m_length = 0;
};

// One byte of the 108 is for the NUL that ends it. (The kernel takes 108 without: a trap, not a feature.)
inline constexpr std::size_t kLongestUnixName = 107;

struct AddressProblem {
    enum class Reason : std::uint8_t {
        Empty,
        Space, // a blank before, behind or inside
        NotAnAddress, // neither host:port nor /path nor @name
        HostMissing,
        HostNotNumeric, // names are not looked up here
        PortMissing,
        PortNotANumber,
        PortTooLarge,
        PortLeadingZero, // 080: decimal or octal? nobody knows
        BracketMissing, // an IPv6 address before a port needs [ ]
        BracketUnclosed,
        ZoneMissing, // fe80::/10 means nothing without an interface
        ZoneUnknown, // no such interface here
        ZoneNotAllowed, // only link-local addresses have one
        NameTooLong, // UNIX: over 107 bytes
        BadEscape,
        NulInPath,
    };
    Reason reason;
    std::size_t column; // where, in bytes from 0
};

Outcome<Address, AddressProblem> parseAddress(std::string_view text);

// The same notation; "(unnamed)" for a UNIX socket without a name, "" for no address, family and bytes for
// others.
std::string addressText(const Address& address);
// As strace prints it: {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}.
std::string sockaddrText(const Address& address);

}

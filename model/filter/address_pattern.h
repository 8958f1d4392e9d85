// Which addresses are meant: one, a network, a port, a UNIX name.
//
//   127.0.0.1   127.0.0.1:5000   10.0.0.0/8   ::1   [::1]:80   2001:db8::/32   :5000   /run/x.sock @abstract
//
// A path may end in '*': every name that begins so. An IPv4 pattern also finds the address where it is mapped
// into IPv6 (RFC 4291 2.5.5.2), as a dual-stack socket shows it. Scopes (%eth0) are not compared.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "netcore/sys/address.h"

namespace model::filter {

struct AddressPattern {
    enum class Kind : std::uint8_t { Ipv4, Ipv6, AnyHost, Path, Abstract };
    Kind kind = Kind::AnyHost;
    std::array<std::uint8_t, 16> host {};
    unsigned prefix = 0; // bits of `host` that count
    std::int32_t firstPort = -1; // -1: any, also none
    std::int32_t lastPort = -1;
    std::string name;
    bool isBeginning = false; // of a UNIX name

    bool matches(const netcore::Address& address) const;
};

std::optional<AddressPattern> readAddressPattern(std::string_view text); // nothing: it is none
AddressPattern portPattern(std::int32_t first, std::int32_t last);

}

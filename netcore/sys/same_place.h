// Whether two addresses mean the same place. An IPv4 address as a socket of IPv6 writes it, ::ffff:127.0.0.1,
// is the same one (ipv6(7)): the two ends of a connection may each have their own notation.
#pragma once

#include "netcore/sys/address.h"

namespace netcore {

Address unmapped(const Address& address); // in IPv4's notation where it is one, else as it is
bool isSamePlace(const Address& a, const Address& b); // host and port, or name

// Whether what is sent to `remote` arrives at a socket bound to `local`, or to its port on any address.
// IPV6_V6ONLY is not known here, and taken for 0. False where either is empty.
bool reaches(const Address& remote, const Address& local);

}

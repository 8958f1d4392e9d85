// Who has an address that a call could not get, or did not find anybody at.
#pragma once

#include <atomic>

#include "netcore/inspect/finding.h"

namespace netcore {

// Sockets of all programs with the port of `wanted`, of that type (SOCK_STREAM: TCP, SOCK_DGRAM: UDP), that
// have its host, a wildcard, or stand on another host: those that conflict come first, listeners before
// connections. Also numbers: how many ephemeral ports are taken, and a free port behind the wanted one.
void findInternetHolders(const Address& wanted, int type, Finding& finding);
// Sockets with that abstract name.
void findAbstractHolders(const Address& wanted, Finding& finding);

// Whether a socket on `held` keeps another one from binding `wanted`: equal hosts, or a wildcard on either
// side;
// :: has the IPv4 ports as well, unless it is v6Only (ipv6(7)).
bool conflicts(const Address& wanted, bool wantedV6Only, const Address& held, bool heldV6Only);

}

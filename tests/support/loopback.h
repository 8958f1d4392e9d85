// Pairs and listeners on this machine, for each domain that a test goes through.
#pragma once

#include <string>
#include <string_view>

#include "tests/support/engine_bench.h"
#include "tests/support/temporary_folder.h"

namespace support {

// "ipv4", "ipv6", "path", "abstract", "unnamed" (autobind): where a socket is bound, on port 0.
netcore::Address placeFor(std::string_view domain, const TemporaryFolder& folder, std::string_view name);
int familyOf(std::string_view domain);
bool hasIpv6Loopback();

struct Pair {
    netcore::SocketId near {};
    netcore::SocketId far {};
};

// Bound and listening; its name comes from nameOf().
netcore::SocketId listener(EngineBench& bench, const netcore::Address& place, int backlog = 16);
Pair connectedPair(EngineBench& bench, std::string_view domain, const TemporaryFolder& folder);
// Two datagram sockets, both bound.
Pair datagramPair(EngineBench& bench, std::string_view domain, const TemporaryFolder& folder);

// Sends without waiting until not a byte more goes in; returns what that last send() gave. Over TCP the
// peer's acknowledgements may make room again.
std::string fill(EngineBench& bench, netcore::SocketId socket);

}

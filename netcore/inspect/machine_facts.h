// Facts of this machine and this process that an errno may be about. Looks only.
#pragma once

#include <vector>

#include "netcore/inspect/finding.h"

namespace netcore {

// Of all interfaces, IPv4 and IPv6: getifaddrs(3).
std::vector<LocalAddress> localAddresses();
// How the kernel would route to that address: RTM_GETROUTE, rtnetlink(7). Nothing: it does not say.
std::optional<RouteKind> routeTo(const Address& destination);

// What each of them can find out goes into finding.numbers.
void addPortRange(Finding& finding); // ephemeral ports, and the first that needs no privilege: ip(7)
void addDescriptorLimits(Finding& finding); // getrlimit(2), fs.file-nr: proc(5)
void addQueueLimits(Finding& finding); // somaxconn, max_dgram_qlen: listen(2), unix(7)
void addSocketOptions(
    Finding& finding, int fd); // those that decide whether a call waits or fits; none is changed

}

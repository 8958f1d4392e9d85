// Which errors a call can come back with: those of its man page's ERRORS (Debian 12, man-pages 6.03), with
// those of socket(7), ip(7), tcp(7), udp(7) and unix(7) that it may pass on. Not a promise of the kernel:
// each protocol has more.
#pragma once

#include <span>

#include "netcore/names/calls.h"

namespace netcore {

// errnos; of getaddrinfo() its EAI_* codes, which are negative. Those that are met most often stand first.
std::span<const int> plausibleErrors(CallId call);

}

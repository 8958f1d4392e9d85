// getaddrinfo(3) that a signal can end. libc's own takes up to some ten seconds where a name server is
// silent, and starts its waits again after each signal.
//
// Threads: any. The look-up runs on a thread of its own, which goes on to its end when its caller has left;
// what it finds then is dropped.
#pragma once

#include "netcore/events/call_details.h"
#include "netcore/sys/syscalls.h"

namespace netcore {

// Value: 0 or EAI_*; error: errno where that is EAI_SYSTEM (EINTR: a signal came).
CallResult lookUp(const LookUpDetails& wanted, std::vector<FoundAddress>& found);

}

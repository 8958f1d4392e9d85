// Looks at one socket: some twenty cheap system calls, none of which blocks or changes the socket.
#pragma once

#include "netcore/engine/descriptor_table.h"
#include "netcore/inspect/inet_diag.h"
#include "netcore/inspect/kernel_view.h"

namespace netcore {

// What is known of a socket from before.
struct KnownBefore {
    // The last view of the very same socket: what never changes (inode, cookie, credentials) is taken from
    // it.
    KernelView view;
    // TCP: the last two addresses that belonged together, or those of the connect() that is under way: in
    // SYN_SENT, and after the end, the kernel tells no peer.
    TcpEnds ends;
};

// Any thread; `link` belongs to that thread. A peer's program is not looked up: see addProgram().
KernelView lookAt(const Descriptor& descriptor, Netlink& link, const KnownBefore& before = {});

// Reads a UNIX peer's name from /proc where it is not known yet: some 20 us, so not while the descriptor
// table is locked.
void addProgram(KernelView& view);

// What has to be known of a TCP connection to find it again when no descriptor leads to it any more.
TcpEnds endsOf(const KernelView& view);

}

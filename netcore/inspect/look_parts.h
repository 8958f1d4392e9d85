// The parts of look.h: what only sockets of one kind are asked. Not for others.
#pragma once

#include <optional>
#include <sys/socket.h>

#include "netcore/inspect/look.h"
#include "netcore/inspect/view_sources.h"

namespace netcore {

inline constexpr int kIpprotoMptcp = 262; // IPPROTO_MPTCP of <linux/in.h>; older C libraries lack it

struct Look {
    const int fd;
    Netlink& link;
    const KnownBefore& before;
    KernelView view;

    void mark(ViewSource source) { view.asked |= bitOf(source); }

    // Nothing: the kernel does not know the option, or gave less than all of it.
    template<typename Value> std::optional<Value> option(int level, int name, ViewSource source)
    {
        Value value {};
        socklen_t length = sizeof value;
        if (::getsockopt(fd, level, name, &value, &length) != 0 || length < sizeof value) {
            return std::nullopt;
        }
        mark(source);
        return value;
    }

    std::int64_t queue(unsigned long request, ViewSource source); // -1: not told
};

void lookAtTcp(Look& look);
void lookAtUnix(Look& look);

}

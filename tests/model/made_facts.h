// What logs that are made by hand tell of: addresses on the loopback, sockets of TCP, the kernel's view of
// them.
#pragma once

#include <sys/socket.h>

#include "netcore/engine/call.h"
#include "netcore/inspect/kernel_view.h"

inline netcore::Address at(std::uint16_t port)
{
    return netcore::Address::ipv4(0x7f000001, port);
}

inline netcore::Call tcp(int flags = 0)
{
    return netcore::calls::socket(AF_INET, SOCK_STREAM | flags);
}

inline netcore::KernelView viewOf(const netcore::Address& local, const netcore::Address& peer)
{
    netcore::KernelView view;
    view.local = local;
    view.peer = peer;
    return view;
}

// Control messages ("ancillary data", cmsg(3)) in words of C, as strace decodes them.
#pragma once

#include <string>

#include "netcore/events/call_details.h"

namespace netcore {

// {cmsg_len=20, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[4]}. What a level or a type is not
// known for, or what is too short for its structure, is printed as bytes.
std::string controlText(const ControlMessage& message);
// The part behind cmsg_data=
std::string controlDataText(const ControlMessage& message);

// struct sock_extended_err of IP_RECVERR and IPV6_RECVERR (ip(7)), and who sent it.
struct QueuedError {
    int error = 0; // errno
    int origin = 0; // SO_EE_ORIGIN_*
    int type = 0; // of the ICMP message
    int code = 0;
    std::uint32_t info = 0;
    Address offender;
};
std::optional<QueuedError> queuedErrorIn(const ControlMessage& message);

}

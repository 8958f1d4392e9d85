// The structs that socket options take, field by field: one description for writing them as text and for
// reading them back. <netinet/in.h>, <sys/socket.h>, <linux/net_tstamp.h>. Internal to option_text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "netcore/names/options.h"

namespace netcore {

enum class OptionFieldKind : std::uint8_t {
    Signed32,
    Unsigned32,
    Signed64,
    Identity, // of a user or a group: -1 is nobody's
    Clock,
    Flags, // with the option's own names
    Interface,
    Internet4, // struct in_addr
    Internet6, // struct in6_addr
    SocketAddress, // struct sockaddr_storage, or a sockaddr_in6
};

struct OptionField {
    std::string_view name;
    std::size_t offset;
    std::size_t size;
    OptionFieldKind kind;
};
using OptionLayout = std::span<const OptionField>;

// Empty: no struct. `length` chooses where one option takes several: ip_mreqn before ip_mreq.
OptionLayout layoutOf(OptionType type, std::size_t length);
std::size_t lengthOf(OptionLayout layout); // bytes of the whole struct, with its padding

}

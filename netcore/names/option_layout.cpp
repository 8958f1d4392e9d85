#include "netcore/names/option_layout.h"

#include <array>
#include <linux/net_tstamp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace netcore {

namespace {

using enum OptionFieldKind;

// clang-format off
#define FIELD(structure, member, kind) \
    OptionField {#member, offsetof(structure, member), sizeof(structure::member), kind}

constexpr std::array kLinger {FIELD(linger, l_onoff, Signed32), FIELD(linger, l_linger, Signed32)};
constexpr std::array kTimeval {FIELD(timeval, tv_sec, Signed64), FIELD(timeval, tv_usec, Signed64)};
constexpr std::array kMembership {
    FIELD(ip_mreqn, imr_multiaddr, Internet4), FIELD(ip_mreqn, imr_address, Internet4),
    FIELD(ip_mreqn, imr_ifindex, Interface),
};
constexpr std::array kShortMembership {
    FIELD(ip_mreq, imr_multiaddr, Internet4), FIELD(ip_mreq, imr_interface, Internet4),
};
constexpr std::array kSourceMembership {
    FIELD(ip_mreq_source, imr_multiaddr, Internet4), FIELD(ip_mreq_source, imr_interface, Internet4),
    FIELD(ip_mreq_source, imr_sourceaddr, Internet4),
};
constexpr std::array kMembership6 {
    FIELD(ipv6_mreq, ipv6mr_multiaddr, Internet6), FIELD(ipv6_mreq, ipv6mr_interface, Interface),
};
constexpr std::array kGroup {
    FIELD(group_req, gr_interface, Interface), FIELD(group_req, gr_group, SocketAddress),
};
constexpr std::array kGroupSource {
    FIELD(group_source_req, gsr_interface, Interface), FIELD(group_source_req, gsr_group, SocketAddress),
    FIELD(group_source_req, gsr_source, SocketAddress),
};
constexpr std::array kCredentials {
    FIELD(ucred, pid, Signed32), FIELD(ucred, uid, Identity), FIELD(ucred, gid, Identity),
};
constexpr std::array kTimestamping {
    OptionField {"flags", 0, 4, Flags}, OptionField {"bind_phc", 4, 4, Signed32}, // so_timestamping: Linux 5.14
};
constexpr std::array kTransmitTime {FIELD(sock_txtime, clockid, Clock), FIELD(sock_txtime, flags, Flags)};
constexpr std::array kPacketInfo6 {
    FIELD(in6_pktinfo, ipi6_addr, Internet6), FIELD(in6_pktinfo, ipi6_ifindex, Interface),
};
constexpr std::array kMtuInfo {
    FIELD(ip6_mtuinfo, ip6m_addr, SocketAddress), FIELD(ip6_mtuinfo, ip6m_mtu, Unsigned32),
};
#undef FIELD
// clang-format on

}

OptionLayout layoutOf(OptionType type, std::size_t length)
{
    switch (type) {
    case OptionType::Linger:
        return kLinger;
    case OptionType::Timeval:
        return kTimeval;
    case OptionType::InternetAddress:
        if (length == sizeof(in_addr)) {
            return {};
        }
        [[fallthrough]];
    case OptionType::Membership:
        return length < sizeof(ip_mreqn) ? OptionLayout(kShortMembership) : OptionLayout(kMembership);
    case OptionType::SourceMembership:
        return kSourceMembership;
    case OptionType::Membership6:
        return kMembership6;
    case OptionType::GroupMembership:
        return kGroup;
    case OptionType::GroupSource:
        return kGroupSource;
    case OptionType::Credentials:
        return kCredentials;
    case OptionType::Timestamping:
        return length == sizeof(int) ? OptionLayout() : OptionLayout(kTimestamping);
    case OptionType::TransmitTime:
        return kTransmitTime;
    case OptionType::PacketInfo6:
        return kPacketInfo6;
    case OptionType::MtuInfo:
        return kMtuInfo;
    default:
        return {};
    }
}

std::size_t lengthOf(OptionLayout layout)
{
    return layout.empty() ? 0 : layout.back().offset + layout.back().size;
}

}

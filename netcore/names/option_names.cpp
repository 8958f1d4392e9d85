#include "netcore/names/option_names.h"

#include <array>
#include <linux/net_tstamp.h>
#include <netinet/ip.h>
#include <time.h>

#include "netcore/names/option_constants.h"
#include "netcore/names/options.h"

namespace netcore {

namespace {

// clang-format off
#define NAMED(constant) NamedValue {constant, #constant}

constexpr std::array kBufferLocks {NamedValue {1, "SOCK_SNDBUF_LOCK"}, NamedValue {2, "SOCK_RCVBUF_LOCK"}};

constexpr std::array kTxRehash {
    NamedValue {0, "SOCK_TXREHASH_DISABLED"}, NamedValue {1, "SOCK_TXREHASH_ENABLED"},
    NamedValue {255, "SOCK_TXREHASH_DEFAULT"}, NamedValue {-1, "SOCK_TXREHASH_DEFAULT"},
};

constexpr std::array kTimestamping {
    NAMED(SOF_TIMESTAMPING_TX_HARDWARE), NAMED(SOF_TIMESTAMPING_TX_SOFTWARE), NAMED(SOF_TIMESTAMPING_RX_HARDWARE),
    NAMED(SOF_TIMESTAMPING_RX_SOFTWARE), NAMED(SOF_TIMESTAMPING_SOFTWARE), NAMED(SOF_TIMESTAMPING_SYS_HARDWARE),
    NAMED(SOF_TIMESTAMPING_RAW_HARDWARE), NAMED(SOF_TIMESTAMPING_OPT_ID), NAMED(SOF_TIMESTAMPING_TX_SCHED),
    NAMED(SOF_TIMESTAMPING_TX_ACK), NAMED(SOF_TIMESTAMPING_OPT_CMSG), NAMED(SOF_TIMESTAMPING_OPT_TSONLY),
    NAMED(SOF_TIMESTAMPING_OPT_STATS), NAMED(SOF_TIMESTAMPING_OPT_PKTINFO), NAMED(SOF_TIMESTAMPING_OPT_TX_SWHW),
    NAMED(SOF_TIMESTAMPING_BIND_PHC), NamedValue {1 << 16, "SOF_TIMESTAMPING_OPT_ID_TCP"},
    NamedValue {1 << 17, "SOF_TIMESTAMPING_OPT_RX_FILTER"}, NamedValue {1 << 18, "SOF_TIMESTAMPING_TX_COMPLETION"},
};

constexpr std::array kTxtime {
    NamedValue {1, "SOF_TXTIME_DEADLINE_MODE"}, NamedValue {2, "SOF_TXTIME_REPORT_ERRORS"},
};

constexpr std::array kClocks {
    NAMED(CLOCK_REALTIME), NAMED(CLOCK_MONOTONIC), NAMED(CLOCK_MONOTONIC_RAW), NAMED(CLOCK_BOOTTIME), NAMED(CLOCK_TAI),
};

constexpr std::array kRepairModes {
    NamedValue {1, "TCP_REPAIR_ON"}, NamedValue {0, "TCP_REPAIR_OFF"}, NamedValue {-1, "TCP_REPAIR_OFF_NO_WP"},
};

constexpr std::array kCongestionStates {
    NamedValue {0, "TCP_CA_Open"}, NamedValue {1, "TCP_CA_Disorder"}, NamedValue {2, "TCP_CA_CWR"},
    NamedValue {3, "TCP_CA_Recovery"}, NamedValue {4, "TCP_CA_Loss"},
};

constexpr std::array kTcpInfoOptions {
    NamedValue {1, "TCPI_OPT_TIMESTAMPS"}, NamedValue {2, "TCPI_OPT_SACK"}, NamedValue {4, "TCPI_OPT_WSCALE"},
    NamedValue {8, "TCPI_OPT_ECN"}, NamedValue {16, "TCPI_OPT_ECN_SEEN"}, NamedValue {32, "TCPI_OPT_SYN_DATA"},
    NamedValue {64, "TCPI_OPT_USEC_TS"}, NamedValue {128, "TCPI_OPT_TFO_CHILD"},
};

constexpr std::array kRepairQueues {
    NamedValue {0, "TCP_NO_QUEUE"}, NamedValue {1, "TCP_RECV_QUEUE"}, NamedValue {2, "TCP_SEND_QUEUE"},
};

constexpr std::array kUdpEncapsulations {
    NamedValue {1, "UDP_ENCAP_ESPINUDP_NON_IKE"}, NamedValue {2, "UDP_ENCAP_ESPINUDP"},
    NamedValue {3, "UDP_ENCAP_L2TPINUDP"}, NamedValue {4, "UDP_ENCAP_GTP0"}, NamedValue {5, "UDP_ENCAP_GTP1U"},
    NamedValue {6, "UDP_ENCAP_RXRPC"}, NamedValue {7, "TCP_ENCAP_ESPINTCP"},
};

constexpr std::array kIcmpFilter {
    NamedValue {1 << 0, "1<<ICMP_ECHOREPLY"}, NamedValue {1 << 3, "1<<ICMP_DEST_UNREACH"},
    NamedValue {1 << 4, "1<<ICMP_SOURCE_QUENCH"}, NamedValue {1 << 5, "1<<ICMP_REDIRECT"},
    NamedValue {1 << 8, "1<<ICMP_ECHO"}, NamedValue {1 << 11, "1<<ICMP_TIME_EXCEEDED"},
    NamedValue {1 << 12, "1<<ICMP_PARAMETERPROB"}, NamedValue {1 << 13, "1<<ICMP_TIMESTAMP"},
    NamedValue {1 << 14, "1<<ICMP_TIMESTAMPREPLY"}, NamedValue {1 << 15, "1<<ICMP_INFO_REQUEST"},
    NamedValue {1 << 16, "1<<ICMP_INFO_REPLY"}, NamedValue {1 << 17, "1<<ICMP_ADDRESS"},
    NamedValue {1 << 18, "1<<ICMP_ADDRESSREPLY"},
};

constexpr std::array kTos {
    NAMED(IPTOS_LOWDELAY), NAMED(IPTOS_THROUGHPUT), NAMED(IPTOS_RELIABILITY), NAMED(IPTOS_MINCOST),
    NAMED(IPTOS_DSCP_EF), NAMED(IPTOS_DSCP_AF11), NAMED(IPTOS_DSCP_AF12), NAMED(IPTOS_DSCP_AF13),
    NAMED(IPTOS_DSCP_AF21), NAMED(IPTOS_DSCP_AF22), NAMED(IPTOS_DSCP_AF23), NAMED(IPTOS_DSCP_AF31),
    NAMED(IPTOS_DSCP_AF32), NAMED(IPTOS_DSCP_AF33), NAMED(IPTOS_DSCP_AF41), NAMED(IPTOS_DSCP_AF42),
    NAMED(IPTOS_DSCP_AF43), NAMED(IPTOS_CLASS_CS1), NAMED(IPTOS_CLASS_CS2), NAMED(IPTOS_CLASS_CS3),
    NAMED(IPTOS_CLASS_CS4), NAMED(IPTOS_CLASS_CS5), NAMED(IPTOS_CLASS_CS6), NAMED(IPTOS_CLASS_CS7),
};

constexpr std::array kPmtu4 {
    NAMED(IP_PMTUDISC_DONT), NAMED(IP_PMTUDISC_WANT), NAMED(IP_PMTUDISC_DO), NAMED(IP_PMTUDISC_PROBE),
    NAMED(IP_PMTUDISC_INTERFACE), NAMED(IP_PMTUDISC_OMIT),
};

constexpr std::array kPmtu6 {
    NAMED(IPV6_PMTUDISC_DONT), NAMED(IPV6_PMTUDISC_WANT), NAMED(IPV6_PMTUDISC_DO), NAMED(IPV6_PMTUDISC_PROBE),
    NAMED(IPV6_PMTUDISC_INTERFACE), NAMED(IPV6_PMTUDISC_OMIT),
};

constexpr std::array kAddressPreferences {
    NamedValue {0x0001, "IPV6_PREFER_SRC_TMP"}, NamedValue {0x0002, "IPV6_PREFER_SRC_PUBLIC"},
    NamedValue {0x0100, "IPV6_PREFER_SRC_PUBTMP_DEFAULT"}, NamedValue {0x0004, "IPV6_PREFER_SRC_COA"},
    NamedValue {0x0400, "IPV6_PREFER_SRC_HOME"}, NamedValue {0x0008, "IPV6_PREFER_SRC_CGA"},
    NamedValue {0x0800, "IPV6_PREFER_SRC_NONCGA"},
};

// Ancillary messages: socket(7), unix(7), ip(7), ipv6(7), tcp(7), udp(7), Documentation/networking/timestamping.
constexpr std::array kSocketControls {
    NAMED(SCM_RIGHTS), NAMED(SCM_CREDENTIALS), NAMED(SCM_SECURITY), NAMED(SCM_PIDFD),
    NamedValue {SO_TIMESTAMP_OLD, "SCM_TIMESTAMP"}, NamedValue {SO_TIMESTAMPNS_OLD, "SCM_TIMESTAMPNS"},
    NamedValue {SO_TIMESTAMPING_OLD, "SCM_TIMESTAMPING"}, NAMED(SO_TIMESTAMP_NEW), NAMED(SO_TIMESTAMPNS_NEW),
    NAMED(SO_TIMESTAMPING_NEW), NAMED(SO_MARK), NAMED(SO_PRIORITY), NAMED(SO_RXQ_OVFL), NAMED(SCM_WIFI_STATUS),
    NAMED(SCM_TIMESTAMPING_OPT_STATS), NAMED(SCM_TIMESTAMPING_PKTINFO), NAMED(SCM_TXTIME), NAMED(SCM_DEVMEM_LINEAR),
    NAMED(SCM_DEVMEM_DMABUF), NAMED(SCM_TS_OPT_ID), NamedValue {SO_INQ, "SCM_INQ"},
};

constexpr std::array kIpControls {
    NAMED(IP_TOS), NAMED(IP_TTL), NAMED(IP_RECVOPTS), NAMED(IP_RETOPTS), NAMED(IP_PKTINFO), NAMED(IP_RECVERR),
    NamedValue {IP_PASSSEC, "SCM_SECURITY"}, NAMED(IP_ORIGDSTADDR), NAMED(IP_CHECKSUM), NAMED(IP_RECVFRAGSIZE),
    NAMED(IP_PROTOCOL),
};

constexpr std::array kIpv6Controls {
    NAMED(IPV6_PKTINFO), NAMED(IPV6_HOPLIMIT), NAMED(IPV6_HOPOPTS), NAMED(IPV6_RTHDRDSTOPTS), NAMED(IPV6_RTHDR),
    NAMED(IPV6_DSTOPTS), NAMED(IPV6_PATHMTU), NAMED(IPV6_DONTFRAG), NAMED(IPV6_TCLASS), NAMED(IPV6_RECVERR),
    NAMED(IPV6_FLOWINFO), NAMED(IPV6_ORIGDSTADDR), NAMED(IPV6_RECVFRAGSIZE), NAMED(IPV6_2292PKTINFO),
    NAMED(IPV6_2292HOPOPTS), NAMED(IPV6_2292DSTOPTS), NAMED(IPV6_2292RTHDR), NAMED(IPV6_2292HOPLIMIT),
};

constexpr std::array kTcpControls {
    NamedValue {TCP_INQ, "TCP_CM_INQ"}, NAMED(TCP_ZEROCOPY_RECEIVE),
};
constexpr std::array kUdpControls {NAMED(UDP_SEGMENT), NAMED(UDP_GRO)};

#undef NAMED
// clang-format on

}

NameTable bufferLocks()
{
    return kBufferLocks;
}
NameTable txRehashValues()
{
    return kTxRehash;
}
NameTable timestampingFlags()
{
    return kTimestamping;
}
NameTable txtimeFlags()
{
    return kTxtime;
}
NameTable clocks()
{
    return kClocks;
}
NameTable repairModes()
{
    return kRepairModes;
}
NameTable repairQueues()
{
    return kRepairQueues;
}
NameTable udpEncapsulations()
{
    return kUdpEncapsulations;
}
NameTable icmpFilterBits()
{
    return kIcmpFilter;
}
NameTable tosValues()
{
    return kTos;
}
NameTable pmtuDiscovery4()
{
    return kPmtu4;
}
NameTable pmtuDiscovery6()
{
    return kPmtu6;
}
NameTable congestionStates()
{
    return kCongestionStates;
}
NameTable tcpInfoOptions()
{
    return kTcpInfoOptions;
}
NameTable addressPreferences()
{
    return kAddressPreferences;
}

NameTable controlTypes(int level)
{
    switch (level) {
    case SOL_SOCKET:
        return kSocketControls;
    case SOL_IP:
        return kIpControls;
    case SOL_IPV6:
        return kIpv6Controls;
    case SOL_TCP:
        return kTcpControls;
    case SOL_UDP:
        return kUdpControls;
    default:
        return {};
    }
}

}

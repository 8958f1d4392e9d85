// Names of the values that socket options take, where they are an enumeration or a set of bits. Internal to
// the options' table; others ask the row of the table for its names.
#pragma once

#include "netcore/names/constants.h"

namespace netcore {

NameTable bufferLocks(); // SO_BUF_LOCK: socket(7)
NameTable txRehashValues(); // SO_TXREHASH: socket(7), include/uapi/linux/socket.h
NameTable timestampingFlags(); // SOF_TIMESTAMPING_*: include/uapi/linux/net_tstamp.h
NameTable txtimeFlags(); // SOF_TXTIME_*
NameTable clocks(); // CLOCK_*: clock_gettime(2)
NameTable repairModes(); // TCP_REPAIR_*: include/uapi/linux/tcp.h
NameTable repairQueues();
NameTable udpEncapsulations(); // UDP_ENCAP_*: include/uapi/linux/udp.h
NameTable icmpFilterBits(); // 1 << ICMP_*: raw(7)
NameTable tosValues(); // IPTOS_*: ip(7), <netinet/ip.h>
NameTable pmtuDiscovery4(); // IP_PMTUDISC_*: ip(7)
NameTable pmtuDiscovery6(); // IPV6_PMTUDISC_*: ipv6(7)
NameTable congestionStates(); // TCP_CA_*: include/uapi/linux/tcp.h
NameTable tcpInfoOptions(); // TCPI_OPT_*
NameTable addressPreferences(); // IPV6_PREFER_SRC_*: RFC 5014

}

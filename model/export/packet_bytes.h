// Bytes of packets that were never on a wire: IP, TCP and UDP headers with correct checksums (RFC 791, 8200,
// 9293, 768), and blocks of pcapng (draft-ietf-opsawg-pcapng).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace model {

// One end of a conversation as a packet names it.
struct PacketEnd {
    bool isIpv6 = false;
    std::array<std::uint8_t, 16> host {}; // the first four of IPv4
    std::uint16_t port = 0;

    bool operator==(const PacketEnd&) const = default;
};

namespace tcpFlags {
inline constexpr std::uint8_t kFin = 0x01;
inline constexpr std::uint8_t kSyn = 0x02;
inline constexpr std::uint8_t kReset = 0x04;
inline constexpr std::uint8_t kPush = 0x08;
inline constexpr std::uint8_t kAck = 0x10;
}

struct TcpFields {
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    std::uint8_t flags = 0;
};

// A whole IP packet. At most 65,000 bytes of payload; both ends of one family.
std::string tcpPacket(
    const PacketEnd& from, const PacketEnd& to, const TcpFields& fields, std::span<const std::byte> payload);
std::string udpPacket(const PacketEnd& from, const PacketEnd& to, std::span<const std::byte> payload);
inline constexpr std::size_t kMostPayload = 65'000;

// Section header, with remarks that a reader shows.
std::string sectionHeader(std::string_view remark);
// LINKTYPE_RAW (an IP header comes first), times in nanoseconds.
std::string interfaceDescription(std::string_view name, std::string_view description);
// Enhanced packet block: `time` in ns since 1970. `original`: how long it was, where it was cut.
std::string packetBlock(
    std::uint64_t time, std::string_view packet, std::size_t original, std::string_view remark);
// Name resolution block of one host. `name`: ASCII without NUL.
std::string nameBlock(const PacketEnd& host, std::string_view name);

}

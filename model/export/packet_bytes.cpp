#include "model/export/packet_bytes.h"
#include "model/text/bytes_as_text.h"

#include <algorithm>
#include <cstring>

namespace model {

namespace {

constexpr std::uint8_t kTcp = 6;
constexpr std::uint8_t kUdp = 17;
constexpr std::uint16_t kOptionComment = 1;
constexpr std::size_t kLongestOption = 65'000;

void put8(std::string& bytes, unsigned value)
{
    bytes += static_cast<char>(value & 0xffU);
}
// As the network has it.
void put16(std::string& bytes, unsigned value)
{
    put8(bytes, value >> 8);
    put8(bytes, value);
}
void put32(std::string& bytes, std::uint32_t value)
{
    put16(bytes, value >> 16);
    put16(bytes, value & 0xffffU);
}
// As the machine has it: a pcapng file says which by its magic.
template<typename Number> void putOwn(std::string& bytes, Number value)
{
    std::array<char, sizeof value> raw {};
    std::memcpy(raw.data(), &value, sizeof value);
    bytes.append(raw.data(), raw.size());
}

std::uint32_t sum(std::string_view bytes, std::uint32_t before = 0)
{
    std::uint64_t total = before;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const unsigned high = static_cast<unsigned char>(bytes[i]);
        const unsigned low = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
        total += (high << 8) | low;
    }
    while (total > 0xffff) {
        total = (total & 0xffff) + (total >> 16);
    }
    return static_cast<std::uint32_t>(total);
}

std::string hostBytes(const PacketEnd& end)
{
    return {reinterpret_cast<const char*>(end.host.data()), end.isIpv6 ? std::size_t {16} : std::size_t {4}};
}

void patch16(std::string& bytes, std::size_t at, unsigned value)
{
    bytes[at] = static_cast<char>(value >> 8);
    bytes[at + 1] = static_cast<char>(value & 0xffU);
}

// The checksum over the pseudo-header and the segment.
unsigned checksumOf(
    const PacketEnd& from, const PacketEnd& to, std::uint8_t protocol, std::string_view segment)
{
    std::string pseudo = hostBytes(from) + hostBytes(to);
    put32(pseudo, static_cast<std::uint32_t>(segment.size()));
    put32(pseudo, protocol);
    return ~sum(segment, sum(pseudo)) & 0xffffU;
}

std::string ipPacket(
    const PacketEnd& from, const PacketEnd& to, std::uint8_t protocol, const std::string& segment)
{
    std::string header;
    if (from.isIpv6) {
        put32(header, 6U << 28);
        put16(header, static_cast<unsigned>(segment.size()));
        put8(header, protocol);
        put8(header, 64);
        return header + hostBytes(from) + hostBytes(to) + segment;
    }
    put16(header, 0x4500);
    put16(header, static_cast<unsigned>(segment.size() + 20));
    put16(header, 0); // identification
    put16(header, 0x4000); // don't fragment
    put8(header, 64);
    put8(header, protocol);
    put16(header, 0);
    header += hostBytes(from) + hostBytes(to);
    patch16(header, 10, ~sum(header) & 0xffffU);
    return header + segment;
}

void pad(std::string& bytes)
{
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

void putOption(std::string& body, std::uint16_t code, std::string_view value)
{
    value = value.substr(0, kLongestOption);
    while (!value.empty() && (static_cast<unsigned char>(value.back()) & 0xc0U) == 0x80U
        && value.size() == kLongestOption) {
        value.remove_suffix(1); // not within a character
    }
    putOwn(body, code);
    putOwn(body, static_cast<std::uint16_t>(value.size()));
    body += value;
    pad(body);
}

std::string block(std::uint32_t type, const std::string& body)
{
    const auto length = static_cast<std::uint32_t>(body.size() + 12);
    std::string bytes;
    putOwn(bytes, type);
    putOwn(bytes, length);
    bytes += body;
    putOwn(bytes, length);
    return bytes;
}

}

std::string tcpPacket(
    const PacketEnd& from, const PacketEnd& to, const TcpFields& fields, std::span<const std::byte> payload)
{
    std::string segment;
    put16(segment, from.port);
    put16(segment, to.port);
    put32(segment, fields.sequence);
    put32(segment, fields.acknowledgement);
    const bool opens = (fields.flags & tcpFlags::kSyn) != 0;
    put8(segment, opens ? 7U << 4 : 5U << 4);
    put8(segment, fields.flags);
    put16(segment, 65'535); // window
    put16(segment, 0);
    put16(segment, 0);
    if (opens) { // a window scale of 14 (RFC 7323): nobody acknowledges here, and nobody is to wait
        put32(segment, 0x02040000U + kMostPayload);
        put32(segment, 0x0103030eU);
    }
    segment += textOf(payload);
    patch16(segment, 16, checksumOf(from, to, kTcp, segment));
    return ipPacket(from, to, kTcp, segment);
}

std::string udpPacket(const PacketEnd& from, const PacketEnd& to, std::span<const std::byte> payload)
{
    std::string segment;
    put16(segment, from.port);
    put16(segment, to.port);
    put16(segment, static_cast<unsigned>(payload.size() + 8));
    put16(segment, 0);
    segment += textOf(payload);
    const unsigned checksum = checksumOf(from, to, kUdp, segment);
    patch16(segment, 6, checksum == 0 ? 0xffff : checksum); // 0 would say: none
    return ipPacket(from, to, kUdp, segment);
}

std::string sectionHeader(std::string_view remark)
{
    std::string body;
    putOwn(body, std::uint32_t {0x1a2b3c4d});
    putOwn(body, std::uint16_t {1});
    putOwn(body, std::uint16_t {0});
    putOwn(body, std::int64_t {-1}); // length: not said
    putOption(body, kOptionComment, remark);
    putOption(body, 4, "Sockscope");
    putOption(body, 0, {});
    return block(0x0a0d0d0a, body);
}

std::string interfaceDescription(std::string_view name, std::string_view description)
{
    std::string body;
    putOwn(body, std::uint16_t {101}); // LINKTYPE_RAW
    putOwn(body, std::uint16_t {0});
    putOwn(body, std::uint32_t {0}); // no limit
    putOption(body, 2, name);
    putOption(body, 3, description);
    putOption(body, 9, "\x09"); // 10^-9 s
    putOption(body, 0, {});
    return block(1, body);
}

std::string packetBlock(
    std::uint64_t time, std::string_view packet, std::size_t original, std::string_view remark)
{
    std::string body;
    putOwn(body, std::uint32_t {0});
    putOwn(body, static_cast<std::uint32_t>(time >> 32));
    putOwn(body, static_cast<std::uint32_t>(time & 0xffffffffU));
    putOwn(body, static_cast<std::uint32_t>(packet.size()));
    putOwn(body, static_cast<std::uint32_t>(std::max(original, packet.size())));
    body += packet;
    pad(body);
    if (!remark.empty()) {
        putOption(body, kOptionComment, remark);
        putOption(body, 0, {});
    }
    return block(6, body);
}

std::string nameBlock(const PacketEnd& host, std::string_view name)
{
    const std::string value = hostBytes(host) + std::string(name.substr(0, 255)) + '\0';
    std::string body;
    putOwn(body, static_cast<std::uint16_t>(host.isIpv6 ? 2 : 1));
    putOwn(body, static_cast<std::uint16_t>(value.size()));
    body += value;
    pad(body);
    putOwn(body, std::uint16_t {0});
    putOwn(body, std::uint16_t {0});
    return block(4, body);
}

}

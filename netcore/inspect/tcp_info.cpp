#include "netcore/inspect/tcp_info.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace netcore {

namespace {

using U = TcpInfoUnit;
using P = TcpInfoPace;

constexpr TcpInfoField whole(
    std::string_view name, std::uint16_t offset, std::uint8_t width, U unit, P pace, std::string_view since)
{
    return {name, offset, width, 0, 0, unit, pace, since};
}

constexpr std::array kFields {
    whole("state", 0, 1, U::State, P::Fact, "2.4"),
    whole("ca_state", 1, 1, U::CongestionState, P::Fact, "2.4"),
    whole("retransmits", 2, 1, U::Events, P::Fact, "2.4"), whole("probes", 3, 1, U::Events, P::Fact, "2.4"),
    whole("backoff", 4, 1, U::Number, P::Fact, "2.4"), whole("options", 5, 1, U::Options, P::Fact, "2.4"),
    TcpInfoField {"snd_wscale", 6, 1, 0, 4, U::Shift, P::Fact, "2.4"},
    TcpInfoField {"rcv_wscale", 6, 1, 4, 4, U::Shift, P::Fact, "2.4"},
    TcpInfoField {"delivery_rate_app_limited", 7, 1, 0, 1, U::Flag, P::Meter, "4.9"},
    TcpInfoField {"fastopen_client_fail", 7, 1, 1, 2, U::Number, P::Fact, "5.5"},
    whole("rto", 8, 4, U::Microseconds, P::Meter, "2.4"),
    whole("ato", 12, 4, U::Microseconds, P::Meter, "2.4"), whole("snd_mss", 16, 4, U::Bytes, P::Fact, "2.4"),
    whole("rcv_mss", 20, 4, U::Bytes, P::Meter, "2.4"), whole("unacked", 24, 4, U::Segments, P::Fact, "2.4"),
    whole("sacked", 28, 4, U::Segments, P::Fact, "2.4"), whole("lost", 32, 4, U::Segments, P::Fact, "2.4"),
    whole("retrans", 36, 4, U::Segments, P::Fact, "2.4"),
    whole("fackets", 40, 4, U::Segments, P::Fact, "2.4"),
    whole("last_data_sent", 44, 4, U::Milliseconds, P::Clock, "2.4"),
    whole("last_ack_sent", 48, 4, U::Milliseconds, P::Clock, "2.4"),
    whole("last_data_recv", 52, 4, U::Milliseconds, P::Clock, "2.4"),
    whole("last_ack_recv", 56, 4, U::Milliseconds, P::Clock, "2.4"),
    whole("pmtu", 60, 4, U::Bytes, P::Fact, "2.4"), whole("rcv_ssthresh", 64, 4, U::Bytes, P::Meter, "2.4"),
    whole("rtt", 68, 4, U::Microseconds, P::Meter, "2.4"),
    whole("rttvar", 72, 4, U::Microseconds, P::Meter, "2.4"),
    whole("snd_ssthresh", 76, 4, U::Segments, P::Meter, "2.4"),
    whole("snd_cwnd", 80, 4, U::Segments, P::Meter, "2.4"), whole("advmss", 84, 4, U::Bytes, P::Fact, "2.4"),
    whole("reordering", 88, 4, U::Segments, P::Meter, "2.4"),
    whole("rcv_rtt", 92, 4, U::Microseconds, P::Meter, "2.6.10"),
    whole("rcv_space", 96, 4, U::Bytes, P::Meter, "2.6.10"),
    whole("total_retrans", 100, 4, U::Segments, P::Fact, "2.6.15"),
    whole("pacing_rate", 104, 8, U::BytesPerSecond, P::Meter, "3.15"),
    whole("max_pacing_rate", 112, 8, U::BytesPerSecond, P::Fact, "3.15"),
    whole("bytes_acked", 120, 8, U::Bytes, P::Meter, "4.1"),
    whole("bytes_received", 128, 8, U::Bytes, P::Meter, "4.1"),
    whole("segs_out", 136, 4, U::Segments, P::Meter, "4.2"),
    whole("segs_in", 140, 4, U::Segments, P::Meter, "4.2"),
    whole("notsent_bytes", 144, 4, U::Bytes, P::Fact, "4.6"),
    whole("min_rtt", 148, 4, U::Microseconds, P::Meter, "4.6"),
    whole("data_segs_in", 152, 4, U::Segments, P::Meter, "4.6"),
    whole("data_segs_out", 156, 4, U::Segments, P::Meter, "4.6"),
    whole("delivery_rate", 160, 8, U::BytesPerSecond, P::Meter, "4.9"),
    whole("busy_time", 168, 8, U::Microseconds, P::Meter, "4.10"),
    whole("rwnd_limited", 176, 8, U::Microseconds, P::Meter, "4.10"),
    whole("sndbuf_limited", 184, 8, U::Microseconds, P::Meter, "4.10"),
    whole("delivered", 192, 4, U::Segments, P::Meter, "4.18"),
    whole("delivered_ce", 196, 4, U::Segments, P::Meter, "4.18"),
    whole("bytes_sent", 200, 8, U::Bytes, P::Meter, "4.19"),
    whole("bytes_retrans", 208, 8, U::Bytes, P::Meter, "4.19"),
    whole("dsack_dups", 216, 4, U::Segments, P::Meter, "4.19"),
    whole("reord_seen", 220, 4, U::Events, P::Meter, "4.19"),
    whole("rcv_ooopack", 224, 4, U::Segments, P::Meter, "5.4"),
    whole("snd_wnd", 228, 4, U::Bytes, P::Meter, "5.4"), whole("rcv_wnd", 232, 4, U::Bytes, P::Meter, "6.2"),
    whole("rehash", 236, 4, U::Events, P::Meter, "6.2"),
    whole("total_rto", 240, 2, U::Events, P::Fact, "6.7"),
    whole("total_rto_recoveries", 242, 2, U::Events, P::Fact, "6.7"),
    whole("total_rto_time", 244, 4, U::Milliseconds, P::Fact, "6.7"),
    whole("received_ce", 248, 4, U::Segments, P::Meter, "6.18"),
    whole("delivered_e1_bytes", 252, 4, U::Bytes, P::Meter, "6.18"),
    whole("delivered_e0_bytes", 256, 4, U::Bytes, P::Meter, "6.18"),
    whole("delivered_ce_bytes", 260, 4, U::Bytes, P::Meter, "6.18"),
    whole("received_e1_bytes", 264, 4, U::Bytes, P::Meter, "6.18"),
    whole("received_e0_bytes", 268, 4, U::Bytes, P::Meter, "6.18"),
    whole("received_ce_bytes", 272, 4, U::Bytes, P::Meter, "6.18"),
    // 276: two numbers in 6.18, four bit fields since 7.0. Left as bytes: a wrong name would be worse.
};

constexpr std::size_t kNamed = 276;

template<typename Number> std::uint64_t numberAt(std::span<const std::byte> bytes)
{
    Number number {};
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

// The first bit field of a byte lies in its lowest bits, or in its highest on a big-endian machine.
std::uint64_t bitsOf(std::uint64_t byte, const TcpInfoField& field)
{
    const unsigned shift
        = std::endian::native == std::endian::little ? field.firstBit : 8U - field.firstBit - field.bits;
    return (byte >> shift) & ((1U << field.bits) - 1U);
}

}

std::span<const TcpInfoField> tcpInfoFields()
{
    return kFields;
}

const TcpInfoField* tcpInfoField(std::string_view name)
{
    const auto found = std::ranges::find(kFields, name, &TcpInfoField::name);
    return found == kFields.end() ? nullptr : &*found;
}

TcpInfo::TcpInfo(std::span<const std::byte> bytes) : m_size(std::min(bytes.size(), kMost))
{
    std::ranges::copy(bytes.first(m_size), m_bytes.begin());
}

std::optional<std::uint64_t> TcpInfo::value(const TcpInfoField& field) const
{
    if (std::size_t {field.offset} + field.width > m_size) {
        return std::nullopt;
    }
    const auto place = bytes().subspan(field.offset, field.width);
    switch (field.width) {
    case 1: {
        const auto byte = numberAt<std::uint8_t>(place);
        return field.bits == 0 ? byte : bitsOf(byte, field);
    }
    case 2:
        return numberAt<std::uint16_t>(place);
    case 4:
        return numberAt<std::uint32_t>(place);
    default:
        return numberAt<std::uint64_t>(place);
    }
}

std::optional<std::uint64_t> TcpInfo::value(std::string_view name) const
{
    const TcpInfoField* field = tcpInfoField(name);
    return field == nullptr ? std::nullopt : value(*field);
}

std::span<const std::byte> TcpInfo::unnamed() const
{
    return bytes().subspan(std::min(kNamed, m_size));
}

bool TcpInfo::differs(const TcpInfo& other, TcpInfoPace pace) const
{
    if (m_size != other.m_size) {
        return true;
    }
    return std::ranges::any_of(kFields, [&](const TcpInfoField& field) {
        return field.pace <= pace && value(field) != other.value(field);
    }) || (pace >= TcpInfoPace::Meter && !std::ranges::equal(unnamed(), other.unnamed()));
}

bool operator==(const TcpInfo& a, const TcpInfo& b)
{
    return std::ranges::equal(a.bytes(), b.bytes());
}

}

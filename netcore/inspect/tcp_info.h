// TCP_INFO, as many bytes of it as the kernel gave, and a table of what they mean.
//
// The struct grows at its end with the kernel: an older kernel gives fewer bytes than this table names, a
// newer one more. So the bytes are kept as they came and read by offset; nothing depends on the headers that
// this was built with. Sources: tcp(7), <linux/tcp.h> of 6.18, tcp_get_info() in net/ipv4/tcp.c.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace netcore {

enum class TcpInfoUnit : std::uint8_t {
    Number, // a count of nothing in particular, a level
    State, // TCP_ESTABLISHED ...
    CongestionState, // TCP_CA_Open ...
    Options, // TCPI_OPT_* bits
    Shift, // the window is shifted left by so many bits
    Flag,
    Segments,
    Events, // how often something has happened
    Bytes,
    BytesPerSecond,
    Milliseconds,
    Microseconds,
};

// How a field moves: what tells something new from what merely goes on.
enum class TcpInfoPace : std::uint8_t {
    Fact, // changes with what happens to the connection
    Meter, // moves with traffic: counters, rates, estimates
    Clock, // moves by itself
};

struct TcpInfoField {
    std::string_view name; // without "tcpi_"
    std::uint16_t offset; // bytes
    std::uint8_t width; // bytes
    std::uint8_t firstBit; // of a bit field, counted as x86 and ARM lay them out
    std::uint8_t bits; // 0: all of it
    TcpInfoUnit unit;
    TcpInfoPace pace;
    std::string_view since; // the kernel that first gave it; "2.4" for what has been there from the start
};

std::span<const TcpInfoField> tcpInfoFields(); // by offset
const TcpInfoField* tcpInfoField(std::string_view name); // nullptr: there is none

class TcpInfo {
public:
    // Room for what kernels may come to give; what a kernel gives beyond is cut.
    static constexpr std::size_t kMost = 512;

    TcpInfo() = default;
    explicit TcpInfo(std::span<const std::byte> bytes);

    bool isEmpty() const { return m_size == 0; }
    std::span<const std::byte> bytes() const { return std::span(m_bytes).first(m_size); }
    // Nothing: the kernel did not give the field, or not all of it.
    std::optional<std::uint64_t> value(const TcpInfoField& field) const;
    std::optional<std::uint64_t> value(std::string_view name) const;
    // What a kernel newer than the table gave.
    std::span<const std::byte> unnamed() const;

    // Whether they differ in a field of this pace, or in one that changes less easily. Unnamed bytes count as
    // Meter: who knows.
    bool differs(const TcpInfo& other, TcpInfoPace pace) const;

    friend bool operator==(const TcpInfo& a, const TcpInfo& b);

private:
    std::array<std::byte, kMost> m_bytes {};
    std::size_t m_size = 0;
};

}

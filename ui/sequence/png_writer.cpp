#include "ui/sequence/png_writer.h"

#include <QtEndian>
#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr unsigned kShortestRun = 3;
constexpr unsigned kLongestRun = 258;
constexpr std::uint32_t kAdler = 65521;
constexpr std::size_t kAdlerRun = 5552; // bytes that may be added before the sums overflow
constexpr unsigned kEndOfBlock = 256;
constexpr std::uint8_t kUp = 2; // filter: what differs from the row above

// RFC 1951, 3.2.5: the codes of lengths, their first length, and how many bits follow.
struct LengthCode {
    unsigned code;
    unsigned first;
    unsigned extraBits;
};

constexpr std::array<LengthCode, 29> kLengths {{{257, 3, 0}, {258, 4, 0}, {259, 5, 0}, {260, 6, 0},
    {261, 7, 0}, {262, 8, 0}, {263, 9, 0}, {264, 10, 0}, {265, 11, 1}, {266, 13, 1}, {267, 15, 1},
    {268, 17, 1}, {269, 19, 2}, {270, 23, 2}, {271, 27, 2}, {272, 31, 2}, {273, 35, 3}, {274, 43, 3},
    {275, 51, 3}, {276, 59, 3}, {277, 67, 4}, {278, 83, 4}, {279, 99, 4}, {280, 115, 4}, {281, 131, 5},
    {282, 163, 5}, {283, 195, 5}, {284, 227, 5}, {285, 258, 0}}};

constexpr std::array<std::uint32_t, 256> crcTable()
{
    std::array<std::uint32_t, 256> table {};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
        }
        table[i] = value;
    }
    return table;
}

constexpr std::array<std::uint32_t, 256> kCrc = crcTable();

std::uint32_t crcOf(std::span<const std::uint8_t> bytes, std::uint32_t before)
{
    for (const std::uint8_t byte : bytes) {
        before = kCrc[(before ^ byte) & 0xffU] ^ (before >> 8U);
    }
    return before;
}

std::array<std::uint8_t, 4> bigEndian(std::uint32_t value)
{
    std::array<std::uint8_t, 4> bytes {};
    qToBigEndian(value, bytes.data());
    return bytes;
}

}

PngWriter::PngWriter(int width, int height)
    : m_before(static_cast<std::size_t>(width) * 3), m_row(m_before.size()), m_filtered(m_before.size() + 1)
{
    m_file = QByteArrayLiteral("\x89PNG\r\n\x1a\n");
    std::array<std::uint8_t, 13> head {};
    std::ranges::copy(bigEndian(static_cast<std::uint32_t>(width)), head.begin());
    std::ranges::copy(bigEndian(static_cast<std::uint32_t>(height)), head.begin() + 4);
    head[8] = 8; // bits
    head[9] = 2; // red, green and blue
    putChunk("IHDR", head);
    m_filtered.front() = kUp;
    putByte(0x78); // zlib: a window of 32 KB
    putByte(0x01);
    putBits(1, 1); // the only block
    putBits(1, 2); // with the fixed codes
}

void PngWriter::putChunk(const char* type, std::span<const std::uint8_t> data)
{
    const auto put = [this](std::span<const std::uint8_t> bytes) {
        m_file.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    };
    std::array<std::uint8_t, 4> name {};
    std::copy_n(type, name.size(), name.begin());
    put(bigEndian(static_cast<std::uint32_t>(data.size())));
    put(name);
    put(data);
    put(bigEndian(~crcOf(data, crcOf(name, ~0U))));
}

void PngWriter::putBits(unsigned value, unsigned bits)
{
    m_bits |= static_cast<std::uint64_t>(value) << m_bitCount;
    m_bitCount += bits;
    for (; m_bitCount >= 8; m_bitCount -= 8, m_bits >>= 8U) {
        putByte(static_cast<std::uint8_t>(m_bits));
    }
}

void PngWriter::putCode(unsigned code, unsigned bits)
{
    unsigned turned = 0;
    for (unsigned i = 0; i < bits; ++i) {
        turned |= ((code >> i) & 1U) << (bits - 1 - i);
    }
    putBits(turned, bits);
}

// RFC 1951, 3.2.6.
void PngWriter::putLiteral(std::uint8_t byte)
{
    byte < 144 ? putCode(0x30U + byte, 8) : putCode(0x190U + byte - 144U, 9);
}

void PngWriter::putRun(unsigned length)
{
    const auto next = std::ranges::upper_bound(kLengths, length, {}, &LengthCode::first);
    const LengthCode& its = *(next - 1);
    its.code < 280 ? putCode(its.code - kEndOfBlock, 7) : putCode(0xc0U + its.code - 280U, 8);
    putBits(length - its.first, its.extraBits);
    putCode(0, 5); // distance 1
}

void PngWriter::deflate(std::span<const std::uint8_t> bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        putLiteral(bytes[i]);
        std::size_t end = i + 1;
        while (end < bytes.size() && bytes[end] == bytes[i]) {
            ++end;
        }
        std::size_t left = end - i - 1;
        while (left >= kShortestRun) {
            const auto run = static_cast<unsigned>(std::min<std::size_t>(left, kLongestRun));
            putRun(run);
            left -= run;
        }
        for (; left > 0; --left) {
            putLiteral(bytes[i]);
        }
        i = end;
    }
}

void PngWriter::check(std::span<const std::uint8_t> bytes)
{
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(bytes.size(), kAdlerRun))) {
        for (const std::uint8_t byte : bytes.first(std::min(bytes.size(), kAdlerRun))) {
            m_low += byte;
            m_high += m_low;
        }
        m_low %= kAdler;
        m_high %= kAdler;
    }
}

void PngWriter::addRow(std::span<const QRgb> row)
{
    auto* to = m_row.data();
    for (const QRgb pixel : row) {
        *to++ = static_cast<std::uint8_t>(qRed(pixel));
        *to++ = static_cast<std::uint8_t>(qGreen(pixel));
        *to++ = static_cast<std::uint8_t>(qBlue(pixel));
    }
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        m_filtered[i + 1] = static_cast<std::uint8_t>(m_row[i] - m_before[i]);
    }
    check(m_filtered);
    deflate(m_filtered);
    m_before.swap(m_row);
}

QByteArray PngWriter::take()
{
    if (!m_data.empty()) {
        putChunk("IDAT", m_data);
        m_data.clear();
    }
    return std::exchange(m_file, {});
}

QByteArray PngWriter::end()
{
    putCode(0, 7); // the end of the block
    if (m_bitCount > 0) {
        putBits(0, 8 - m_bitCount);
    }
    for (const std::uint8_t byte : bigEndian((m_high << 16U) | m_low)) {
        putByte(byte);
    }
    putChunk("IDAT", m_data);
    m_data.clear();
    putChunk("IEND", {});
    return std::exchange(m_file, {});
}

}

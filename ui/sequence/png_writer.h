// A picture as PNG, row by row, so that nobody needs all of it at once, nor all of the time that
// QImage::save() takes: RFC 2083 with the fixed codes and the runs of RFC 1951, which is nearly all there is
// to say of a drawing on white paper.
#pragma once

#include <QByteArray>
#include <QRgb>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ui {

class PngWriter {
public:
    PngWriter(int width, int height); // both > 0

    void addRow(std::span<const QRgb> row); // `width` of them, from above; alpha is left out
    // What has come since the last time, as a piece of the file. The first has its head.
    QByteArray take();
    QByteArray end(); // after `height` rows: the last piece

private:
    void deflate(std::span<const std::uint8_t> bytes);
    void putLiteral(std::uint8_t byte);
    void putRun(unsigned length); // of the byte before
    void putCode(unsigned code, unsigned bits); // its first bit first
    void putBits(unsigned value, unsigned bits); // the lowest bit first
    void putByte(std::uint8_t byte) { m_data.push_back(byte); }
    void check(std::span<const std::uint8_t> bytes);
    void putChunk(const char* type, std::span<const std::uint8_t> data);

    QByteArray m_file;
    std::vector<std::uint8_t> m_before; // the row before, as bytes
    std::vector<std::uint8_t> m_row;
    std::vector<std::uint8_t> m_filtered;
    std::vector<std::uint8_t> m_data; // of the next IDAT
    std::uint64_t m_bits = 0; // that are not a whole byte yet
    unsigned m_bitCount = 0;
    std::uint32_t m_low = 1; // Adler-32
    std::uint32_t m_high = 0;
};

}

// Bytes as text to copy.
#pragma once

#include <QString>
#include <span>

namespace model {

enum class ByteForm : quint8 {
    Text, // UTF-8; what is none becomes U+FFFD
    Hex, // 68 65 6c
    CArray, // const unsigned char data[] = { 0x68, 0x65 };
    Escaped, // hel\x00lo\n: what the composer and a scenario take
    Dump, // offset, hex, text
};

QString inForm(std::span<const std::byte> bytes, ByteForm form);
// A line of a dump: pairs in groups of eight, blanks where a short line ends, without the text.
QString dumpPairs(std::span<const std::byte> line, int perLine);
// What a dump shows for them: ASCII, a dot for all else.
QString dumpText(std::span<const std::byte> line);

}

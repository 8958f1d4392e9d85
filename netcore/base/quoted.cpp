#include "netcore/base/quoted.h"

#include <algorithm>

namespace netcore {

namespace {

bool isDigit(std::byte byte)
{
    return byte >= std::byte {'0'} && byte <= std::byte {'7'};
}

// The shortest octal form; all three digits where a digit follows that would be read as part of it.
void appendOctal(std::string& text, unsigned value, bool digitFollows)
{
    text += '\\';
    if (digitFollows || value >= 0100) {
        text += static_cast<char>('0' + (value >> 6));
    }
    if (digitFollows || value >= 010) {
        text += static_cast<char>('0' + ((value >> 3) & 7));
    }
    text += static_cast<char>('0' + (value & 7));
}

char shortEscape(unsigned value)
{
    switch (value) {
    case '\n':
        return 'n';
    case '\t':
        return 't';
    case '\r':
        return 'r';
    case '\v':
        return 'v';
    case '\f':
        return 'f';
    case '"':
    case '\\':
        return static_cast<char>(value);
    default:
        return 0;
    }
}

}

std::string quoted(std::span<const std::byte> bytes, std::size_t most)
{
    const auto shown = bytes.first(std::min(most, bytes.size()));
    std::string text;
    text.reserve(shown.size() + 2);
    text += '"';
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto value = std::to_integer<unsigned>(shown[i]);
        if (const char escape = shortEscape(value)) {
            text += '\\';
            text += escape;
        } else if (value >= 0x20 && value < 0x7f) {
            text += static_cast<char>(value);
        } else {
            appendOctal(text, value, i + 1 < shown.size() && isDigit(shown[i + 1]));
        }
    }
    text += '"';
    if (shown.size() < bytes.size()) {
        text += "...";
    }
    return text;
}

std::string quoted(std::string_view text)
{
    return quoted(bytesOf(text));
}

std::string hexString(std::span<const std::byte> bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "\"";
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        text += "\\x";
        text += kDigits[value >> 4];
        text += kDigits[value & 0xf];
    }
    return text + '"';
}

}

#include "netcore/base/printable.h"

namespace netcore {

namespace {

unsigned char byteAt(std::string_view text, std::size_t index)
{
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
}

// By the first byte; 0: none begins with it.
std::size_t sequenceLength(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
        return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

bool shows(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool surrogate = c >= 0xd800 && c <= 0xdfff;
    const bool directs
        = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
    return !control && !surrogate && !directs && c != 0xfeff && c <= 0x10ffff;
}

}

std::size_t printableCharacter(std::string_view text)
{
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000}; // by length: less is an overlong form
    const unsigned char first = byteAt(text, 0);
    const std::size_t length = text.empty() ? 0 : sequenceLength(first);
    char32_t c = length <= 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, i) & 0xc0) != 0x80) {
            return 0;
        }
        c = (c << 6) | (byteAt(text, i) & 0x3fU);
    }
    return length > 0 && c >= kLeast[length] && shows(c) ? length : 0;
}

}

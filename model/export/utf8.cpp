#include "model/export/utf8.h"

#include <array>
#include <cstdio>

namespace model {

namespace {

struct Lead {
    unsigned mask;
    unsigned bits;
    std::size_t size;
    char32_t least; // below it the form is overlong
};
constexpr std::array kLeads {Lead {0x80, 0x00, 1, 0}, Lead {0xe0, 0xc0, 2, 0x80}, Lead {0xf0, 0xe0, 3, 0x800},
    Lead {0xf8, 0xf0, 4, 0x10000}};

}

Utf8Character nextCharacter(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    for (const Lead& lead : kLeads) {
        if ((first & lead.mask) != lead.bits || text.size() < lead.size) {
            continue;
        }
        char32_t code = first & ~lead.mask & 0xffU;
        for (std::size_t i = 1; i < lead.size; ++i) {
            const auto next = static_cast<unsigned char>(text[i]);
            if ((next & 0xc0U) != 0x80U) {
                return {};
            }
            code = (code << 6) | (next & 0x3fU);
        }
        const bool surrogate = code >= 0xd800 && code <= 0xdfff;
        return code < lead.least || surrogate || code > 0x10ffff ? Utf8Character {}
                                                                 : Utf8Character {code, lead.size, true};
    }
    return {};
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const auto character = nextCharacter(text);
        if (!character.valid) {
            return false;
        }
        text.remove_prefix(character.size);
    }
    return true;
}

bool isControl(char32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x200e || code == 0x200f || code == 0x061c
        || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

std::string displayable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const auto character = nextCharacter(text);
        std::array<char, 16> escape {};
        if (!character.valid) {
            std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned char>(text.front()));
            result += escape.data();
        } else if (isControl(character.code)) {
            std::snprintf(escape.data(), escape.size(), character.code < 0x100 ? "\\x%02x" : "\\u{%04x}",
                static_cast<unsigned>(character.code));
            result += escape.data();
        } else {
            result += text.substr(0, character.size);
        }
        text.remove_prefix(character.size);
    }
    return result;
}

std::size_t charactersIn(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
    }
    return count;
}

}

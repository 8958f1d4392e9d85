// UTF-8, one character at a time: what may be printed as text, and what must be escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace model {

struct Utf8Character {
    char32_t code = 0;
    std::size_t size = 1; // bytes; 1 where they are no UTF-8
    bool valid = false;
};

// The first character of a text that is not empty. Overlong forms, surrogates and what is beyond U+10FFFF are
// not valid.
Utf8Character nextCharacter(std::string_view text);
bool isUtf8(std::string_view text);

// C0, DEL, C1, and what turns the direction of the text around it (Trojan Source, CVE-2021-42574).
bool isControl(char32_t code);

// For people: control characters and broken bytes as \xNN or \u{NNNN}.
std::string displayable(std::string_view text);

// How many columns a terminal needs for it, roughly: one a character.
std::size_t charactersIn(std::string_view text);

}

#include "model/scenario/text_check.h"

#include <array>
#include <cstdio>

#include "model/export/utf8.h"

namespace model::scenario {

std::optional<Stranger> firstStranger(std::string_view line)
{
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size();) {
        ++column;
        const auto character = nextCharacter(line.substr(at));
        std::array<char, 16> found {};
        if (!character.valid) {
            std::snprintf(found.data(), found.size(), "0x%02x", static_cast<unsigned char>(line[at]));
            return Stranger {column, {Say::Byte, {found.data()}}};
        }
        if (isControl(character.code) && character.code != '\t') {
            std::snprintf(found.data(), found.size(), "U+%04X", static_cast<unsigned>(character.code));
            return Stranger {column, {Say::Character, {found.data()}}};
        }
        at += character.size;
    }
    return std::nullopt;
}

}

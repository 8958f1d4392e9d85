// Whether bytes are text that may be shown: valid UTF-8 without control characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/scenario/phrase.h"

namespace model::scenario {

struct Stranger {
    std::size_t column = 0; // from 1, in characters
    Phrase found; // "the byte 0xff", "the character U+001B"
};

// The first byte or character of a line that does not belong there. Tabs do.
std::optional<Stranger> firstStranger(std::string_view line);

}

// Which bytes of a text may reach a screen or a terminal as they are.
#pragma once

#include <cstddef>
#include <string_view>

namespace netcore {

// The length of the character that `text` begins with, where it is valid UTF-8 and only shows something; 0
// where it is a control character (C0, DEL, C1: U+009B begins a terminal's commands), turns the direction of
// writing, is invisible, or is no UTF-8 at all.
std::size_t printableCharacter(std::string_view text);

}

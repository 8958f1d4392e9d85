// The words of a filter. Nothing is refused here: what is no word of the language is a Wrong one, so that
// text can be coloured and completed while it is typed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace model::filter {

enum class TokenKind : std::uint8_t {
    Word, // a name, a number, an address: whatever has no blank and no sign of the language in it
    String, // "..." or '...', an i behind it: without regard to case
    Comparison, // == != < <= > >= in contains matches
    And,
    Or,
    Not,
    Open, // (
    Close, // )
    OpenSet, // {
    CloseSet, // }
    Comma, // may stand between the members of a set
    Wrong, // a single =
};

struct Token {
    TokenKind kind = TokenKind::Wrong;
    std::size_t column = 0; // bytes
    std::size_t length = 0;
    std::string_view text; // as it stands there; of a String: between the quotes
    bool ignoresCase = false;
    bool isClosed = true; // of a String

    std::size_t end() const { return column + length; }
};

// The tokens point into the text.
std::vector<Token> tokensOf(std::string_view text);
// Puts words into quotes where they would not be read as one word.
std::string quotedIfNeeded(std::string_view word);

}

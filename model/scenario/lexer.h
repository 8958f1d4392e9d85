// One line of a scenario as tokens. ${name} has been replaced; columns are those of the line as it was
// written.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario/problem.h"
#include "netcore/base/outcome.h"

namespace model::scenario {

struct Token {
    enum class Kind : std::uint8_t {
        Word, // bind, AF_INET, listener
        Number, // 80, 0x1f, 200ms, 0.000123
        String, // "hello\n": the bytes
        Address, // 127.0.0.1:80, [::1]:80, /path, @name
        Sign, // ( ) , = == ...
        End,
    };
    Kind kind = Kind::End;
    std::string text;
    std::size_t column = 0; // from 1, in characters
    bool cut = false; // a string with three dots behind it: there is more
    std::size_t begin = 0; // where it stands in the line after its variables were put in, in bytes
    std::size_t end = 0;

    bool is(std::string_view sign) const { return kind == Kind::Sign && text == sign; }
    bool isWord(std::string_view word) const { return kind == Kind::Word && text == word; }
};

// As a person would name it in "found ...".
Phrase describe(const Token& token);

// The value of a variable, or nullptr.
using Variables = std::function<const std::string*(std::string_view name)>;

// A line after its variables were put in, and where each byte of it comes from.
struct ExpandedLine {
    std::string text;
    std::vector<std::size_t> columns; // one more than bytes
};
netcore::Outcome<ExpandedLine, Problem> expand(
    std::string_view line, std::size_t lineNumber, const Variables& variables);

// The last token is End. A comment (#) ends the line.
netcore::Outcome<std::vector<Token>, Problem> tokensOf(const ExpandedLine& line, std::size_t lineNumber);

}

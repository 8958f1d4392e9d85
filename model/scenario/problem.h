// A mistake in a scenario: where it is, what stands there, and what could have stood there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/scenario/phrase.h"

namespace model::scenario {

struct Problem {
    std::size_t line = 0; // from 1
    std::size_t column = 0; // from 1, in characters
    Phrase found; // "')'", "the end of the line"
    Phrase expected; // "size_t len: how many bytes"

    bool operator==(const Problem&) const = default;
};

// In English: "echo.scn:12:8: found ')', expected size_t len"
inline std::string problemText(std::string_view file, const Problem& problem)
{
    return std::string(file) + ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column)
        + ": found " + english(problem.found) + ", expected " + english(problem.expected);
}

}

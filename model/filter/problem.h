// A mistake in a filter: where it is, what is wrong, and what helps.
#pragma once

#include <cstddef>
#include <string>

namespace model::filter {

struct Problem {
    std::size_t column = 0; // in bytes of the text, from 0; its length where something is missing at the end
    std::size_t length = 0; // bytes that are meant; 0: between two characters
    std::string what; // "there is no field 'sokcet'"
    std::string remedy; // "did you mean 'socket'?"

    bool operator==(const Problem&) const = default;
};

}

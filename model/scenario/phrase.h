// What is said of a scenario, before it is words: an id and its values. The English for terminals and files
// is here; the window has its own, in its language.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace model::scenario {

enum class Say : std::uint8_t {
#define PHRASE(id, english) id,
#include "model/scenario/phrases.def"
#undef PHRASE
};

struct Phrase {
    Phrase() = default;
    Phrase(Say what, std::vector<std::string> its = {}) : say(what), values(std::move(its)) { }

    Say say = Say::Notation;
    std::vector<std::string> values; // may come from a file: data, not words

    bool operator==(const Phrase&) const = default;
};

Phrase notation(std::string text);
Phrase inQuotes(std::string_view text); // ')'
Phrase oneOf(std::vector<std::string> choices); // at least two: "fd, events or revents"

// The English words with %1, %2 ... where the values go; nullptr behind the last one.
const char* english(Say say);
std::string english(const Phrase& phrase);
// `words` with the values in it: those of english(Say), or their translation.
std::string filled(std::string_view words, const Phrase& phrase);

}

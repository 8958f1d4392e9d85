#include "model/scenario/phrase.h"

#include <array>

namespace model::scenario {

namespace {

constexpr std::array kEnglish {
#define PHRASE(id, english) english,
#include "model/scenario/phrases.def"
#undef PHRASE
};

std::string listed(std::span<const std::string> values, std::string_view beforeTheLast)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool isLast = i + 1 == values.size();
        text += i == 0 ? "" : isLast ? beforeTheLast : ", ";
        text += values[i];
    }
    return text;
}

}

Phrase notation(std::string text)
{
    return {Say::Notation, {std::move(text)}};
}

Phrase inQuotes(std::string_view text)
{
    return notation('\'' + std::string(text) + '\'');
}

Phrase oneOf(std::vector<std::string> choices)
{
    return {Say::OneOf, std::move(choices)};
}

const char* english(Say say)
{
    const auto index = static_cast<std::size_t>(say);
    return index < kEnglish.size() ? kEnglish[index] : nullptr;
}

std::string english(const Phrase& phrase)
{
    return filled(english(phrase.say), phrase);
}

std::string filled(std::string_view words, const Phrase& phrase)
{
    if (phrase.say == Say::OneOf) {
        return listed(phrase.values, words);
    }
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isPlace
            = words[i] == '%' && i + 1 < words.size() && words[i + 1] >= '1' && words[i + 1] <= '9';
        const std::size_t value = isPlace ? static_cast<std::size_t>(words[i + 1] - '1') : 0;
        if (isPlace && value < phrase.values.size()) {
            text += phrase.values[value]; // and what looks like a place in it is none
            ++i;
        } else {
            text += words[i];
        }
    }
    return text;
}

}

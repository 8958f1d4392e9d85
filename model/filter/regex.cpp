#include "model/filter/regex.h"

#include <optional>
#include <re2/re2.h>

#include "model/search/literal_searcher.h"

namespace model::filter {

namespace {

constexpr std::int64_t kMostMemory = 8 << 20; // bytes for one expression

RE2::Options optionsFor(bool ignoresCase)
{
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_case_sensitive(!ignoresCase);
    options.set_log_errors(false);
    options.set_max_mem(kMostMemory);
    return options;
}

// Errs on the side of "yes".
bool mayLookAround(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            ++i;
            if (std::string_view("bBAzQ").find(pattern[i]) != std::string_view::npos) {
                return true;
            }
        } else if (pattern[i] == '$' || (pattern[i] == '^' && (i == 0 || pattern[i - 1] != '['))) {
            return true;
        }
    }
    return false;
}

// What every match begins with, as far as it is plain letters and digits: a search for that is several times
// as fast as an automaton. Empty: nothing is known.
std::string beginning(std::string_view pattern)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' '
            || c == '_' || c == '-' || c == ':' || c == '/' || c == '=';
    };
    std::size_t size = 0;
    while (size < pattern.size() && isPlain(pattern[size])) {
        ++size;
    }
    if (size < pattern.size() && std::string_view("*?{").find(pattern[size]) != std::string_view::npos) {
        size -= size > 0 ? 1U : 0U; // the last one may be missing
    }
    const bool hasAlternatives = pattern.find('|') != std::string_view::npos;
    return std::string(hasAlternatives ? std::string_view() : pattern.substr(0, size));
}

constexpr std::size_t kShortest = 2; // characters of a beginning that is worth looking for
constexpr std::size_t kDense = 96; // bytes: where it stands more often than this, the automaton is quicker

}

struct Regex::Engine {
    Engine(const std::string& pattern, bool ignoresCase) : re2(pattern, optionsFor(ignoresCase))
    {
        const std::string first = beginning(pattern);
        if (first.size() >= kShortest) {
            start.emplace(first, ignoresCase);
        }
    }

    // Calls look(place) with every place where a match can begin, until it returns true. The place from which
    // on it was not looked: the end, or where such places are too many.
    template<typename Look> std::size_t forEachStart(std::string_view text, std::size_t from, Look look) const
    {
        std::size_t tried = 0;
        for (std::size_t place = start->find(text, from); place != search::LiteralSearcher::kNowhere;
             place = start->find(text, place + 1)) {
            if (look(place) || (++tried > 16 && (place - from) / tried < kDense)) {
                return place;
            }
        }
        return text.size();
    }

    RE2 re2;
    std::optional<search::LiteralSearcher> start;
};

Regex::Regex(const std::string& pattern, bool ignoresCase)
    : m_engine(std::make_unique<Engine>(pattern, ignoresCase)), m_looksAround(mayLookAround(pattern))
{
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;

std::string Regex::problem() const
{
    return m_engine->re2.ok() ? std::string() : m_engine->re2.error();
}

bool Regex::matches(std::string_view text) const
{
    if (!m_engine->start) {
        return m_engine->re2.Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
    }
    return find(text, 0).has_value();
}

std::optional<RegexHit> Regex::find(std::string_view text, std::size_t from) const
{
    re2::StringPiece hit;
    const re2::StringPiece whole(text.data(), text.size());
    const auto matchesAt = [&](std::size_t place, RE2::Anchor anchor) {
        // What is before `from` counts as not there.
        const re2::StringPiece seen = whole.substr(from);
        return m_engine->re2.Match(seen, place - from, seen.size(), anchor, &hit, 1);
    };
    bool found = false;
    std::size_t rest = from;
    if (m_engine->start) {
        rest = m_engine->forEachStart(
            text, from, [&](std::size_t place) { return found = matchesAt(place, RE2::ANCHOR_START); });
        if (rest == text.size()) {
            return std::nullopt;
        }
    }
    if (!found && !matchesAt(rest, RE2::UNANCHORED)) {
        return std::nullopt;
    }
    const auto first = static_cast<std::size_t>(hit.data() - text.data());
    return RegexHit {first, first + hit.size()};
}

}

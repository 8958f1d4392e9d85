#include "model/filter/regex.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <vector>

namespace model::filter {

namespace {

constexpr std::size_t kMostRequired = 4; // texts that are looked for one after the other
constexpr std::size_t kLongEnough = 3; // characters
constexpr std::size_t kMostAtoms = 64; // of an expression that is looked at for what it requires
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

bool isPlainText(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::string commonBeginning(const std::vector<std::string>& texts)
{
    std::string common = texts.front();
    for (const std::string& text : texts) {
        common.resize(static_cast<std::size_t>(std::ranges::mismatch(common, text).in1 - common.begin()));
    }
    return common;
}

// Texts of which every match contains one, in lower case, as RE2 itself finds them for its filters: as few
// and as long as they can be. Empty: none.
std::vector<std::string> requiredTexts(const std::string& pattern, const RE2::Options& options)
{
    re2::FilteredRE2 filter;
    int id = 0;
    std::vector<std::string> atoms;
    if (filter.Add(pattern, options, &id) != RE2::NoError) {
        return {};
    }
    filter.Compile(&atoms);
    if (atoms.empty() || atoms.size() > kMostAtoms || !std::ranges::all_of(atoms, isPlainText)) {
        return {};
    }
    const auto isPossibleWithout = [&](const std::vector<std::size_t>& missing) {
        std::vector<int> there;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            if (std::ranges::find(missing, i) == missing.end()) {
                there.push_back(static_cast<int>(i));
            }
        }
        std::vector<int> possible;
        filter.AllPotentials(there, &possible);
        return !possible.empty();
    };
    std::vector<std::size_t> needed(atoms.size());
    std::iota(needed.begin(), needed.end(), std::size_t {0});
    std::ranges::sort(needed, {}, [&](std::size_t i) { return atoms[i].size(); });
    if (isPossibleWithout(needed)) {
        return {};
    }
    for (std::size_t i = 0; i < needed.size();) { // the short ones go first
        std::vector<std::size_t> fewer = needed;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (isPossibleWithout(fewer)) {
            ++i;
        } else {
            needed = std::move(fewer);
        }
    }
    std::vector<std::string> texts;
    std::ranges::transform(needed, std::back_inserter(texts), [&](std::size_t i) { return atoms[i]; });
    return texts;
}

// What is to be looked for: what all begin with, where that is long enough, or each of a few.
std::vector<search::LiteralSearcher> searchersFor(const std::vector<std::string>& texts)
{
    std::vector<search::LiteralSearcher> searchers;
    const std::string common = texts.empty() ? std::string() : commonBeginning(texts);
    if (common.size() >= kLongEnough) {
        searchers.emplace_back(common, true);
        return searchers;
    }
    const bool worthIt = texts.size() <= kMostRequired
        && std::ranges::all_of(texts, [](const std::string& text) { return text.size() >= kLongEnough; });
    for (const std::string& text : worthIt ? texts : std::vector<std::string>()) {
        searchers.emplace_back(text, true);
    }
    return searchers;
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
            return;
        }
        required = searchersFor(requiredTexts(pattern, optionsFor(ignoresCase)));
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
    std::vector<search::LiteralSearcher> required; // where there is no start
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

std::span<const search::LiteralSearcher> Regex::required() const
{
    return m_engine->required;
}

bool Regex::matches(std::string_view text) const
{
    const auto isIn = [text](const search::LiteralSearcher& literal) { return literal.isIn(text); };
    if (!m_engine->required.empty() && std::ranges::none_of(m_engine->required, isIn)) {
        return false;
    }
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

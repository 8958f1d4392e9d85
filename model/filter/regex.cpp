#include "model/filter/regex.h"

#include <re2/re2.h>

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

}

struct Regex::Engine {
    Engine(const std::string& pattern, bool ignoresCase) : re2(pattern, optionsFor(ignoresCase)) { }
    RE2 re2;
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
    return m_engine->re2.Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::optional<RegexHit> Regex::find(std::string_view text, std::size_t from) const
{
    re2::StringPiece hit;
    const re2::StringPiece rest(text.data() + from, text.size() - from);
    if (!m_engine->re2.Match(rest, 0, rest.size(), RE2::UNANCHORED, &hit, 1)) {
        return std::nullopt;
    }
    const auto first = static_cast<std::size_t>(hit.data() - text.data());
    return RegexHit {first, first + hit.size()};
}

}

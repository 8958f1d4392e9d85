// A regular expression over bytes, by RE2: linear in time, whatever it is and wherever it looks. Bytes are
// read as Latin-1: any byte is a character.
//
// Threads: one at a time. Several that share an object wait for each other (measured: it is slower than one
// thread), so each makes its own.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/search/literal_searcher.h"

namespace model::filter {

struct RegexHit {
    std::size_t first = 0;
    std::size_t end = 0;
};

class Regex {
public:
    explicit Regex(const std::string& pattern, bool ignoresCase = false);
    ~Regex();
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) = delete;

    // Empty: it is one. An expression with a problem matches nothing.
    std::string problem() const;
    bool matches(std::string_view text) const; // anywhere in it
    // The leftmost one; a text is looked at from `from`, as if it began there.
    std::optional<RegexHit> find(std::string_view text, std::size_t from) const;
    // Texts of which one stands in every match: without them a text need not be looked at. Empty where none
    // are known, or where the beginning of a match is: find() is quick then.
    std::span<const search::LiteralSearcher> required() const;
    // Looks at what is around a match (^ $ \b \B \A \z): texts that lie side by side must be looked at one by
    // one.
    bool looksAround() const { return m_looksAround; }

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
    bool m_looksAround = false;
};

}

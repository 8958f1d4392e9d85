// The tests that texts and bytes can pass: the same, contains, matches. Internal to the leaves.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/filter/expression.h"
#include "model/filter/regex.h"
#include "model/search/literal_searcher.h"

namespace model::filter {

class TextTest {
public:
    explicit TextTest(const Comparison& comparison);

    bool holds(std::string_view text) const;
    bool holds(std::span<const std::byte> bytes) const
    {
        return holds(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }
    // For who searches many texts that lie side by side.
    const std::vector<search::LiteralSearcher>& literals() const { return m_literals; }
    const std::vector<Regex>& regexes() const { return m_regexes; }

private:
    Test m_test;
    bool m_ignoresCase;
    std::vector<std::string> m_texts; // of Equal
    std::vector<search::LiteralSearcher> m_literals;
    std::vector<Regex> m_regexes;
};

}

#include "model/filter/text_test.h"

#include <algorithm>

namespace model::filter {

TextTest::TextTest(const Comparison& comparison)
    : m_test(comparison.test), m_ignoresCase(comparison.ignoresCase)
{
    for (const std::string& text : comparison.texts) {
        if (m_test == Test::Contains) {
            m_literals.emplace_back(text, m_ignoresCase);
        } else if (m_test == Test::Matches) {
            m_regexes.emplace_back(text, m_ignoresCase);
        } else {
            m_texts.push_back(text);
        }
    }
}

bool TextTest::holds(std::string_view text) const
{
    switch (m_test) {
    case Test::Contains:
        return std::ranges::any_of(
            m_literals, [text](const search::LiteralSearcher& literal) { return literal.isIn(text); });
    case Test::Matches:
        return std::ranges::any_of(m_regexes, [text](const Regex& regex) { return regex.matches(text); });
    case Test::Equal:
        return std::ranges::any_of(m_texts, [&](const std::string& one) {
            return m_ignoresCase ? equalWithoutCase(one, text) : one == text;
        });
    default: // Present
        return !text.empty();
    }
}

}

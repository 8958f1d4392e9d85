// The words of a filter, one after the other. Internal to the parser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/filter/lexer.h"
#include "model/filter/problem.h"

namespace model::filter {

class TokenStream {
public:
    explicit TokenStream(std::string_view text) : m_tokens(tokensOf(text)) { m_end.column = text.size(); }

    bool atEnd() const { return m_next >= m_tokens.size(); }
    const Token& current() const { return atEnd() ? m_end : m_tokens[m_next]; }
    bool is(TokenKind kind) const { return !atEnd() && current().kind == kind; }
    bool take(TokenKind kind)
    {
        const bool takes = is(kind);
        m_next += takes ? 1U : 0U;
        return takes;
    }
    Token next()
    {
        const Token token = current();
        m_next += atEnd() ? 0U : 1U;
        return token;
    }
    // Of the current word.
    Problem problem(std::string what, std::string remedy) const
    {
        return {current().column, current().length, std::move(what), std::move(remedy)};
    }

private:
    std::vector<Token> m_tokens;
    Token m_end;
    std::size_t m_next = 0;
};

}

#include "model/filter/parser.h"

#include <algorithm>
#include <array>

#include "model/filter/comparison_reader.h"
#include "model/filter/lexer.h"
#include "model/filter/token_stream.h"

namespace model::filter {

namespace {

using Parsed = netcore::Outcome<Node, Problem>;

class Parser {
public:
    explicit Parser(std::string_view text) : m_tokens(text) { }

    Parsed whole();

private:
    Parsed chain(TokenKind joint, Node::Kind kind);
    Parsed alternatives() { return chain(TokenKind::Or, Node::Kind::Or); }
    Parsed negatable();
    Parsed negated();
    Parsed inParentheses();
    Parsed comparison();

    TokenStream m_tokens;
    int m_depth = 0;
    std::size_t m_comparisons = 0;
};

Parsed Parser::whole()
{
    if (m_tokens.atEnd()) {
        return m_tokens.problem("there is no filter", "write a condition: errno == EAGAIN");
    }
    Parsed all = alternatives();
    if (!all.ok() || m_tokens.atEnd()) {
        return all;
    }
    const bool closes = m_tokens.is(TokenKind::Close);
    return closes ? m_tokens.problem("this parenthesis was not opened", "remove it, or open one before")
                  : m_tokens.problem("the condition has ended before this", "write 'and' or 'or' between");
}

// a or b or c; and one level down: a and b.
Parsed Parser::chain(TokenKind joint, Node::Kind kind)
{
    const bool isOr = joint == TokenKind::Or;
    Node node;
    node.kind = kind;
    do {
        Parsed part = isOr ? chain(TokenKind::And, Node::Kind::And) : negatable();
        if (!part.ok()) {
            return part;
        }
        node.parts.push_back(std::move(part.value()));
    } while (m_tokens.take(joint));
    return node.parts.size() == 1 ? Node(std::move(node.parts.front())) : std::move(node);
}

Parsed Parser::negatable()
{
    if (m_depth >= kDeepest) {
        return m_tokens.problem("this is nested too deeply", "use fewer parentheses and 'not'");
    }
    ++m_depth;
    Parsed node = m_tokens.is(TokenKind::Not) ? negated()
        : m_tokens.is(TokenKind::Open)        ? inParentheses()
                                              : comparison();
    --m_depth;
    return node;
}

Parsed Parser::negated()
{
    m_tokens.take(TokenKind::Not);
    Parsed part = negatable();
    if (!part.ok()) {
        return part;
    }
    Node node;
    node.kind = Node::Kind::Not;
    node.parts.push_back(std::move(part.value()));
    return node;
}

Parsed Parser::inParentheses()
{
    const std::size_t opened = m_tokens.current().column;
    m_tokens.take(TokenKind::Open);
    Parsed node = alternatives();
    if (!node.ok() || m_tokens.take(TokenKind::Close)) {
        return node;
    }
    if (m_tokens.atEnd()) {
        return Problem {opened, 1, "this parenthesis is not closed", "write ) where it ends"};
    }
    return m_tokens.problem("the condition has ended before this", "write 'and', 'or' or ) between");
}

Parsed Parser::comparison()
{
    if (++m_comparisons > kMostComparisons) {
        return m_tokens.problem("there are too many conditions", "use a set: socket in {7 8 9}");
    }
    auto read = readComparison(m_tokens);
    if (!read.ok()) {
        return read.problem();
    }
    Node node;
    node.comparison = std::move(read.value());
    return node;
}

}

Parsed parse(std::string_view text)
{
    if (text.size() > kLongestText) {
        return Problem {
            kLongestText, text.size() - kLongestText, "this is too long for a filter", "use sets and ranges"};
    }
    return Parser(text).whole();
}

}

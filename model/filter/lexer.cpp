#include "model/filter/lexer.h"

#include <algorithm>
#include <array>

#include "model/filter/fields.h"
#include "netcore/base/quoted.h"

namespace model::filter {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct Sign {
    std::string_view text;
    TokenKind kind;
};
// The longer ones first.
constexpr std::array kSigns {
    Sign {"==", TokenKind::Comparison},
    Sign {"!=", TokenKind::Comparison},
    Sign {"<=", TokenKind::Comparison},
    Sign {">=", TokenKind::Comparison},
    Sign {"&&", TokenKind::And},
    Sign {"||", TokenKind::Or},
    Sign {"<", TokenKind::Comparison},
    Sign {">", TokenKind::Comparison},
    Sign {"!", TokenKind::Not},
    Sign {"(", TokenKind::Open},
    Sign {")", TokenKind::Close},
    Sign {"{", TokenKind::OpenSet},
    Sign {"}", TokenKind::CloseSet},
    Sign {",", TokenKind::Comma},
    Sign {"=", TokenKind::Wrong},
};
constexpr std::array kWords {
    Sign {"and", TokenKind::And},
    Sign {"or", TokenKind::Or},
    Sign {"not", TokenKind::Not},
    Sign {"in", TokenKind::Comparison},
    Sign {"contains", TokenKind::Comparison},
    Sign {"matches", TokenKind::Comparison},
};

const Sign* signAt(std::string_view text)
{
    const auto sign
        = std::ranges::find_if(kSigns, [text](const Sign& one) { return text.starts_with(one.text); });
    return sign == kSigns.end() ? nullptr : &*sign;
}

TokenKind kindOfWord(std::string_view word)
{
    const auto known
        = std::ranges::find_if(kWords, [word](const Sign& one) { return equalWithoutCase(one.text, word); });
    return known == kWords.end() ? TokenKind::Word : known->kind;
}

Token stringAt(std::string_view text, std::size_t column)
{
    const char quote = text[column];
    std::size_t end = column + 1;
    while (end < text.size() && text[end] != quote) {
        end += text[end] == '\\' && end + 1 < text.size() ? 2U : 1U;
    }
    Token token;
    token.kind = TokenKind::String;
    token.column = column;
    token.isClosed = end < text.size();
    token.text = text.substr(column + 1, end - column - 1);
    end += token.isClosed ? 1U : 0U;
    const bool isLast = end + 1 >= text.size() || isBlank(text[end + 1]) || signAt(text.substr(end + 1));
    token.ignoresCase = token.isClosed && end < text.size() && text[end] == 'i' && isLast;
    token.length = end - column + (token.ignoresCase ? 1U : 0U);
    return token;
}

Token wordAt(std::string_view text, std::size_t column)
{
    std::size_t end = column;
    while (end < text.size() && !isBlank(text[end]) && text[end] != '"' && text[end] != '\''
        && !signAt(text.substr(end))) {
        ++end;
    }
    Token token;
    token.column = column;
    token.length = end - column;
    token.text = text.substr(column, token.length);
    token.kind = kindOfWord(token.text);
    return token;
}

}

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t column = 0;
    while (column < text.size()) {
        if (isBlank(text[column])) {
            ++column;
            continue;
        }
        Token token;
        if (text[column] == '"' || text[column] == '\'') {
            token = stringAt(text, column);
        } else if (const Sign* sign = signAt(text.substr(column))) {
            token.kind = sign->kind;
            token.column = column;
            token.length = sign->text.size();
            token.text = text.substr(column, token.length);
        } else {
            token = wordAt(text, column);
        }
        column = token.end();
        tokens.push_back(token);
    }
    return tokens;
}

std::string quotedIfNeeded(std::string_view word)
{
    const auto tokens = tokensOf(word);
    const bool isOne = tokens.size() == 1 && tokens.front().kind == TokenKind::Word
        && tokens.front().length == word.size();
    return isOne ? std::string(word) : netcore::quoted(word);
}

}

#include "model/scenario/lexer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "netcore/base/quoted.h"

namespace model::scenario {

using namespace netcore;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
bool endsBareAddress(char c)
{
    return isBlank(c) || c == ',' || c == ')' || c == '}' || c == '"' || c == '=';
}
bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80; // UTF-8: the others continue one
}

constexpr std::size_t kMostRepeated = std::size_t {16} << 20; // bytes of a line's strings

constexpr std::array<std::string_view, 24> kSigns {"...", "==", "!=", "<=", ">=", "=>", "(", ")", "{", "}",
    "[", "]", ",", ":", "=", "|", "&", "-", "/", "<", ">", "@", "?", "."};

class Lexer {
public:
    Lexer(const ExpandedLine& line, std::size_t lineNumber)
        : m_text(line.text), m_columns(line.columns), m_lineNumber(lineNumber)
    {
    }

    Outcome<std::vector<Token>, Problem> run()
    {
        std::vector<Token> tokens;
        for (skipBlanks(); m_at < m_text.size() && m_text[m_at] != '#'; skipBlanks()) {
            Token token;
            token.column = m_columns[m_at];
            token.begin = m_at;
            if (!read(token)) {
                return *m_problem;
            }
            token.end = m_at;
            tokens.push_back(std::move(token));
        }
        tokens.push_back({Token::Kind::End, {}, m_columns[m_at], false, m_at, m_at});
        return tokens;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) {
            ++m_at;
        }
    }

    char at(std::size_t ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    bool fail(std::size_t where, const Phrase& found, const Phrase& expected)
    {
        m_problem = Problem {m_lineNumber, m_columns[where], found, expected};
        return false;
    }

    bool read(Token& token)
    {
        const char c = at(0);
        const bool afterNumber = m_at > 0 && isDigit(m_text[m_at - 1]); // 1/2 is no path
        if (c == '"') {
            return readString(token);
        }
        if (const std::size_t length = bareAddressLength(afterNumber); length > 0) {
            return take(token, Token::Kind::Address, length);
        }
        if (isLetter(c) || isDigit(c)) {
            return take(token, isDigit(c) ? Token::Kind::Number : Token::Kind::Word, wordLength());
        }
        for (const std::string_view sign : kSigns) {
            if (std::string_view(m_text).substr(m_at).starts_with(sign)) {
                return take(token, Token::Kind::Sign, sign.size());
            }
        }
        return fail(m_at, inQuotes(m_text.substr(m_at, 1)), Say::StepAsIn);
    }

    bool take(Token& token, Token::Kind kind, std::size_t length)
    {
        token.kind = kind;
        token.text = m_text.substr(m_at, length);
        m_at += length;
        return true;
    }

    std::size_t wordLength() const
    {
        std::size_t length = 0;
        while (isLetter(at(length)) || isDigit(at(length))
            || (isDigit(at(0)) && at(length) == '.' && isDigit(at(length + 1)))) {
            ++length;
        }
        return length;
    }

    // 127.0.0.1:80, localhost:80, [::1]:80, ::1, /path, @name; 0: none of them. What is in it is judged
    // later.
    std::size_t bareAddressLength(bool afterNumber) const
    {
        const char c = at(0);
        if ((c == '/' && !afterNumber) || (c == '@' && at(1) != '"')) {
            return lengthUpTo(endsBareAddress);
        }
        const std::size_t length = lengthUpTo([](char next) { return endsBareAddress(next) || next == '('; });
        const std::string_view text = std::string_view(m_text).substr(m_at, length);
        if (c == '[') {
            return std::ranges::count(text, ':') >= 2 ? length : 0;
        }
        const std::size_t colon = text.find(':');
        const bool portFollows = colon != std::string_view::npos && colon + 1 < text.size();
        const bool isHost = isLetter(c) || isDigit(c) || text.starts_with("::");
        const bool dotted = isDigit(c) && std::ranges::count(text.substr(0, colon), '.') >= 2;
        return isHost
                && (dotted
                    || (portFollows && (isDigit(text[colon + 1]) || text[colon + 1] == ':' || isDigit(c))))
            ? length
            : 0;
    }

    template<typename Stop> std::size_t lengthUpTo(Stop stop) const
    {
        std::size_t length = 0;
        while (m_at + length < m_text.size() && !stop(m_text[m_at + length])) {
            ++length;
        }
        return length;
    }

    bool readString(Token& token)
    {
        const std::size_t open = m_at++;
        token.kind = Token::Kind::String;
        while (at(0) != '"') {
            if (m_at >= m_text.size()) {
                return fail(open, Say::EndlessString, Say::QuoteAtEnd);
            }
            if (at(0) != '\\') {
                token.text += m_text[m_at++];
            } else if (!readEscape(token.text)) {
                return false;
            }
        }
        ++m_at;
        if (at(0) == '*' && isDigit(at(1)) && !readCount(token)) {
            return false;
        }
        token.cut = std::string_view(m_text).substr(m_at).starts_with("...");
        m_at += token.cut ? 3 : 0;
        return true;
    }

    // "ab"*500: so many times.
    bool readCount(Token& token)
    {
        const std::size_t star = m_at++;
        std::size_t count = 0;
        for (; isDigit(at(0)) && count <= kMostRepeated; ++m_at) {
            count = count * 10 + static_cast<std::size_t>(at(0) - '0');
        }
        m_repeated += count * token.text.size();
        if (count > kMostRepeated || m_repeated > kMostRepeated) {
            return fail(star, Say::LongString, {Say::BytesInLine, {std::to_string(kMostRepeated)}});
        }
        std::string all;
        all.reserve(count * token.text.size());
        for (std::size_t i = 0; i < count; ++i) {
            all += token.text;
        }
        token.text = std::move(all);
        return true;
    }

    bool readEscape(std::string& bytes)
    {
        constexpr std::string_view kLetters = "ntrvfab\\\"'?";
        constexpr std::string_view kValues = "\n\t\r\v\f\a\b\\\"'?";
        const std::size_t backslash = m_at++;
        if (const std::size_t simple = kLetters.find(at(0));
            simple != std::string_view::npos && at(0) != '\0') {
            bytes += kValues[simple];
            ++m_at;
            return true;
        }
        const bool hex = at(0) == 'x';
        m_at += hex ? 1 : 0;
        unsigned value = 0;
        std::size_t digits = 0;
        for (; digits < (hex ? 2 : 3); ++digits) {
            const auto digit = digitValue(at(0), hex ? 16 : 8);
            if (!digit) {
                break;
            }
            value = value * (hex ? 16 : 8) + *digit;
            ++m_at;
        }
        if (digits == 0 || value > 255) {
            return fail(backslash, inQuotes(m_text.substr(backslash, m_at + 1 - backslash)), Say::EscapeOfC);
        }
        bytes += static_cast<char>(value);
        return true;
    }

    static std::optional<unsigned> digitValue(char c, unsigned base)
    {
        constexpr std::string_view kDigits = "0123456789abcdef";
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        const std::size_t value = kDigits.find(lower);
        return c != '\0' && value < base ? std::optional(static_cast<unsigned>(value)) : std::nullopt;
    }

    const std::string& m_text;
    const std::vector<std::size_t>& m_columns;
    std::size_t m_lineNumber;
    std::size_t m_at = 0;
    std::size_t m_repeated = 0; // bytes
    std::optional<Problem> m_problem;
};

}

Phrase describe(const Token& token)
{
    switch (token.kind) {
    case Token::Kind::End:
        return Say::EndOfLine;
    case Token::Kind::String:
        return notation(quoted(bytesOf(token.text), 40));
    default:
        return inQuotes(token.text);
    }
}

Outcome<ExpandedLine, Problem> expand(
    std::string_view line, std::size_t lineNumber, const Variables& variables)
{
    ExpandedLine result;
    std::size_t column = 0;
    bool inString = false;
    const auto put = [&](std::string_view text) {
        result.text += text;
        result.columns.insert(result.columns.end(), text.size(), column);
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        column += startsCharacter(line[i]) ? 1U : 0U;
        if (!line.substr(i).starts_with("${")) {
            put(line.substr(i, 1));
            inString ^= line[i] == '"';
            if (inString && line[i] == '\\' && i + 1 < line.size()) {
                ++column;
                put(line.substr(++i, 1)); // \" does not end the string
            }
            continue;
        }
        const std::size_t close = std::min(line.find('}', i), line.size());
        const std::string_view name = line.substr(i + 2, close - std::min(close, i + 2));
        const std::string* value = close < line.size() ? variables(name) : nullptr;
        if (value == nullptr) {
            return Problem {lineNumber, column, inQuotes(line.substr(i, close + 1 - i)),
                {Say::Variable, {name.empty() ? "port" : std::string(name)}}};
        }
        const std::string escaped = netcore::quoted(*value);
        put(inString ? std::string_view(escaped).substr(1, escaped.size() - 2) : *value);
        column += close - i; // names are ASCII
        i = close;
    }
    result.columns.push_back(column + 1);
    return result;
}

Outcome<std::vector<Token>, Problem> tokensOf(const ExpandedLine& line, std::size_t lineNumber)
{
    return Lexer(line, lineNumber).run();
}

}

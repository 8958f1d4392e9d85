// The texts and bytes of a filter: escapes, bytes in hexadecimal, regular expressions.

#include <optional>

#include "model/filter/regex.h"
#include "model/filter/values.h"

namespace model::filter {

namespace {

using TextOutcome = netcore::Outcome<std::string, Problem>;

int digitOf(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<char> simpleEscape(char letter)
{
    switch (letter) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case 'f':
        return '\f';
    case '\\':
    case '"':
    case '\'':
        return letter;
    default:
        return std::nullopt;
    }
}

// Digits of that base from `at`, at most so many: the byte, and how many there were.
struct Digits {
    unsigned value = 0;
    std::size_t count = 0;
};
Digits digitsAt(std::string_view text, std::size_t at, unsigned base, std::size_t most)
{
    Digits digits;
    while (digits.count < most && at + digits.count < text.size()) {
        const int digit = digitOf(text[at + digits.count]);
        if (digit < 0 || static_cast<unsigned>(digit) >= base) {
            break;
        }
        digits.value = digits.value * base + static_cast<unsigned>(digit);
        ++digits.count;
    }
    return digits;
}

bool isHexPair(std::string_view text)
{
    return text.size() == 2 && digitOf(text[0]) >= 0 && digitOf(text[1]) >= 0;
}

// 47:45:54, 0x474554. Nothing: it is something else.
std::optional<std::string> hexBytes(std::string_view text)
{
    const bool prefixed = text.starts_with("0x") || text.starts_with("0X");
    const std::size_t step = prefixed ? 2 : 3;
    text.remove_prefix(prefixed ? 2U : 0U);
    if (prefixed ? text.empty() || text.size() % 2 != 0 : text.size() < 5 || text.size() % 3 != 2) {
        return std::nullopt;
    }
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += step) {
        const bool parted = prefixed || i + 2 == text.size() || text[i + 2] == ':';
        if (!isHexPair(text.substr(i, 2)) || !parted) {
            return std::nullopt;
        }
        bytes += static_cast<char>(digitOf(text[i]) * 16 + digitOf(text[i + 1]));
    }
    return bytes;
}

// A regular expression keeps its backslashes; only the quotation mark loses its own.
std::string regexText(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escapesQuote
            = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\'');
        i += escapesQuote ? 1U : 0U;
        result += text[i];
        if (text[i] == '\\' && i + 1 < text.size()) {
            result += text[++i];
        }
    }
    return result;
}

}

TextOutcome unescaped(std::string_view text, std::size_t column)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            bytes += text[i];
            continue;
        }
        const std::size_t start = i++;
        const char letter = i < text.size() ? text[i] : '\0';
        if (const auto simple = simpleEscape(letter)) {
            bytes += *simple;
            continue;
        }
        const bool hex = letter == 'x';
        const Digits digits = hex ? digitsAt(text, i + 1, 16, 2) : digitsAt(text, i, 8, 3);
        if (digits.count == 0 || digits.value > 0xff) {
            return Problem {column + start, std::min<std::size_t>(2, text.size() - start),
                "there is no such escape", "known are \\n \\r \\t \\0 \\\\ \\\" and \\x with two digits"};
        }
        bytes += static_cast<char>(digits.value);
        i += digits.count - (hex ? 0U : 1U);
    }
    return bytes;
}

TextOutcome readText(Field field, Test test, const Token& token)
{
    const bool isString = token.kind == TokenKind::String;
    if (test == Test::Matches) {
        const std::string pattern = isString ? regexText(token.text) : std::string(token.text);
        if (const std::string problem = Regex(pattern, token.ignoresCase).problem(); !problem.empty()) {
            return Problem {token.column, token.length, "this is no regular expression: " + problem,
                "its syntax is RE2's; \\ before a sign means the sign itself"};
        }
        return pattern;
    }
    auto text = isString ? unescaped(token.text, token.column + 1) : std::string(token.text);
    if (!isString && field == Field::Data) {
        if (const auto bytes = hexBytes(token.text)) {
            return *bytes;
        }
    }
    if (text.ok() && text.value().empty()) {
        return Problem {token.column, token.length, "there is nothing between the quotation marks",
            "write what to look for"};
    }
    return text;
}

}

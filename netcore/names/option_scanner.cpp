#include "netcore/names/option_scanner.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <charconv>
#include <net/if.h>
#include <netinet/in.h>
#include <string>

namespace netcore {

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isOfWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0
        || std::string_view("_.-:%/").find(c) != std::string_view::npos;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The number without its sign and its 0x.
template<typename Value> std::errc readDigits(std::string_view word, Value& value)
{
    const bool hexadecimal = word.starts_with("0x") || word.starts_with("0X");
    word.remove_prefix(hexadecimal ? 2 : 0);
    const auto [end, error] = std::from_chars(word.begin(), word.end(), value, hexadecimal ? 16 : 10);
    return error == std::errc {} && end != word.end() ? std::errc::invalid_argument : error;
}

std::string_view asText(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}

std::string_view OptionScanner::rest()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at])) {
        ++m_at;
    }
    return m_text.substr(m_at);
}

char OptionScanner::next()
{
    const std::string_view left = rest();
    return left.empty() ? '\0' : left.front();
}

bool OptionScanner::take(std::string_view wanted)
{
    if (!rest().starts_with(wanted)) {
        return false;
    }
    m_at += wanted.size();
    return true;
}

std::string_view OptionScanner::word()
{
    const std::string_view left = rest();
    const auto end = std::ranges::find_if_not(left, isOfWord);
    const auto length = static_cast<std::size_t>(end - left.begin());
    m_at += length;
    return left.substr(0, length);
}

std::nullopt_t OptionScanner::failAt(Reason reason, std::size_t column)
{
    if (!m_problem) {
        m_problem = OptionProblem {reason, column};
    }
    return std::nullopt;
}

std::optional<std::int64_t> OptionScanner::number(std::int64_t least, std::int64_t most)
{
    rest();
    const std::size_t begin = m_at;
    std::string_view digits = word();
    const bool negative = digits.starts_with('-');
    digits.remove_prefix(negative ? 1 : 0);
    std::uint64_t value = 0;
    const std::errc error = readDigits(digits, value);
    if (error == std::errc::invalid_argument) {
        return failAt(Reason::NotANumber, begin);
    }
    constexpr auto kMost = static_cast<std::uint64_t>(INT64_MAX);
    if (error != std::errc {} || value > kMost) {
        return failAt(Reason::OutOfRange, begin);
    }
    const auto signedValue = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
    if (signedValue < least || signedValue > most) {
        return failAt(Reason::OutOfRange, begin);
    }
    return signedValue;
}

std::optional<std::uint64_t> OptionScanner::unsigned64()
{
    if (next() == '-') { // -1 is "no limit"
        const auto value = number(-1, -1);
        return value ? std::optional(UINT64_MAX) : std::nullopt;
    }
    const std::size_t begin = m_at;
    std::uint64_t value = 0;
    const std::errc error = readDigits(word(), value);
    if (error != std::errc {}) {
        return failAt(error == std::errc::invalid_argument ? Reason::NotANumber : Reason::OutOfRange, begin);
    }
    return value;
}

std::optional<std::int64_t> OptionScanner::constant(NameTable names)
{
    rest();
    const std::size_t begin = m_at;
    std::string_view name = word();
    if (name == "1" && take("<<")) { // 1<<ICMP_ECHO
        word();
        name = m_text.substr(begin, m_at - begin);
    }
    if (const auto value = valueOf(names, name)) {
        return value;
    }
    const bool isNumber = !name.empty() && (name.front() == '-' || hexDigit(name.front()) >= 0)
        && std::isalpha(static_cast<unsigned char>(name.front())) == 0;
    if (!isNumber) {
        return failAt(Reason::UnknownName, begin);
    }
    m_at = begin;
    return number(INT32_MIN, UINT32_MAX);
}

std::optional<std::uint32_t> OptionScanner::flags(NameTable names)
{
    std::uint32_t bits = 0;
    do {
        const auto one = constant(names);
        if (!one) {
            return std::nullopt;
        }
        bits |= static_cast<std::uint32_t>(*one);
    } while (take("|"));
    return bits;
}

std::optional<std::byte> OptionScanner::escaped()
{
    constexpr std::string_view kLetters = "ntrvf\"\\";
    constexpr std::string_view kMeanings = "\n\t\r\v\f\"\\";
    const std::string_view left = m_text.substr(m_at);
    if (const auto found = left.empty() ? std::string_view::npos : kLetters.find(left.front());
        found != std::string_view::npos) {
        ++m_at;
        return static_cast<std::byte>(kMeanings[found]);
    }
    const bool hexadecimal = left.starts_with('x');
    const unsigned base = hexadecimal ? 16 : 8;
    const std::size_t most = hexadecimal ? 2 : 3;
    m_at += hexadecimal ? 1 : 0;
    unsigned value = 0;
    std::size_t digits = 0;
    for (; digits < most && m_at < m_text.size(); ++digits, ++m_at) {
        const int digit = hexDigit(m_text[m_at]);
        if (digit < 0 || static_cast<unsigned>(digit) >= base) {
            break;
        }
        value = value * base + static_cast<unsigned>(digit);
    }
    if (digits == 0 || value > 0xff) {
        return fail(Reason::BadEscape);
    }
    return static_cast<std::byte>(value);
}

std::optional<OptionScanner::Bytes> OptionScanner::string()
{
    if (!take("\"")) {
        return fail(Reason::NotAString);
    }
    Bytes bytes;
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        const char c = m_text[m_at++];
        const auto byte = c == '\\' ? escaped() : std::optional(static_cast<std::byte>(c));
        if (!byte) {
            return std::nullopt;
        }
        bytes.push_back(*byte);
    }
    if (m_at == m_text.size()) {
        return fail(Reason::NotAString);
    }
    ++m_at;
    return bytes;
}

bool OptionScanner::wantsHexBytes()
{
    const std::string_view inside = rest().substr(std::min<std::size_t>(1, rest().size()));
    const std::string_view content = inside.substr(0, inside.find('}'));
    return next() == '{'
        && std::ranges::all_of(content, [](char c) { return isBlank(c) || hexDigit(c) >= 0; });
}

std::optional<OptionScanner::Bytes> OptionScanner::hexBytes()
{
    take("{");
    Bytes bytes;
    while (!take("}")) {
        if (atEnd()) {
            return fail(Reason::Unclosed);
        }
        const int high = hexDigit(m_text[m_at]);
        const int low = m_at + 1 < m_text.size() ? hexDigit(m_text[m_at + 1]) : -1;
        if (high < 0 || low < 0) {
            return fail(Reason::BadHex);
        }
        bytes.push_back(static_cast<std::byte>(high * 16 + low));
        m_at += 2;
    }
    return bytes;
}

std::optional<OptionScanner::Bytes> OptionScanner::host(int family, std::size_t size)
{
    rest();
    const std::size_t begin = m_at;
    std::string written;
    if (next() == '"') {
        const auto content = string();
        written = content ? std::string(asText(*content)) : std::string();
    } else {
        written = std::string(word());
    }
    Bytes bytes(size);
    if (written.find('\0') != std::string::npos || ::inet_pton(family, written.c_str(), bytes.data()) != 1) {
        return failAt(Reason::NotAnAddress, begin);
    }
    return bytes;
}

std::optional<OptionScanner::Bytes> OptionScanner::internet4()
{
    const bool call = take("inet_addr(");
    auto bytes = host(AF_INET, sizeof(in_addr));
    return bytes && call && !take(")") ? fail(Reason::Unclosed) : bytes;
}

std::optional<OptionScanner::Bytes> OptionScanner::internet6()
{
    if (!take("inet_pton(AF_INET6,")) {
        return host(AF_INET6, sizeof(in6_addr));
    }
    auto bytes = host(AF_INET6, sizeof(in6_addr));
    if (bytes && take(",") && take("&")) {
        word();
    }
    return bytes && !take(")") ? fail(Reason::Unclosed) : bytes;
}

std::optional<std::uint32_t> OptionScanner::interface()
{
    const bool call = take("if_nametoindex(");
    rest();
    const std::size_t begin = m_at;
    std::string name;
    if (next() == '"') {
        const auto content = string();
        name = content ? std::string(asText(*content)) : std::string();
    } else {
        name = std::string(word());
    }
    std::uint32_t index = 0;
    const bool isNumber = !name.empty() && readDigits(name, index) == std::errc {};
    if (!isNumber && name.find('\0') == std::string::npos) {
        index = ::if_nametoindex(name.c_str());
    }
    if (!isNumber && index == 0) {
        return failAt(Reason::UnknownInterface, begin);
    }
    return call && !take(")") ? std::optional<std::uint32_t>(fail(Reason::Unclosed)) : index;
}

}

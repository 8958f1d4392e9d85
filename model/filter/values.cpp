#include "model/filter/values.h"

#include <array>
#include <charconv>
#include <cmath>

#include "model/filter/regex.h"
#include "netcore/names/options.h"

namespace model::filter {

namespace {

using ValueOutcome = netcore::Outcome<Value, Problem>;

struct Unit {
    std::string_view name;
    double factor;
};
constexpr std::array kTimes {Unit {"ns", 1}, Unit {"us", 1e3}, Unit {"µs", 1e3}, Unit {"ms", 1e6},
    Unit {"s", 1e9}, Unit {"min", 60e9}, Unit {"h", 3600e9}};
constexpr std::array kSizes {Unit {"B", 1}, Unit {"kB", 1e3}, Unit {"KB", 1e3}, Unit {"MB", 1e6},
    Unit {"GB", 1e9}, Unit {"KiB", 1024}, Unit {"MiB", 1024 * 1024}, Unit {"GiB", 1024 * 1024 * 1024}};

constexpr double kLargest = 9e18; // below 2^63

Problem problemAt(const Token& token, std::string what, std::string remedy)
{
    return {token.column, token.length, std::move(what), std::move(remedy)};
}

std::string cited(const Token& token)
{
    return '\'' + std::string(token.text) + '\'';
}

std::optional<std::int64_t> integer(std::string_view text)
{
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1U : 0U);
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    text.remove_prefix(hex ? 2U : 0U);
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, hex ? 16 : 10);
    const bool whole = !text.empty() && text.front() != '-' && read.ec == std::errc()
        && read.ptr == text.data() + text.size();
    return whole ? std::optional(negative ? -value : value) : std::nullopt;
}

// A number and a unit behind it; without one only 0, or what `plain` allows.
std::optional<std::int64_t> measured(std::string_view text, std::span<const Unit> units, bool plain)
{
    double value = 0;
    const auto read
        = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (read.ec != std::errc() || !std::isfinite(value)) {
        return std::nullopt;
    }
    const std::string_view name(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    if (name.empty() && (plain || value == 0)) {
        return integer(text);
    }
    for (const Unit& unit : units) {
        const double scaled = value * unit.factor;
        if (unit.name == name && std::abs(scaled) < kLargest) {
            return std::llround(scaled);
        }
    }
    return std::nullopt;
}

// 00:12.004118, 1:00:00: as the log shows moments.
std::optional<std::int64_t> clock(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) {
        return std::nullopt;
    }
    double seconds = 0;
    const auto read = std::from_chars(
        text.data() + colon + 1, text.data() + text.size(), seconds, std::chars_format::fixed);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || seconds < 0 || seconds >= 60) {
        return std::nullopt;
    }
    const std::string_view before = text.substr(0, colon);
    const std::size_t hours = before.find(':');
    const auto minutes = integer(before.substr(hours == std::string_view::npos ? 0U : hours + 1));
    const auto whole
        = hours == std::string_view::npos ? std::optional<std::int64_t>(0) : integer(before.substr(0, hours));
    if (!minutes || !whole || *minutes < 0 || *whole < 0 || *whole > 1'000'000 || *minutes > 60'000'000) {
        return std::nullopt;
    }
    return std::llround(seconds * 1e9) + (*minutes + *whole * 60) * 60'000'000'000;
}

std::optional<std::int64_t> flagBits(std::string_view text)
{
    std::int64_t bits = 0;
    while (true) {
        const std::size_t bar = text.find('|');
        const std::string_view name = text.substr(0, bar);
        const auto value = constantNamed(Field::Flags, name);
        const auto bit = value ? value : integer(name);
        if (!bit) {
            return std::nullopt;
        }
        bits |= *bit;
        if (bar == std::string_view::npos) {
            return bits;
        }
        text.remove_prefix(bar + 1);
    }
}

std::optional<std::int64_t> numberOf(Field field, std::string_view text)
{
    switch (describe(field).type) {
    case ValueType::Duration:
        if (const auto time = measured(text, kTimes, false)) {
            return time;
        }
        return clock(text);
    case ValueType::Size:
        return measured(text, kSizes, true);
    case ValueType::Flags:
        return flagBits(text);
    case ValueType::Constant:
        if (const auto value = constantNamed(field, text)) {
            return value;
        }
        return integer(text);
    default:
        return integer(text);
    }
}

std::string remedyFor(Field field)
{
    switch (describe(field).type) {
    case ValueType::Duration:
        return "write a time with its unit: 10ms, 1.5s, 200us, 3ns";
    case ValueType::Size:
        return "write a number of bytes: 1500, 64KiB";
    case ValueType::Flags:
        return "write flags by name: MSG_PEEK|MSG_DONTWAIT";
    case ValueType::Constant: {
        const auto names = namesOf(field);
        return "write a name or a number, such as "
            + std::string(field == Field::Errno ? "EAGAIN" : names.front().name);
    }
    default:
        return "write a whole number";
    }
}

ValueOutcome readRange(Field field, const Token& token)
{
    const std::size_t dots = token.text.find("..");
    const std::string_view first = token.text.substr(0, dots);
    const std::string_view last = dots == std::string_view::npos ? first : token.text.substr(dots + 2);
    const auto low = numberOf(field, first);
    const auto high = numberOf(field, last);
    if (!low || !high) {
        return problemAt(
            token, cited(token) + " is no " + std::string(describe(field).name), remedyFor(field));
    }
    if (*low > *high) {
        return problemAt(token, "the range " + cited(token) + " is empty", "write the smaller number first");
    }
    Value value;
    value.range = {*low, *high};
    return value;
}

ValueOutcome readAddress(const Token& token, const std::string& text)
{
    Value value;
    const auto pattern = readAddressPattern(text);
    if (!pattern) {
        return problemAt(token, cited(token) + " is no address",
            "write 127.0.0.1:80, [::1]:80, 10.0.0.0/8, :5000, /path or @name");
    }
    value.address = *pattern;
    return value;
}

ValueOutcome readOption(const Token& token)
{
    Value value;
    if (const auto* option = netcore::optionNamed(token.text)) {
        value.option = {option->level, option->number};
        return value;
    }
    const auto number = integer(token.text);
    if (!number || *number < 0 || *number > INT32_MAX) {
        return problemAt(
            token, cited(token) + " is no socket option", "write its name: SO_KEEPALIVE, TCP_NODELAY");
    }
    value.option = {-1, static_cast<int>(*number)};
    return value;
}

// The ports of a network's sockets; of `port` only.
ValueOutcome readPorts(const Token& token)
{
    const auto range = readRange(Field::Port, token);
    if (!range.ok()) {
        return range;
    }
    if (range.value().range.first < 0 || range.value().range.last > 65'535) {
        return problemAt(token, cited(token) + " is no port", "ports go from 0 to 65535");
    }
    Value value;
    value.address = portPattern(static_cast<std::int32_t>(range.value().range.first),
        static_cast<std::int32_t>(range.value().range.last));
    return value;
}

}

ValueOutcome readValue(Field field, Test test, const Token& token)
{
    if (!token.isClosed) {
        return problemAt(token, "the text has no end", "close it with a quotation mark");
    }
    if (test == Test::Numbers || test == Test::AllBits) {
        return readRange(field, token);
    }
    if (test == Test::Options) {
        return readOption(token);
    }
    if (test == Test::Addresses && field == Field::Port) {
        return readPorts(token);
    }
    const auto text = readText(field, test, token);
    if (!text.ok()) {
        return text.problem();
    }
    if (test == Test::Addresses) {
        return readAddress(token, text.value());
    }
    Value value;
    value.text = text.value();
    return value;
}

}

#include "model/scenario/scenario.h"

#include <array>
#include <charconv>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;
using namespace std::chrono_literals;

namespace {

struct Unit {
    std::string_view name;
    std::chrono::nanoseconds length;
};
constexpr std::array kUnits {
    Unit {"ns", 1ns}, Unit {"us", 1us}, Unit {"ms", 1ms}, Unit {"s", 1s}, Unit {"min", 1min}};

}

const CallStep* callOf(const Scenario& scenario, const Step& step)
{
    if (const auto* call = std::get_if<CallStep>(&step.what)) {
        return call;
    }
    const auto* returns = std::get_if<ReturnStep>(&step.what);
    return returns == nullptr ? nullptr : std::get_if<CallStep>(&scenario.steps[returns->call].what);
}

Phrase expectedText(const Expected& expected)
{
    if (!expected.value) {
        return Say::NoFailure;
    }
    std::string text = std::to_string(*expected.value);
    for (std::size_t i = 0; i < expected.errors.size(); ++i) {
        text += (i == 0 ? " " : " or ") + errnoText(expected.errors[i]);
    }
    if (expected.data) {
        text += ' ' + netcore::quoted(*expected.data) + (expected.dataGoesOn ? "..." : "");
    }
    if (expected.messageFlags) {
        text += ' ' + flagsText(messageFlags(), *expected.messageFlags);
    }
    const bool isWritten = expected.option || expected.answered || expected.ready;
    return isWritten ? Phrase(Say::Written, {text}) : notation(text);
}

std::string durationText(std::chrono::nanoseconds duration)
{
    constexpr std::array<std::string_view, 4> kNames {" ns", " \u00b5s", " ms", " s"};
    auto value = static_cast<double>(duration.count());
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < kNames.size(); ++unit) {
        value /= 1000;
    }
    std::array<char, 32> text {}; // not by printf: that would ask the locale for the decimal point
    const bool whole = value >= 99.5;
    const auto end = std::to_chars(text.begin(), text.end(), value,
        whole ? std::chars_format::fixed : std::chars_format::general, whole ? 0 : 3)
                         .ptr;
    return std::string(text.data(), end) + std::string(kNames[unit]);
}

std::optional<std::chrono::nanoseconds> parseDuration(std::string_view text)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), count);
    if (error != std::errc {} || count < 0) {
        return std::nullopt;
    }
    const std::string_view unit(end, static_cast<std::size_t>(text.end() - end));
    for (const Unit& known : kUnits) {
        if (known.name == unit && count <= std::chrono::nanoseconds(24h) / known.length) {
            return count * known.length;
        }
    }
    return std::nullopt;
}

}

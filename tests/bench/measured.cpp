#include "tests/bench/measured.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "model/export/json_writer.h"

namespace bench {

namespace {

std::vector<double> ratios(const std::vector<double>& above, const std::vector<double>& below)
{
    std::vector<double> found;
    for (std::size_t i = 0; i < above.size(); ++i) {
        found.push_back(above[i] / below[i]);
    }
    return found;
}

struct Rounds {
    std::vector<double> ours;
    std::vector<double> other;
};

Rounds inTurn(const Settings& settings, const Sample& ours, const Sample& other)
{
    Rounds rounds;
    for (int round = 0; round < settings.rounds; ++round) {
        // Who comes first changes: what the first leaves behind (warm caches, a busy disk) helps or harms
        // both.
        const bool oursFirst = round % 2 == 0;
        if (oursFirst) {
            rounds.ours.push_back(ours());
        }
        rounds.other.push_back(other());
        if (!oursFirst) {
            rounds.ours.push_back(ours());
        }
    }
    return rounds;
}

Measured compared(std::string what, std::string unit, std::string against, const Rounds& rounds)
{
    Measured measured;
    measured.what = std::move(what);
    measured.unit = std::move(unit);
    measured.against = std::move(against);
    measured.ours = spreadOf(rounds.ours);
    measured.other = spreadOf(rounds.other);
    return measured;
}

std::string number(double value)
{
    char text[32];
    const int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string text(const Spread& spread)
{
    return number(spread.median) + " [" + number(spread.least) + '-' + number(spread.most) + ']';
}

std::string json(const Spread& spread)
{
    char buffer[128];
    std::snprintf(buffer, sizeof buffer, R"({"median":%.6g,"min":%.6g,"max":%.6g})", spread.median,
        spread.least, spread.most);
    return buffer;
}

}

Spread spreadOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return {median, values.front(), values.back()};
}

std::optional<bool> Measured::met() const
{
    if (!demanded || !skipped.empty()) {
        return std::nullopt;
    }
    const double value = ratio ? ratio->median : ours.median;
    return demand == Demand::AtLeast ? value >= *demanded : value <= *demanded;
}

Measured compare(const Settings& settings, std::string what, std::string unit, const Sample& ours,
    std::string against, const Sample& other)
{
    const Rounds rounds = inTurn(settings, ours, other);
    Measured measured = compared(std::move(what), std::move(unit), std::move(against), rounds);
    measured.ratio = spreadOf(ratios(rounds.ours, rounds.other));
    return measured;
}

Measured compareTimes(const Settings& settings, std::string what, std::string unit, const Sample& ours,
    std::string against, const Sample& other)
{
    const Rounds rounds = inTurn(settings, ours, other);
    Measured measured = compared(std::move(what), std::move(unit), std::move(against), rounds);
    measured.ratio = spreadOf(ratios(rounds.other, rounds.ours));
    return measured;
}

Measured measure(const Settings& settings, std::string what, std::string unit, const Sample& ours)
{
    std::vector<double> values;
    for (int round = 0; round < settings.rounds; ++round) {
        values.push_back(ours());
    }
    Measured measured;
    measured.what = std::move(what);
    measured.unit = std::move(unit);
    measured.ours = spreadOf(values);
    return measured;
}

double secondsOf(const std::function<void()>& work)
{
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

std::string lineOf(const Measured& measured)
{
    if (!measured.skipped.empty()) {
        return "  " + measured.what + ": not measured, " + measured.skipped;
    }
    std::string line = "  " + measured.what + ": " + text(measured.ours) + ' ' + measured.unit;
    if (!measured.against.empty()) {
        line += "; " + measured.against + ' ' + text(measured.other);
    }
    if (measured.ratio) {
        line += "; ratio " + text(*measured.ratio);
    }
    if (measured.demanded) {
        line += std::string("; wanted ") + (measured.demand == Demand::AtLeast ? ">= " : "<= ")
            + number(*measured.demanded) + (*measured.met() ? "  ok" : "  NOT MET");
    }
    return measured.remark.empty() ? line : line + "  (" + measured.remark + ')';
}

std::string jsonOf(const char* bench, const Measured& measured)
{
    model::JsonObject object;
    object.add("bench", bench).add("what", measured.what).add("unit", measured.unit);
    if (!measured.skipped.empty()) {
        return object.add("skipped", measured.skipped).text();
    }
    object.raw("ours", json(measured.ours));
    if (!measured.against.empty()) {
        object.add("against", measured.against).raw("other", json(measured.other));
    }
    if (measured.ratio) {
        object.raw("ratio", json(*measured.ratio));
    }
    if (measured.demanded) {
        object.raw(measured.demand == Demand::AtLeast ? "at_least" : "at_most", number(*measured.demanded));
        object.raw("met", *measured.met() ? "true" : "false");
    }
    if (!measured.remark.empty()) {
        object.add("remark", measured.remark);
    }
    return object.text();
}

}

// What a measurement says: rounds of ours and of what it is held against, taken in turn in one run, so that
// whatever else the machine does meets both.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bench {

struct Spread {
    double median = 0;
    double least = 0;
    double most = 0;
};
Spread spreadOf(std::vector<double> values); // not empty

enum class Demand : unsigned char { AtLeast, AtMost };

// One line of the table.
struct Measured {
    std::string what;
    std::string unit; // of ours and other
    Spread ours;
    std::string against; // what other is; empty: nothing to compare with
    Spread other;
    std::optional<Spread> ratio; // ours / other, of each round
    std::optional<double> demanded; // of the ratio; without one, of ours
    Demand demand = Demand::AtLeast;
    bool always = false; // quick or not: it is no matter of speed
    std::string remark;
    std::string skipped; // why there is no figure; empty: there is one

    // Nothing: nothing is demanded. By the median.
    std::optional<bool> met() const;
};

struct Settings {
    int rounds = 5;
    double minutes = 20; // of what lasts
    bool quick = false; // so small that it only shows that it works: no figure of it means anything
};

// A rate (more is better) of ours and of the other, in turn, `rounds` times.
using Sample = std::function<double()>;
Measured compare(const Settings& settings, std::string what, std::string unit, const Sample& ours,
    std::string against, const Sample& other);
// The same where less is better (times): the ratio is other / ours, how many times quicker ours is.
Measured compareTimes(const Settings& settings, std::string what, std::string unit, const Sample& ours,
    std::string against, const Sample& other);
Measured measure(const Settings& settings, std::string what, std::string unit, const Sample& ours);

struct Bench {
    const char* name;
    const char* about;
    std::function<std::vector<Measured>(const Settings&)> run;
    bool lasts = false; // only where it is named, or quick
};
const std::vector<Bench>& benches();

double secondsOf(const std::function<void()>& work);

// Texts for people and for programs.
std::string lineOf(const Measured& measured);
std::string jsonOf(const char* bench, const Measured& measured);

}

// From the start of the program to its first picture, beside a bare window and beside Packet Sender, all on
// one display of their own; and what it has in memory when it has come to rest.

#include <QStandardPaths>
#include <algorithm>

#include "tests/bench/all_benches.h"
#include "tests/bench/child.h"
#include "tests/bench/own_display.h"

namespace bench {

namespace {

constexpr int kLeastRounds = 7;
constexpr double kMostMegabytes = 80;

struct Program {
    std::string name;
    QString path;
    std::vector<double> pictures; // ms
};

double pictureOf(const Program& program)
{
    return childsNumber({}, {QStringLiteral("first-picture"), program.path});
}

double residentOf(const QString& path, const char* field)
{
    return childsNumber({}, {QStringLiteral("resident-at-rest"), path, QString::fromLatin1(field)});
}

Measured against(const Program& ours, const Program& other, double most)
{
    Measured measured;
    measured.what = "start to first picture";
    measured.unit = "ms";
    measured.against = other.name;
    measured.ours = spreadOf(ours.pictures);
    measured.other = spreadOf(other.pictures);
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.pictures.size(); ++i) {
        ratios.push_back(ours.pictures[i] / other.pictures[i]);
    }
    measured.ratio = spreadOf(ratios);
    measured.demand = Demand::AtMost;
    measured.demanded = most;
    return measured;
}

Measured skipped(const char* what, const char* why)
{
    Measured measured;
    measured.what = what;
    measured.skipped = why;
    return measured;
}

// In turn, and each time another one first. One that shows nothing is left out.
void measurePictures(std::vector<Program>& programs, int rounds)
{
    std::erase_if(programs, [](const Program& program) {
        return pictureOf(program) <= 0; // and the disk's and the fonts' caches are warm for all
    });
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < programs.size(); ++i) {
            Program& program = programs[(i + static_cast<std::size_t>(round)) % programs.size()];
            program.pictures.push_back(pictureOf(program));
        }
    }
}

Measured memoryOf(const Settings& settings, const Program& ours, const Program& bare)
{
    Settings few = settings;
    few.rounds = std::min(settings.rounds, 3); // it hardly differs
    Measured measured = compare(
        few, "in memory, at rest", "MB", [&] { return residentOf(ours.path, "VmRSS"); }, bare.name,
        [&] { return residentOf(bare.path, "VmRSS"); });
    measured.ratio.reset(); // what is wanted is wanted of ours
    measured.demand = Demand::AtMost;
    measured.demanded = kMostMegabytes;
    const auto part = [](const Program& program, const char* field) {
        return std::to_string(static_cast<int>(residentOf(program.path, field)));
    };
    measured.remark = "its own " + part(ours, "RssAnon") + ", of files " + part(ours, "RssFile")
        + "; the bare one's " + part(bare, "RssAnon") + " and " + part(bare, "RssFile");
    return measured;
}

}

std::vector<Measured> starting(const Settings& settings)
{
    constexpr auto kWhat = "start to first picture";
    if (!OwnDisplay::isInstalled()) {
        return {skipped(kWhat, "Xvfb is not installed")};
    }
    const OwnDisplay display;
    if (!display.isRunning()) {
        return {skipped(kWhat, "Xvfb does not start")};
    }
    std::vector<Program> programs {{"Sockscope", QStringLiteral(SOCKSCOPE_PROGRAM), {}},
        {"a bare window", QStringLiteral(SOCKSCOPE_BARE_WINDOW), {}}};
    const QString sender = QStandardPaths::findExecutable(QStringLiteral("packetsender"));
    if (!sender.isEmpty() && !settings.quick) {
        programs.push_back({"Packet Sender", sender, {}});
    }
    measurePictures(programs, settings.quick ? 1 : std::max(settings.rounds, kLeastRounds));
    if (programs.size() < 2 || programs[1].path != QStringLiteral(SOCKSCOPE_BARE_WINDOW)) {
        return {skipped(kWhat, "a program of ours showed nothing")};
    }
    std::vector<Measured> all {against(programs[0], programs[1], 2)};
    if (programs.size() == 3) {
        all.push_back(against(programs[0], programs[2], 1));
    } else if (!settings.quick) {
        all.push_back(skipped("beside Packet Sender",
            sender.isEmpty() ? "it is not installed (packetsender)"
                             : "it showed nothing (it needs xset, too)"));
    }
    all.push_back(memoryOf(settings, programs[0], programs[1]));
    return all;
}

}

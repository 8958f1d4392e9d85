// sockscope-bench: the project's own measurements, ours and what it is held against in one run. The command
// line's `sockscope-cli bench` starts it.
//
// A figure is a ratio of medians over rounds taken in turn; an absolute number says little about another
// machine. Latency work is pinned to one processor: across two, the wake-up is all that is measured.

#include <QApplication>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

#include "tests/bench/child.h"
#include "tests/bench/measured.h"
#include "ui/program_style.h"

namespace {

constexpr int kWrongUsage = 2;

constexpr auto kUsage = "Usage: sockscope-bench [NAME...] [--json] [--rounds N] [--minutes N] [--quick]\n\n"
                        "    --json       one JSON object a line\n"
                        "    --rounds N   how often each is measured (default 5)\n"
                        "    --minutes N  how long what lasts shall last (default 20)\n"
                        "    --quick      tiny sizes: only shows that everything runs\n\n"
                        "Names:\n";

struct Request {
    bench::Settings settings;
    bool json = false;
    std::vector<const bench::Bench*> chosen;
};

void printUsage(FILE* to)
{
    std::fputs(kUsage, to);
    for (const bench::Bench& one : bench::benches()) {
        std::fprintf(to, "    %-12s %s\n", one.name, one.about);
    }
}

const bench::Bench* named(const char* name)
{
    for (const bench::Bench& one : bench::benches()) {
        if (std::strcmp(one.name, name) == 0) {
            return &one;
        }
    }
    return nullptr;
}

// False: wrong usage, and it was said.
bool read(int argc, char** argv, Request& request)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--json") == 0) {
            request.json = true;
        } else if (std::strcmp(argv[i], "--quick") == 0) {
            request.settings.quick = true;
            request.settings.rounds = 1;
        } else if (std::strcmp(argv[i], "--rounds") == 0 && i + 1 < argc && std::atoi(argv[i + 1]) > 0) {
            request.settings.rounds = std::atoi(argv[++i]);
        } else if (std::strcmp(argv[i], "--minutes") == 0 && i + 1 < argc && std::atof(argv[i + 1]) > 0) {
            request.settings.minutes = std::atof(argv[++i]);
        } else if (const bench::Bench* one = named(argv[i])) {
            request.chosen.push_back(one);
        } else {
            std::fprintf(stderr, "sockscope-bench: '%s' is not understood\n", argv[i]);
            printUsage(stderr);
            return false;
        }
    }
    if (request.chosen.empty()) {
        for (const bench::Bench& one : bench::benches()) {
            if (!one.lasts || request.settings.quick) {
                request.chosen.push_back(&one);
            }
        }
    }
    return true;
}

}

int main(int argc, char** argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--help") == 0) {
        printUsage(stdout);
        return EXIT_SUCCESS;
    }
    if (std::getenv("QT_QPA_PLATFORM") == nullptr && std::getenv("DISPLAY") == nullptr) {
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    }
    QApplication::setStyle(new ui::ProgramStyle);
    QApplication application(argc, argv);
    if (const auto code = bench::runAsChild(argc, argv)) {
        return *code;
    }
    Request request;
    if (!read(argc, argv, request)) {
        return kWrongUsage;
    }
    bool met = true;
    for (const bench::Bench* one : request.chosen) {
        if (!request.json) {
            std::printf("%s: %s\n", one->name, one->about);
            std::fflush(stdout);
        }
        for (const bench::Measured& measured : one->run(request.settings)) {
            met = met && ((request.settings.quick && !measured.always) || measured.met().value_or(true));
            std::puts((request.json ? bench::jsonOf(one->name, measured) : bench::lineOf(measured)).c_str());
            std::fflush(stdout);
        }
    }
    return met ? EXIT_SUCCESS : EXIT_FAILURE;
}

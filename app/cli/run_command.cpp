// sockscope-cli run

#include <csignal>

#include "app/cli/command.h"
#include "app/cli/execution.h"
#include "app/cli/exit_codes.h"
#include "app/cli/output.h"
#include "app/cli/scenario_source.h"

namespace cli {

namespace {

QCommandLineOption valued(const char* name)
{
    return {QLatin1String(name), {}, QStringLiteral("value")};
}

// Sets what the options say; otherwise tells what is wrong with them.
QString readOptions(const QCommandLineParser& parser, RunRequest& request)
{
    request.log = parser.value(QStringLiteral("log"));
    request.junit = parser.value(QStringLiteral("junit"));
    request.save = parser.value(QStringLiteral("save"));
    request.options.allowRemote = parser.isSet(QStringLiteral("allow-remote"));
    const QString format = parser.value(QStringLiteral("format"));
    if (!format.isEmpty() && format != QLatin1String("text") && format != QLatin1String("jsonl")) {
        return QStringLiteral("--format %1: text or jsonl").arg(format);
    }
    if (!format.isEmpty()) {
        request.jsonl = format == QLatin1String("jsonl");
    }
    if (const QString timeout = parser.value(QStringLiteral("timeout")); !timeout.isEmpty()) {
        const auto duration = model::scenario::parseDuration(timeout.toStdString());
        if (!duration || duration->count() == 0) {
            return QStringLiteral("--timeout %1: a time, such as 500ms or 60s").arg(timeout);
        }
        request.options.timeout = std::chrono::ceil<std::chrono::milliseconds>(*duration);
    }
    bool isNumber = true;
    if (const QString seed = parser.value(QStringLiteral("seed")); !seed.isEmpty()) {
        static_cast<void>(seed.toULongLong(&isNumber, 0)); // no step is left to chance yet
    }
    return isNumber ? QString() : QStringLiteral("--seed: a number");
}

}

int run(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const char* name : {"log", "format", "var", "timeout", "seed", "junit", "save"}) {
        parser.addOption(valued(name));
    }
    parser.addOption(QCommandLineOption(QStringLiteral("allow-remote")));
    if (const auto code = readLine(parser, "run", arguments)) {
        return *code;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage("run", QStringLiteral("One scenario, please."));
    }
    RunRequest request;
    if (const QString problem = readOptions(parser, request); !problem.isEmpty()) {
        return wrongUsage("run", problem);
    }
    auto scenario
        = readScenario(parser.positionalArguments().constFirst(), parser.values(QStringLiteral("var")));
    if (const int* code = std::get_if<int>(&scenario)) {
        return *code;
    }
    return execute(std::move(std::get<model::scenario::Scenario>(scenario)), request);
}

}

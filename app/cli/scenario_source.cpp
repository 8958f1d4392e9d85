#include "app/cli/scenario_source.h"

#include <algorithm>

#include "app/cli/exit_codes.h"
#include "app/cli/output.h"
#include "model/scenario/library.h"
#include "model/scenario/parser.h"

namespace cli {

using namespace model::scenario;

namespace {

bool looksLikeFile(const QString& word)
{
    return word.contains(u'/') || word.endsWith(QLatin1String(".scn"));
}

int codeOf(FileProblem::Kind kind)
{
    switch (kind) {
    case FileProblem::Kind::Missing:
    case FileProblem::Kind::NotPermitted:
    case FileProblem::Kind::Unreadable:
        return kNoInput;
    case FileProblem::Kind::NotAFile:
    case FileProblem::Kind::TooLarge:
        break;
    }
    return kBadInput;
}

}

std::variant<Scenario, int> readScenario(const QString& word, const QStringList& variables)
{
    ParseOptions options;
    options.file = word.toStdString();
    for (const QString& variable : variables) {
        const qsizetype sign = variable.indexOf(u'=');
        if (sign < 1) {
            say(QStringLiteral("--var %1: a variable is given as NAME=VALUE").arg(variable));
            return kWrongUsage;
        }
        options.variables[variable.left(sign).toStdString()] = variable.mid(sign + 1).toStdString();
    }
    auto text = looksLikeFile(word) ? std::nullopt : builtIn(word);
    if (!text) {
        const auto read = readScenarioFile(word);
        if (!read.ok()) {
            say(read.problem().text);
            if (!looksLikeFile(word)) {
                say(QStringLiteral("Built in are: ") + builtInNames().join(QStringLiteral(", ")));
            }
            return codeOf(read.problem().kind);
        }
        text = read.value();
    }
    Parsed parsed = parse({text->constData(), static_cast<std::size_t>(text->size())}, options);
    for (const Problem& problem : parsed.problems) {
        say(QString::fromStdString(problemText(options.file, problem)));
    }
    if (!parsed.ok()) {
        return kBadInput;
    }
    for (const auto& [name, value] : options.variables) {
        if (std::ranges::find(parsed.scenario.variables, name) == parsed.scenario.variables.end()) {
            say(QStringLiteral("--var %1: the scenario has no line 'let %1 = ...'")
                    .arg(QString::fromStdString(name)));
            return kWrongUsage;
        }
    }
    return std::move(parsed.scenario);
}

}

// sockscope-cli scenarios, sockscope-cli check

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/output.h"
#include "app/cli/scenario_source.h"
#include "model/export/json_writer.h"
#include "model/export/utf8.h"
#include "model/scenario/library.h"
#include "model/scenario/parser.h"
#include "model/scenario/plan.h"

namespace cli {

using namespace model::scenario;

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string padded(std::string text, std::size_t width)
{
    const std::size_t length = model::charactersIn(text);
    return text + std::string(width - std::min(width, length) + 2, ' ');
}

std::string jsonOf(const QString& name, const Scenario& scenario)
{
    std::string tags;
    for (const std::string& tag : scenario.tags) {
        tags += (tags.empty() ? "" : ",") + model::jsonString(tag);
    }
    model::JsonObject object;
    object.add("name", name.toStdString()).add("title", scenario.title).add("about", scenario.about);
    object.raw("tags", '[' + tags + ']').add("refs", scenario.references);
    return object.text();
}

std::string listAsText(const std::vector<std::pair<QString, Scenario>>& all)
{
    std::size_t nameWidth = 0;
    std::size_t titleWidth = 0;
    for (const auto& [name, scenario] : all) {
        nameWidth = std::max(nameWidth, static_cast<std::size_t>(name.size()));
        titleWidth = std::max(titleWidth, model::charactersIn(scenario.title));
    }
    std::string text;
    for (const auto& [name, scenario] : all) {
        text += padded(name.toStdString(), nameWidth) + padded(scenario.title, titleWidth)
            + joined(scenario.tags) + '\n';
    }
    return text;
}

std::string listAsJson(const std::vector<std::pair<QString, Scenario>>& all)
{
    std::string text;
    for (const auto& [name, scenario] : all) {
        text += (text.empty() ? "" : ",\n ") + jsonOf(name, scenario);
    }
    return '[' + text + "]\n";
}

std::string countText(std::size_t count, const char* what)
{
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

std::string planText(const Scenario& scenario)
{
    const Plan plan = planOf(scenario);
    std::string text = model::displayable(scenario.title.empty() ? scenario.file : scenario.title) + '\n';
    text += "  " + countText(scenario.steps.size(), "step") + ", " + countText(plan.calls, "call") + ", "
        + countText(plan.sockets, "socket") + ", " + countText(scenario.actors.size(), "actor") + '\n';
    if (plan.waits.count() > 0) {
        text += "  waits for " + durationText(plan.waits) + '\n';
    }
    if (scenario.usesTemporaryFolder) {
        text += "  makes a private folder, ${tmp}, and removes it at the end\n";
    }
    for (const Reach& reach : plan.reaches) {
        const std::string name(netcore::describe(reach.call).name);
        text += (reach.local ? "  " : "! ") + padded("line " + std::to_string(reach.line), 9)
            + padded(name, 8) + model::displayable(reach.target) + '\n';
    }
    return text
        + (plan.staysLocal() ? "  It stays on this machine.\n"
                             : "! It reaches beyond this machine: it runs with --allow-remote only.\n");
}

int printedText(const std::string& text)
{
    return printed(QByteArray::fromStdString(text));
}

}

int scenarios(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (const auto code = readLine(parser, "scenarios", arguments)) {
        return *code;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrongUsage("scenarios", QStringLiteral("It takes no argument."));
    }
    std::vector<std::pair<QString, Scenario>> all;
    for (const QString& name : builtInNames()) {
        const QByteArray text = builtIn(name).value_or(QByteArray());
        all.emplace_back(name, parse({text.constData(), static_cast<std::size_t>(text.size())}).scenario);
    }
    return printedText(parser.isSet(json) ? listAsJson(all) : listAsText(all));
}

int check(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(QStringLiteral("var"), {}, QStringLiteral("value")));
    if (const auto code = readLine(parser, "check", arguments)) {
        return *code;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage("check", QStringLiteral("One scenario, please."));
    }
    const auto scenario
        = readScenario(parser.positionalArguments().constFirst(), parser.values(QStringLiteral("var")));
    if (const int* code = std::get_if<int>(&scenario)) {
        return *code;
    }
    return printedText(planText(std::get<Scenario>(scenario)));
}

}

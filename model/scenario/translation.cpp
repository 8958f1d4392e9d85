#include "model/scenario/translation.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include "model/scenario/library.h"
#include "model/scenario/parser.h"

namespace model::scenario {

namespace {

// The words of steps, in their order.
template<typename Visit> void visitWords(Step& step, Visit visit)
{
    if (auto* narration = std::get_if<NarrationStep>(&step.what)) {
        visit(narration->text);
        step.text = narration->text;
    } else if (auto* question = std::get_if<PredictStep>(&step.what)) {
        visit(question->question);
        for (std::string& answer : question->answers) {
            visit(answer);
        }
    }
}

template<typename Visit> void visitWords(Scenario& scenario, Visit visit)
{
    visit(scenario.title);
    visit(scenario.about);
    for (Step& step : scenario.steps) {
        visitWords(step, visit);
    }
}

// As it stands in a file. Built-in questions have nothing to escape.
std::string statementOf(const PredictStep& step)
{
    std::string text = "predict \"" + step.question + '"';
    for (const std::string& answer : step.answers) {
        text += " \"" + answer + '"';
    }
    return text;
}

}

QString builtInTitle(const QString& name, const QString& language)
{
    const QByteArray text = builtIn(name).value_or(QByteArray());
    const std::string_view all(text.constData(), static_cast<std::size_t>(text.size()));
    Scenario head = parse(all.substr(0, all.find("\n\n"))).scenario; // its headings come first, then a gap
    speak(head, name, language);
    return QString::fromStdString(head.title);
}

QStringList wordsOf(const Scenario& scenario)
{
    Scenario copy = scenario;
    QStringList words;
    visitWords(copy, [&](const std::string& text) { words += QString::fromStdString(text); });
    return words;
}

QMap<QString, QString> translations(const QString& name, const QString& language)
{
    QFile file(QStringLiteral(":/scenarios/%1/%2.json").arg(language, name));
    QMap<QString, QString> all;
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    const QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        all[text.key()] = text.value().toString();
    }
    return all;
}

void speak(Scenario& scenario, const QString& name, const QString& language)
{
    if (language.isEmpty()) {
        return;
    }
    const QMap<QString, QString> all = translations(name, language);
    if (all.isEmpty()) {
        return;
    }
    visitWords(scenario, [&](std::string& text) {
        const QString other = all.value(QString::fromStdString(text));
        text = other.isEmpty() ? text : other.toStdString();
    });
    for (Step& step : scenario.steps) {
        if (const auto* question = std::get_if<PredictStep>(&step.what)) {
            step.text = statementOf(*question);
        }
    }
}

}

#include "model/explain/doctor.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "model/explain/circumstances.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList list(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& text : value.toArray()) {
        texts += text.toString();
    }
    return texts;
}

bool holds(const QString& condition, const Circumstances& found)
{
    return condition.startsWith(u'!') ? !found.tokens.contains(condition.mid(1))
                                      : found.tokens.contains(condition);
}

bool fits(
    const Doctor::Situation& rule, const QString& error, const QString& call, const Circumstances& found)
{
    return rule.error == error && (rule.calls.isEmpty() || rule.calls.contains(call))
        && std::ranges::all_of(rule.when, [&](const QString& condition) { return holds(condition, found); });
}

}

Doctor::Doctor(const Explainer& explainer) : m_explainer(explainer)
{
    for (const char* name : {"addresses", "connections", "data", "arguments"}) {
        load(u":/explain/situations_%1.json"_s.arg(QLatin1String(name)));
    }
    load(u":/explain/notes.json"_s);
    const QJsonObject phrases = QJsonDocument::fromJson(contentOf(u":/explain/phrases.json"_s)).object();
    for (auto phrase = phrases.begin(); phrase != phrases.end(); ++phrase) {
        m_phrases[phrase.key()] = phrase.value().toString();
    }
}

void Doctor::load(const QString& path)
{
    for (const QJsonValue& value : QJsonDocument::fromJson(contentOf(path)).array()) {
        const QJsonObject rule = value.toObject();
        m_situations.append({rule[u"id"_s].toString(), rule[u"error"_s].toString(), list(rule[u"calls"_s]),
            list(rule[u"when"_s]), rule[u"what"_s].toString(), rule[u"why"_s].toString(),
            rule[u"remedy"_s].toString(), list(rule[u"actions"_s])});
    }
}

Diagnosis Doctor::diagnose(const CallCase& call) const
{
    const bool failed = call.event.result < 0;
    const Circumstances found = circumstancesOf(call, m_phrases);
    const QString error = failed ? QString::fromStdString(errnoText(call.event.error)) : QString();
    const QString name = QString::fromStdString(std::string(describe(call.event.call).name));
    for (const Situation& rule : m_situations) {
        if (!fits(rule, error, name, found)) {
            continue;
        }
        const auto what = filled(rule.what, found.values);
        const auto why = filled(rule.why, found.values);
        const auto remedy = filled(rule.remedy, found.values);
        if (what && why && remedy) {
            Diagnosis diagnosis {rule.id, *what, *why, *remedy, {}, !failed};
            for (const QString& action : rule.actions) {
                diagnosis.remedies += remediesFor(action, call);
            }
            return diagnosis;
        }
    }
    if (!failed) {
        return {};
    }
    return {QString(), m_explainer.meaning(call.event.error, call.event.call), QString(),
        m_explainer.remedy(call.event.error, call.event.call), {}, false};
}

}

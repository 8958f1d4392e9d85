#include "model/explain/doctor.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

#include "model/explain/circumstances.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

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

Doctor::Doctor(const Explainer& explainer) : m_explainer(explainer), m_wording(explainer.language())
{
    for (const char* name : {"addresses", "connections", "data", "arguments"}) {
        load(u"situations_"_s + QLatin1String(name));
    }
    load(u"notes"_s);
}

// The rules stand in the English file alone: a translation has their texts, by the rule's id.
void Doctor::load(const QString& name)
{
    const QString language = m_explainer.language();
    const QJsonObject others = language.isEmpty() ? QJsonObject() : explanations(name, language).object();
    for (const QJsonValue& value : explanations(name).array()) {
        const QJsonObject rule = value.toObject();
        const QString id = rule[u"id"_s].toString();
        const QJsonObject translated = others[id].toObject();
        const auto text = [&](const QString& part) {
            const QString other = translated[part].toString();
            return other.isEmpty() ? rule[part].toString() : other;
        };
        m_situations.append({id, rule[u"error"_s].toString(), list(rule[u"calls"_s]), list(rule[u"when"_s]),
            text(u"what"_s), text(u"why"_s), text(u"remedy"_s), list(rule[u"actions"_s])});
    }
}

Diagnosis Doctor::diagnose(const CallCase& call) const
{
    const bool failed = call.event.result < 0;
    const Circumstances found = circumstancesOf(call, m_wording);
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

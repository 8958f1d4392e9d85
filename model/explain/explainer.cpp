#include "model/explain/explainer.h"

#include <QJsonObject>
#include <array>

#include "model/explain/texts.h"
#include "model/explain/view_fact_key.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// In the order of AddressProblem::Reason.
constexpr std::array<std::string_view, 17> kReasons {"Empty", "Space", "NotAnAddress", "HostMissing",
    "HostNotNumeric", "PortMissing", "PortNotANumber", "PortTooLarge", "PortLeadingZero", "BracketMissing",
    "BracketUnclosed", "ZoneMissing", "ZoneUnknown", "ZoneNotAllowed", "NameTooLong", "BadEscape",
    "NulInPath"};
static_assert(static_cast<std::size_t>(AddressProblem::Reason::NulInPath) + 1 == kReasons.size());

void load(QHash<QString, QString>& texts, const QJsonObject& entries)
{
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QJsonObject parts = entry.value().toObject();
        for (auto part = parts.begin(); part != parts.end(); ++part) {
            texts.insert(entry.key() + u'.' + part.key(), part.value().toString());
        }
    }
}

}

Explainer::Explainer(const QString& language) : m_language(language)
{
    for (const char* name : {"errnos", "addresses", "calls", "options", "kernel"}) {
        load(m_texts, explanations(QLatin1String(name)).object());
        if (!language.isEmpty()) {
            load(m_texts, explanations(QLatin1String(name), language).object());
        }
    }
}

QString Explainer::text(const QString& key, CallId call) const
{
    const QString special = m_texts.value(key + u'.' + latin(describe(call).name));
    return special.isEmpty() ? m_texts.value(key) : special;
}

QString Explainer::meaning(int error, CallId call) const
{
    const QString name = QString::fromStdString(errnoText(error));
    const QString special = m_texts.value(name + u'.' + latin(describe(call).name));
    return special.isEmpty() ? m_texts.value(name + QStringLiteral(".meaning")) : special;
}

QString Explainer::remedy(int error, CallId call) const
{
    return text(QString::fromStdString(errnoText(error)) + QStringLiteral(".remedy"), call);
}

QString Explainer::problem(AddressProblem::Reason reason) const
{
    return m_texts.value(latin(kReasons[static_cast<std::size_t>(reason)]) + QStringLiteral(".meaning"));
}

QString Explainer::purpose(CallId call) const
{
    return m_texts.value(latin(describe(call).name) + QStringLiteral(".purpose"));
}

QString Explainer::purpose(ViewFact fact, std::uint16_t part) const
{
    return m_texts.value(viewFactKey(fact, part) + QStringLiteral(".meaning"));
}

QString Explainer::purpose(const OptionDescription& option) const
{
    return m_texts.value(latin(option.name) + QStringLiteral(".meaning"));
}

}

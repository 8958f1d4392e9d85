#include "ui/log/rules/colour_rule.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype kMostRules = 64;
constexpr qsizetype kLongestName = 40;
constexpr qsizetype kLongestFilter = 4096;
constexpr double kSoft = 0.13; // how much of the colour is left behind text

QString tr(const char* text)
{
    return QCoreApplication::translate("LogRules", text);
}

int mixed(int a, int b, double share)
{
    return static_cast<int>(a + (b - a) * share);
}

}

QList<ColourRule> usualRules()
{
    return {
        {tr("error"), QStringLiteral("errno"), RuleTint::Red, false},
        {tr("slow"), QStringLiteral("took > 10ms"), RuleTint::Amber, false},
        {tr("selected"), QStringLiteral("socket == {selected} and size > 0"), RuleTint::Green, false},
        {tr("looked"), QStringLiteral("observation"), RuleTint::Grey, false},
    };
}

QString textOf(const QList<ColourRule>& rules)
{
    QJsonArray all;
    for (const ColourRule& rule : rules) {
        all.append(QJsonObject {{QStringLiteral("name"), rule.name}, {QStringLiteral("filter"), rule.filter},
            {QStringLiteral("tint"), static_cast<int>(rule.tint)}, {QStringLiteral("on"), rule.on}});
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QList<ColourRule> rulesFrom(const QString& text)
{
    QList<ColourRule> rules;
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto& value : all) {
        const QJsonObject object = value.toObject();
        const int tint = object.value(QStringLiteral("tint")).toInt(-1);
        const QString filter = object.value(QStringLiteral("filter")).toString();
        if (tint < 0 || tint >= kRuleTints || filter.size() > kLongestFilter || rules.size() == kMostRules) {
            continue;
        }
        rules.append({object.value(QStringLiteral("name")).toString().left(kLongestName), filter,
            static_cast<RuleTint>(tint), object.value(QStringLiteral("on")).toBool()});
    }
    return rules;
}

QColor colourOf(RuleTint tint, const Theme& theme)
{
    switch (tint) {
    case RuleTint::Red:
        return theme.error;
    case RuleTint::Amber:
        return theme.waiting;
    case RuleTint::Green:
        return theme.done;
    case RuleTint::Teal:
        return theme.ipv6;
    case RuleTint::Violet:
        return theme.unixDomain;
    case RuleTint::Grey:
        break;
    }
    return theme.dim;
}

QColor softColourOf(RuleTint tint, const Theme& theme)
{
    const QColor colour = colourOf(tint, theme);
    const QColor& panel = theme.panel;
    return {mixed(panel.red(), colour.red(), kSoft), mixed(panel.green(), colour.green(), kSoft),
        mixed(panel.blue(), colour.blue(), kSoft)};
}

QString nameOf(RuleTint tint)
{
    switch (tint) {
    case RuleTint::Red:
        return tr("red");
    case RuleTint::Amber:
        return tr("amber");
    case RuleTint::Green:
        return tr("green");
    case RuleTint::Teal:
        return tr("teal");
    case RuleTint::Violet:
        return tr("violet");
    case RuleTint::Grey:
        break;
    }
    return tr("grey");
}

}

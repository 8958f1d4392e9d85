// Rules by which rows of the log are tinted: a filter, a tint and a name. The name stands in the row too, so
// that nobody has to tell colours apart.
#pragma once

#include <QList>
#include <QString>

#include "ui/theme.h"

namespace ui {

enum class RuleTint : quint8 { Red, Amber, Green, Teal, Violet, Grey };
inline constexpr int kRuleTints = 6;

struct ColourRule {
    QString name;
    QString filter; // in the filter's language; {selected}: the number of the selected socket
    RuleTint tint = RuleTint::Amber;
    bool on = true;

    bool operator==(const ColourRule&) const = default;
};

// What many want; all of them off.
QList<ColourRule> usualRules();

// To be kept: JSON. What cannot be read is left out.
QString textOf(const QList<ColourRule>& rules);
QList<ColourRule> rulesFrom(const QString& text);

QColor colourOf(RuleTint tint, const Theme& theme);
QColor softColourOf(RuleTint tint, const Theme& theme); // behind text
QString nameOf(RuleTint tint);

}

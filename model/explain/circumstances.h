// A case in words that rules can ask for: "bound", "addr:wildcard", "holder:timeWait"; and the values that
// texts have places for: {port}, {program}. The rules are data (resources/explain/situations_*.json).
//
// Tokens and values are listed in circumstance_names.cpp: a test holds the data against that list.
#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include "model/explain/call_case.h"
#include "model/explain/texts.h"

namespace model {

struct Circumstances {
    QSet<QString> tokens;
    QMap<QString, QString> values; // text from outside is safe to show in them

    void set(const QString& token, bool holds = true)
    {
        if (holds) {
            tokens.insert(token);
        }
    }
};

Circumstances circumstancesOf(const CallCase& call, const Wording& wording);
// Puts values into the {places} of a text. Nothing: it has a place without a value.
std::optional<QString> filled(const QString& text, const QMap<QString, QString>& values);

// The parts.
void addSocketCircumstances(const CallCase& call, Circumstances& found);
void addCallCircumstances(const CallCase& call, const Wording& wording, Circumstances& found);
void addOptionCircumstances(const CallCase& call, Circumstances& found); // of getsockopt() and setsockopt()
void addFindingCircumstances(const CallCase& call, const Wording& wording, Circumstances& found);

// Every token that there can be.
const QStringList& circumstanceTokens();

}

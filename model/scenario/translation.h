// The words of a built-in scenario in another language: title, about, narration, questions and their answers.
// Calls stay as they are, and so do actors and names. What a language does not say is said in English.
//
// The data: resources/scenarios/LANGUAGE/NAME.json, an object from English texts to others. A narration over
// several lines is one text.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include "model/scenario/scenario.h"

namespace model::scenario {

// Puts it into that language: "de"; empty: English, nothing happens. `name`: of a built-in scenario
// (library.h).
void speak(Scenario& scenario, const QString& name, const QString& language);

// What a list of them shows, without reading on. Empty where there is none of that name.
QString builtInTitle(const QString& name, const QString& language);

// For the test that goes through them: what can be translated, and what is.
QStringList wordsOf(const Scenario& scenario);
QMap<QString, QString> translations(const QString& name, const QString& language);

}

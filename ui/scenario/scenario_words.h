// What is wrong with a scenario, and what its verdict says, in the window's language.
#pragma once

#include <QString>

#include "model/scenario/problem.h"

namespace ui {

// Values and names of constants stay as they are.
QString phraseWords(const model::scenario::Phrase& phrase);
// "echo.scn:12:8: found ')', expected size_t len"
QString problemWords(const QString& file, const model::scenario::Problem& problem);
// The words of a phrase as they are translated, English; nullptr behind the last one. For a test.
const char* untranslated(model::scenario::Say say);

// Where a word is too long for a line it may be broken anywhere: invisible spaces are put in, so it is only
// for what is shown. It never makes a label wider than its place.
QString breakable(const QString& text);

}

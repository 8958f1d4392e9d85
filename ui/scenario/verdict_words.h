// What a scenario's verdict says, in the window's language.
#pragma once

#include <QString>
#include <string_view>

namespace ui {

// `text`: model::scenario::Failure::expected or real. Values and names of constants stay as they are.
QString verdictWords(std::string_view text);

// Where a word is too long for a line it may be broken anywhere: invisible spaces are put in, so it is only
// for what is shown. It never makes a label wider than its place.
QString breakable(const QString& text);

}

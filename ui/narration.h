// What people have written for a scenario, in words.
#pragma once

#include <QString>
#include <string_view>

namespace ui {

// Narration is Markdown; here its words are enough, and its links and pictures must not be followed. Without
// the signs of stress and code; what is not to be seen is made visible (words::shown).
QString plainNarration(std::string_view markdown);

}

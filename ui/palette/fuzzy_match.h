// Finding by a few letters: "nwso" finds "New socket".
#pragma once

#include <QStringView>
#include <optional>
#include <vector>

namespace ui {

struct FuzzyMatch {
    int score = 0; // more is better
    std::vector<int> places; // of the letters that matched, ascending, each once
};

// The words of the pattern, in any order, each with its letters in order; capital and small letters are the
// same. Letters at the beginning of a word and letters in a row count more. An empty pattern matches
// everything with nothing. Nothing: it does not match.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

}

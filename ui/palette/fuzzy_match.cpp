#include "ui/palette/fuzzy_match.h"

#include <QList>
#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr int kNone = std::numeric_limits<int>::min() / 2;
constexpr int kLetter = 2;
constexpr int kInARow = 8;
constexpr int kWordStart = 9;
constexpr int kTextStart = 3;
constexpr qsizetype kLongestText = 160; // letters that are looked at
constexpr qsizetype kLongestWord = 32;

bool isSame(QChar a, QChar b)
{
    return a.toCaseFolded() == b.toCaseFolded();
}

bool startsWord(QStringView text, qsizetype place)
{
    return place == 0 || (!text[place - 1].isLetterOrNumber() && text[place].isLetterOrNumber())
        || (text[place - 1].isLower() && text[place].isUpper());
}

int worth(QStringView text, qsizetype place)
{
    return kLetter + (startsWord(text, place) ? kWordStart : 0) + (place == 0 ? kTextStart : 0);
}

// For each letter of the word and each place of the text: the best score that ends there, and where the
// letter before it was.
struct Table {
    Table(qsizetype letters, qsizetype places)
        : width(places)
        , score(static_cast<std::size_t>(letters * places), kNone)
        , before(static_cast<std::size_t>(letters * places), -1)
    {
    }
    std::size_t at(qsizetype letter, qsizetype place) const
    {
        return static_cast<std::size_t>(letter * width + place);
    }
    qsizetype width;
    std::vector<int> score;
    std::vector<int> before;
};

void fillRow(Table& table, QStringView word, QStringView text, qsizetype letter)
{
    int best = kNone; // of the letter before, at least one place away
    int bestPlace = -1;
    for (qsizetype place = 0; place < text.size(); ++place) {
        if (letter > 0 && place >= 2 && table.score[table.at(letter - 1, place - 2)] > best) {
            best = table.score[table.at(letter - 1, place - 2)];
            bestPlace = static_cast<int>(place - 2);
        }
        if (!isSame(word[letter], text[place])) {
            continue;
        }
        const std::size_t here = table.at(letter, place);
        if (letter == 0) {
            table.score[here] = worth(text, place);
            continue;
        }
        const int next = place > 0 ? table.score[table.at(letter - 1, place - 1)] : kNone;
        const bool inARow = next != kNone && next + kInARow >= best;
        const int from = inARow ? next + kInARow : best;
        if (from > kNone) {
            table.score[here] = from + worth(text, place);
            table.before[here] = inARow ? static_cast<int>(place - 1) : bestPlace;
        }
    }
}

std::optional<FuzzyMatch> matchWord(QStringView word, QStringView text)
{
    Table table(word.size(), text.size());
    for (qsizetype letter = 0; letter < word.size(); ++letter) {
        fillRow(table, word, text, letter);
    }
    const auto last = table.score.end() - text.size();
    const auto best = std::max_element(last, table.score.end());
    if (text.isEmpty() || *best <= kNone / 2) {
        return std::nullopt;
    }
    FuzzyMatch match {*best, {}};
    int place = static_cast<int>(best - last);
    for (qsizetype letter = word.size() - 1; letter >= 0; --letter) {
        match.places.push_back(place);
        place = table.before[table.at(letter, place)];
    }
    return match;
}

}

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    FuzzyMatch all;
    const QStringView looked = text.left(kLongestText);
    for (const QStringView word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = matchWord(word.left(kLongestWord), looked);
        if (!match) {
            return std::nullopt;
        }
        all.score += match->score;
        all.places.insert(all.places.end(), match->places.begin(), match->places.end());
    }
    std::ranges::sort(all.places);
    all.places.erase(std::unique(all.places.begin(), all.places.end()), all.places.end());
    return all;
}

}

#include "ui/scenario/verdict_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "ui/words.h"

namespace ui {

namespace {

constexpr const char* kContext = "Verdict";

// The model's own words, which a terminal shows as they are.
constexpr std::array kWhole {
    QT_TRANSLATE_NOOP("Verdict", "no failure"),
    QT_TRANSLATE_NOOP("Verdict", "to sleep in the kernel"),
    QT_TRANSLATE_NOOP("Verdict", "it runs, or sleeps elsewhere"),
    QT_TRANSLATE_NOOP("Verdict", "to return when it is cancelled"),
    QT_TRANSLATE_NOOP("Verdict", "it still sleeps"),
    QT_TRANSLATE_NOOP("Verdict", "it has none"),
    QT_TRANSLATE_NOOP("Verdict", "no open socket"),
    QT_TRANSLATE_NOOP("Verdict", "a thread for the call"),
    QT_TRANSLATE_NOOP("Verdict", "an address of this machine"),
    QT_TRANSLATE_NOOP("Verdict", "unknown"),
};

constexpr std::string_view kAddressOf = "an address of ";
constexpr qsizetype kLongWord = 16; // characters

}

QString verdictWords(std::string_view text)
{
    const auto whole
        = std::ranges::find_if(kWhole, [&](const char* known) { return std::string_view(known) == text; });
    if (whole != kWhole.end()) {
        return QCoreApplication::translate(kContext, *whole);
    }
    if (text.starts_with(kAddressOf)) {
        return QCoreApplication::translate("Verdict", "an address of %1")
            .arg(words::shown(text.substr(kAddressOf.size())));
    }
    return words::shown(text);
}

QString breakable(const QString& text)
{
    constexpr QChar kNoWidth(0x200b);
    QString broken;
    qsizetype length = 0;
    for (const QChar letter : text) {
        length = letter.isSpace() ? 0 : length + 1;
        if (length > kLongWord && !letter.isLowSurrogate()) {
            broken += kNoWidth;
        }
        broken += letter;
    }
    return broken;
}

}

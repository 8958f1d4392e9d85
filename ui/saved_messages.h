// Messages that the user keeps to send again. Plain data in the settings file.
#pragma once

#include <QList>
#include <QSettings>
#include <QString>

namespace ui {

enum class LineEnd : quint8 { None, Lf, CrLf };

struct SavedMessage {
    bool isHex = false; // else text with escapes
    QString content; // as it was typed
    LineEnd lineEnd = LineEnd::None; // of text

    bool operator==(const SavedMessage&) const = default;
};

// What is too long or too much in the file is left out: a settings file may be damaged.
QList<SavedMessage> loadSavedMessages(const QSettings& settings);
void save(const QList<SavedMessage>& messages, QSettings& settings);

inline constexpr qsizetype kMostSavedMessages = 100;
inline constexpr qsizetype kLongestSavedMessage = 64 << 10; // characters

}

// What is remembered between runs. A value with load and save, handed to those who need it.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <string>

#include "model/store/keeping.h"
#include "ui/log/filter/saved_filters.h"
#include "ui/saved_messages.h"
#include "ui/theme.h"

namespace ui {

struct Preferences {
    ThemeChoice theme = ThemeChoice::Desktop;
    qreal textScale = 1; // the presenter's big type
    QString wordsFamily; // empty: the desktop's, or the one that this program comes with
    QString codeFamily; // of calls, addresses and bytes; the same
    bool still = false; // nothing moves, whatever the desktop says
    QString language; // "en", "de"; empty: the desktop's
    bool follows = true; // the log its end, when a window opens
    bool proposesAnyAddress = false; // to bind: not the loopback alone
    QByteArray geometry;
    QByteArray across;
    QByteArray down;
    int lowerTab = 0; // of the panel below the board
    int inspectorTab = 0;
    bool showsInspector = true;
    bool showsLower = true;
    bool showsDetail = false; // of the log's current row
    QByteArray detail; // how much of the log's width it takes
    QStringList recentCommands; // ids, the newest first
    QString logColumns; // as LogView tells them
    QString logRules; // as LogPanel tells them
    QList<SavedMessage> savedMessages;
    QStringList recentFiles; // the newest first
    model::KeepingRules keeping; // of new sessions
    QString sessionsFolder; // where new sessions are kept; empty: the usual place
    // Where they are kept now; empty: in memory only. Not remembered, but given by who runs the program.
    std::string stateFolder;
    FilterMemory filters;

    static constexpr qreal kSmallestText = 0.8;
    static constexpr qreal kLargestText = 2.4;
    static constexpr qreal kPresenterText = 1.6;

    static Preferences load(const QSettings& settings);
    // Everything as it was in the beginning, but for what the user has written or opened: filters, rules,
    // saved messages, recent files.
    void reset();
    void save(QSettings& settings) const;
};

}

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
    // Where sessions are kept while they grow; empty: in memory only. Not remembered, but given by who runs
    // the program.
    std::string stateFolder;
    FilterMemory filters;

    static Preferences load(const QSettings& settings);
    void save(QSettings& settings) const;
};

}

// What is remembered between runs. A value with load and save, handed to those who need it.
#pragma once

#include <QByteArray>
#include <QSettings>

#include "ui/saved_messages.h"
#include "ui/theme.h"

namespace ui {

struct Preferences {
    ThemeChoice theme = ThemeChoice::Desktop;
    qreal textScale = 1; // the presenter's big type
    QByteArray geometry;
    QByteArray across;
    QByteArray down;
    QString logColumns; // as LogView tells them
    QList<SavedMessage> savedMessages;

    static Preferences load(const QSettings& settings);
    void save(QSettings& settings) const;
};

}

// Filters that are remembered between runs: the last ones, and those that were given a name.
#pragma once

#include <QList>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace ui {

struct SavedFilter {
    QString name;
    QString text;

    bool operator==(const SavedFilter& other) const { return name == other.name && text == other.text; }
};

struct FilterMemory {
    static constexpr qsizetype kMostHistory = 30;
    static constexpr qsizetype kMostSaved = 100;

    QStringList history; // the newest first
    QList<SavedFilter> saved; // in the order of their names

    void remember(const QString& text);
    void save(const QString& name, const QString& text); // takes the place of one of that name
    void remove(const QString& name);
};

FilterMemory loadFilters(const QSettings& settings);
void save(const FilterMemory& memory, QSettings& settings);

}

#include "ui/log/filter/saved_filters.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype kLongest = 16'384; // characters: what a filter may have

}

void FilterMemory::remember(const QString& text)
{
    if (text.isEmpty() || text.size() > kLongest) {
        return;
    }
    history.removeAll(text);
    history.prepend(text);
    history = history.first(std::min(history.size(), kMostHistory));
}

void FilterMemory::save(const QString& name, const QString& text)
{
    remove(name);
    if (name.isEmpty() || text.isEmpty() || saved.size() >= kMostSaved) {
        return;
    }
    saved.append({name, text});
    std::ranges::sort(saved, {}, [](const SavedFilter& filter) { return filter.name.toCaseFolded(); });
}

void FilterMemory::remove(const QString& name)
{
    saved.removeIf([&](const SavedFilter& filter) { return filter.name == name; });
}

FilterMemory loadFilters(const QSettings& settings)
{
    FilterMemory memory;
    const QStringList history = settings.value(QStringLiteral("filter/history")).toStringList();
    for (qsizetype i = history.size(); i > 0; --i) {
        memory.remember(history.at(i - 1));
    }
    const QStringList names = settings.value(QStringLiteral("filter/names")).toStringList();
    const QStringList texts = settings.value(QStringLiteral("filter/texts")).toStringList();
    for (qsizetype i = 0; i < std::min(names.size(), texts.size()); ++i) {
        memory.save(names.at(i), texts.at(i).left(kLongest));
    }
    return memory;
}

void save(const FilterMemory& memory, QSettings& settings)
{
    QStringList names;
    QStringList texts;
    for (const SavedFilter& filter : memory.saved) {
        names += filter.name;
        texts += filter.text;
    }
    settings.setValue(QStringLiteral("filter/history"), memory.history);
    settings.setValue(QStringLiteral("filter/names"), names);
    settings.setValue(QStringLiteral("filter/texts"), texts);
}

}

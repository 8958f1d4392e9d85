#include "ui/preferences.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qreal kSmallestText = 0.8;
constexpr qreal kLargestText = 2.4;

}

Preferences Preferences::load(const QSettings& settings)
{
    Preferences read;
    const int theme = settings.value(QStringLiteral("look/theme"), 0).toInt();
    read.theme = static_cast<ThemeChoice>(std::clamp(theme, 0, 2));
    const qreal scale = settings.value(QStringLiteral("look/textScale"), 1).toReal();
    read.textScale = std::clamp(scale, kSmallestText, kLargestText);
    read.geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
    read.across = settings.value(QStringLiteral("window/across")).toByteArray();
    read.down = settings.value(QStringLiteral("window/down")).toByteArray();
    read.logRules = settings.value(QStringLiteral("log/rules")).toString();
    read.logColumns = settings.value(QStringLiteral("log/columns")).toString();
    read.lowerTab = settings.value(QStringLiteral("window/lowerTab"), 0).toInt();
    read.inspectorTab = settings.value(QStringLiteral("window/inspectorTab"), 0).toInt();
    read.showsInspector = settings.value(QStringLiteral("window/inspector"), true).toBool();
    read.showsLower = settings.value(QStringLiteral("window/lower"), true).toBool();
    read.showsDetail = settings.value(QStringLiteral("log/showsDetail"), false).toBool();
    read.detail = settings.value(QStringLiteral("log/detail")).toByteArray();
    read.recentCommands = settings.value(QStringLiteral("commands/recent")).toStringList();
    read.savedMessages = loadSavedMessages(settings);
    read.recentFiles = settings.value(QStringLiteral("files/recent")).toStringList();
    bool isNumber = false;
    const uint payload = settings.value(QStringLiteral("keeping/payload")).toUInt(&isNumber);
    read.keeping.payload = isNumber ? payload : model::kAllPayload;
    read.keeping.budget = settings.value(QStringLiteral("keeping/budget"), 0).toULongLong();
    read.filters = loadFilters(settings);
    return read;
}

void Preferences::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("look/theme"), static_cast<int>(theme));
    settings.setValue(QStringLiteral("look/textScale"), std::clamp(textScale, kSmallestText, kLargestText));
    settings.setValue(QStringLiteral("window/geometry"), geometry);
    settings.setValue(QStringLiteral("window/across"), across);
    settings.setValue(QStringLiteral("window/down"), down);
    settings.setValue(QStringLiteral("log/rules"), logRules);
    settings.setValue(QStringLiteral("log/columns"), logColumns);
    settings.setValue(QStringLiteral("files/recent"), recentFiles);
    settings.setValue(QStringLiteral("keeping/payload"), keeping.payload);
    settings.setValue(QStringLiteral("keeping/budget"), QVariant::fromValue<qulonglong>(keeping.budget));
    settings.setValue(QStringLiteral("window/lowerTab"), lowerTab);
    settings.setValue(QStringLiteral("window/inspectorTab"), inspectorTab);
    settings.setValue(QStringLiteral("window/inspector"), showsInspector);
    settings.setValue(QStringLiteral("window/lower"), showsLower);
    settings.setValue(QStringLiteral("log/showsDetail"), showsDetail);
    settings.setValue(QStringLiteral("log/detail"), detail);
    settings.setValue(QStringLiteral("commands/recent"), recentCommands);
    ui::save(savedMessages, settings);
    ui::save(filters, settings);
}

}

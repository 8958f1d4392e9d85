#include "ui/preferences.h"

#include <algorithm>

namespace ui {

Preferences Preferences::load(const QSettings& settings)
{
    Preferences read;
    const int theme = settings.value(QStringLiteral("look/theme"), 0).toInt();
    read.theme = static_cast<ThemeChoice>(std::clamp(theme, 0, 3));
    const qreal scale = settings.value(QStringLiteral("look/textScale"), 1).toReal();
    read.textScale = std::clamp(scale, kSmallestText, kLargestText);
    read.wordsFamily = settings.value(QStringLiteral("look/wordsFamily")).toString();
    read.codeFamily = settings.value(QStringLiteral("look/codeFamily")).toString();
    read.still = settings.value(QStringLiteral("look/still"), false).toBool();
    read.language = settings.value(QStringLiteral("look/language")).toString();
    read.follows = settings.value(QStringLiteral("log/follows"), true).toBool();
    read.proposesAnyAddress = settings.value(QStringLiteral("sockets/proposesAnyAddress"), false).toBool();
    read.sessionsFolder = settings.value(QStringLiteral("keeping/folder")).toString();
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

void Preferences::reset()
{
    Preferences fresh;
    fresh.logRules = logRules;
    fresh.savedMessages = savedMessages;
    fresh.recentFiles = recentFiles;
    fresh.filters = filters;
    fresh.stateFolder = stateFolder;
    *this = fresh;
}

void Preferences::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("look/theme"), static_cast<int>(theme));
    settings.setValue(QStringLiteral("look/textScale"), std::clamp(textScale, kSmallestText, kLargestText));
    settings.setValue(QStringLiteral("look/wordsFamily"), wordsFamily);
    settings.setValue(QStringLiteral("look/codeFamily"), codeFamily);
    settings.setValue(QStringLiteral("look/still"), still);
    settings.setValue(QStringLiteral("look/language"), language);
    settings.setValue(QStringLiteral("log/follows"), follows);
    settings.setValue(QStringLiteral("sockets/proposesAnyAddress"), proposesAnyAddress);
    settings.setValue(QStringLiteral("keeping/folder"), sessionsFolder);
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

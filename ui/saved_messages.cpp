#include "ui/saved_messages.h"

#include <algorithm>

namespace ui {

namespace {

// No array of QSettings: reading one needs a settings object that may be written.
QString key(qsizetype number, const char* field)
{
    return QStringLiteral("messages/%1/%2").arg(number).arg(QLatin1String(field));
}

}

QList<SavedMessage> loadSavedMessages(const QSettings& settings)
{
    QList<SavedMessage> messages;
    const auto count = std::clamp<qsizetype>(
        settings.value(QStringLiteral("messages/count"), 0).toInt(), 0, kMostSavedMessages);
    for (qsizetype i = 0; i < count; ++i) {
        SavedMessage message;
        message.isHex = settings.value(key(i, "hex")).toBool();
        message.content = settings.value(key(i, "content")).toString();
        message.lineEnd = static_cast<LineEnd>(std::clamp(settings.value(key(i, "lineEnd")).toInt(), 0, 2));
        if (!message.content.isEmpty() && message.content.size() <= kLongestSavedMessage) {
            messages.append(message);
        }
    }
    return messages;
}

void save(const QList<SavedMessage>& messages, QSettings& settings)
{
    settings.remove(QStringLiteral("messages"));
    settings.setValue(QStringLiteral("messages/count"), static_cast<int>(messages.size()));
    for (qsizetype i = 0; i < messages.size(); ++i) {
        settings.setValue(key(i, "hex"), messages[i].isHex);
        settings.setValue(key(i, "content"), messages[i].content);
        settings.setValue(key(i, "lineEnd"), static_cast<int>(messages[i].lineEnd));
    }
}

}

#include "model/explain/texts.h"

#include <QFile>
#include <QJsonObject>

namespace model {

QJsonDocument explanations(const QString& name, const QString& language)
{
    const QString folder = language.isEmpty() ? QString() : language + u'/';
    QFile file(QStringLiteral(":/explain/%1%2.json").arg(folder, name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

Wording::Wording(const QString& language) : numbers(language.isEmpty() ? QLocale::c() : QLocale(language))
{
    numbers.setNumberOptions({}); // C has no groups of its own
    const auto add = [this](const QJsonObject& texts) {
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            phrases[text.key()] = text.value().toString();
        }
    };
    const QString name = QStringLiteral("phrases");
    add(explanations(name).object());
    if (!language.isEmpty()) {
        add(explanations(name, language).object());
    }
}

}

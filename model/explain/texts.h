// The data behind the explanations: resources/explain, and for each other language a folder in it, with the
// same names and keys. What a language does not say is said in English.
#pragma once

#include <QJsonDocument>
#include <QLocale>
#include <QMap>
#include <QString>

namespace model {

// resources/explain/NAME.json, or resources/explain/LANGUAGE/NAME.json. Empty: there is no such file.
QJsonDocument explanations(const QString& name, const QString& language = {});

// How a language ("de"; empty: English) says what is put into a sentence.
struct Wording {
    explicit Wording(const QString& language = {});

    QMap<QString, QString> phrases; // how holders are called: phrases.json
    QLocale numbers; // with groups
};

}

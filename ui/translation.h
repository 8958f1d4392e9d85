// The language that is spoken: resources/translations, made by Qt Linguist's tools, and what Qt itself
// brings.
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace ui {

class Translation : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    // Free functions of a namespace ask in a context of their own choice, while lupdate files their texts
    // under the namespace: those contexts are asked as well.
    QString translate(
        const char* context, const char* sourceText, const char* disambiguation, int n) const override;
};

// "de", "en"; empty: the desktop's. English is what the source says, and so is a language that is not there.
// To be called before there are windows; owned by the application.
void installTranslation(QCoreApplication& application, const QString& language);

// The language that is spoken now, for texts that are data (model/explain, model/scenario): "de"; empty:
// English.
QString spokenLanguage();
// What spokenLanguage() will be after a start with that preference ("de", "en"; empty: the desktop's).
QString languageFor(const QString& preference);

}

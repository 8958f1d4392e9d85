#include "ui/translation.h"

#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QString>
#include <cstring>

namespace ui {

QString Translation::translate(
    const char* context, const char* sourceText, const char* disambiguation, int n) const
{
    const QString own = QTranslator::translate(context, sourceText, disambiguation, n);
    if (!own.isEmpty() || context == nullptr || context[0] == 'Q') {
        return own;
    }
    if (std::strncmp(context, "ui::", 4) == 0) { // lupdate loses the class behind an enum of no name
        return QTranslator::translate("ui", sourceText, disambiguation, n);
    }
    for (const char* other : {"ui::words", "ui", "ui::LogRowPainter", "ui::Layouter"}) {
        const QString found = QTranslator::translate(other, sourceText, disambiguation, n);
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

void installTranslation(QCoreApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    auto* ours = new Translation(&application);
    if (locale.language() == QLocale::English
        || !ours->load(
            locale, QStringLiteral("sockscope"), QStringLiteral("_"), QStringLiteral(":/translations"))) {
        delete ours;
        return;
    }
    auto* qts = new QTranslator(&application);
    if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qts);
    }
    QCoreApplication::installTranslator(ours);
}

QString spokenLanguage()
{
    // What Linguist was told, so that the explanations never speak another language than the buttons.
    //: The two letters of the language that this file is for: de, fr ...
    const QString code = QCoreApplication::translate("ui", "en", "the language's code");
    return code == QStringLiteral("en") ? QString() : code;
}

QString languageFor(const QString& preference)
{
    const QLocale locale = preference.isEmpty() ? QLocale::system() : QLocale(preference);
    const QString code = locale.name().section(u'_', 0, 0);
    const bool isThere = QFile::exists(QStringLiteral(":/translations/sockscope_%1.qm").arg(code));
    return locale.language() != QLocale::English && isThere ? code : QString();
}

}

#include "ui/translation.h"

#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QString>
#include <array>
#include <cstring>

namespace ui {

namespace {

// Words of Qt's own that our texts are read beside: keys and buttons. Qt's translation of them is a package
// of its own, which is often not there.
[[maybe_unused]] constexpr std::array kOfQt {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Esc"),
    QT_TRANSLATE_NOOP("QShortcut", "Home"),
    QT_TRANSLATE_NOOP("QShortcut", "End"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),
    QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Ins"),
    QT_TRANSLATE_NOOP("QShortcut", "Space"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "Tab"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Discard"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
};

}

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

// Text that can be read: the contrast of each pair of colours that meet, in all themes.

#include <QTest>

#include "tests/ui/support/contrast.h"
#include "ui/theme.h"

using ui::Theme;
using uitest::contrast;

namespace {

struct Pairing {
    const char* name;
    QColor Theme::*text;
    QColor Theme::*back;
};

constexpr Pairing kPairings[] {
    {"text on panel", &Theme::text, &Theme::panel},
    {"text on window", &Theme::text, &Theme::window},
    {"text on field", &Theme::text, &Theme::field},
    {"dim on panel", &Theme::dim, &Theme::panel},
    {"dim on window", &Theme::dim, &Theme::window},
    {"dim on field", &Theme::dim, &Theme::field},
    {"done on panel", &Theme::done, &Theme::panel},
    {"done on its soft", &Theme::done, &Theme::doneSoft},
    {"waiting on panel", &Theme::waiting, &Theme::panel},
    {"waiting on window", &Theme::waiting, &Theme::window},
    {"waiting on its soft", &Theme::waiting, &Theme::waitingSoft},
    {"error on panel", &Theme::error, &Theme::panel},
    {"error on its soft", &Theme::error, &Theme::errorSoft},
    {"accent on panel", &Theme::accent, &Theme::panel},
    {"accent on its soft", &Theme::accent, &Theme::accentSoft},
    {"text on accent", &Theme::onAccent, &Theme::accent},
    {"text on soft accent", &Theme::text, &Theme::accentSoft},
};

struct NamedTheme {
    const char* name;
    Theme (*make)();
};

constexpr NamedTheme kThemes[] {
    {"light", [] { return Theme::light(); }},
    {"dark", [] { return Theme::dark_(); }},
    {"high contrast, light", [] { return Theme::highContrast_(false); }},
    {"high contrast, dark", [] { return Theme::highContrast_(true); }},
};

}

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrast_isEnough_data();
    void contrast_isEnough();
    void focus_isSeen_data();
    void focus_isSeen();
    void highContrast_followsTheDesktop();
};

void ContrastTest::contrast_isEnough_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("pairing");
    for (std::size_t theme = 0; theme < std::size(kThemes); ++theme) {
        for (std::size_t i = 0; i < std::size(kPairings); ++i) {
            QTest::addRow("%s, %s", kThemes[theme].name, kPairings[i].name)
                << static_cast<int>(theme) << static_cast<int>(i);
        }
    }
}

void ContrastTest::contrast_isEnough()
{
    QFETCH(int, theme);
    QFETCH(int, pairing);
    const Theme shown = kThemes[theme].make();
    const Pairing& pair = kPairings[pairing];
    const double ratio = contrast(shown.*pair.text, shown.*pair.back);
    QVERIFY2(ratio >= (shown.highContrast ? 7.0 : 4.5), qPrintable(QString::number(ratio, 'f', 2)));
}

void ContrastTest::focus_isSeen_data()
{
    QTest::addColumn<int>("theme");
    for (std::size_t theme = 0; theme < std::size(kThemes); ++theme) {
        QTest::addRow("%s", kThemes[theme].name) << static_cast<int>(theme);
    }
}

// What is no text needs 3:1 (WCAG 2.1, 1.4.11).
void ContrastTest::focus_isSeen()
{
    QFETCH(int, theme);
    const Theme shown = kThemes[theme].make();
    for (const QColor& back : {shown.window, shown.panel, shown.field}) {
        QVERIFY(contrast(shown.accent, back) >= 3);
        for (const QColor& family : {shown.ipv4, shown.ipv6, shown.unixDomain}) {
            QVERIFY2(contrast(family, back) >= 3, qPrintable(family.name() + u' ' + back.name()));
        }
    }
}

void ContrastTest::highContrast_followsTheDesktop()
{
    using ui::ThemeChoice;
    const auto of = [](ThemeChoice choice, bool dark, bool contrast) {
        return Theme::chosen(choice, {dark, contrast, false});
    };
    QVERIFY(!of(ThemeChoice::Desktop, false, false).highContrast);
    QVERIFY(of(ThemeChoice::Desktop, false, true).highContrast);
    QVERIFY(of(ThemeChoice::Desktop, true, true).dark);
    QVERIFY(of(ThemeChoice::HighContrast, true, false).dark);
    QVERIFY(!of(ThemeChoice::Light, true, true).highContrast); // who has chosen has chosen
    QVERIFY(!of(ThemeChoice::Light, true, true).dark);
}

QTEST_APPLESS_MAIN(ContrastTest)
#include "contrast_test.moc"

// Text that can be read: the contrast of each pair of colours that meet, in both themes.

#include <QTest>
#include <cmath>

#include "ui/theme.h"

using ui::Theme;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

// WCAG 2.1, "contrast ratio".
double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

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

}

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrast_isEnough_data();
    void contrast_isEnough();
};

void ContrastTest::contrast_isEnough_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("pairing");
    for (const bool dark : {false, true}) {
        for (std::size_t i = 0; i < std::size(kPairings); ++i) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", kPairings[i].name)
                << dark << static_cast<int>(i);
        }
    }
}

void ContrastTest::contrast_isEnough()
{
    QFETCH(bool, dark);
    QFETCH(int, pairing);
    const Theme theme = dark ? Theme::dark_() : Theme::light();
    const Pairing& pair = kPairings[pairing];
    const double ratio = contrast(theme.*pair.text, theme.*pair.back);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio, 'f', 2)));
}

QTEST_APPLESS_MAIN(ContrastTest)
#include "contrast_test.moc"

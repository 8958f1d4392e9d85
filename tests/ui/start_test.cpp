// What the time until the first picture hangs on, and can be seen without a clock.

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QImage>
#include <QRawFont>
#include <QTabBar>

#include "tests/ui/support/window_under_test.h"
#include "ui/program_style.h"

using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

QStringList textsOf(const QWidget& widget)
{
    QStringList texts {widget.property("text").toString(), widget.property("placeholderText").toString(),
        widget.property("title").toString()};
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts += tabs->tabText(i);
        }
    }
    return texts;
}

// Letters that another font than the widget's own would have to be found for.
QStringList strangeLetters(const QWidget& widget)
{
    QStringList strange;
    const QRawFont font = QRawFont::fromFont(widget.font()); // alone: QFontMetrics asks the other ones, too
    for (const QString& text : textsOf(widget)) {
        for (const QChar letter : text) {
            if (letter.isPrint() && !font.supportsCharacter(letter)) {
                strange += u"%1 of '%2' in %3"_s.arg(letter).arg(text, widget.objectName());
            }
        }
    }
    return strange;
}

}

class StartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstPicture_needsNoOtherFont();
    void signsOfTheStyle_areInTheColourOfWords_data();
    void signsOfTheStyle_areInTheColourOfWords();
};

void StartTest::firstPicture_needsNoOtherFont()
{
    if (!QFontDatabase::families().contains(u"Inter"_s)) {
        QSKIP("Inter is not installed: the desktop's font decides");
    }
    WindowUnderTest window;
    QStringList strange;
    for (const QWidget* widget : window.window().findChildren<QWidget*>()) {
        strange += widget->isVisible() ? strangeLetters(*widget) : QStringList();
    }
    QVERIFY2(strange.isEmpty(), qPrintable(strange.join(u'\n')));
}

void StartTest::signsOfTheStyle_areInTheColourOfWords_data()
{
    QTest::addColumn<QStyle::StandardPixmap>("sign");
    QTest::newRow("menu bar") << QStyle::SP_ToolBarHorizontalExtensionButton;
    QTest::newRow("tool bar, upright") << QStyle::SP_ToolBarVerticalExtensionButton;
    QTest::newRow("find field") << QStyle::SP_LineEditClearButton;
}

void StartTest::signsOfTheStyle_areInTheColourOfWords()
{
    QFETCH(QStyle::StandardPixmap, sign);
    QWidget widget;
    QPalette palette;
    palette.setColor(QPalette::Text, Qt::red);
    widget.setPalette(palette);
    const QImage picture = ui::ProgramStyle()
                               .standardIcon(sign, nullptr, &widget)
                               .pixmap(QSize(32, 32))
                               .toImage()
                               .convertToFormat(QImage::Format_ARGB32);
    int painted = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor at = picture.pixelColor(x, y);
            painted += at.alpha() > 0 ? 1 : 0;
            QVERIFY(at.alpha() < 250 || at.red() > 250);
        }
    }
    QVERIFY(painted > 20);
    QVERIFY(painted < 32 * 32 / 2);
}

QTEST_MAIN(StartTest)
#include "start_test.moc"

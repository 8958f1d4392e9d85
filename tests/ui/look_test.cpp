// What a user must be able to read and reach: every word fits, every control has a name, and hostile text
// stays text.

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/ui/support/fitting.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/words.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using ui::Theme;
using ui::ThemeChoice;
using uitest::nameOf;
using uitest::WindowUnderTest;
using uitest::wordsThatDoNotFit;

namespace {

// One socket of each kind that fills the inspector differently: a listener, a failed call, a sleeper.
void fill(WindowUnderTest& window)
{
    const SocketId server = window.newSocket(u"IPv6"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(!window.addressOf(server).isEmpty());
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY_COMPARE(window.node(server).blocked.size(), 1U);
    const SocketId fresh = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(fresh);
    window.doubleClick(u"step-recv"_s);
    EVENTUALLY(window.lastCall(fresh).endsWith(u"ENOTCONN"_s));
    window.newSocket(u"UNIX"_s, u"datagram"_s, u"newSocketBind"_s);
}

}

class LookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_fit_data();
    void words_fit();
    void controls_haveNames();
    void tab_reachesAllControls();
    void theme_changesWhileRunning();
    void textScale_byKeys();
    void preferences_comeBack();
    void labels_arePlain();
    void toolTips_arePlain();
};

void LookTest::words_fit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("theme");
    QTest::addColumn<double>("scale");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        const char* name = theme == ThemeChoice::Light ? "light"
            : theme == ThemeChoice::Dark               ? "dark"
                                                       : "high contrast";
        QTest::addRow("%s, 1440x900", name) << QSize(1440, 900) << static_cast<int>(theme) << 1.0;
        QTest::addRow("%s, 1100x700", name) << QSize(1100, 700) << static_cast<int>(theme) << 1.0;
        QTest::addRow("%s, large type", name) << QSize(1280, 720) << static_cast<int>(theme) << 1.6;
    }
}

void LookTest::words_fit()
{
    QFETCH(QSize, size);
    QFETCH(int, theme);
    QFETCH(double, scale);
    ui::Preferences preferences;
    preferences.theme = static_cast<ThemeChoice>(theme);
    preferences.textScale = scale;
    WindowUnderTest window(preferences, size);
    QCOMPARE(window.window().size(), size); // it can be made that small
    QVERIFY2(wordsThatDoNotFit(window.window()).isEmpty(),
        qPrintable(u"welcome: "_s + wordsThatDoNotFit(window.window()).join(u"; "_s)));
    window.click(u"newSocketButton"_s);
    window.typeInto(u"newSocketAddress"_s, u"fe80::1"_s);
    QVERIFY2(wordsThatDoNotFit(window.window()).isEmpty(),
        qPrintable(u"popup: "_s + wordsThatDoNotFit(window.window()).join(u"; "_s)));
    window.key(Qt::Key_Escape);
    fill(window);
    QStringList problems;
    for (const auto& [id, node] : window.session().graph().sockets()) {
        window.clickCard(id);
        QCoreApplication::processEvents(); // the layout of what was just shown
        problems += wordsThatDoNotFit(window.window());
        for (const QString& call : {u"bind"_s, u"sendto"_s, u"accept4"_s, u"shutdown"_s}) {
            if (window.isSeen(u"step-"_s + call)) {
                window.click(u"step-"_s + call);
                QCoreApplication::processEvents();
                problems += wordsThatDoNotFit(window.window());
            }
        }
    }
    problems.removeDuplicates();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"; "_s)));
}

namespace {

bool takesFocus(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isVisible() && widget.isEnabled()
        && widget.focusProxy() == nullptr;
}

// As a screen reader would say it.
QString spokenName(const QWidget& widget)
{
    if (!widget.accessibleName().isEmpty()) {
        return widget.accessibleName();
    }
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button != nullptr ? button->text() : QString();
}

}

void LookTest::controls_haveNames()
{
    WindowUnderTest window;
    fill(window);
    QStringList problems;
    const auto judge = [&](const char* where) {
        for (const QWidget* widget : window.window().findChildren<QWidget*>()) {
            if (takesFocus(*widget) && (widget->objectName().isEmpty() || spokenName(*widget).isEmpty())) {
                problems += QLatin1String(where) + u": "_s + nameOf(*widget) + u" is called “"_s
                    + spokenName(*widget) + u'”';
            }
        }
    };
    judge("window");
    for (const QString& call : {u"bind"_s, u"sendto"_s, u"shutdown"_s, u"recv"_s}) {
        if (window.isSeen(u"step-"_s + call)) {
            window.click(u"step-"_s + call);
            judge("form");
        }
    }
    window.click(u"newSocketButton"_s);
    judge("popup");
    problems.removeDuplicates();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"; "_s)));
}

void LookTest::tab_reachesAllControls()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    window.showForm(socket, u"sendto"_s);
    QSet<QWidget*> missing;
    for (QWidget* widget : window.window().findChildren<QWidget*>()) {
        if (takesFocus(*widget) && widget->window() == &window.window()) {
            missing.insert(widget);
        }
    }
    QVERIFY(missing.size() > 10);
    const qsizetype most = 3 * missing.size();
    for (qsizetype i = 0; i < most && !missing.isEmpty(); ++i) {
        window.key(Qt::Key_Tab);
        missing.remove(QApplication::focusWidget());
    }
    QStringList names;
    for (const QWidget* widget : missing) {
        names += nameOf(*widget);
    }
    QVERIFY2(names.isEmpty(), qPrintable(names.join(u"; "_s)));
}

void LookTest::theme_changesWhileRunning()
{
    ui::Preferences light;
    light.theme = ThemeChoice::Light;
    WindowUnderTest window(light);
    fill(window);
    const auto paper = [&] { return window.board().grab().toImage().pixelColor(2, 2); };
    QCOMPARE(paper(), Theme::light().window);
    window.choose(u"actionThemeDark"_s);
    EVENTUALLY_COMPARE(paper(), Theme::dark_().window);
    QCOMPARE(window.preferences().theme, ThemeChoice::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::dark_().window);
    QVERIFY2(wordsThatDoNotFit(window.window()).isEmpty(), "Words no longer fit.");
    window.choose(u"actionThemeLight"_s);
    EVENTUALLY_COMPARE(paper(), Theme::light().window);
    window.window().followDesktop({.dark = true, .highContrast = false, .still = false});
    QCOMPARE(paper(), Theme::light().window); // what was chosen stands
    window.choose(u"actionThemeDesktop"_s);
    EVENTUALLY_COMPARE(paper(), Theme::dark_().window);
    window.window().followDesktop({.dark = true, .highContrast = true, .still = true});
    EVENTUALLY_COMPARE(paper(), Theme::highContrast_(true).window);
    window.window().followDesktop({});
    EVENTUALLY_COMPARE(paper(), Theme::light().window);
}

void LookTest::textScale_byKeys()
{
    WindowUnderTest window;
    const int before = window.window().fontMetrics().height();
    for (int i = 0; i < 5; ++i) {
        window.key(Qt::Key_Plus, Qt::ControlModifier);
    }
    EVENTUALLY(window.window().fontMetrics().height() > before);
    for (int i = 0; i < 30; ++i) {
        window.key(Qt::Key_Plus, Qt::ControlModifier); // there is an end to it
    }
    QCOMPARE(window.preferences().textScale, 2.4);
    window.key(Qt::Key_0, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.window().fontMetrics().height(), before);
    window.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier); // the presenter's, on and off
    QCOMPARE(window.preferences().textScale, ui::Preferences::kPresenterText);
    window.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY_COMPARE(window.window().fontMetrics().height(), before);
}

void LookTest::preferences_comeBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        ui::Preferences preferences;
        WindowUnderTest window(preferences, {1200, 800});
        window.choose(u"actionThemeDark"_s);
        window.choose(u"actionLargerText"_s);
        window.choose(u"actionQuit"_s);
        QSettings settings(path, QSettings::IniFormat);
        window.preferences().save(settings);
    }
    const QSettings settings(path, QSettings::IniFormat);
    const ui::Preferences read = ui::Preferences::load(settings);
    QCOMPARE(read.theme, ThemeChoice::Dark);
    QCOMPARE(read.textScale, 1.1);
    model::Session session;
    ui::Preferences again = read;
    ui::MainWindow window(session, again);
    QCOMPARE(window.size(), QSize(1200, 800));
    session.finish();
}

// A name that would be markup, were it believed.
constexpr auto kHostile = "/<b>bold<img src=x>";

void LookTest::labels_arePlain()
{
    WindowUnderTest window;
    fill(window);
    const support::TemporaryFolder folder;
    const SocketId socket = window.newSocketAt(u"@<b>bold</b>"_s, u"datagram"_s);
    window.showForm(socket, u"sendto"_s);
    QStringList problems;
    for (const QLabel* label : window.window().findChildren<QLabel*>()) {
        // The welcome and the captions of a form are ours, and never change.
        const bool fixed = label->buddy() != nullptr || label->parentWidget()->objectName() == u"welcome";
        if (label->textFormat() != Qt::PlainText && !fixed) {
            problems += nameOf(*label) + u" “"_s + label->text() + u'”';
        }
    }
    problems.removeDuplicates();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"; "_s)));
}

void LookTest::toolTips_arePlain()
{
    const QString tip = ui::words::plainToolTip(QString::fromLatin1(kHostile));
    QVERIFY(!tip.contains(u"<b>"_s) && !tip.contains(u"<img"_s));
    QVERIFY(tip.contains(u"&lt;b&gt;bold"_s));
    ui::ElidedLabel label;
    label.resize(20, 20);
    label.setFullText(QString::fromLatin1(kHostile));
    QVERIFY(!label.toolTip().isEmpty());
    QVERIFY(!label.toolTip().contains(u"<img"_s));
    QCOMPARE(label.textFormat(), Qt::PlainText);

    WindowUnderTest window;
    fill(window);
    for (const QWidget* widget : window.window().findChildren<QWidget*>()) {
        const QString text = widget->toolTip();
        const bool wrapped = text.startsWith(u"<span style='white-space:pre-wrap'>"_s);
        QVERIFY2(wrapped || !Qt::mightBeRichText(text), qPrintable(nameOf(*widget) + text));
    }
}

QTEST_MAIN(LookTest)
#include "look_test.moc"

// Where the focus is can be seen: every stop of the Tab key, in every window, in all themes.

#include <QApplication>

#include "tests/ui/support/dialogs.h"
#include "tests/ui/support/focus_walk.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::FocusWalk;
using uitest::WindowUnderTest;

namespace {

constexpr std::pair<const char*, ui::ThemeChoice> kThemes[] {
    {"light", ui::ThemeChoice::Light},
    {"dark", ui::ThemeChoice::Dark},
    {"high contrast", ui::ThemeChoice::HighContrast},
};

ui::Preferences calm(ui::ThemeChoice theme)
{
    ui::Preferences preferences;
    preferences.theme = theme;
    preferences.still = true;
    return preferences;
}

}

class FocusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void emptyWindow_showsTheFocus_data() { themes(); }
    void emptyWindow_showsTheFocus();
    void inspector_showsTheFocus_data() { themes(); }
    void inspector_showsTheFocus();
    void lowerPages_showTheFocus_data() { themes(); }
    void lowerPages_showTheFocus();
    void scenario_showsTheFocus_data() { themes(); }
    void scenario_showsTheFocus();
    void mouse_hidesIt();
    void dialogs_showTheFocus_data();
    void dialogs_showTheFocus();

private:
    static void themes();
};

void FocusTest::themes()
{
    QTest::addColumn<ui::ThemeChoice>("theme");
    for (const auto& [name, theme] : kThemes) {
        QTest::newRow(name) << theme;
    }
}

void FocusTest::initTestCase()
{
    QApplication::setCursorFlashTime(0); // the cursor is there, or not: not now and then
}

void FocusTest::emptyWindow_showsTheFocus()
{
    QFETCH(const ui::ThemeChoice, theme);
    WindowUnderTest window(calm(theme));
    FocusWalk walk;
    walk.walk(window.window(), u"welcome"_s);
    QVERIFY(walk.stops() > 20);
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

void FocusTest::inspector_showsTheFocus()
{
    QFETCH(const ui::ThemeChoice, theme);
    WindowUnderTest window(calm(theme));
    const SocketId stream = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketBind"_s);
    FocusWalk walk;
    window.clickCard(stream);
    for (const Qt::Key tab : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        window.key(tab, Qt::ControlModifier);
        walk.walk(window.window(), u"inspector %1"_s.arg(tab - Qt::Key_0));
    }
    window.key(Qt::Key_1, Qt::ControlModifier);
    const SocketId datagram = window.newSocket(u"UNIX"_s, u"datagram"_s, u"newSocketBind"_s);
    window.showForm(datagram, u"sendto"_s);
    walk.walk(window.window(), u"sendto"_s);
    window.board().setFocus();
    window.key(Qt::Key_Escape); // no card is chosen
    walk.walk(window.window(), u"no card"_s);
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

void FocusTest::lowerPages_showTheFocus()
{
    QFETCH(const ui::ThemeChoice, theme);
    WindowUnderTest window(calm(theme));
    window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketBind"_s);
    FocusWalk walk;
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        window.key(page, Qt::AltModifier);
        window.key(Qt::Key_F, Qt::ControlModifier); // where something can be found in it
        walk.walk(window.window(), u"page %1"_s.arg(page - Qt::Key_0));
        window.key(Qt::Key_Escape);
    }
    window.key(Qt::Key_1, Qt::AltModifier);
    window.log().setFocus();
    window.key(Qt::Key_Home);
    window.key(Qt::Key_F4); // what is known of a row
    EVENTUALLY(window.isSeen(u"detailClose"_s));
    walk.walk(window.window(), u"detail"_s);
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

void FocusTest::scenario_showsTheFocus()
{
    QFETCH(const ui::ThemeChoice, theme);
    WindowUnderTest window(calm(theme));
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioSteps"_s));
    window.click(u"scenarioPlay"_s); // pause: nothing moves
    FocusWalk walk;
    walk.walk(window.window(), u"scenario"_s);
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

// Who clicks knows where that is, and who holds Ctrl for the wheel too.
void FocusTest::mouse_hidesIt()
{
    WindowUnderTest window(calm(ui::ThemeChoice::Light));
    window.newSocket(u"IPv4"_s, u"stream"_s);
    const QColor accent = ui::Theme::light().accent;
    const auto isMarked = [&] { // at the lower left corner, where no card is
        QWidget* ground = window.board().viewport();
        return ground->grab(QRect(0, ground->height() - 1, 1, 1)).toImage().pixelColor(0, 0) == accent;
    };
    const auto click = [&] {
        QWidget* ground = window.board().viewport();
        QTest::mouseClick(ground, Qt::LeftButton, {}, ground->rect().center());
    };
    click();
    QVERIFY(!isMarked());
    window.key(Qt::Key_Control);
    window.key(Qt::Key_Space);
    QVERIFY(!isMarked());
    window.key(Qt::Key_Right); // to a card
    QVERIFY(isMarked());
    click();
    QVERIFY(!isMarked());
}

void FocusTest::dialogs_showTheFocus_data()
{
    QTest::addColumn<ui::ThemeChoice>("theme");
    QTest::addColumn<uitest::Dialog>("dialog");
    for (const uitest::Dialog& dialog : uitest::kDialogs) {
        for (const auto& [theme, choice] : kThemes) {
            if (dialog.hasStops) {
                QTest::addRow("%s, %s", dialog.what, theme) << choice << dialog;
            }
        }
    }
}

void FocusTest::dialogs_showTheFocus()
{
    QFETCH(const ui::ThemeChoice, theme);
    QFETCH(const uitest::Dialog, dialog);
    const QString name = QString::fromUtf16(dialog.name);
    WindowUnderTest window(calm(theme));
    window.newSocket(u"IPv4"_s, u"stream"_s);
    QWidget* opened = uitest::open(window, dialog);
    QVERIFY(opened != nullptr);
    FocusWalk walk;
    uitest::forEachPage(*opened, [&] { walk.walk(*opened, name); });
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
    QTest::keyClick(opened->window()->windowHandle(), Qt::Key_Escape);
    EVENTUALLY(!window.isSeen(name));
}

QTEST_MAIN(FocusTest)
#include "focus_test.moc"

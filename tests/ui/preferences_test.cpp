// The dialog of preferences: what is chosen holds at once, and comes back.

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/translation.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

ui::PreferencesDialog* dialogOf(WindowUnderTest& window)
{
    return window.window().findChild<ui::PreferencesDialog*>();
}

void openDialog(WindowUnderTest& window, ui::PreferencesDialog::Page page)
{
    window.key(Qt::Key_Comma, Qt::ControlModifier);
    EVENTUALLY(dialogOf(window) != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialogOf(window)));
    auto* tabs = dialogOf(window)->findChild<QTabBar*>(u"preferencesTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(page).center());
}

template<typename Widget> Widget* part(WindowUnderTest& window, const QString& name)
{
    return window.find<Widget>(name); // it is to be seen
}

// As a user does: the keys go to the list.
void choose(WindowUnderTest& window, const QString& name, int position)
{
    auto* box = part<QComboBox>(window, name);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < position; ++i) {
        QTest::keyClick(box, Qt::Key_Down);
    }
    QCOMPARE(box->currentIndex(), position);
}

}

class PreferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void look_changesAtOnce();
    void log_takesItsTime();
    void keeping_andTheFolder();
    void addresses_areProposed();
    void language_asksForARestart();
    void everything_comesBack();
    void everything_isReset();
    void controls_haveNamesAndKeys();
};

void PreferencesTest::look_changesAtOnce()
{
    WindowUnderTest window;
    const int before = window.window().fontMetrics().height();
    openDialog(window, ui::PreferencesDialog::Look);
    choose(window, u"preferTheme"_s, 3);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::Theme::highContrast_(false).window);
    auto* size = part<QSpinBox>(window, u"preferTextSize"_s);
    size->setFocus();
    size->selectAll();
    QTest::keyClicks(size, u"150"_s);
    QTest::keyClick(size, Qt::Key_Tab);
    QCOMPARE(window.preferences().textScale, 1.5);
    EVENTUALLY(window.window().fontMetrics().height() > before);
    auto* fonts = part<QComboBox>(window, u"preferWordsFont"_s);
    if (fonts->count() < 2) {
        QSKIP("There is no font here to choose.");
    }
    choose(window, u"preferWordsFont"_s, 1);
    QCOMPARE(QApplication::font().family(), fonts->itemText(1));
    choose(window, u"preferWordsFont"_s, 0);
    QCOMPARE(window.preferences().wordsFamily, QString());
    QTest::keyClick(dialogOf(window), Qt::Key_Escape);
    EVENTUALLY(dialogOf(window) == nullptr);
}

void PreferencesTest::log_takesItsTime()
{
    WindowUnderTest window;
    const auto& columns = window.log().columns();
    QVERIFY(columns.isChosen(ui::LogColumn::Time) && !columns.isChosen(ui::LogColumn::Clock));
    openDialog(window, ui::PreferencesDialog::Log);
    choose(window, u"preferTime"_s, 1);
    QVERIFY(!columns.isChosen(ui::LogColumn::Time) && columns.isChosen(ui::LogColumn::Clock));
    choose(window, u"preferTime"_s, 2);
    QVERIFY(columns.isChosen(ui::LogColumn::Time) && columns.isChosen(ui::LogColumn::Clock));
    QTest::keyClick(part<QCheckBox>(window, u"preferFollow"_s), Qt::Key_Space);
    QVERIFY(!window.preferences().follows);
    QVERIFY(!window.log().follows());
}

void PreferencesTest::keeping_andTheFolder()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    openDialog(window, ui::PreferencesDialog::Keeping);
    window.click(u"keepingNothing"_s);
    QCOMPARE(window.preferences().keeping.payload, 0U);
    QCOMPARE(window.session().store().rules().payload, 0U);
    auto* edit = part<QLineEdit>(window, u"preferFolder"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"relative"_s);
    QVERIFY(edit->property("wrong").toBool());
    QCOMPARE(window.preferences().sessionsFolder, QString());
    edit->clear();
    const QString path = QString::fromStdString(folder.file("sessions"));
    QTest::keyClicks(edit, path);
    QVERIFY(!edit->property("wrong").toBool());
    QCOMPARE(window.preferences().sessionsFolder, path);
    QVERIFY(window.preferences().stateFolder.empty()); // this run keeps none
}

void PreferencesTest::addresses_areProposed()
{
    WindowUnderTest window;
    openDialog(window, ui::PreferencesDialog::General);
    choose(window, u"preferAddress"_s, 1);
    QTest::keyClick(dialogOf(window), Qt::Key_Escape);
    EVENTUALLY(dialogOf(window) == nullptr);
    window.click(u"newSocketButton"_s);
    window.click(u"newSocket-IPv4-stream"_s);
    QCOMPARE(window.textOf(u"newSocketAddress"_s), u"0.0.0.0:0"_s);
    window.click(u"newSocket-IPv6-stream"_s);
    QCOMPARE(window.textOf(u"newSocketAddress"_s), u"[::]:0"_s);
}

void PreferencesTest::language_asksForARestart()
{
    if (ui::languageFor(u"de"_s).isEmpty()) {
        QSKIP("This was built without lrelease (qt6-l10n-tools): English only.");
    }
    ui::Preferences preferences;
    preferences.language = u"en"_s;
    WindowUnderTest window(preferences);
    QSignalSpy restarts(&window.window(), &ui::MainWindow::restartWanted);
    openDialog(window, ui::PreferencesDialog::General);
    QVERIFY(!window.isSeen(u"preferRestart"_s)); // it is what is spoken
    choose(window, u"preferLanguage"_s, 2);
    QCOMPARE(window.preferences().language, u"de"_s);
    EVENTUALLY(window.isSeen(u"preferRestart"_s));
    window.click(u"preferRestart"_s);
    QCOMPARE(restarts.size(), 0); // it asks first: sockets would be closed
    QVERIFY(window.find<QPushButton>(u"preferRestart"_s)->text().contains(u"sockets"_s));
    window.click(u"preferRestart"_s);
    QCOMPARE(restarts.size(), 1);
    EVENTUALLY(dialogOf(window) == nullptr);
}

void PreferencesTest::everything_comesBack()
{
    const QTemporaryDir folder;
    ui::Preferences chosen;
    chosen.theme = ui::ThemeChoice::HighContrast;
    chosen.wordsFamily = u"A"_s;
    chosen.codeFamily = u"B"_s;
    chosen.still = true;
    chosen.language = u"de"_s;
    chosen.follows = false;
    chosen.proposesAnyAddress = true;
    chosen.sessionsFolder = u"/somewhere"_s;
    chosen.inspectorTab = 2;
    chosen.showsLower = false;
    chosen.recentCommands = QStringList {u"a"_s, u"b"_s};
    {
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        chosen.save(settings);
    }
    const QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const ui::Preferences read = ui::Preferences::load(settings);
    QCOMPARE(read.theme, chosen.theme);
    QCOMPARE(read.wordsFamily, chosen.wordsFamily);
    QCOMPARE(read.codeFamily, chosen.codeFamily);
    QCOMPARE(read.still, chosen.still);
    QCOMPARE(read.language, chosen.language);
    QCOMPARE(read.follows, chosen.follows);
    QCOMPARE(read.proposesAnyAddress, chosen.proposesAnyAddress);
    QCOMPARE(read.sessionsFolder, chosen.sessionsFolder);
    QCOMPARE(read.inspectorTab, chosen.inspectorTab);
    QCOMPARE(read.showsLower, chosen.showsLower);
    QCOMPARE(read.recentCommands, chosen.recentCommands);
}

void PreferencesTest::everything_isReset()
{
    ui::Preferences preferences;
    preferences.theme = ui::ThemeChoice::Dark;
    preferences.textScale = 1.3;
    preferences.showsInspector = false;
    preferences.recentFiles = QStringList {u"/tmp/kept.sockscope"_s};
    WindowUnderTest window(preferences);
    openDialog(window, ui::PreferencesDialog::General);
    window.click(u"preferResetAll"_s);
    QCOMPARE(window.preferences().theme, ui::ThemeChoice::Dark); // it asks first
    window.click(u"preferResetAll"_s);
    EVENTUALLY(dialogOf(window) == nullptr);
    QCOMPARE(window.preferences().theme, ui::ThemeChoice::Desktop);
    QCOMPARE(window.preferences().textScale, 1.0);
    QVERIFY(window.isSeen(u"inspector"_s));
    QCOMPARE(window.preferences().recentFiles.size(), 1); // that is no preference
}

void PreferencesTest::controls_haveNamesAndKeys()
{
    WindowUnderTest window;
    openDialog(window, ui::PreferencesDialog::Look);
    QStringList problems;
    for (const QWidget* control : dialogOf(window)->findChildren<QWidget*>()) {
        const bool takesKeys = (control->focusPolicy() & Qt::TabFocus) != 0
            && control->focusProxy() == nullptr && !control->objectName().startsWith(u"qt_"_s);
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        const QString name = !control->accessibleName().isEmpty() ? control->accessibleName()
            : button != nullptr                                   ? button->text()
                                                                  : QString();
        if (takesKeys && control->window() == dialogOf(window) && control->isEnabled()
            && (name.isEmpty() || control->objectName().isEmpty())) {
            problems
                += QString::fromLatin1(control->metaObject()->className()) + u' ' + control->objectName();
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"; "_s)));
}

QTEST_MAIN(PreferencesTest)
#include "preferences_test.moc"

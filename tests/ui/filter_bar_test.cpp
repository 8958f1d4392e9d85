// The line in which the log is filtered, by keys and mouse: what is typed, proposed, wrong, remembered; and
// what it leaves of the log.

#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryFile>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using ui::FilterBar;
using ui::FilterEdit;
using uitest::WindowUnderTest;

namespace {

// Ten remarks, and ten calls that fail with EBADF.
void fill(WindowUnderTest& window)
{
    for (int i = 0; i < 10; ++i) {
        window.session().note(u"remark %1"_s.arg(i));
        QVERIFY(window.session().post(calls::listen(i)).ok());
    }
    EVENTUALLY_COMPARE(window.rows().size(), 20U);
}

FilterBar& bar(WindowUnderTest& window)
{
    return window.window().findChild<ui::LogPanel*>(u"logPanel"_s)->filter().bar();
}

QString typed(WindowUnderTest& window)
{
    return bar(window).edit().text();
}

}

class FilterBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filter_typed();
    void filter_goesOnByItself();
    void filter_wrong();
    void filter_escape();
    void proposals_byKeys();
    void proposals_closeByEscape();
    void history_browsed();
    void saved_byName();
    void memory_keptOverRuns();
    void menu_onlyThisNotThis();
    void observations_hiddenUnlessAsked();
    void help_shown();
};

void FilterBarTest::filter_typed()
{
    WindowUnderTest window;
    fill(window);
    window.key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &bar(window).edit());
    window.type(u"errno == EBADF"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 10U);
    QCOMPARE(window.textOf(u"logCount"_s), u"10 of 20"_s);
    QCOMPARE(window.textOf(u"filterState"_s), u"✓ on"_s);
    window.type(u" and text contains \"listen(-1, 3)\""_s);
    EVENTUALLY_COMPARE(window.rows().size(), 1U);
    QVERIFY(window.rows().front().call.startsWith(u"listen(-1, 3)"_s));
    window.key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &window.log());
    window.click(u"filterClear"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 20U);
    QCOMPARE(window.textOf(u"logCount"_s), u"20 events"_s);
}

void FilterBarTest::filter_goesOnByItself()
{
    WindowUnderTest window;
    fill(window);
    bar(window).enter(u"failed"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 10U);
    window.session().note(u"not for it"_s);
    QVERIFY(window.session().post(calls::listen(77)).ok());
    EVENTUALLY_COMPARE(window.rows().size(), 11U);
    QCOMPARE(window.textOf(u"logCount"_s), u"11 of 22"_s);
}

void FilterBarTest::filter_wrong()
{
    WindowUnderTest window;
    fill(window);
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.type(u"note"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 10U);
    window.type(u" and erno == EBADF"_s);
    QCOMPARE(window.textOf(u"filterState"_s), u"✗ not yet"_s);
    const QString problem = window.textOf(u"filterProblem"_s);
    QVERIFY2(problem.contains(u"no field 'erno'"_s) && problem.contains(u"'errno'"_s), qPrintable(problem));
    QCOMPARE(window.rows().size(), 10U); // the last good one
    // Below the word that is meant.
    QWidget* said = window.widget(u"filterProblem"_s);
    const FilterEdit& edit = bar(window).edit();
    const int wanted = edit.mapTo(&window.window(), QPoint(edit.xOf(9), 0)).x();
    QVERIFY(std::abs(said->mapTo(&window.window(), QPoint(0, 0)).x() - wanted) <= 3);
    window.key(Qt::Key_Return); // stays, for it is not done
    QCOMPARE(QApplication::focusWidget(), &bar(window).edit());
    window.typeInto(u"filterEdit"_s, u"note"_s);
    QVERIFY(!window.isSeen(u"filterProblem"_s));
}

void FilterBarTest::filter_escape()
{
    WindowUnderTest window;
    fill(window);
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.type(u"note "_s);
    EVENTUALLY_COMPARE(window.rows().size(), 10U);
    window.key(Qt::Key_Escape);
    QCOMPARE(typed(window), QString());
    EVENTUALLY_COMPARE(window.rows().size(), 20U);
    QCOMPARE(QApplication::focusWidget(), &bar(window).edit());
    window.key(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &window.log());
}

void FilterBarTest::proposals_byKeys()
{
    WindowUnderTest window;
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.type(u"cal"_s);
    QVERIFY(bar(window).edit().showsProposals());
    window.key(Qt::Key_Return);
    QCOMPARE(typed(window), u"call "_s);
    window.type(u"== sendm"_s);
    window.key(Qt::Key_Return);
    QCOMPARE(typed(window), u"call == sendmsg "_s);
    window.key(Qt::Key_Down); // without a letter
    QVERIFY(bar(window).edit().showsProposals());
    window.key(Qt::Key_Down); // and, or
    window.key(Qt::Key_Return);
    QCOMPARE(typed(window), u"call == sendmsg or "_s);
    window.type(u"err"_s);
    window.key(Qt::Key_Tab);
    QCOMPARE(typed(window), u"call == sendmsg or errno "_s);
}

void FilterBarTest::proposals_closeByEscape()
{
    WindowUnderTest window;
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.type(u"cal"_s);
    QVERIFY(bar(window).edit().showsProposals());
    window.key(Qt::Key_Escape);
    QVERIFY(!bar(window).edit().showsProposals());
    QCOMPARE(typed(window), u"cal"_s);
}

void FilterBarTest::history_browsed()
{
    WindowUnderTest window;
    bar(window).enter(u"failed"_s);
    bar(window).enter(u"note"_s);
    bar(window).enter(QString());
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.key(Qt::Key_Up);
    QCOMPARE(typed(window), u"note"_s);
    window.key(Qt::Key_Up);
    QCOMPARE(typed(window), u"failed"_s);
    window.key(Qt::Key_Up); // the oldest
    QCOMPARE(typed(window), u"failed"_s);
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Down);
    QCOMPARE(typed(window), QString());
}

void FilterBarTest::saved_byName()
{
    WindowUnderTest window;
    bar(window).enter(u"errno == EBADF"_s);
    window.click(u"filterSaved"_s);
    window.type(u"Bad ones"_s);
    window.key(Qt::Key_Return);
    QCOMPARE(bar(window).memory().saved.size(), 1);
    QCOMPARE(bar(window).memory().saved.front(), (ui::SavedFilter {u"Bad ones"_s, u"errno == EBADF"_s}));
    QCOMPARE(window.preferences().filters.saved.size(), 1);
    bar(window).enter(QString());
    window.click(u"filterSaved"_s);
    auto* menu = window.window().findChild<QMenu*>(u"filterSavedMenu"_s);
    QVERIFY(menu->isVisible());
    for (QAction* action : menu->actions()) {
        if (action->text().startsWith(u"Bad ones"_s)) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            break;
        }
    }
    QCOMPARE(typed(window), u"errno == EBADF"_s);
}

void FilterBarTest::memory_keptOverRuns()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QSettings settings(file.fileName(), QSettings::IniFormat);
    ui::FilterMemory memory;
    memory.remember(u"a"_s);
    memory.remember(u"b\"\n=&ü"_s);
    memory.remember(u"a"_s);
    memory.save(u"second"_s, u"note"_s);
    memory.save(u"First"_s, u"gap"_s);
    memory.save(u"second"_s, u"failed"_s);
    ui::save(memory, settings);
    const ui::FilterMemory again = ui::loadFilters(settings);
    QCOMPARE(again.history, (QStringList {u"a"_s, u"b\"\n=&ü"_s}));
    QCOMPARE(again.saved.size(), 2);
    QCOMPARE(again.saved[0].name, u"First"_s);
    QCOMPARE(again.saved[1].text, u"failed"_s);
    for (int i = 0; i < 100; ++i) {
        memory.remember(QString::number(i));
    }
    QCOMPARE(memory.history.size(), ui::FilterMemory::kMostHistory);
}

void FilterBarTest::menu_onlyThisNotThis()
{
    WindowUnderTest window;
    fill(window);
    const auto choose = [&](model::Row row, ui::LogColumn column, const QString& action) {
        window.log().goTo(row);
        const auto menu = window.log().makeMenu(column);
        auto* wanted = menu->findChild<QAction*>(action);
        QVERIFY(wanted != nullptr);
        wanted->trigger();
    };
    const auto failedRow = [&] {
        model::Row row = 0;
        while (window.session().store().event(row).error == 0) {
            ++row;
        }
        return row;
    };
    choose(failedRow(), ui::LogColumn::Call, u"onlyThis"_s);
    QCOMPARE(typed(window), u"call == listen"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 10U);
    choose(failedRow(), ui::LogColumn::Errno, u"notThis"_s);
    QCOMPARE(typed(window), u"call == listen and not errno == EBADF"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 0U);
}

void FilterBarTest::observations_hiddenUnlessAsked()
{
    WindowUnderTest window;
    window.newSocket(u"IPv4"_s, u"stream"_s);
    EVENTUALLY(window.session().store().size() > window.rows().size()); // its state was looked at
    const std::size_t shown = window.rows().size();
    bar(window).enter(u"row >= 0"_s);
    EVENTUALLY(window.textOf(u"logCount"_s).contains(u" of "_s));
    QCOMPARE(window.rows().size(), shown);
    bar(window).enter(u"observation"_s);
    EVENTUALLY(!window.rows().empty() && window.rows().front().state == ui::RowState::Remark);
}

void FilterBarTest::help_shown()
{
    WindowUnderTest window;
    window.click(u"filterHelp"_s);
    QWidget* help = QApplication::activePopupWidget();
    QVERIFY(help != nullptr);
    QCOMPARE(help->objectName(), u"filterHelpPopup"_s);
    QTest::keyClick(help, Qt::Key_Escape);
    EVENTUALLY(QApplication::activePopupWidget() == nullptr);
}

QTEST_MAIN(FilterBarTest)
#include "filter_bar_test.moc"

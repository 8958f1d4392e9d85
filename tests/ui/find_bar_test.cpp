// Finding in the log, by keys: text, bytes, regular expressions; next, previous, how often, and where.

#include <QComboBox>
#include <algorithm>
#include <numeric>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/filter/log_filter.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

void fill(WindowUnderTest& window)
{
    for (int i = 0; i < 10; ++i) {
        window.session().note(i % 5 == 3 ? u"a Needle %1"_s.arg(i) : u"remark %1"_s.arg(i));
    }
    EVENTUALLY_COMPARE(window.rows().size(), 10U);
}

std::uint32_t marks(WindowUnderTest& window)
{
    const auto& lane = window.log().bar().lane(ui::BarLane::Hits);
    return std::accumulate(lane.begin(), lane.end(), 0U);
}

}

class FindBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void find_textByKeys();
    void find_caseAndForms();
    void find_problemsAndNothing();
    void find_inWhatTheFilterLeaves();
    void find_newRows();
};

void FindBarTest::find_textByKeys()
{
    WindowUnderTest window;
    fill(window);
    QVERIFY(!window.isSeen(u"findBar"_s));
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.type(u"needle"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"1 of 2"_s);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(3));
    QCOMPARE(marks(window), 2U);
    window.key(Qt::Key_F3);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(8));
    QCOMPARE(window.textOf(u"findCount"_s), u"2 of 2"_s);
    window.key(Qt::Key_F3); // behind the last comes the first
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(3));
    window.key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(8));
    window.key(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(3));
    window.key(Qt::Key_Return);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(8));
    window.key(Qt::Key_Escape);
    QVERIFY(!window.isSeen(u"findBar"_s));
    QCOMPARE(QApplication::focusWidget(), &window.log());
    QCOMPARE(marks(window), 0U);
}

void FindBarTest::find_caseAndForms()
{
    WindowUnderTest window;
    fill(window);
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.type(u"needle"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"1 of 2"_s);
    window.click(u"findCase"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"not found"_s);
    window.click(u"findCase"_s);
    window.find<QComboBox>(u"findForm"_s)->setCurrentIndex(2);
    window.typeInto(u"findEdit"_s, u"remark [0-4]$"_s);
    EVENTUALLY(window.textOf(u"findCount"_s).endsWith(u"of 4"_s));
    window.click(u"findDataOnly"_s); // remarks are no bytes that a call moved
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"not found"_s);
}

void FindBarTest::find_problemsAndNothing()
{
    WindowUnderTest window;
    fill(window);
    window.key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(window.textOf(u"findCount"_s), QString());
    window.find<QComboBox>(u"findForm"_s)->setCurrentIndex(2);
    window.typeInto(u"findEdit"_s, u"a("_s);
    QVERIFY(window.textOf(u"findCount"_s).contains(u"no regular expression"_s));
    window.find<QComboBox>(u"findForm"_s)->setCurrentIndex(1);
    QVERIFY(window.textOf(u"findCount"_s).contains(u"no bytes"_s));
    window.typeInto(u"findEdit"_s, u"61 62"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"not found"_s);
}

void FindBarTest::find_inWhatTheFilterLeaves()
{
    WindowUnderTest window;
    fill(window);
    window.window().findChild<ui::LogPanel*>(u"logPanel"_s)->filter().bar().enter(u"row > 5"_s);
    EVENTUALLY_COMPARE(window.rows().size(), 4U);
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.type(u"needle"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"1 of 1"_s);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(8));
    window.window().findChild<ui::LogPanel*>(u"logPanel"_s)->filter().bar().enter(QString());
    EVENTUALLY(window.textOf(u"findCount"_s).endsWith(u"2 of 2"_s));
}

void FindBarTest::find_newRows()
{
    WindowUnderTest window;
    fill(window);
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.type(u"needle"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"1 of 2"_s);
    window.session().note(u"one more needle"_s);
    EVENTUALLY_COMPARE(window.textOf(u"findCount"_s), u"1 of 3"_s);
    QCOMPARE(window.log().currentRow(), std::optional<model::Row>(3)); // nothing moves by itself
}

QTEST_MAIN(FindBarTest)
#include "find_bar_test.moc"

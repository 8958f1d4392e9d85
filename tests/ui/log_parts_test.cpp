// What the log view is made of, without a widget: columns, scrolling, selection.

#include <QTest>
#include <sys/socket.h>

#include "tests/ui/made_log.h"
#include "ui/log/log_chooser.h"
#include "ui/log/log_columns.h"
#include "ui/log/log_header.h"
#include "ui/log/log_scroll.h"

using namespace ui;
using namespace netcore;
using namespace Qt::StringLiterals;
using Press = LogChooser::Press;
using Range = LogSelection::Range;

namespace {

constexpr std::array kAll {LogColumn::Time, LogColumn::Socket, LogColumn::Thread, LogColumn::Call,
    LogColumn::Result, LogColumn::Took};

LogColumns columnsOf(int width)
{
    LogColumns columns;
    columns.setCharacterWidth(8);
    columns.setTotalWidth(width);
    return columns;
}

LogSelection one(std::uint64_t row)
{
    LogSelection rows;
    rows.add(row, row + 1);
    return rows;
}

}

class LogPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columns_fill_data();
    void columns_fill();
    void columns_standBack();
    void columns_moveWhileOthersStandBack();
    void columns_dragMovesTheBorder();
    void columns_neverBelowTheirLeast();
    void columns_keepTheirShareInBigType();
    void columns_chosenAndOrdered();
    void columns_kept();
    void columns_keptNonsense_data();
    void columns_keptNonsense();
    void header_dragsTitles();

    void scroll_follows();
    void scroll_newRowsMoveNothing();
    void scroll_endResumes();
    void scroll_barHasAScale();

    void selection_rangesMerge();
    void selection_matchesPlainSet();
    void chooser_clickShiftCtrl();
};

void LogPartsTest::columns_fill_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {0, 200, 500, 640, 1065, 1440, 5000}) {
        QTest::addRow("%d", width) << width;
    }
}

void LogPartsTest::columns_fill()
{
    QFETCH(int, width);
    const LogColumns columns = columnsOf(width);
    int before = 0;
    for (const LogColumn column : columns.shown()) {
        const LogColumns::Span span = columns.span(column);
        QVERIFY(span.left >= before); // none covers another
        QVERIFY(span.width >= 0);
        before = span.right();
    }
    QCOMPARE_GE(columns.span(LogColumn::Call).width, std::min(width - 2 * columns.margin(), 16 * 8));
    if (width > 0) {
        QCOMPARE(before, width - columns.margin());
    }
    QCOMPARE(columns.shown().size() == kAll.size(), width >= 640);
}

// The least important ones go first, whole, and come back where they were.
void LogPartsTest::columns_standBack()
{
    LogColumns columns = columnsOf(1440);
    const std::vector<LogColumn> all = columns.shown();
    const std::string state = columns.state();
    std::vector<LogColumn> went;
    for (int width = 1440; width > 60; width -= 4) {
        columns.setTotalWidth(width);
        for (const LogColumn column : all) {
            if (!columns.hasRoom(column) && std::ranges::find(went, column) == went.end()) {
                went.push_back(column);
            }
        }
        for (const LogColumn column : columns.shown()) {
            QCOMPARE_GE(columns.span(column).width, std::min(width - 2 * columns.margin(), 6 * 8));
        }
    }
    const std::vector<LogColumn> order {
        LogColumn::Thread, LogColumn::Took, LogColumn::Time, LogColumn::Socket, LogColumn::Result};
    QCOMPARE(went, order);
    QCOMPARE(columns.state(), state);
    QVERIFY(columns.isChosen(LogColumn::Time));
    columns.setTotalWidth(1440);
    QCOMPARE(columns.shown(), all);
}

// Dragged among those that are there; who stands back stays beside its neighbour.
void LogPartsTest::columns_moveWhileOthersStandBack()
{
    LogColumns columns = columnsOf(500);
    QVERIFY(!columns.hasRoom(LogColumn::Thread));
    columns.move(LogColumn::Result, 0);
    QCOMPARE(columns.shown().front(), LogColumn::Result);
    columns.setTotalWidth(1440);
    const std::vector<LogColumn> order {LogColumn::Result, LogColumn::Time, LogColumn::Socket,
        LogColumn::Thread, LogColumn::Call, LogColumn::Took};
    QCOMPARE(columns.shown(), order);
}

void LogPartsTest::columns_dragMovesTheBorder()
{
    for (const LogColumn column : kAll) {
        if (column == LogColumn::Call) {
            continue;
        }
        LogColumns columns = columnsOf(1440);
        const int before = columns.border(column);
        QCOMPARE(columns.borderAt(before + 2).value_or(LogColumn::Call), column);
        const int there = before + (column < LogColumn::Call ? 30 : -30);
        columns.dragBorder(column, there);
        QCOMPARE(columns.border(column), there);
        QCOMPARE(columns.span(LogColumn::Took).right(), 1440 - columns.margin());
    }
    QVERIFY(!columnsOf(1440).borderAt(3));
}

void LogPartsTest::columns_neverBelowTheirLeast()
{
    LogColumns columns = columnsOf(1000);
    columns.dragBorder(LogColumn::Time, -500);
    QCOMPARE(columns.span(LogColumn::Time).width, 6 * 8);
    columns.dragBorder(LogColumn::Time, 5000);
    columns.dragBorder(LogColumn::Time, 5000); // Result has given way meanwhile
    QCOMPARE(columns.span(LogColumn::Call).width, 16 * 8);
    columns.dragBorder(LogColumn::Took, 5000);
    QCOMPARE(columns.span(LogColumn::Took).width, 6 * 8);
}

void LogPartsTest::columns_keepTheirShareInBigType()
{
    LogColumns columns = columnsOf(2000);
    columns.setTextWidth(LogColumn::Result, 40 * 8);
    columns.setCharacterWidth(16);
    QCOMPARE(columns.span(LogColumn::Result).width, 40 * 16);
}

void LogPartsTest::columns_chosenAndOrdered()
{
    LogColumns columns = columnsOf(1440);
    columns.setShown(LogColumn::Size, true);
    QVERIFY(columns.span(LogColumn::Size).left > columns.span(LogColumn::Call).right());
    QVERIFY(columns.span(LogColumn::Size).right() < columns.span(LogColumn::Result).left);
    columns.move(LogColumn::Size, 0);
    QCOMPARE(columns.span(LogColumn::Size).left, columns.margin());
    QCOMPARE(columns.at(columns.margin() + 2), LogColumn::Size);
    QCOMPARE(columns.at(0), LogColumn::Size);
    QCOMPARE(columns.at(5000), LogColumn::Took);
    // Its border is on the other side now: away from Call.
    QVERIFY(columns.border(LogColumn::Size) > columns.span(LogColumn::Size).right());
    columns.setShown(LogColumn::Call, false);
    QVERIFY(columns.isChosen(LogColumn::Call));
    columns.setShown(LogColumn::Time, false);
    QVERIFY(!columns.isChosen(LogColumn::Time));
    columns.reset();
    QCOMPARE(columns.shown().size(), 6U);
}

void LogPartsTest::columns_kept()
{
    LogColumns columns = columnsOf(1440);
    columns.setShown(LogColumn::Peer, true);
    columns.move(LogColumn::Peer, 1);
    columns.setTextWidth(LogColumn::Result, 30 * 8);
    LogColumns others = columnsOf(1440);
    QVERIFY(others.restore(columns.state()));
    QCOMPARE(others.shown(), columns.shown());
    QCOMPARE(others.span(LogColumn::Result).width, 30 * 8);
    QCOMPARE(others.state(), columns.state());
}

void LogPartsTest::columns_keptNonsense_data()
{
    QTest::addColumn<QByteArray>("state");
    for (const char* state :
        {"", " ", "Call", "Call:", "Call:x", "Time:12", "Call:0 Call:0", "Call:0 Nothing:3", "Call:0 Time:-4",
            "Call:0 Time:99999999999", "Call:0 Time:4000", "Call:0  Time:4"}) {
        QTest::addRow("'%s'", state) << QByteArray(state);
    }
}

void LogPartsTest::columns_keptNonsense()
{
    QFETCH(QByteArray, state);
    LogColumns columns = columnsOf(1000);
    const std::string before = columns.state();
    QVERIFY(!columns.restore(state.toStdString()));
    QCOMPARE(columns.state(), before);
}

void LogPartsTest::header_dragsTitles()
{
    LogColumns columns = columnsOf(1440);
    LogHeader header(columns);
    const int result = columns.span(LogColumn::Result).left + 4;
    header.press(result);
    QVERIFY(!header.dragTo(result + 3)); // the hand trembles
    QVERIFY(!header.release());
    header.press(result);
    QVERIFY(header.dragTo(5));
    QCOMPARE(header.look().moved.value_or(LogColumn::Call), LogColumn::Result);
    QVERIFY(header.release());
    QCOMPARE(columns.shown().front(), LogColumn::Result);
    header.press(columns.span(LogColumn::Result).left + 4);
    header.dragTo(1439);
    header.release();
    QCOMPARE(columns.shown().back(), LogColumn::Result);
    QVERIFY(!header.isHeld());
}

void LogPartsTest::scroll_follows()
{
    LogScroll scroll;
    scroll.setPage(10);
    scroll.setCount(4);
    QCOMPARE(scroll.top(), 0U);
    scroll.setCount(100);
    QCOMPARE(scroll.top(), 90U);
    scroll.setPage(20);
    QCOMPARE(scroll.top(), 80U);
    QCOMPARE(scroll.unseen(), 0U);
}

void LogPartsTest::scroll_newRowsMoveNothing()
{
    LogScroll scroll;
    scroll.setPage(10);
    scroll.setCount(100);
    scroll.scrollBy(-1);
    QVERIFY(!scroll.follows());
    scroll.setCount(1'000'000);
    QCOMPARE(scroll.top(), 89U);
    QCOMPARE(scroll.unseen(), 999'900U);
    scroll.scrollBy(30); // what has been in sight is not new any more
    QCOMPARE(scroll.unseen(), 1'000'000U - 129);
}

void LogPartsTest::scroll_endResumes()
{
    LogScroll scroll;
    scroll.setPage(10);
    scroll.setCount(100);
    scroll.scrollTo(5);
    scroll.setCount(110);
    scroll.scrollTo(UINT64_MAX);
    QVERIFY(scroll.follows());
    QCOMPARE(scroll.top(), 100U);
    scroll.scrollTo(5);
    scroll.show(109); // somebody looks for a row: it must not run away
    QCOMPARE(scroll.top(), 100U);
    QVERIFY(!scroll.follows());
    scroll.setFollow(false); // by the button: at the end, and yet it stays
    scroll.setCount(111);
    QCOMPARE(scroll.top(), 100U);
    QCOMPARE(scroll.unseen(), 1U);
    scroll.setFollow(true);
    QCOMPARE(scroll.top(), 101U);
}

void LogPartsTest::scroll_barHasAScale()
{
    LogScroll scroll;
    scroll.setPage(50);
    constexpr std::uint64_t kMany = 40'000'000'000;
    scroll.setCount(kMany);
    QCOMPARE(scroll.barValue(), scroll.barMaximum());
    QCOMPARE(scroll.rowOfBar(scroll.barMaximum()), kMany - 50);
    QCOMPARE(scroll.rowOfBar(0), 0U);
    QCOMPARE(scroll.rowOfBar(-5), 0U);
    scroll.scrollTo(kMany / 2);
    QVERIFY(std::abs(scroll.barValue() - scroll.barMaximum() / 2) <= 1);
    scroll.setCount(1000);
    QCOMPARE(scroll.barMaximum(), 950);
    QCOMPARE(scroll.rowOfBar(77), 77U);
}

void LogPartsTest::selection_rangesMerge()
{
    LogSelection rows;
    rows.add(10, 20);
    rows.add(30, 40);
    rows.add(20, 30);
    QCOMPARE(rows.ranges(), (std::vector<Range> {{10, 40}}));
    rows.remove(15, 16);
    QCOMPARE(rows.ranges(), (std::vector<Range> {{10, 15}, {16, 40}}));
    rows.add(5, 5);
    QCOMPARE(rows.ranges().size(), 2U);
    QVERIFY(rows.contains(14));
    QVERIFY(!rows.contains(15));
    QVERIFY(!rows.contains(40));
}

void LogPartsTest::selection_matchesPlainSet()
{
    std::uint32_t seed = 1;
    const auto random = [&seed](std::uint32_t most) {
        seed = seed * 1'664'525 + 1'013'904'223;
        return (seed >> 8) % most;
    };
    LogSelection rows;
    std::array<bool, 64> plain {};
    for (int i = 0; i < 2000; ++i) {
        const std::uint32_t first = random(60);
        const std::uint32_t end = first + random(5);
        const bool adds = random(2) == 0;
        std::fill(plain.begin() + first, plain.begin() + end, adds);
        adds ? rows.add(first, end) : rows.remove(first, end);
        for (std::size_t row = 0; row < plain.size(); ++row) {
            QCOMPARE(rows.contains(row), plain[row]);
        }
    }
}

void LogPartsTest::chooser_clickShiftCtrl()
{
    MadeLog log;
    log.addMany(log.addSocket(7, AF_INET), 100);
    log.publish();
    LogChooser chooser(log.rowList);
    chooser.press(10, Press::Replace);
    chooser.press(14, Press::Extend);
    QCOMPARE(chooser.selection().ranges(), (std::vector<Range> {{10, 15}}));
    chooser.press(8, Press::Extend); // around the same anchor
    QCOMPARE(chooser.selection().ranges(), (std::vector<Range> {{8, 11}}));
    chooser.press(20, Press::Toggle);
    chooser.dragTo(22);
    QCOMPARE(chooser.selection().ranges(), (std::vector<Range> {{8, 11}, {20, 23}}));
    chooser.press(21, Press::Toggle); // takes away
    QCOMPARE(chooser.selection().ranges(), (std::vector<Range> {{8, 11}, {20, 21}, {22, 23}}));
    chooser.press(50, Press::Replace);
    QCOMPARE(chooser.selection(), one(50));
    chooser.selectAll();
    QCOMPARE(chooser.selection().ranges(), (std::vector<Range> {{0, 100}}));
    QCOMPARE(chooser.currentIndex(), 50U);
}

QTEST_GUILESS_MAIN(LogPartsTest)
#include "log_parts_test.moc"

// The tab of throughput, by mouse and keys, on a real session.

#include <QLabel>
#include <QWheelEvent>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"
#include "ui/throughput/throughput_page.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

ui::ThroughputPlot& openThroughput(WindowUnderTest& window)
{
    window.key(Qt::Key_4, Qt::AltModifier);
    return *window.find<ui::ThroughputPlot>(u"throughputPlot"_s);
}

std::uint64_t eventsOf(const ui::ThroughputPlot& plot)
{
    std::uint64_t sum = 0;
    for (const auto& bin : plot.data().bins()) {
        sum += bin.events;
    }
    return sum;
}

void makeCalls(WindowUnderTest& window, int count)
{
    for (int i = 0; i < count; ++i) {
        QVERIFY(window.session().post(calls::socket(AF_UNIX, SOCK_STREAM)).ok());
    }
}

}

class ThroughputUiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plot_countsWhatHappens();
    void drag_choosesARange();
    void range_filtersTheLog();
    void wheel_zooms();
    void past_veilsWhatComesLater();
    void ticks_areNice();
    void rates_haveUnits();
};

void ThroughputUiTest::plot_countsWhatHappens()
{
    WindowUnderTest window;
    const ui::ThroughputPlot& plot = openThroughput(window);
    QVERIFY(plot.hasFocus());
    QCOMPARE(eventsOf(plot), 0U);
    makeCalls(window, 5);
    EVENTUALLY_COMPARE(eventsOf(plot), 5U);
    QVERIFY(plot.showsAll());
}

void ThroughputUiTest::drag_choosesARange()
{
    WindowUnderTest window;
    makeCalls(window, 5);
    ui::ThroughputPlot& plot = openThroughput(window);
    EVENTUALLY_COMPARE(eventsOf(plot), 5U);
    QVERIFY(!window.widget(u"throughputZoom"_s)->isEnabled());
    const QRect area = plot.plotArea().toAlignedRect();
    QTest::mousePress(&plot, Qt::LeftButton, {}, area.topLeft() + QPoint(2, 20));
    QTest::mouseMove(&plot, area.center());
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, area.center());
    QVERIFY(!plot.chosen().isEmpty());
    QVERIFY(window.log().currentRow().has_value());
    const auto chosen = plot.chosen();
    window.click(u"throughputZoom"_s);
    QVERIFY(!plot.showsAll());
    QCOMPARE(plot.shown().begin, chosen.begin);
    QVERIFY(plot.chosen().isEmpty());
    window.click(u"throughputAll"_s);
    QVERIFY(plot.showsAll());
}

void ThroughputUiTest::range_filtersTheLog()
{
    WindowUnderTest window;
    makeCalls(window, 5);
    ui::ThroughputPlot& plot = openThroughput(window);
    EVENTUALLY_COMPARE(eventsOf(plot), 5U);
    const QRect area = plot.plotArea().toAlignedRect();
    QTest::mousePress(&plot, Qt::LeftButton, {}, area.topLeft() + QPoint(2, 20));
    QTest::mouseMove(&plot, area.center());
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, area.center());
    const auto chosen = plot.chosen();
    window.click(u"throughputOnly"_s);
    EVENTUALLY(window.isSeen(u"logView"_s));
    const auto isInRange = [&](model::Row row) {
        const std::uint64_t end = window.session().store().event(row).end();
        return end >= chosen.begin && end < chosen.end;
    };
    std::uint64_t expected = 0;
    for (model::Row row = 0; row < window.session().store().size(); ++row) {
        const bool isUsers = !isObservation(window.session().store().kind(row));
        expected += isUsers && isInRange(row) ? 1U : 0U;
    }
    EVENTUALLY_COMPARE(window.log().source().rows->size(), expected);
    EVENTUALLY(window.textOf(u"logCount"_s).contains(u" of "_s));
}

void ThroughputUiTest::wheel_zooms()
{
    WindowUnderTest window;
    makeCalls(window, 5);
    ui::ThroughputPlot& plot = openThroughput(window);
    EVENTUALLY_COMPARE(eventsOf(plot), 5U);
    const std::uint64_t before = plot.shown().length();
    const QPointF place = plot.plotArea().center();
    QWheelEvent turn(
        place, plot.mapToGlobal(place), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &turn);
    QVERIFY(plot.shown().length() < before);
    const auto zoomed = plot.shown();
    window.key(Qt::Key_Left);
    QVERIFY(plot.shown().begin < zoomed.begin);
    QCOMPARE(plot.shown().length(), zoomed.length());
    window.key(Qt::Key_Home);
    QVERIFY(plot.showsAll());
}

void ThroughputUiTest::past_veilsWhatComesLater()
{
    WindowUnderTest window;
    makeCalls(window, 5);
    ui::ThroughputPlot& plot = openThroughput(window);
    EVENTUALLY_COMPARE(eventsOf(plot), 5U);
    QVERIFY(!plot.futureFrom());
    window.click(u"timeBack"_s);
    QVERIFY(plot.futureFrom().has_value());
    const double later = *plot.futureFrom();
    window.click(u"timeBack"_s);
    QVERIFY(*plot.futureFrom() < later);
    window.click(u"timeLive"_s);
    QVERIFY(!plot.futureFrom());
}

void ThroughputUiTest::ticks_areNice()
{
    QCOMPARE(ui::tickDistance(100, 4, false), 50.0);
    QCOMPARE(ui::tickDistance(81, 4, false), 50.0);
    QCOMPARE(ui::tickDistance(4'096, 4, true), 1'024.0);
    QCOMPARE(ui::tickDistance(5'000, 4, true), 2'048.0);
}

void ThroughputUiTest::rates_haveUnits()
{
    WindowUnderTest window;
    ui::ThroughputPlot& plot = openThroughput(window);
    QCOMPARE(plot.rateText(1'204), u"1,204 events/s"_s);
    window.click(u"measureBytes"_s);
    QCOMPARE(plot.rateText(512), u"512 B/s"_s);
    QCOMPARE(plot.rateText(1'536), u"1.5 KiB/s"_s);
    QCOMPARE(plot.rateText(64.0 * 1024 * 1024), u"64 MiB/s"_s);
    window.click(u"measureErrors"_s);
    QCOMPARE(plot.rateText(0), u"0 errors/s"_s);
}

QTEST_MAIN(ThroughputUiTest)
#include "throughput_test.moc"

// The log in hands: mouse, keys, wheel and menu on a real widget.

#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/shown_log.h"

using namespace ui;
using namespace netcore;
using namespace Qt::StringLiterals;
using Range = LogSelection::Range;

class LogHandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void follow_untilTheUserScrollsUp();
    void follow_byKeysAndPill();
    void follow_wheelBackToTheEnd();
    void select_byMouse();
    void select_byDragBeyondTheEdge();
    void select_byKeys();
    void select_survivesNewRows();
    void copy_byKeyAndMenu();
    void menu_selectsRowsOfSocket();
    void columns_dragAndFit();
};

void LogHandsTest::follow_untilTheUserScrollsUp()
{
    ShownLog shown(100);
    const QSignalSpy changes(shown.view.get(), &LogView::followChanged);
    shown.addRows(50);
    QCOMPARE(shown.view->scroll().end(), 150U);
    QVERIFY(!shown.pill()->isVisible());
    shown.view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    QVERIFY(!shown.view->follows());
    QCOMPARE(changes.size(), 1);
    const std::uint64_t top = shown.view->scroll().top();
    shown.addRows(1000);
    QCOMPARE(shown.view->scroll().top(), top);
    QVERIFY(shown.pill()->isVisible());
    QCOMPARE(shown.pill()->text(), u"↓ 1,000 new"_s);
    QVERIFY(shown.view->viewport()->rect().contains(shown.pill()->geometry()));
}

void LogHandsTest::follow_byKeysAndPill()
{
    ShownLog shown(100);
    shown.key(Qt::Key_Home);
    QVERIFY(!shown.view->follows());
    QCOMPARE(shown.view->scroll().top(), 0U);
    shown.key(Qt::Key_End);
    QVERIFY(shown.view->follows());
    QCOMPARE(shown.view->currentIndex(), 99U);
    shown.key(Qt::Key_Space);
    QVERIFY(!shown.view->follows());
    const std::uint64_t top = shown.view->scroll().top();
    shown.addRows(3);
    QCOMPARE(shown.view->scroll().top(), top);
    QTest::mouseClick(shown.pill(), Qt::LeftButton);
    QVERIFY(shown.view->follows());
    QVERIFY(!shown.pill()->isVisible());
    QCOMPARE(shown.view->scroll().end(), 103U);
}

void LogHandsTest::follow_wheelBackToTheEnd()
{
    ShownLog shown(100);
    const auto wheel = [&](int notches) {
        const QPointF centre = shown.view->viewport()->rect().center();
        QWheelEvent event(centre, shown.view->viewport()->mapToGlobal(centre), {}, {0, 120 * notches},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.view->viewport(), &event);
    };
    wheel(1);
    QVERIFY(!shown.view->follows());
    QCOMPARE(shown.view->scroll().end(), 97U);
    wheel(-1);
    QVERIFY(shown.view->follows());
}

void LogHandsTest::select_byMouse()
{
    ShownLog shown(100);
    const QSignalSpy picks(shown.view.get(), &LogView::socketPicked);
    shown.click(90);
    QCOMPARE(shown.selected(), (std::vector<Range> {{90, 91}}));
    QCOMPARE(picks.size(), 1);
    QCOMPARE(picks.first().first().value<SocketId>(), shown.socket);
    shown.click(94, Qt::ShiftModifier);
    shown.click(97, Qt::ControlModifier);
    QCOMPARE(shown.selected(), (std::vector<Range> {{90, 95}, {97, 98}}));
    shown.click(97, Qt::ControlModifier);
    QCOMPARE(shown.selected(), (std::vector<Range> {{90, 95}}));
    // The header is no row.
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, {500, 3});
    QCOMPARE(shown.selected(), (std::vector<Range> {{90, 95}}));
}

void LogHandsTest::select_byDragBeyondTheEdge()
{
    ShownLog shown(1000);
    const std::uint64_t top = shown.view->scroll().top();
    QWidget* viewport = shown.view->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, shown.view->rowRect(top + 2).center());
    QTest::mouseMove(viewport, shown.view->rowRect(top + 5).center());
    QCOMPARE(shown.selected(), (std::vector<Range> {{top + 2, top + 6}}));
    QTest::mouseMove(viewport, QPoint(100, -40));
    QTRY_VERIFY(shown.view->scroll().top() < top);
    QVERIFY(!shown.view->follows());
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(100, -40));
    QCOMPARE(shown.selected().back().end, top + 3);
    QVERIFY(shown.selected().front().first < top);
}

void LogHandsTest::select_byKeys()
{
    ShownLog shown(100);
    const std::uint64_t page = shown.view->scroll().page();
    shown.key(Qt::Key_Home);
    shown.key(Qt::Key_Down);
    shown.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.selected(), (std::vector<Range> {{1, 3}}));
    shown.key(Qt::Key_PageDown);
    QCOMPARE(shown.view->currentIndex(), 2 + page);
    QVERIFY(!shown.view->rowRect(2 + page).isEmpty());
    shown.key(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(shown.selected(), (std::vector<Range> {{0, 3 + page}}));
    shown.key(Qt::Key_PageUp);
    QCOMPARE(shown.view->currentIndex(), 0U);
    shown.key(Qt::Key_Up);
    QCOMPARE(shown.view->currentIndex(), 0U);
    shown.key(Qt::Key_End, Qt::ShiftModifier);
    shown.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown.selected(), (std::vector<Range> {{0, 100}}));
}

void LogHandsTest::select_survivesNewRows()
{
    ShownLog shown(100);
    shown.click(95);
    shown.addRows(10);
    QCOMPARE(shown.selected(), (std::vector<Range> {{95, 96}}));
    QCOMPARE(shown.view->scroll().end(), 110U); // a click does not end the following
}

void LogHandsTest::copy_byKeyAndMenu()
{
    ShownLog shown(10);
    shown.click(4);
    shown.click(5, Qt::ShiftModifier);
    shown.key(Qt::Key_C, Qt::ControlModifier);
    const QString line = u"send(7, \"hello\", 5, MSG_NOSIGNAL) = 5 <0.000000>"_s;
    QCOMPARE(QGuiApplication::clipboard()->text(), line + u'\n' + line);
    const auto menu = shown.view->makeMenu();
    menu->findChild<QAction*>(u"copyHex"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"68 65 6c 6c 6f\n68 65 6c 6c 6f"_s);
    menu->findChild<QAction*>(u"copyC"_s)->trigger();
    QCOMPARE(
        QGuiApplication::clipboard()->text().section(u'\n', 0, 0), u"send(7, \"hello\", 5, MSG_NOSIGNAL);"_s);
}

void LogHandsTest::menu_selectsRowsOfSocket()
{
    ShownLog shown(3);
    const SocketId other = shown.log.addSocket(8, AF_INET6);
    shown.log.addMany(other, 2);
    shown.addRows(1);
    QVERIFY(!shown.view->makeMenu()->findChild<QAction*>(u"selectSocket"_s)->isEnabled()); // none chosen
    shown.click(4);
    shown.view->makeMenu()->findChild<QAction*>(u"selectSocket"_s)->trigger();
    QCOMPARE(shown.selected(), (std::vector<Range> {{3, 5}}));
}

void LogHandsTest::columns_dragAndFit()
{
    ShownLog shown(100);
    QWidget* viewport = shown.view->viewport();
    const LogColumns& columns = shown.view->columns();
    const int border = columns.border(LogColumn::Time);
    QTest::mousePress(viewport, Qt::LeftButton, {}, {border, 5});
    QTest::mouseMove(viewport, {border + 60, 5});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {border + 60, 5});
    QCOMPARE(columns.border(LogColumn::Time), border + 60);
    QVERIFY(shown.view->selection().isEmpty());
    QTest::mouseMove(viewport, {border + 60, 5});
    QCOMPARE(viewport->cursor().shape(), Qt::SplitHCursor);
    QTest::mouseDClick(viewport, Qt::LeftButton, {}, {border + 60, 5});
    QVERIFY(columns.border(LogColumn::Time) < border + 60);
}

QTEST_MAIN(LogHandsTest)
#include "log_hands_test.moc"

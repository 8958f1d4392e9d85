// The log in hands: mouse, keys, wheel and menu on a real widget.

#include <QClipboard>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/shown_log.h"

using namespace ui;
using namespace netcore;
using namespace Qt::StringLiterals;
using Range = LogSelection::Range;

namespace {

// What a filter may leave.
class EveryOther : public model::RowList {
public:
    explicit EveryOther(const model::RowList& rows) : m_rows(rows) { }
    std::uint64_t size() const override { return (m_rows.size() + 1) / 2; }
    model::Row at(std::uint64_t index) const override { return m_rows.at(2 * index); }
    std::uint64_t indexOf(model::Row row) const override { return (m_rows.indexOf(row) + 1) / 2; }

private:
    const model::RowList& m_rows;
};

}

class LogHandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void follow_untilTheUserScrollsUp();
    void follow_byKeysAndPill();
    void follow_wheelBackToTheEnd();
    void follow_goesOnAfterALookBack();
    void select_byMouse();
    void select_byDragBeyondTheEdge();
    void select_byKeys();
    void select_survivesNewRows();
    void copy_byKeyAndMenu();
    void menu_selectsRowsOfSocket();
    void menu_takesActionsOfOthers();
    void rows_otherListKeepsWhatIsSeen();
    void columns_dragAndFit();
    void columns_chosenByMenu();
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

void LogHandsTest::follow_goesOnAfterALookBack()
{
    ShownLog shown(100);
    shown.view->showMoment(10);
    shown.view->showMoment(20);
    QVERIFY(!shown.view->follows());
    shown.view->showMoment(std::nullopt);
    QVERIFY(shown.view->follows());
    shown.addRows(3);
    QCOMPARE(shown.view->scroll().end(), 103U);
    shown.key(Qt::Key_Home); // who did not follow is not taken to the end
    shown.view->showMoment(10);
    shown.view->showMoment(std::nullopt);
    QVERIFY(!shown.view->follows());
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

void LogHandsTest::menu_takesActionsOfOthers()
{
    ShownLog shown(20);
    const LogColumns& columns = shown.view->columns();
    std::vector<std::pair<quint64, LogColumn>> asked;
    connect(
        shown.view.get(), &LogView::menuAboutToShow, this, [&](QMenu* menu, quint64 row, LogColumn column) {
            menu->addAction(u"Only this"_s);
            asked.emplace_back(row, column);
        });
    const QPoint place(columns.span(LogColumn::Result).left + 3, shown.view->rowRect(12).center().y());
    QTest::mousePress(shown.view->viewport(), Qt::RightButton, {}, place);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, shown.view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(shown.view->viewport(), &event);
    QCOMPARE(asked.size(), 1U);
    QCOMPARE(asked.front().first, 12U);
    QCOMPARE(asked.front().second, LogColumn::Result);
    auto* menu = shown.view->findChild<QMenu*>(u"logMenu"_s);
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().constLast()->text(), u"Only this"_s);
    const QPointer<QMenu> guard(menu);
    menu->close();
    QTest::mouseRelease(shown.view->viewport(), Qt::RightButton, {}, place);
    QTRY_VERIFY(guard.isNull());
}

void LogHandsTest::rows_otherListKeepsWhatIsSeen()
{
    ShownLog shown(1000);
    EveryOther half(shown.log.rowList);
    shown.view->goTo(500);
    const model::Row inSight = shown.view->rowInSight().value_or(0);
    shown.view->setRows(half);
    QCOMPARE(shown.view->scroll().count(), 500U);
    QCOMPARE(shown.view->rowInSight().value_or(0), inSight + inSight % 2);
    QCOMPARE(shown.view->currentRow().value_or(0), 500U);
    QCOMPARE(shown.view->currentIndex(), 250U);
    shown.view->setRows(shown.log.rowList);
    QCOMPARE(shown.view->rowInSight().value_or(0), inSight + inSight % 2);
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

void LogHandsTest::columns_chosenByMenu()
{
    ShownLog shown(50);
    const QSignalSpy changes(shown.view.get(), &LogView::columnsChanged);
    const QPoint place(200, 4);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, shown.view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(shown.view->viewport(), &event);
    QPointer<QMenu> menu = shown.view->findChild<QMenu*>(u"headerMenu"_s);
    QVERIFY(menu != nullptr);
    menu->findChild<QAction*>(u"showColumn-Data"_s)->trigger();
    menu->findChild<QAction*>(u"dataInHex"_s)->trigger();
    QVERIFY(shown.view->columns().isChosen(LogColumn::Data));
    QVERIFY(shown.view->showsHex());
    QVERIFY(!menu->findChild<QAction*>(u"showColumn-Call"_s)->isEnabled());
    menu->close();
    QTRY_VERIFY(menu.isNull());
    QCOMPARE(changes.size(), 2);

    const QString state = shown.view->columnsState();
    const auto rowMenu = shown.view->makeMenu(); // the way by keys
    rowMenu->findChild<QAction*>(u"resetColumns"_s)->trigger();
    QVERIFY(!shown.view->columns().isChosen(LogColumn::Data));
    shown.view->restoreColumns(state);
    QVERIFY(shown.view->columns().isChosen(LogColumn::Data));
    QVERIFY(shown.view->showsHex());
}

QTEST_MAIN(LogHandsTest)
#include "log_hands_test.moc"

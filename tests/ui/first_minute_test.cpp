// The first minute of somebody new, as they would spend it: a first connection that runs by itself, one that
// is stepped through, then a listener of their own, a drag to it, and an echo by hand.

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <algorithm>

#include "tests/ui/support/window_under_test.h"
#include "ui/inspector/bytes_handle.h"
#include "ui/scenario/scenario_panel.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::EdgeKind;
using uitest::WindowUnderTest;

namespace {

ui::ScenarioPanel& scenarioOf(WindowUnderTest& window)
{
    return *window.window().findChild<ui::ScenarioPanel*>();
}

QPoint onView(WindowUnderTest& window, const QPointF& place)
{
    return window.board().mapFromScene(place);
}

void dragPlug(WindowUnderTest& window, SocketId from, SocketId to)
{
    window.clickCard(from);
    QWidget* board = window.board().viewport();
    const ui::SocketCard* card = window.card(from);
    const QPoint plug = onView(window, card->mapToScene(card->plugRect().center()));
    const QPoint target = onView(window, window.card(to)->onBoard().center());
    QTest::mouseMove(board, plug);
    QTest::mousePress(board, Qt::LeftButton, {}, plug);
    QTest::mouseMove(board, (plug + target) / 2);
    QTest::mouseMove(board, target);
    QTest::mouseRelease(board, Qt::LeftButton, {}, target);
}

}

class FirstMinuteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstConnection_runsByItself();
    void lesson_isStepped();
    void ownEcho_byHand();
    void ownEcho_byTwoDragsAndFiveClicks();
};

void FirstMinuteTest::firstConnection_runsByItself()
{
    WindowUnderTest window;
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    EVENTUALLY(!window.isSeen(u"welcome"_s)); // the first card has taken its place
    const std::size_t before = scenarioOf(window).stepsDone();
    EVENTUALLY(scenarioOf(window).stepsDone() > before + 1); // nobody has touched anything
}

void FirstMinuteTest::lesson_isStepped()
{
    WindowUnderTest window;
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioStep"_s));
    const auto connections = [&] {
        const auto edges = window.edges();
        return std::ranges::count(edges, EdgeKind::Connected);
    };
    // Each press makes the next step, until the two ends are connected.
    const auto stepped = [&] {
        window.key(Qt::Key_F10);
        return connections() > 0;
    };
    QVERIFY(QTest::qWaitFor(stepped, uitest::kLong));
    const std::size_t done = scenarioOf(window).stepsDone();
    window.click(u"scenarioBack"_s); // a look back
    EVENTUALLY(!window.isAtPresent());
    QCOMPARE(scenarioOf(window).stepsDone(), done);
    window.click(u"timeLive"_s);
    EVENTUALLY(window.isAtPresent());
    // To the end: every result is as the lesson says.
    const auto ended = [&] {
        window.key(Qt::Key_F10);
        return scenarioOf(window).isOver();
    };
    QVERIFY(QTest::qWaitFor(ended, uitest::kLong));
    EVENTUALLY(window.textOf(u"scenarioEnd"_s).startsWith(u"Done"_s));
}

void FirstMinuteTest::ownEcho_byHand()
{
    WindowUnderTest window;
    const SocketId listener = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(listener).listening);
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.addressOf(listener);
    dragPlug(window, client, listener);
    EVENTUALLY(window.node(client).connected);
    window.clickChip(listener, CallId::Accept4);
    EVENTUALLY(window.acceptedFrom(listener) != kNoSocket);
    const SocketId accepted = window.acceptedFrom(listener);
    for (const auto& [from, to] : {std::pair(client, accepted), std::pair(accepted, client)}) {
        window.clickChip(from, CallId::Send);
        window.typeInto(u"arg-buf"_s, u"hello"_s);
        window.key(Qt::Key_Return, Qt::ControlModifier);
        const SocketId receiver = to;
        EVENTUALLY(window.node(receiver).view.receiveQueue == 5);
        window.clickChip(receiver, CallId::Recv);
        EVENTUALLY(window.node(receiver).bytesReceived == 5);
    }
}

// What is proposed is taken: IPv4, a free port of the loopback, "hello".
void FirstMinuteTest::ownEcho_byTwoDragsAndFiveClicks()
{
    WindowUnderTest window;
    window.click(u"newSocketButton"_s); // one
    window.click(u"newSocketListen"_s); // two
    EVENTUALLY(window.newest() != kNoSocket && window.card(window.newest()) != nullptr);
    const SocketId listener = window.newest();
    EVENTUALLY(window.node(listener).listening && window.node(listener).view.acceptQueue >= 0);
    // The first drag: out of the listener comes its client.
    QWidget* board = window.board().viewport();
    const ui::SocketCard* card = window.card(listener);
    const QPoint plug = onView(window, card->mapToScene(card->plugRect().center()));
    const QPoint free = onView(window, card->onBoard().bottomRight() + QPointF(300, 80));
    QTest::mouseMove(board, plug);
    QTest::mousePress(board, Qt::LeftButton, {}, plug);
    QTest::mouseMove(board, free);
    QTest::mouseRelease(board, Qt::LeftButton, {}, free);
    EVENTUALLY(window.newest() != listener && window.node(window.newest()).connected);
    const SocketId client = window.newest();
    EVENTUALLY_COMPARE(window.textOf(u"arg-buf"_s), u"hello"_s); // send() is next
    window.click(u"makeCall"_s); // three
    EVENTUALLY(window.node(client).bytesSent == 5);
    window.clickChip(listener, CallId::Accept4); // four
    EVENTUALLY(window.acceptedFrom(listener) != kNoSocket);
    const SocketId accepted = window.acceptedFrom(listener);
    window.clickChip(accepted, CallId::Recv); // five
    EVENTUALLY(window.node(accepted).bytesReceived == 5);
    // The second: what has come goes back. (The drag itself is the desktop's; its end is given here.)
    EVENTUALLY(window.isSeen(u"bytesHandle"_s));
    const auto bytes = window.find<ui::BytesHandle>(u"bytesHandle"_s)->dragged();
    const QPoint place = onView(window, window.card(accepted)->onBoard().center());
    QDragEnterEvent enter(place, Qt::CopyAction, bytes.get(), Qt::LeftButton, {});
    QApplication::sendEvent(board, &enter);
    QDragMoveEvent move(place, Qt::CopyAction, bytes.get(), Qt::LeftButton, {});
    QApplication::sendEvent(board, &move);
    QDropEvent drop(place, Qt::CopyAction, bytes.get(), Qt::LeftButton, {});
    QApplication::sendEvent(board, &drop);
    EVENTUALLY_COMPARE(window.node(client).view.receiveQueue, 5);
}

QTEST_MAIN(FirstMinuteTest)
#include "first_minute_test.moc"

// What a user does to the board itself, and takes back.

#include <QLineEdit>
#include <QMenu>

#include "tests/ui/support/window_under_test.h"
#include "ui/board/board_actions.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

// Where a drag begins: the upper edge of a card, where nothing can be pressed.
QPoint handleOf(WindowUnderTest& window, SocketId socket)
{
    return window.board().mapFromScene(window.card(socket)->onBoard().topLeft() + QPointF(60, 5));
}

void dragCard(WindowUnderTest& window, SocketId socket, const QPoint& by)
{
    QWidget* board = window.board().viewport();
    const QPoint from = handleOf(window, socket);
    QTest::mousePress(board, Qt::LeftButton, {}, from);
    QTest::mouseMove(board, from + by / 2);
    QTest::mouseMove(board, from + by);
    QTest::mouseRelease(board, Qt::LeftButton, {}, from + by);
}

bool isOnGrid(const QPointF& place)
{
    return place == ui::onGrid(place);
}

}

class BoardEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drag_snaps_andIsUndone();
    void keys_move();
    void rubberBand_selects_andAligns();
    void arrange_byRoles();
    void dismiss_isUndone();
    void note_isKept();
    void calls_areNotUndone();
};

void BoardEditsTest::drag_snaps_andIsUndone()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"IPv4"_s, u"stream"_s);
    const QPointF before = window.card(one)->pos();
    dragCard(window, one, {131, 77});
    const QPointF after = window.card(one)->pos();
    QVERIFY(after != before);
    QVERIFY(isOnGrid(after));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.card(one)->pos(), before);
    window.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY_COMPARE(window.card(one)->pos(), after);
}

void BoardEditsTest::keys_move()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(one);
    const QPointF before = window.card(one)->pos();
    for (int i = 0; i < 3; ++i) {
        window.key(Qt::Key_Down, Qt::ControlModifier);
    }
    window.key(Qt::Key_Right, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.card(one)->pos(), before + QPointF(24, 72));
    window.key(Qt::Key_Z, Qt::ControlModifier); // all steps at once
    EVENTUALLY_COMPARE(window.card(one)->pos(), before);
}

void BoardEditsTest::rubberBand_selects_andAligns()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"IPv4"_s, u"stream"_s);
    const SocketId other = window.newSocket(u"IPv4"_s, u"stream"_s);
    dragCard(window, other, {0, 120});
    const qreal top = window.card(one)->y();
    QVERIFY(window.card(other)->y() != top);
    QWidget* board = window.board().viewport();
    const QRectF all = window.card(one)->onBoard() | window.card(other)->onBoard();
    const QPoint from = window.board().mapFromScene(all.topLeft() - QPointF(20, 20));
    const QPoint to = window.board().mapFromScene(all.bottomRight() + QPointF(20, 20));
    QTest::mousePress(board, Qt::LeftButton, {}, from);
    QTest::mouseMove(board, (from + to) / 2);
    QTest::mouseMove(board, to);
    QTest::mouseRelease(board, Qt::LeftButton, {}, to);
    QVERIFY(window.card(one)->isSelected() && window.card(other)->isSelected());
    window.board().board().edits().align(ui::Alignment::Top);
    EVENTUALLY_COMPARE(window.card(other)->y(), top);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY(window.card(other)->y() != top);
}

void BoardEditsTest::arrange_byRoles()
{
    WindowUnderTest window;
    const SocketId datagram = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    const QString address = window.addressOf(server);
    EVENTUALLY(window.node(server).listening);
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickChip(client, CallId::Connect);
    window.typeInto(u"arg-addr"_s, address);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.node(client).connected);
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY(window.acceptedFrom(server) != kNoSocket);
    const SocketId accepted = window.acceptedFrom(server);
    const QPointF before = window.card(datagram)->pos();
    window.clickCard(server);
    window.key(Qt::Key_F9, Qt::ShiftModifier);
    const auto place = [&](SocketId socket) { return window.card(socket)->destination(); };
    QVERIFY(place(server).x() < place(accepted).x());
    QVERIFY(place(accepted).x() < place(client).x());
    QVERIFY(place(datagram).y() > place(server).y());
    for (const SocketId socket : {datagram, server, client, accepted}) {
        QVERIFY(isOnGrid(place(socket)));
        EVENTUALLY_COMPARE(window.card(socket)->pos(), place(socket)); // it glides there
    }
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.card(datagram)->pos(), before);
}

void BoardEditsTest::dismiss_isUndone()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"UNIX"_s, u"stream"_s);
    const SocketId other = window.newSocket(u"UNIX"_s, u"stream"_s);
    const QPointF place = window.card(one)->pos();
    window.clickChip(one, CallId::Close);
    EVENTUALLY(!window.node(one).open);
    EVENTUALLY(window.card(one)->isFaded());
    window.choose(u"actionDismissClosed"_s);
    EVENTUALLY(window.card(one) == nullptr);
    QVERIFY(window.card(other) != nullptr);
    window.clickCard(other);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY(window.card(one) != nullptr);
    QCOMPARE(window.card(one)->pos(), place);
}

void BoardEditsTest::note_isKept()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"UNIX"_s, u"stream"_s);
    window.clickCard(one);
    window.key(Qt::Key_N);
    EVENTUALLY(window.isSeen(u"noteEditor"_s));
    window.type(u"the teacher's"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.card(one)->geometry().noteText, u"the teacher's"_s);
    QVERIFY(!window.session().records().empty()); // in the session's file
    EVENTUALLY(!window.isSeen(u"noteEditor"_s));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.card(one)->geometry().noteText, QString());
}

void BoardEditsTest::calls_areNotUndone()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"UNIX"_s, u"stream"_s);
    window.clickCard(one);
    const auto* undo = window.window().findChild<QAction*>(u"actionUndo"_s);
    QVERIFY(undo != nullptr);
    QVERIFY(!undo->isEnabled()); // socket() was made: nothing to take back
    QVERIFY(undo->toolTip().contains(u"cannot be undone"_s));
}

QTEST_MAIN(BoardEditsTest)
#include "board_edits_test.moc"

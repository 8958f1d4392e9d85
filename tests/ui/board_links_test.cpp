// Cords drawn by mouse and by keys, and what is dropped on cards.

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

#include "tests/ui/support/window_under_test.h"
#include "ui/words.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::EdgeKind;
using uitest::WindowUnderTest;

namespace {

using Edges = std::vector<EdgeKind>;

QPoint onView(WindowUnderTest& window, const QPointF& place)
{
    return window.board().mapFromScene(place);
}

// From the plug of one card to the middle of another; the button stays down unless `lets`.
void drag(WindowUnderTest& window, SocketId from, SocketId to, bool lets = true)
{
    window.clickCard(from);
    QWidget* board = window.board().viewport();
    ui::SocketCard* card = window.card(from);
    QVERIFY2(!card->plugRect().isNull(), "The card has no plug.");
    const QPoint plug = onView(window, card->mapToScene(card->plugRect().center()));
    const QPoint target = onView(window, window.card(to)->onBoard().center());
    QTest::mouseMove(board, plug);
    QTest::mousePress(board, Qt::LeftButton, {}, plug);
    QTest::mouseMove(board, (plug + target) / 2);
    QTest::mouseMove(board, target);
    if (lets) {
        QTest::mouseRelease(board, Qt::LeftButton, {}, target);
    }
}

void chooseInMenu(const QString& menuName, const QString& action)
{
    QMenu* menu = nullptr;
    EVENTUALLY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr);
    QCOMPARE(menu->objectName(), menuName);
    for (QAction* entry : menu->actions()) {
        if (entry->objectName() == action) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
            return;
        }
    }
    QTest::qFail(qPrintable(u"The menu has no "_s + action), __FILE__, __LINE__);
}

void dropOn(WindowUnderTest& window, SocketId socket, const QMimeData& data)
{
    QWidget* board = window.board().viewport();
    const QPoint place = onView(window, window.card(socket)->onBoard().center());
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(board, &enter);
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(board, &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(board, &drop);
    QVERIFY(drop.isAccepted());
}

void domains()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("IPv4") << u"IPv4"_s;
    QTest::newRow("IPv6") << u"IPv6"_s;
    QTest::newRow("UNIX") << u"UNIX"_s;
}

}

class BoardLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dragToListener_data() { domains(); }
    void dragOutOfListener_makesItsClient_data() { domains(); }
    void dragToListener();
    void dragWhatDoesNotFit_saysWhy();
    void dragToNothing_leaves();
    void dragOutOfListener_makesItsClient();
    void listener_isPlugged();
    void dragToDatagram_asks();
    void keysConnect();
    void keysWithNobodyThere_askForAnAddress();
    void keysLeave();
    void wildcard_isReachedByLoopback();
    void dropText();
    void dropFile();
    void dropOnDatagram_opensForm();
    void waitingPeers_hangOnDashedCord();
    void pairFromToolBar();
};

void BoardLinksTest::dragToListener()
{
    QFETCH(QString, domain);
    WindowUnderTest window;
    const SocketId server = window.newSocket(domain, u"stream"_s, u"newSocketListen"_s);
    QVERIFY(!window.addressOf(server).isEmpty());
    EVENTUALLY(window.node(server).listening);
    const SocketId client = window.newSocket(domain, u"stream"_s);
    drag(window, client, server);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect(fd, "_s));
    QVERIFY2(window.lastCall(client).endsWith(u"= 0"_s), qPrintable(window.lastCall(client)));
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Waiting}));
    EVENTUALLY(window.card(client)->plugRect().isNull()); // connected: nothing more to plug in
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected, EdgeKind::AcceptedFrom}));
}

void BoardLinksTest::dragWhatDoesNotFit_saysWhy()
{
    WindowUnderTest window;
    const SocketId other = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketBind"_s);
    EVENTUALLY(window.node(other).bound);
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    drag(window, client, other, false);
    QCOMPARE(window.card(other)->aim(), ui::SocketCard::Aim::FitsNot);
    QTest::mouseRelease(window.board().viewport(), Qt::LeftButton, {},
        onView(window, window.card(other)->onBoard().center()));
    QCOMPARE(window.lastCall(client).section(u'(', 0, 0), u"socket"_s); // nothing was made
    chooseInMenu(u"linkMenu"_s, u"linkConnect"_s);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect(fd, "_s));
    QVERIFY2(window.lastCall(client).endsWith(u"= -1 ECONNREFUSED"_s), qPrintable(window.lastCall(client)));
    QCOMPARE(window.card(other)->aim(), ui::SocketCard::Aim::None);
}

void BoardLinksTest::dragToNothing_leaves()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(server).listening);
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    drag(window, client, server, false);
    QCOMPARE(window.card(server)->aim(), ui::SocketCard::Aim::Fits);
    const QPoint nowhere = window.board().viewport()->rect().bottomRight() - QPoint(20, 20);
    QTest::mouseMove(window.board().viewport(), nowhere);
    QTest::mouseRelease(window.board().viewport(), Qt::LeftButton, {}, nowhere);
    QCOMPARE(window.card(server)->aim(), ui::SocketCard::Aim::None);
    QVERIFY(!window.board().board().linking().isActive());
    QCOMPARE(window.calls(client).size(), 1); // socket()
}

void BoardLinksTest::dragOutOfListener_makesItsClient()
{
    QFETCH(QString, domain);
    WindowUnderTest window;
    const SocketId server = window.newSocket(domain, u"stream"_s, u"newSocketListen"_s);
    QVERIFY(!window.addressOf(server).isEmpty());
    EVENTUALLY(window.node(server).listening && window.node(server).view.acceptQueue >= 0);
    window.clickCard(server);
    QWidget* board = window.board().viewport();
    const ui::SocketCard* card = window.card(server);
    const QPoint plug = onView(window, card->mapToScene(card->plugRect().center()));
    const QPoint free = onView(window, card->onBoard().bottomRight() + QPointF(200, 60));
    QTest::mouseMove(board, plug);
    QTest::mousePress(board, Qt::LeftButton, {}, plug);
    QTest::mouseMove(board, free);
    QTest::mouseRelease(board, Qt::LeftButton, {}, free);
    EVENTUALLY(window.newest() != server && window.node(window.newest()).connected);
    const SocketId client = window.newest();
    EVENTUALLY_COMPARE(window.calls(client).size(), 2); // socket(), connect(): all that was made
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Waiting}));
    QCOMPARE(window.calls(server).filter(u"connect"_s).size(), 0);
    // By keys as well: there is no socket that could be plugged in, so a new one comes.
    window.clickCard(server);
    window.key(Qt::Key_C);
    EVENTUALLY(window.newest() != client && window.node(window.newest()).connected);
}

// A cord that begins at the listener ends at who connects.
void BoardLinksTest::listener_isPlugged()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    QVERIFY(!window.addressOf(server).isEmpty());
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    const SocketId stranger = window.newSocket(u"IPv6"_s, u"stream"_s);
    EVENTUALLY(window.node(server).listening && window.node(server).view.acceptQueue >= 0);
    drag(window, server, stranger); // does not fit
    QCOMPARE(window.calls(stranger).size(), 1);
    if (QWidget* menu = QApplication::activePopupWidget()) {
        menu->close();
    }
    drag(window, server, client);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect(fd, "_s));
    QVERIFY2(window.lastCall(client).endsWith(u"= 0"_s), qPrintable(window.lastCall(client)));
}

void BoardLinksTest::dragToDatagram_asks()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    QVERIFY(!window.addressOf(one).isEmpty());
    const SocketId other = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    const QString address = window.addressOf(other);
    drag(window, one, other);
    chooseInMenu(u"linkMenu"_s, u"linkSendto"_s);
    EVENTUALLY_COMPARE(window.textOf(u"arg-dest_addr"_s), address);
    window.typeInto(u"arg-buf"_s, u"drawn"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(one).startsWith(u"sendto(fd, \"drawn\", 5"_s));
    EVENTUALLY_COMPARE(window.node(other).view.receiveQueue, 5);

    drag(window, one, other);
    chooseInMenu(u"linkMenu"_s, u"linkConnect"_s);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::DatagramPeer}));
}

void BoardLinksTest::keysConnect()
{
    WindowUnderTest window;
    const SocketId first = window.newSocket(u"UNIX"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(first).listening);
    const SocketId second = window.newSocket(u"UNIX"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(second).listening);
    const SocketId client = window.newSocket(u"UNIX"_s, u"stream"_s);
    window.clickCard(client);
    window.key(Qt::Key_C);
    const ui::Linking& linking = window.board().board().linking();
    QVERIFY(linking.isByKeys());
    const SocketId aimed = linking.target();
    QVERIFY(aimed == first || aimed == second);
    window.key(Qt::Key_Tab);
    QVERIFY(linking.target() == (aimed == first ? second : first)); // those that fit come first
    window.key(Qt::Key_Left);
    QVERIFY(linking.target() == aimed);
    window.key(Qt::Key_Return);
    QVERIFY(!linking.isActive());
    EVENTUALLY(window.lastCall(client).startsWith(u"connect(fd, "_s));
    QVERIFY(window.lastCall(client).contains(window.addressOf(aimed)));
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Waiting}));
}

void BoardLinksTest::keysWithNobodyThere_askForAnAddress()
{
    WindowUnderTest window;
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(client);
    window.key(Qt::Key_C);
    const auto* call = window.find<QPushButton>(u"makeCall"_s);
    EVENTUALLY(call->text().contains(u"connect()"_s));
    QVERIFY(window.isSeen(u"arg-addr"_s));
    QVERIFY(!window.board().board().linking().isActive());
    QVERIFY(!window.isSeen(u"messageBar"_s));
}

void BoardLinksTest::keysLeave()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(server).listening);
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(client);
    window.key(Qt::Key_C);
    QVERIFY(window.board().board().linking().isByKeys());
    window.key(Qt::Key_Escape);
    QVERIFY(!window.board().board().linking().isActive());
    QCOMPARE(window.calls(client).size(), 1);
}

void BoardLinksTest::wildcard_isReachedByLoopback()
{
    WindowUnderTest window;
    const SocketId server
        = window.newSocket(u"IPv4"_s, u"stream"_s); // its listen() without bind() takes 0.0.0.0
    window.clickChip(server, CallId::Listen);
    EVENTUALLY(window.node(server).listening && window.node(server).local.port() != 0);
    QVERIFY(window.node(server).local.isWildcard());
    const QString port = QString::number(window.node(server).local.port());
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    drag(window, client, server);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect(fd, {AF_INET, 127.0.0.1:%1}"_s.arg(port)));
    QVERIFY2(window.lastCall(client).endsWith(u"= 0"_s), qPrintable(window.lastCall(client)));
}

void BoardLinksTest::dropText()
{
    WindowUnderTest window;
    window.click(u"socketpairButton"_s);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().first()).center());
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected}));
    const SocketId other = window.newest();
    const SocketId one = window.node(other).peer;
    QMimeData data;
    data.setText(u"dropped\n"_s);
    dropOn(window, one, data);
    EVENTUALLY_COMPARE(window.lastCall(one), uR"(send(fd, "dropped\n", 8, MSG_NOSIGNAL) = 8)"_s);
    EVENTUALLY_COMPARE(window.node(other).view.receiveQueue, 8);
}

void BoardLinksTest::dropFile()
{
    const support::TemporaryFolder folder;
    const QString path = QString::fromStdString(folder.file("to be sent"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("of a file");
    file.close();
    WindowUnderTest window;
    window.click(u"newSocketButton"_s);
    window.click(u"newSocket-pair-seqpacket"_s);
    window.click(u"newSocketCreate"_s);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected}));
    const SocketId one = window.newest();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    dropOn(window, one, data);
    EVENTUALLY_COMPARE(window.lastCall(one), u"send(fd, \"of a file\", 9, MSG_NOSIGNAL) = 9"_s);
    QMimeData missing;
    missing.setUrls({QUrl::fromLocalFile(path + u"x"_s)});
    dropOn(window, one, missing);
    EVENTUALLY(window.isSeen(u"messageBar"_s));
    QCOMPARE(window.calls(one).last(), u"send(fd, \"of a file\", 9, MSG_NOSIGNAL) = 9"_s);
}

void BoardLinksTest::dropOnDatagram_opensForm()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    EVENTUALLY(window.node(one).bound);
    QMimeData data;
    data.setText(u"tab\there"_s);
    dropOn(window, one, data);
    EVENTUALLY_COMPARE(window.textOf(u"arg-buf"_s), uR"(tab\there)"_s);
    QVERIFY(window.isSeen(u"arg-dest_addr"_s));
    QVERIFY(!window.lastCall(one).startsWith(u"send"_s)); // nobody has said yet where to
}

void BoardLinksTest::waitingPeers_hangOnDashedCord()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(window.node(server).listening);
    for (int i = 1; i <= 2; ++i) {
        const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
        drag(window, client, server);
        EVENTUALLY_COMPARE(window.node(server).view.acceptQueue, i);
        EVENTUALLY(!window.card(server)->geometry().meters.empty()
            && window.card(server)->geometry().meters.front().value
                == u"%1 / %2"_s.arg(i).arg(window.node(server).backlog + 1));
    }
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Waiting, EdgeKind::Waiting}));
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY(window.acceptedFrom(server) != kNoSocket);
    const QRectF listener = window.card(server)->onBoard();
    const QRectF accepted = window.card(window.acceptedFrom(server))->onBoard();
    QVERIFY(accepted.left() > listener.right()); // at its listener: beside it, not further than a card away
    QVERIFY(accepted.left() - listener.right() < listener.width());
    EVENTUALLY_COMPARE(
        window.edges(), (Edges {EdgeKind::Connected, EdgeKind::Waiting, EdgeKind::AcceptedFrom}));
}

void BoardLinksTest::pairFromToolBar()
{
    WindowUnderTest window;
    window.click(u"socketpairButton"_s);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().last()).center());
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected}));
    const SocketId other = window.newest();
    const SocketId one = window.node(other).peer;
    QVERIFY(window.node(one).isSeqpacket());
    QCOMPARE(window.card(one)->y(), window.card(other)->y()); // side by side
    QVERIFY(window.card(one)->x() != window.card(other)->x());
}

QTEST_MAIN(BoardLinksTest)
#include "board_links_test.moc"

// The board as it is seen: bytes on cords, peers that are not ours, large boards, moments of the past, and
// what a screen reader is told.

#include <QAccessible>
#include <QScrollBar>
#include <QWheelEvent>
#include <sys/socket.h>

#include "tests/ui/support/program.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/board/card_geometry.h"
#include "ui/time/time_strip.h"
#include "ui/words.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::EdgeKind;
using uitest::Program;
using uitest::WindowUnderTest;

namespace {

using Edges = std::vector<EdgeKind>;

SocketId makePair(WindowUnderTest& window, int type = SOCK_STREAM)
{
    const std::size_t before = window.session().graph().sockets().size();
    if (!window.session().post(calls::socketpair(AF_UNIX, type)).ok()) {
        return kNoSocket;
    }
    return QTest::qWaitFor(
               [&] {
                   return window.session().graph().sockets().size() == before + 2
                       && window.card(window.newest()) != nullptr;
               },
               uitest::kLong)
        ? window.newest()
        : kNoSocket;
}

// A listener with so many clients, of which one is accepted. Returns the listener.
SocketId connectTo(WindowUnderTest& window, int clients)
{
    const SocketId listener = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    const auto soon = [](auto condition) { return QTest::qWaitFor(condition, uitest::kLong); };
    if (!soon([&] { return window.node(listener).listening; })) {
        return kNoSocket;
    }
    const Address home = window.node(listener).local;
    for (int i = 0; i < clients; ++i) {
        const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
        if (!window.session().post(calls::connect(home), client).ok()
            || !soon([&] { return window.node(client).connected; })) {
            return kNoSocket;
        }
    }
    const bool called = window.session().post(calls::accept4(0), listener).ok();
    return called && soon([&] { return window.acceptedFrom(listener) != kNoSocket; }) ? listener : kNoSocket;
}

ui::CordItem* cordOf(WindowUnderTest& window, SocketId socket)
{
    const auto& cords = window.board().board().cords().of(socket);
    return cords.empty() ? nullptr : cords.front();
}

}

class BoardViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dropped_standsOnTheCard();
    void nothingMoves_whereNothingShall();
    void bytes_areSummed();
    void words_standWhereNothingIs();
    void narrowBoard_staysReadable();
    void foreignPeer_hasACard();
    void manySockets_haveAMap();
    void click_atTheEdge_movesNothing();
    void wheel_zooms();
    void past_hasFewerCards_andNoCalls();
    void screenReader_readsCards();
};

void BoardViewTest::nothingMoves_whereNothingShall()
{
    ui::Preferences still;
    still.still = true;
    WindowUnderTest window(still);
    const SocketId other = makePair(window);
    QVERIFY(other != kNoSocket);
    const SocketId one = window.node(other).peer;
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected}));
    QVERIFY(window.session().post(calls::send("one"), one).ok());
    EVENTUALLY_COMPARE(cordOf(window, one)->carried(), u"3 B “one”"_s); // said all the same
    QCOMPARE(cordOf(window, one)->dots(), 0U);
    QCOMPARE(window.board().board().motion().count(), 0U);
}

void BoardViewTest::bytes_areSummed()
{
    WindowUnderTest window;
    const SocketId other = makePair(window);
    QVERIFY(other != kNoSocket);
    const SocketId one = window.node(other).peer;
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected}));
    QVERIFY(window.session().post(calls::send("one"), one).ok());
    EVENTUALLY_COMPARE(cordOf(window, one)->carried(), u"3 B “one”"_s);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(window.session().post(calls::send("12345"), one).ok());
    }
    EVENTUALLY_COMPARE(window.node(one).bytesSent, 503U);
    QVERIFY(cordOf(window, one)->dots() <= ui::CordItem::kMostDots);
    QVERIFY(cordOf(window, one)->carried() != u"5 B “12345”"_s); // the sum, not the last of them
    EVENTUALLY_COMPARE(cordOf(window, one)->dots(), 0U); // the clock stands still again
    EVENTUALLY_COMPARE(window.board().board().motion().count(), 0U);
}

// Several that wait at one listener, and one that it has accepted.
void BoardViewTest::words_standWhereNothingIs()
{
    WindowUnderTest window;
    QVERIFY(connectTo(window, 4) != kNoSocket);
    const auto problems = [&] {
        const ui::BoardScene& board = window.board().board();
        QStringList all;
        std::vector<QRectF> taken;
        for (const auto& [id, card] : board.cards()) {
            taken.push_back(card->onBoard());
        }
        for (const ui::CordItem* cord : board.cords().all()) {
            if (cord->label().isEmpty() && cord->edge().kind != EdgeKind::Connected) {
                all += u"a cord says nothing"_s;
            }
            for (const QRectF& other : taken) {
                all += other.intersects(cord->labelRect()) ? QStringList {cord->label()} : QStringList();
            }
            taken.push_back(cord->labelRect());
        }
        return all.join(u", "_s);
    };
    EVENTUALLY_COMPARE(problems(), QString());
    // A card that is put onto the words: they go elsewhere.
    const ui::CordItem* cord = window.board().board().cords().all().front();
    ui::SocketCard* card = window.card(window.newest());
    card->setPos(cord->labelRect().topLeft());
    EVENTUALLY_COMPARE(problems(), QString());
}

void BoardViewTest::narrowBoard_staysReadable()
{
    WindowUnderTest window({}, {1100, 700});
    window.window().findChild<QWidget*>(u"inspector"_s)->setMinimumWidth(600);
    const SocketId listener = connectTo(window, 4);
    QVERIFY(listener != kNoSocket);
    const auto shows = [&](SocketId socket) {
        const QRectF seen = window.board().mapToScene(window.board().viewport()->rect()).boundingRect();
        return seen.contains(window.card(socket)->onBoard());
    };
    QVERIFY(window.board().zoom() >= 0.6);
    for (const SocketId socket : {window.newest(), listener}) {
        window.board().choose(socket);
        EVENTUALLY(shows(socket));
        QVERIFY(window.board().zoom() >= 0.6);
    }
    window.key(Qt::Key_0, Qt::ControlModifier); // all of it was asked for
    EVENTUALLY(shows(window.newest()) && shows(listener));
}

void BoardViewTest::foreignPeer_hasACard()
{
    if (!Program::isInstalled(u"ncat"_s)) {
        QSKIP("ncat is not installed");
    }
    const QString port = QString::number(uitest::freePort(AF_INET, SOCK_STREAM));
    Program ncat(u"ncat"_s, {u"-n"_s, u"-v"_s, u"-k"_s, u"-l"_s, u"127.0.0.1"_s, port});
    QVERIFY2(ncat.reports("Listening on"), ncat.messages().constData());
    WindowUnderTest window;
    for (int i = 0; i < 2; ++i) {
        const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
        window.clickChip(client, CallId::Connect);
        window.typeInto(u"arg-addr"_s, u"127.0.0.1:"_s + port);
        window.key(Qt::Key_Return);
        EVENTUALLY(window.node(client).connected);
    }
    const auto& peers = window.board().board().cords().peers();
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Foreign, EdgeKind::Foreign}));
    const QString name = u"ncat[%1]"_s.arg(ncat.pid());
    EVENTUALLY(peers.size() == 1 && peers.begin()->second->title() == name); // one card a process
    QCOMPARE(peers.begin()->second->addresses(), QStringList {u"127.0.0.1:"_s + port});
    QVERIFY(peers.begin()->second->flags().testFlag(QGraphicsItem::ItemIsMovable));
}

void BoardViewTest::manySockets_haveAMap()
{
    WindowUnderTest window;
    constexpr std::size_t kPairs = 20;
    for (std::size_t i = 0; i < kPairs; ++i) {
        QVERIFY(window.session().post(calls::socketpair(AF_UNIX, SOCK_STREAM)).ok());
    }
    EVENTUALLY_COMPARE(window.board().board().cards().size(), 2 * kPairs);
    EVENTUALLY(window.isSeen(u"minimap"_s));
    for (const auto& [one, card] : window.board().board().cards()) { // none on top of another
        for (const auto& [other, another] : window.board().board().cards()) {
            QVERIFY(one == other || !card->onBoard().intersects(another->onBoard()));
        }
    }
    window.key(Qt::Key_Plus);
    for (int i = 0; i < 10; ++i) {
        window.key(Qt::Key_Plus);
    }
    QWidget* map = window.widget(u"minimap"_s);
    const auto seen = [&] {
        return window.board().mapToScene(window.board().viewport()->rect()).boundingRect().center();
    };
    QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(8, 8));
    const QPointF left = seen();
    QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(8, 8) + QPoint(map->height() / 2, map->height() / 2));
    QVERIFY(seen().x() > left.x() && seen().y() > left.y());
    window.key(Qt::Key_F9); // and all of it again
    const QRectF all = window.board().mapToScene(window.board().viewport()->rect()).boundingRect();
    QVERIFY(all.contains(window.board().board().contentRect()));
}

// Bringing a card to sight under the button that is held down would drag it.
void BoardViewTest::click_atTheEdge_movesNothing()
{
    WindowUnderTest window;
    const SocketId other = makePair(window);
    QVERIFY(other != kNoSocket);
    const SocketId socket = window.node(other).peer; // not the one that is chosen
    ui::BoardView& view = window.board();
    const ui::SocketCard& card = *window.card(socket);
    const QPointF stands = card.onBoard().topLeft();
    view.zoomBy(2 / view.zoom());
    const qreal half = view.viewport()->width() / view.zoom() / 2;
    view.centreOn(card.onBoard().center() + QPointF(half, 0)); // its left half is out of sight
    const int scrolled = view.horizontalScrollBar()->value();
    const QPoint title = view.mapFromScene(card.onBoard().topRight() + QPointF(-30, 12));
    QVERIFY(view.viewport()->rect().contains(title));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, title);
    QVERIFY(card.isSelected());
    QTest::mouseMove(view.viewport(), title + QPoint(1, 1));
    QCOMPARE(card.onBoard().topLeft(), stands);
    QCOMPARE(view.horizontalScrollBar()->value(), scrolled);
}

void BoardViewTest::wheel_zooms()
{
    WindowUnderTest window;
    QVERIFY(window.newSocket(u"IPv4"_s, u"stream"_s) != kNoSocket);
    const QPointF place = window.board().viewport()->rect().center();
    const auto wheel = [&](int delta) {
        QWheelEvent event(place, window.board().viewport()->mapToGlobal(place), {}, {0, delta}, {},
            Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(window.board().viewport(), &event);
    };
    const qreal before = window.board().zoom();
    wheel(120);
    QVERIFY(window.board().zoom() > before);
    wheel(-120);
    wheel(-120);
    QVERIFY(window.board().zoom() < before);
    window.clickCard(window.newest());
    window.key(Qt::Key_F9, Qt::ControlModifier); // to the selection
    QVERIFY(window.board().zoom() > before);
    const QPointF card = window.card(window.newest())->onBoard().center();
    const QPointF centre = window.board().mapToScene(window.board().viewport()->rect().center());
    QVERIFY(QLineF(card, centre).length() < 200);
}

void BoardViewTest::past_hasFewerCards_andNoCalls()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"UNIX"_s, u"stream"_s);
    const SocketId other = window.newSocket(u"UNIX"_s, u"stream"_s);
    const QPointF place = window.card(other)->pos();
    QTest::mouseClick(window.board().viewport(), Qt::LeftButton, {}, QPoint(4, 4));
    auto* strip = window.find<ui::TimeStrip>(u"timeStrip"_s);
    QVERIFY(strip != nullptr);
    strip->setFocus();
    window.key(Qt::Key_Home);
    while (window.card(one) == nullptr) { // step by step to where the first one is made
        window.key(Qt::Key_Right);
    }
    QVERIFY(window.card(other) == nullptr);
    QVERIFY(window.card(one) != nullptr);
    EVENTUALLY(window.card(one)->chips().empty());
    QVERIFY(window.card(one)->plugRect().isNull());
    window.key(Qt::Key_End);
    EVENTUALLY(window.card(other) != nullptr);
    QCOMPARE(window.card(other)->pos(), place);
    EVENTUALLY(!window.card(one)->chips().empty());
}

void BoardViewTest::screenReader_readsCards()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    const QString address = window.addressOf(server);
    EVENTUALLY(window.node(server).listening && window.card(server)->chips().size() == 2);
    QAccessibleInterface* board = QAccessible::queryAccessibleInterface(&window.board());
    QVERIFY(board != nullptr);
    QCOMPARE(board->childCount(), 1);
    QAccessibleInterface* card = board->child(0);
    QVERIFY(card != nullptr && card->isValid());
    QCOMPARE(board->indexOfChild(card), 0);
    QCOMPARE(card->text(QAccessible::Name),
        u"fd %1, IPv4 stream, listening on %2"_s.arg(window.node(server).fd).arg(address));
    QVERIFY(!card->rect().isEmpty());
    window.board().setFocus();
    window.clickCard(server);
    QVERIFY(card->state().focused);
    QVERIFY(board->focusChild() == card);
    QAccessibleActionInterface* actions = card->actionInterface();
    QVERIFY(actions != nullptr);
    QVERIFY(actions->actionNames().contains(u"close"_s));
    actions->doAction(u"close"_s);
    EVENTUALLY_COMPARE(window.lastCall(server), u"close(fd) = 0"_s);
    QVERIFY(card->text(QAccessible::Name).contains(u"closed"_s));
}

// The kernel counts what it had no room for.
void BoardViewTest::dropped_standsOnTheCard()
{
    model::SocketNode socket;
    socket.domain = AF_INET;
    socket.type = SOCK_DGRAM;
    socket.view.receiveQueue = 0;
    const auto fonts = ui::CardFonts::from(QApplication::font(), QApplication::font());
    QVERIFY(ui::layOutCard(socket, fonts).meters.empty());
    socket.view.memoryCount = kSocketMemories;
    socket.view.memory[static_cast<std::size_t>(SocketMemory::Drops)] = 3;
    const ui::CardGeometry card = ui::layOutCard(socket, fonts);
    QCOMPARE(card.meters.size(), 1U);
    QVERIFY(card.meters.front().loses);
    QVERIFY(card.meters.front().value.endsWith(u"3 dropped"_s));
    socket.type = SOCK_STREAM; // its peer sends again what is thrown away
    QVERIFY(ui::layOutCard(socket, fonts).meters.empty());
}

QTEST_MAIN(BoardViewTest)
#include "board_view_test.moc"

// Where cards stand: new ones, and those that are put in order.

#include <QTest>
#include <algorithm>
#include <sys/socket.h>

#include "model/layout/board_arrangement.h"
#include "model/layout/board_placement.h"
#include "tests/model/made_store.h"

using namespace netcore;
using model::BoardPlacement;
using model::Cell;
using model::PlacedCard;

namespace {

constexpr QSizeF kCard(240, 120);
constexpr model::ArrangementGaps kGaps {24, {96, 24}, {1200, 600}};

// A listener at a port of its own, with so many connections. All of them in the log.
struct Server {
    SocketId listener;
    std::vector<SocketId> accepted;
    std::vector<SocketId> clients;
};

Server serve(MadeStore& log, std::uint16_t port, int connections)
{
    const Address home = Address::ipv4(0x7f000001, port);
    Server server {log.opens(calls::socket(AF_INET, SOCK_STREAM), 3), {}, {}};
    log.returns(server.listener, calls::bind(home));
    log.returns(server.listener, calls::listen(5));
    for (int i = 0; i < connections; ++i) {
        const Address from = Address::ipv4(0x7f000001, static_cast<std::uint16_t>(port + 1 + i));
        const SocketId client = log.opens(calls::socket(AF_INET, SOCK_STREAM), 4);
        log.returns(client, calls::bind(from));
        log.returns(client, calls::connect(home));
        server.clients.push_back(client);
        server.accepted.push_back(log.accepts(server.listener, from, 5));
    }
    return server;
}

std::vector<PlacedCard> cardsOf(MadeStore& log)
{
    std::vector<PlacedCard> cards;
    for (const auto& [id, node] : log.graph().sockets()) {
        cards.push_back({id, false, kCard, {0, static_cast<qreal>(cards.size())}});
    }
    return cards;
}

std::map<SocketId, QRectF> arrange(MadeStore& log, const model::ArrangementGaps& gaps = kGaps)
{
    const std::vector<PlacedCard> cards = cardsOf(log);
    const std::vector<QPointF> places = arranged(log.graph(), cards, gaps);
    std::map<SocketId, QRectF> rects;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        rects.emplace(cards[i].socket, QRectF(places[i], cards[i].size));
    }
    return rects;
}

QRectF boundsOf(const std::map<SocketId, QRectF>& rects)
{
    QRectF all;
    for (const auto& [id, rect] : rects) {
        all |= rect;
    }
    return all;
}

bool overlap(const std::map<SocketId, QRectF>& rects)
{
    return std::ranges::any_of(rects, [&](const auto& one) {
        return std::ranges::any_of(rects, [&](const auto& other) {
            return one.first < other.first && one.second.intersects(other.second);
        });
    });
}

}

class LayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placement_byRole();
    void placement_byActor();
    void placement_stays();
    void placement_takesFreedCells();
    void placement_fillsTheWindow_data();
    void placement_fillsTheWindow();
    void arranged_byRole();
    void arranged_besideTheirOtherEnd();
    void arranged_datagramsBelow();
    void arranged_foreignPeers();
    void arranged_fillsTheRoom_data();
    void arranged_fillsTheRoom();
    void arranged_nothing();
    void arranged_twice_staysTheSame();
};

void LayoutTest::placement_byRole()
{
    MadeStore log;
    const Server server = serve(log, 80, 2);
    BoardPlacement placement;
    const auto place = [&](SocketId socket) { return placement.place(*log.graph().find(socket)); };
    QCOMPARE(place(server.listener), Cell(0, 0));
    QCOMPARE(place(server.clients[0]), Cell(2, 0));
    QCOMPARE(place(server.accepted[0]), Cell(1, 1)); // a cord of its own to the listener
    QCOMPARE(place(server.accepted[1]), Cell(1, 2));
}

// The server's sockets left, those of all its clients right; what comes later fills both sides.
void LayoutTest::placement_byActor()
{
    MadeStore log;
    BoardPlacement placement;
    const auto place = [&](std::uint16_t actor) {
        const SocketId socket = log.opens(calls::socket(AF_INET, SOCK_STREAM), 3);
        model::SocketNode node = *log.graph().find(socket);
        node.actor = ActorId {actor};
        return placement.place(node);
    };
    QCOMPARE(place(1), Cell(0, 0));
    QCOMPARE(place(2), Cell(2, 0));
    QCOMPARE(place(2), Cell(2, 1));
    QCOMPARE(place(3), Cell(2, 2));
    QCOMPARE(place(1), Cell(0, 1));
    QCOMPARE(place(2), Cell(0, 2)); // a fourth row would be out of the window's proportion
}

void LayoutTest::placement_stays()
{
    MadeStore log;
    BoardPlacement placement;
    std::vector<std::pair<SocketId, Cell>> places;
    for (int i = 0; i < 50; ++i) {
        const SocketId socket = log.opens(calls::socket(AF_INET, SOCK_STREAM), 3);
        places.emplace_back(socket, placement.place(*log.graph().find(socket)));
        placement.setProportion(0.3 + i * 0.05); // the window's
    }
    for (const auto& [socket, cell] : places) {
        QCOMPARE(placement.place(*log.graph().find(socket)), cell);
    }
    std::ranges::sort(places, {}, [](const auto& one) { return std::pair(one.second.x(), one.second.y()); });
    const auto same = [](const auto& one, const auto& other) { return one.second == other.second; };
    QVERIFY(std::ranges::adjacent_find(places, same) == places.end());
}

void LayoutTest::placement_takesFreedCells()
{
    MadeStore log;
    BoardPlacement placement;
    std::vector<SocketId> sockets;
    for (int i = 0; i < 60; ++i) {
        sockets.push_back(log.opens(calls::socket(AF_INET, SOCK_STREAM), 3));
        placement.place(*log.graph().find(sockets.back()));
    }
    const Cell freed = placement.place(*log.graph().find(sockets[4]));
    placement.forget(sockets[4]);
    const SocketId next = log.opens(calls::socket(AF_INET, SOCK_STREAM), 3);
    QCOMPARE(placement.place(*log.graph().find(next)), freed);
}

void LayoutTest::placement_fillsTheWindow_data()
{
    QTest::addColumn<int>("sockets");
    QTest::addColumn<double>("proportion");
    for (const int sockets : {200, 1'000}) {
        for (const double proportion : {0.5, 1.2, 3.0}) {
            QTest::addRow("%d, %.1f", sockets, proportion) << sockets << proportion;
        }
    }
}

void LayoutTest::placement_fillsTheWindow()
{
    QFETCH(const int, sockets);
    QFETCH(const double, proportion);
    MadeStore log;
    BoardPlacement placement;
    placement.setProportion(proportion);
    for (int i = 0; i < sockets; ++i) {
        log.opens(calls::socket(AF_INET, SOCK_STREAM), 3);
    }
    int across = 0;
    int down = 0;
    for (const auto& [id, node] : log.graph().sockets()) {
        const Cell cell = placement.place(node);
        across = std::max(across, cell.x() + 1);
        down = std::max(down, cell.y() + 1);
    }
    const double is = static_cast<double>(across) / down;
    QVERIFY2(is > proportion / 1.7 && is < proportion * 1.7, qPrintable(QString::number(is)));
    QVERIFY(across * down < sockets * 3); // the middle is kept for what accept() makes
}

void LayoutTest::arranged_byRole()
{
    MadeStore log;
    const Server server = serve(log, 80, 3);
    const auto places = arrange(log);
    for (int i = 0; i < 3; ++i) {
        const auto at = static_cast<std::size_t>(i);
        QVERIFY(places.at(server.listener).right() < places.at(server.accepted[at]).left());
        QVERIFY(places.at(server.accepted[at]).right() < places.at(server.clients[at]).left());
    }
    QVERIFY(!overlap(places));
}

void LayoutTest::arranged_besideTheirOtherEnd()
{
    MadeStore log;
    const Server one = serve(log, 80, 3);
    const Server other = serve(log, 800, 2);
    const auto places = arrange(log);
    for (const Server& server : {one, other}) {
        for (std::size_t i = 0; i < server.clients.size(); ++i) {
            QCOMPARE(places.at(server.clients[i]).top(), places.at(server.accepted[i]).top());
        }
        QCOMPARE(places.at(server.listener).top(), places.at(server.accepted[0]).top());
    }
}

void LayoutTest::arranged_datagramsBelow()
{
    MadeStore log;
    const SocketId datagram = log.opens(calls::socket(AF_INET, SOCK_DGRAM), 3);
    const Server server = serve(log, 80, 2);
    const auto places = arrange(log);
    for (const auto& [id, rect] : places) {
        QVERIFY(id == datagram || rect.bottom() < places.at(datagram).top());
    }
}

// Programs that are not ours stand outside of what they talk to.
void LayoutTest::arranged_foreignPeers()
{
    MadeStore log;
    const SocketId client = log.opens(calls::socket(AF_INET, SOCK_STREAM), 3);
    log.returns(client, calls::connect(Address::ipv4(0x7f000001, 9)));
    const std::vector<PlacedCard> cards {{client, true, kCard, {}}, {client, false, kCard, {}}};
    const std::vector<QPointF> places = arranged(log.graph(), cards, kGaps);
    QVERIFY(places[1].x() + kCard.width() < places[0].x());
    QCOMPARE(places[0].y(), places[1].y());
}

void LayoutTest::arranged_fillsTheRoom_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("lone");
    QTest::addColumn<QSizeF>("room");
    QTest::newRow("servers, wide") << 60 << 0 << QSizeF(1100, 460);
    QTest::newRow("servers, high") << 60 << 0 << QSizeF(700, 900);
    QTest::newRow("lone, wide") << 0 << 300 << QSizeF(1100, 460);
    QTest::newRow("mixed") << 20 << 100 << QSizeF(1100, 700);
    QTest::newRow("a thousand") << 60 << 580 << QSizeF(1100, 460);
}

// Half of the window at least is needed to show the whole of it.
void LayoutTest::arranged_fillsTheRoom()
{
    QFETCH(const int, servers);
    QFETCH(const int, lone);
    QFETCH(const QSizeF, room);
    MadeStore log;
    for (int i = 0; i < servers; ++i) {
        serve(log, static_cast<std::uint16_t>(1'000 + 10 * i), 3);
    }
    for (int i = 0; i < lone; ++i) {
        log.opens(calls::socket(AF_INET, SOCK_STREAM), 3);
    }
    const auto places = arrange(log, {24, {96, 24}, room});
    QVERIFY(!overlap(places));
    const QSizeF size = boundsOf(places).size();
    const qreal shown = std::min(room.width() / size.width(), room.height() / size.height());
    const qreal used = size.width() * size.height() * shown * shown / (room.width() * room.height());
    QVERIFY2(used > 0.7, qPrintable(QString::number(used)));
    for (const auto& [id, rect] : places) {
        QCOMPARE(rect.x(), std::round(rect.x() / 24) * 24);
        QCOMPARE(rect.y(), std::round(rect.y() / 24) * 24);
    }
}

void LayoutTest::arranged_nothing()
{
    QVERIFY(model::arranged({}, {}).empty());
}

void LayoutTest::arranged_twice_staysTheSame()
{
    MadeStore log;
    serve(log, 80, 3);
    serve(log, 800, 1);
    log.opens(calls::socket(AF_INET, SOCK_DGRAM), 3);
    std::vector<PlacedCard> cards = cardsOf(log);
    const std::vector<QPointF> once = arranged(log.graph(), cards, kGaps);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        cards[i].place = once[i];
    }
    QCOMPARE(arranged(log.graph(), cards, kGaps), once);
}

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout_test.moc"

// What sockets have sent and received in a log that is longer than what is kept of it.

#include <QTest>
#include <sys/socket.h>

#include "model/data/movements.h"
#include "netcore/engine/call.h"

using namespace model;
using namespace netcore;

namespace {

// A log made by hand: so many sockets, and sends of 5 bytes on one after the other.
struct MadeMovements {
    MadeMovements(std::uint32_t sockets, Row sends)
    {
        for (std::uint32_t i = 1; i <= sockets; ++i) {
            append(netcore::recordOf(calls::socket(AF_INET, SOCK_STREAM), -1), SocketId {0}, SocketId {i}, 3);
        }
        const CallRecord send = netcore::recordOf(calls::send("bytes"), 3);
        for (Row i = 0; i < sends; ++i) {
            append(send, SocketId {1 + static_cast<std::uint32_t>(i % sockets)}, SocketId {0}, 5);
        }
        graph.apply(store, 0, store.size());
        movements.extend(store, graph, 0, store.size());
    }
    void append(const CallRecord& record, SocketId on, SocketId opened, int result)
    {
        std::vector<std::byte> room;
        Event event {};
        const auto block = encode(record, room);
        event.call = record.call;
        event.socket = on;
        event.opened = opened;
        event.result = result;
        event.argumentsSize = static_cast<std::uint16_t>(block.size());
        store.append(event, block);
    }

    EventStore store;
    SocketGraph graph;
    Movements movements;
};

}

class MovementsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movements_moreThanAreKept_areTheLast();
    void movements_ofManySockets_stayFew();
};

void MovementsTest::movements_moreThanAreKept_areTheLast()
{
    constexpr Row kSends = 300'000;
    const MadeMovements made(1, kSends);
    const auto kept = made.movements.of(SocketId {1});
    QVERIFY(kept.size() >= Movements::kMostOfSocket);
    QVERIFY(kept.size() < 2 * Movements::kMostOfSocket);
    QCOMPARE(kept.size() + made.movements.dropped(SocketId {1}), std::size_t {kSends});
    QCOMPARE(kept.back().row, made.store.size() - 1);
    QCOMPARE(kept.back().ordinal, std::uint32_t {kSends - 1});
    QCOMPARE(kept.back().moved, 5U);
    QCOMPARE(kept.front().row, made.store.size() - kept.size());
    QCOMPARE(made.movements.sentBy(SocketId {1}), std::uint32_t {kSends});
}

void MovementsTest::movements_ofManySockets_stayFew()
{
    constexpr std::uint32_t kSockets = 500;
    const MadeMovements made(kSockets, 1'200'000);
    std::size_t all = 0;
    for (std::uint32_t i = 1; i <= kSockets; ++i) {
        const auto kept = made.movements.of(SocketId {i}).size();
        all += kept;
        QVERIFY(kept > 0);
        QCOMPARE(kept + made.movements.dropped(SocketId {i}), std::size_t {1'200'000 / kSockets});
    }
    QVERIFY(all < Movements::kMostOfAll);
}

QTEST_APPLESS_MAIN(MovementsTest)
#include "movements_test.moc"

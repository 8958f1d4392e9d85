// Which recv() took the bytes of which send(): on logs made by hand, against the plain way, and on the real
// kernel.

#include <QTest>
#include <sys/socket.h>

#include "model/graph/stream_matching.h"
#include "tests/model/session_bench.h"
#include "tests/support/std_strings.h"

using namespace model;
using namespace netcore;
using namespace std::string_literals;

namespace {

constexpr SocketId kOne {1};
constexpr SocketId kTwo {2};

// A log of sends and receives.
struct Log {
    EventStore store;

    Row add(SocketId on, const Call& call, int result, std::string_view data = {},
        const std::optional<Address>& address = {})
    {
        Event event {};
        event.kind = EventKind::Call;
        event.socket = on;
        event.result = result;
        CallRecord record = recordOf(call, 9);
        if (address) {
            record.hasAddress = true;
            record.address = *address;
        }
        std::vector<std::byte> room;
        const auto block = encode(record, room);
        std::vector<std::byte> bytes(block.begin(), block.end());
        const auto tail = std::as_bytes(std::span(data));
        bytes.insert(bytes.end(), tail.begin(), tail.end());
        event.call = record.call;
        event.argumentsSize = static_cast<std::uint16_t>(block.size());
        event.dataSize = static_cast<std::uint32_t>(data.size());
        return store.append(event, bytes);
    }
    Row sends(SocketId on, int bytes, int flags = 0)
    {
        return add(on, calls::send(std::vector<std::byte>(1), flags), bytes);
    }
    Row receives(SocketId on, int bytes, int flags = 0) { return add(on, calls::recv(4096, flags), bytes); }
    void others(std::size_t rows)
    {
        for (std::size_t i = 0; i < rows; ++i) {
            sends(SocketId {7}, 3);
        }
    }
};

StreamMatching counted(const EventStore& store, const StreamMatching::Direction& direction)
{
    StreamMatching matching(direction);
    while (!matching.extend(store, 10'000)) { }
    return matching;
}

// "3[0,5) 4[5,7) open 2"
std::string text(const StreamMatching::Matches& matches)
{
    std::string all;
    for (const StreamMatching::Part& part : matches.parts) {
        all += (all.empty() ? "" : " ") + std::to_string(part.row) + '[' + std::to_string(part.shared.first)
            + ',' + std::to_string(part.shared.end) + ')';
    }
    all += matches.complete ? "" : " ...";
    return all + (matches.open > 0 ? " open " + std::to_string(matches.open) : ""s);
}

const StreamMatching::Direction kOneToTwo {{kOne}, {kTwo}, true, {}, {}};

}

class StreamMatchingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stream_hasNoBoundaries();
    void stream_peekAndFailuresTakeNothing();
    void stream_urgentByteGoesBeside();
    void stream_manyParts();
    void stream_overChunks();
    void stream_againstThePlainWay();
    void stream_notCountedYet();
    void messages_byTheirOrder();
    void messages_ofOthersDoNotCount();
    void messages_lostOnesAreNotGuessed();
    void kernel_connection();
};

void StreamMatchingTest::stream_hasNoBoundaries()
{
    Log log;
    const Row hello = log.sends(kOne, 5);
    const Row world = log.sends(kOne, 6);
    log.sends(kTwo, 100); // the other way
    const Row some = log.receives(kTwo, 3);
    const Row rest = log.receives(kTwo, 7);
    const StreamMatching matching = counted(log.store, kOneToTwo);
    QCOMPARE(text(matching.matchesOf(log.store, hello)), "3[0,3) 4[3,5)"s);
    QCOMPARE(text(matching.matchesOf(log.store, world)), "4[5,10) open 1"s);
    QCOMPARE(text(matching.matchesOf(log.store, some)), "0[0,3)"s);
    QCOMPARE(text(matching.matchesOf(log.store, rest)), "0[3,5) 1[5,10)"s);
    QCOMPARE(text(matching.matchesOf(log.store, 2)), ""s);
    QCOMPARE(matching.matchesOf(log.store, 2).all.size(), 0U);
    QCOMPARE(matching.sent(), 11U);
    QCOMPARE(matching.received(), 10U);
}

void StreamMatchingTest::stream_peekAndFailuresTakeNothing()
{
    Log log;
    const Row send = log.sends(kOne, 5);
    const Row peek = log.receives(kTwo, 5, MSG_PEEK);
    log.receives(kTwo, -1);
    log.sends(kOne, -1);
    log.receives(kTwo, 5);
    log.receives(kTwo, 0); // the end
    const StreamMatching matching = counted(log.store, kOneToTwo);
    QCOMPARE(text(matching.matchesOf(log.store, send)), "4[0,5)"s);
    QCOMPARE(text(matching.matchesOf(log.store, peek)), ""s);
}

void StreamMatchingTest::stream_urgentByteGoesBeside()
{
    Log log;
    log.sends(kOne, 3, MSG_OOB);
    const Row behind = log.sends(kOne, 4);
    log.receives(kTwo, 1, MSG_OOB);
    log.receives(kTwo, 2);
    log.receives(kTwo, 4);
    QCOMPARE(text(counted(log.store, kOneToTwo).matchesOf(log.store, behind)), "4[2,6)"s);
}

void StreamMatchingTest::stream_manyParts()
{
    Log log;
    const Row send = log.sends(kOne, 1000);
    for (int i = 0; i < 1000; ++i) {
        log.receives(kTwo, 1);
    }
    const auto matches = counted(log.store, kOneToTwo).matchesOf(log.store, send);
    QCOMPARE(matches.parts.size(), StreamMatching::kMostParts);
    QVERIFY(!matches.complete);
    QCOMPARE(matches.open, 0U);
}

void StreamMatchingTest::stream_overChunks()
{
    Log log;
    log.sends(kOne, 10);
    log.others(EventStore::kChunkRows); // chunks in which nothing moves
    const Row send = log.sends(kOne, 10);
    log.others(2 * EventStore::kChunkRows);
    const Row first = log.receives(kTwo, 15);
    const Row second = log.receives(kTwo, 5);
    const StreamMatching matching = counted(log.store, kOneToTwo);
    QCOMPARE(text(matching.matchesOf(log.store, send)),
        std::to_string(first) + "[10,15) " + std::to_string(second) + "[15,20)");
    QCOMPARE(text(matching.matchesOf(log.store, second)), std::to_string(send) + "[15,20)");
}

void StreamMatchingTest::stream_againstThePlainWay()
{
    std::uint32_t seed = 7;
    const auto random = [&seed](std::uint32_t most) {
        seed = seed * 1'664'525 + 1'013'904'223;
        return (seed >> 8) % most;
    };
    Log log;
    std::vector<Row> sentBy; // for each byte
    std::vector<Row> takenBy;
    for (int i = 0; i < 3000; ++i) {
        const int bytes = static_cast<int>(random(9));
        if (random(2) == 0) {
            const Row row = log.sends(kOne, bytes);
            sentBy.insert(sentBy.end(), static_cast<std::size_t>(bytes), row);
        } else {
            const auto waiting = sentBy.size() - takenBy.size();
            const auto taken = std::min(static_cast<std::size_t>(bytes), waiting);
            const Row row = log.receives(kTwo, static_cast<int>(taken));
            takenBy.insert(takenBy.end(), taken, row);
        }
        log.others(random(3));
    }
    const StreamMatching matching = counted(log.store, kOneToTwo);
    QCOMPARE(matching.sent(), sentBy.size());
    std::size_t checked = 0;
    for (Row row = 0; row < log.store.size(); ++row) {
        for (const StreamMatching::Part& part : matching.matchesOf(log.store, row).parts) {
            for (auto byte = part.shared.first; byte < part.shared.end; ++byte) {
                const Row sender = sentBy[static_cast<std::size_t>(byte)];
                const Row taker = takenBy[static_cast<std::size_t>(byte)];
                QVERIFY((sender == row && taker == part.row) || (taker == row && sender == part.row));
                ++checked;
            }
        }
    }
    QCOMPARE(checked, 2 * takenBy.size());
}

void StreamMatchingTest::stream_notCountedYet()
{
    Log log;
    const Row send = log.sends(kOne, 5);
    const Row taken = log.receives(kTwo, 5);
    StreamMatching matching(kOneToTwo);
    QCOMPARE(text(matching.matchesOf(log.store, send)), ""s);
    QVERIFY(!matching.extend(log.store, 1));
    QCOMPARE(text(matching.matchesOf(log.store, send)), " open 5"s);
    QVERIFY(matching.extend(log.store, 1));
    QCOMPARE(text(matching.matchesOf(log.store, send)), std::to_string(taken) + "[0,5)");
}

void StreamMatchingTest::messages_byTheirOrder()
{
    Log log;
    log.add(kOne, calls::send("one"), 3, "one");
    const Row empty = log.add(kOne, calls::send(""), 0);
    log.add(kOne, calls::send("three"), 5, "three");
    log.add(kTwo, calls::recv(100), 3, "one");
    log.add(kTwo, calls::recv(100), 0);
    const Row cut = log.add(kTwo, calls::recv(2), 2, "th");
    const StreamMatching matching = counted(log.store, {{kOne}, {kTwo}, false, {}, {}});
    QCOMPARE(text(matching.matchesOf(log.store, empty)), "4[1,2)"s);
    QCOMPARE(text(matching.matchesOf(log.store, cut)), "2[2,3)"s);
}

void StreamMatchingTest::messages_ofOthersDoNotCount()
{
    const Address one = Address::unixPath("/one");
    const Address two = Address::unixPath("/two");
    const Address other = Address::unixPath("/other");
    Log log;
    log.add(kOne, calls::sendto("a", other), 1, "a", other);
    const Row send = log.add(kOne, calls::sendto("b", two), 1, "b", two);
    log.add(kTwo, calls::recvfrom(10), 1, "c", other);
    const Row taken = log.add(kTwo, calls::recvfrom(10), 1, "b", one);
    const StreamMatching matching = counted(log.store, {{kOne}, {kTwo}, false, one, two});
    QCOMPARE(text(matching.matchesOf(log.store, send)), std::to_string(taken) + "[0,1)");
    QCOMPARE(text(matching.matchesOf(log.store, 0)), ""s);
}

void StreamMatchingTest::messages_lostOnesAreNotGuessed()
{
    Log log;
    const Row lost = log.add(kOne, calls::send("lost"), 4, "lost");
    log.add(kOne, calls::send("here"), 4, "here");
    log.add(kTwo, calls::recv(100), 4, "here");
    QCOMPARE(text(counted(log.store, {{kOne}, {kTwo}, false, {}, {}}).matchesOf(log.store, lost)), ""s);
}

void StreamMatchingTest::kernel_connection()
{
    SessionBench bench;
    const SocketId listener = bench.listener(AF_INET);
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    QCOMPARE(bench.make(calls::connect(bench.node(listener).local), client), "0"s);
    QVERIFY(bench.make(calls::accept4(0), listener) != "never"s);
    const SocketId server = bench.newest();
    QCOMPARE(bench.make(calls::send("hello"), client), "5"s);
    QCOMPARE(bench.make(calls::send("world!"), client), "6"s);
    QVERIFY(bench.waitFor([&] { return bench.make(calls::recv(100, MSG_PEEK), server) == "11"s; }));
    QCOMPARE(bench.make(calls::recv(8), server), "8"s);
    QCOMPARE(bench.make(calls::recv(8), server), "3"s);
    const EventStore& store = bench.session.store();
    const SocketGraph& graph = bench.session.graph();
    StreamMatching matching({descriptorsOf(graph, client), descriptorsOf(graph, server), true, {}, {}});
    while (!matching.extend(store, 100)) { }
    QCOMPARE(matching.sent(), 11U);
    QCOMPARE(matching.received(), 11U);
    const auto matches = matching.matchesOf(store, graph.find(server)->lastCall);
    QCOMPARE(matches.parts.size(), 1U);
    QCOMPARE(matches.parts.front().row, graph.find(client)->lastCall);
    QCOMPARE(matches.parts.front().shared, (StreamMatching::Stretch {8, 11}));
}

QTEST_GUILESS_MAIN(StreamMatchingTest)
#include "stream_matching_test.moc"

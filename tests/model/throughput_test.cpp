// Bins over time: against a plain count of the same log.

#include <QTest>
#include <numeric>
#include <sys/socket.h>

#include "model/throughput/throughput.h"
#include "netcore/engine/call.h"

using namespace netcore;
using model::EventStore;
using model::Throughput;
using model::ThroughputBin;

namespace {

void add(EventStore& store, std::uint64_t end, std::uint32_t socket, CallId call, int result)
{
    Event event {};
    event.kind = EventKind::Call;
    event.time = end - 100;
    event.took = 100;
    event.socket = SocketId {socket};
    event.call = call;
    event.result = result;
    event.error = static_cast<std::uint16_t>(result < 0 ? 11 : 0);
    store.append(event, {});
}

std::uint64_t events(const std::vector<ThroughputBin>& bins)
{
    return std::accumulate(bins.begin(), bins.end(), std::uint64_t {0},
        [](std::uint64_t sum, const ThroughputBin& bin) { return sum + bin.events; });
}

void readAll(Throughput& throughput, const EventStore& store, model::Row slice = 1'000)
{
    while (throughput.readOn(store, slice)) { }
}

constexpr std::uint64_t kStart = 1'000'000'000;

}

class ThroughputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bins_countEventsBytesErrors();
    void bins_mergeWithTheTime();
    void range_isCountedAlone();
    void busiest_comeFirst();
    void firstRow_isFound();
};

void ThroughputTest::bins_countEventsBytesErrors()
{
    EventStore store;
    add(store, kStart + 10, 1, CallId::Send, 5);
    add(store, kStart + 20, 1, CallId::Getsockopt, 4); // moves nothing
    add(store, kStart + 30, 2, CallId::Recv, -1);
    add(store, kStart + (std::uint64_t {3} << 20U), 2, CallId::Recv, 7);
    Throughput throughput(kStart, 0, {SocketId {2}});
    readAll(throughput, store);
    QCOMPARE(throughput.bins().size(), std::size_t {4});
    QCOMPARE(throughput.bins()[0].events, 3U);
    QCOMPARE(throughput.bins()[0].errors, 1U);
    QCOMPARE(throughput.bins()[0].bytes, 5U);
    QCOMPARE(throughput.bins()[3].bytes, 7U);
    QCOMPARE(events(throughput.binsOf(0)), 2U);
    add(store, kStart + (std::uint64_t {4} << 20U), 1, CallId::Send, 1); // it goes on
    readAll(throughput, store);
    QCOMPARE(throughput.bins().size(), std::size_t {5});
}

void ThroughputTest::bins_mergeWithTheTime()
{
    EventStore store;
    constexpr int kRows = 20'000;
    for (int i = 0; i < kRows; ++i) {
        const std::uint64_t end = kStart + 200 + static_cast<std::uint64_t>(i) * 5'000'000;
        add(store, end, static_cast<std::uint32_t>(1 + i % 3), CallId::Send, 10);
    }
    Throughput throughput(kStart, 0, {SocketId {1}});
    readAll(throughput, store);
    QVERIFY(throughput.bins().size() <= Throughput::kMostBins);
    QVERIFY(throughput.bins().size() > Throughput::kMostBins / 4);
    QCOMPARE(events(throughput.bins()), std::uint64_t {kRows});
    QCOMPARE(events(throughput.binsOf(0)), std::uint64_t {(kRows + 2) / 3});
    for (std::size_t i = 0; i + 1 < throughput.bins().size(); ++i) {
        const auto wanted = throughput.binWidth() / 5'000'000;
        QVERIFY(throughput.bins()[i].events + 1 >= wanted && throughput.bins()[i].events <= wanted + 1);
    }
}

void ThroughputTest::range_isCountedAlone()
{
    EventStore store;
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        add(store, kStart + i * 1'000, 1, CallId::Send, 1);
    }
    Throughput throughput(kStart + 100'000, kStart + 200'000);
    readAll(throughput, store, 7);
    QCOMPARE(events(throughput.bins()), 100U);
    QVERIFY(throughput.binWidth() < 1U << 20U);
}

void ThroughputTest::busiest_comeFirst()
{
    EventStore store;
    for (std::uint64_t i = 0; i < 60; ++i) {
        add(store, kStart + i * 1'000, i % 6 < 3 ? 9 : i % 6 < 5 ? 4 : 7, CallId::Send, 1);
    }
    add(store, kStart + 100'000, 0, CallId::Socket, 3);
    add(store, kStart + 100'001, 0xffffffff, CallId::Send, 3); // from a hostile file
    Throughput throughput(kStart);
    readAll(throughput, store);
    const auto busiest = throughput.busiest(2);
    QCOMPARE(busiest, (std::vector<SocketId> {SocketId {9}, SocketId {4}}));
    QCOMPARE(throughput.busiest(100).size(), std::size_t {3});
}

void ThroughputTest::firstRow_isFound()
{
    EventStore store;
    QCOMPARE(model::firstRowAt(store, 5), model::Row {0});
    for (std::uint64_t i = 0; i < 100; ++i) {
        add(store, kStart + i * 10, 1, CallId::Send, 1);
    }
    QCOMPARE(model::firstRowAt(store, 0), model::Row {0});
    QCOMPARE(model::firstRowAt(store, kStart + 500), model::Row {50});
    QCOMPARE(model::firstRowAt(store, kStart + 501), model::Row {51});
    QCOMPARE(model::firstRowAt(store, UINT64_MAX), model::Row {100});
}

QTEST_GUILESS_MAIN(ThroughputTest)
#include "throughput_test.moc"

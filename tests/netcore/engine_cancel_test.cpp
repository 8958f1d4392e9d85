// cancel(): the call returns -1 EINTR, once, and nothing else is disturbed.

#include <map>
#include <sys/socket.h>

#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::Pair;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

constexpr int kRounds = 200;
constexpr ActorId kActor {5};

struct Sleeper {
    Call call;
    SocketId socket {};
};

// Makes it sleep, takes it back, and looks at what came of it.
std::string cancelled(EngineBench& bench, const Sleeper& sleeper)
{
    const Ticket ticket = bench.post(sleeper.call, sleeper.socket, kActor);
    if (!bench.isBlocked(ticket)) {
        return "not asleep: " + bench.result(ticket);
    }
    bench.cancel(ticket);
    return bench.result(ticket);
}

// The same thread's next call sleeps on, until its data comes.
std::string next(EngineBench& bench, const Pair& pair)
{
    const Ticket ticket = bench.post(calls::recv(1), pair.near, kActor);
    if (!bench.isBlocked(ticket)) {
        return "not asleep: " + bench.result(ticket);
    }
    bench.make(calls::send("x"), pair.far);
    return bench.result(ticket);
}

Sleeper connectToFullListener(EngineBench& bench, std::string_view domain, const TemporaryFolder& folder)
{
    const SocketId server = support::listener(bench, support::placeFor(domain, folder, "full"), 0);
    const Address name = bench.nameOf(server);
    bench.make(calls::connect(name), bench.socket(support::familyOf(domain), SOCK_STREAM));
    return {calls::connect(name), bench.socket(support::familyOf(domain), SOCK_STREAM)};
}

Sleeper sendToFullPeer(EngineBench& bench, std::string_view domain, const TemporaryFolder& folder)
{
    const SocketId socket = support::connectedPair(bench, domain, folder).near;
    support::fill(bench, socket);
    return {calls::send("x"), socket};
}

Sleeper sleeper(const std::string& name, EngineBench& bench, const TemporaryFolder& folder)
{
    const std::string call = name.substr(0, name.find(' '));
    const std::string domain = name.substr(name.rfind(' ') + 1);
    if (call == "connect") {
        return connectToFullListener(bench, domain, folder);
    }
    if (call == "send") {
        return sendToFullPeer(bench, domain, folder);
    }
    if (call == "accept" || call == "accept4") {
        const SocketId server = support::listener(bench, support::placeFor(domain, folder, "server"));
        return {call == "accept" ? calls::accept() : calls::accept4(), server};
    }
    const bool isDatagram = name.find("datagram") != std::string::npos;
    const Pair pair = isDatagram ? support::datagramPair(bench, domain, folder)
                                 : support::connectedPair(bench, domain, folder);
    return {call == "recv" ? calls::recv(1) : calls::recvfrom(1), pair.near};
}

}

class EngineCancelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cancelledCall_returnsEintr_data();
    void cancelledCall_returnsEintr();
    void cancelledLargeSend_returnsEintrOrItsPart();
    void cancelTwice_isOne();
    void cancelBeforeItSleeps_isNotLost();
    void cancelRacingWithData_losesNothing();
    void cancelOfReturnedCall_doesNothing();
    void cancelOfNobody_doesNothing();
    void cancelOfOne_leavesItsNeighbours();
};

void EngineCancelTest::cancelledCall_returnsEintr_data()
{
    QTest::addColumn<std::string>("name");
    for (const char* name : {"accept ipv4", "accept path", "accept4 ipv4", "accept4 abstract",
             "recv stream ipv4", "recv stream path", "recv datagram ipv4", "recv datagram path",
             "recvfrom stream ipv4", "recvfrom datagram ipv4", "recvfrom datagram abstract", "connect path",
             "connect ipv4", "send path", "send abstract"}) {
        QTest::newRow(name) << std::string(name);
    }
}

void EngineCancelTest::cancelledCall_returnsEintr()
{
    QFETCH(std::string, name);
    const TemporaryFolder folder;
    const TemporaryFolder other;
    EngineBench bench;
    const Sleeper sleeps = sleeper(name, bench, folder);
    const Pair pair = support::connectedPair(bench, "path", other);
    for (int round = 0; round < kRounds; ++round) {
        QCOMPARE(cancelled(bench, sleeps), "-1 EINTR"s);
        QCOMPARE(next(bench, pair), "1"s);
    }
    std::map<Ticket, int> returned;
    for (const RecordedEvent& recorded : bench.recorder().all()) {
        if (recorded.event.kind == EventKind::Call && recorded.event.actor == kActor) {
            ++returned[recorded.event.ticket];
        }
    }
    QCOMPARE(returned.size(), std::size_t {2 * kRounds});
    QVERIFY(std::ranges::all_of(returned, [](const auto& row) { return row.second == 1; }));
}

// A send() that has put a part into the queue returns that part; with the queue full, it returns EINTR.
void EngineCancelTest::cancelledLargeSend_returnsEintrOrItsPart()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId socket = support::connectedPair(bench, "ipv4", folder).near;
    const auto sends = [&](std::size_t size) {
        const Ticket ticket = bench.post(calls::send(std::vector<std::byte>(size), 0), socket);
        bench.blocked(ticket); // or returned: the peer's acknowledgements may still make room
        bench.cancel(ticket);
        return bench.done(ticket).event;
    };
    constexpr std::int32_t kMoreThanFits = 16 << 20;
    QVERIFY(sends(kMoreThanFits).result < kMoreThanFits);
    int interrupted = 0;
    for (int round = 0; round < 2 * kRounds && interrupted < kRounds; ++round) {
        const Event event = sends(20'000);
        QVERIFY(event.error == EINTR || event.result > 0);
        interrupted += event.error == EINTR ? 1 : 0;
    }
    QCOMPARE(interrupted, kRounds);
}

void EngineCancelTest::cancelTwice_isOne()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto pair = support::connectedPair(bench, "path", folder);
    for (int round = 0; round < kRounds; ++round) {
        const Ticket ticket = bench.post(calls::recv(1), pair.near, kActor);
        bench.cancel(ticket);
        bench.cancel(ticket);
        QCOMPARE(bench.result(ticket), "-1 EINTR"s);
        bench.cancel(ticket);
        QCOMPARE(next(bench, pair), "1"s);
    }
}

// A signal that comes before the thread has entered the kernel is lost; cancel() must not be.
void EngineCancelTest::cancelBeforeItSleeps_isNotLost()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto pair = support::connectedPair(bench, "ipv4", folder);
    for (int round = 0; round < 5 * kRounds; ++round) {
        const Ticket ticket = bench.post(calls::recv(1), pair.near);
        bench.cancel(ticket);
        QCOMPARE(bench.result(ticket), "-1 EINTR"s);
    }
}

void EngineCancelTest::cancelRacingWithData_losesNothing()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto pair = support::connectedPair(bench, "path", folder);
    for (int round = 0; round < 5 * kRounds; ++round) {
        const Ticket reads = bench.post(calls::recv(1), pair.near, kActor);
        const Ticket sends = bench.post(calls::send("x"), pair.far);
        bench.cancel(reads);
        const std::string result = bench.result(reads);
        QCOMPARE(bench.result(sends), "1"s);
        QVERIFY2(result == "1" || result == "-1 EINTR", result.c_str());
        QCOMPARE(
            bench.resultOf(calls::recv(1, MSG_DONTWAIT), pair.near), result == "1" ? "-1 EAGAIN"s : "1"s);
    }
}

void EngineCancelTest::cancelOfReturnedCall_doesNothing()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto pair = support::connectedPair(bench, "path", folder);
    for (int round = 0; round < kRounds; ++round) {
        const Ticket returned = bench.post(calls::getsockname(), pair.near, kActor);
        bench.done(returned);
        const Ticket sleeps = bench.post(calls::recv(1), pair.near, kActor);
        bench.cancel(returned);
        QVERIFY(bench.isBlocked(sleeps));
        bench.cancel(returned);
        bench.make(calls::send("x"), pair.far);
        QCOMPARE(bench.result(sleeps), "1"s);
    }
}

void EngineCancelTest::cancelOfNobody_doesNothing()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto pair = support::connectedPair(bench, "path", folder);
    const Ticket sleeps = bench.post(calls::recv(1), pair.near);
    bench.cancel(kNoTicket);
    bench.cancel(Ticket {UINT32_MAX});
    QVERIFY(bench.isBlocked(sleeps));
    bench.make(calls::send("x"), pair.far);
    QCOMPARE(bench.result(sleeps), "1"s);
}

void EngineCancelTest::cancelOfOne_leavesItsNeighbours()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto pair = support::connectedPair(bench, "path", folder);
    std::vector<Ticket> sleeping;
    for (int n = 0; n < 10; ++n) {
        sleeping.push_back(bench.post(calls::recv(1), pair.near));
        QVERIFY(bench.isBlocked(sleeping.back()));
    }
    for (std::size_t n = 0; n < sleeping.size(); n += 2) {
        bench.cancel(sleeping[n]);
        QCOMPARE(bench.result(sleeping[n]), "-1 EINTR"s);
    }
    for (std::size_t n = 1; n < sleeping.size(); n += 2) {
        bench.make(calls::send("x"), pair.far);
    }
    for (std::size_t n = 1; n < sleeping.size(); n += 2) {
        QCOMPARE(bench.result(sleeping[n]), "1"s);
    }
}

QTEST_APPLESS_MAIN(EngineCancelTest)
#include "engine_cancel_test.moc"

// close(), numbers that are used again, and calls that are asleep meanwhile.

#include <atomic>
#include <map>
#include <netinet/tcp.h>
#include <thread>

#include "tests/support/hooked_syscalls.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::HookedSyscalls;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

support::Pair socketpair(EngineBench& bench, int type)
{
    const CallRecord made = bench.make(calls::socketpair(AF_UNIX, type)).call();
    const auto* list = std::get_if<OpenedList>(&made.details);
    return list == nullptr || list->opened.size() != 2
        ? support::Pair()
        : support::Pair {list->opened.front().id, list->opened.back().id};
}

}

class EngineCloseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldId_neverReachesTheNewSocket();
    void callOnItsWayToTheKernel_isWaitedFor();
    void closesAtOnce_closeOnce();
    void postsAroundAClose_hitTheirSocketOrNone();
    void sleepingRecv_sleepsOn_data();
    void sleepingRecv_sleepsOn();
    void shutdown_wakes();
    void sleepingAccept_stillAccepts_data();
    void sleepingAccept_stillAccepts();
    void states_endWithTheSocket();
};

// The kernel gives out the lowest free number: mostly the one that was just closed, unless the watcher has a
// file of /proc open at that moment.
void EngineCloseTest::oldId_neverReachesTheNewSocket()
{
    EngineBench bench;
    int numbersUsedAgain = 0;
    for (int round = 0; round < 200; ++round) {
        const SocketId old = bench.socket(AF_INET, SOCK_DGRAM);
        const int fd = bench.descriptorOf(old);
        QCOMPARE(bench.resultOf(calls::close(), old), "0"s);
        const SocketId fresh = bench.socket(AF_INET, SOCK_DGRAM);
        numbersUsedAgain += bench.descriptorOf(fresh) == fd ? 1 : 0;
        QVERIFY(fresh != old);
        const RecordedEvent& done = bench.make(calls::getsockname(), old);
        QCOMPARE(done.line(), "getsockname(-1, &addr, [128]) = -1 EBADF"s);
        QCOMPARE(bench.resultOf(calls::close(), old), "-1 EBADF"s);
        QCOMPARE(bench.resultOf(calls::getsockname(), fresh), "0"s);
        bench.make(calls::close(), fresh);
    }
    QVERIFY(numbersUsedAgain > 0);
}

// A thread that has the number but is not in the kernel yet: close() frees the number when it is.
void EngineCloseTest::callOnItsWayToTheKernel_isWaitedFor()
{
    std::atomic<bool> hasNumber = false;
    std::atomic<bool> closePosted = false;
    std::atomic<bool> closed = false;
    std::atomic<bool> closedTooEarly = false;
    HookedSyscalls kernel([&](CallId call, int) {
        closed = closed || call == CallId::Close;
        if (call == CallId::Recv) {
            hasNumber = true;
            support::eventually([&] { return closePosted.load(); });
            // Gives the close() every chance to come too early. (Where each turn costs a time slice, many
            // turns would outlast the engine's patience.)
            for (int turn = 0; turn < 100 && !closed; ++turn) {
                std::this_thread::yield();
            }
            closedTooEarly = closed.load();
        }
    });
    EngineBench bench(kernel);
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    const Ticket reads = bench.post(calls::recv(1, MSG_DONTWAIT), socket);
    QVERIFY(support::eventually([&] { return hasNumber.load(); }));
    const Ticket closes = bench.post(calls::close(), socket);
    closePosted = true;
    QCOMPARE(bench.result(reads), "-1 EAGAIN"s);
    QCOMPARE(bench.result(closes), "0"s);
    QVERIFY(!closedTooEarly);
}

void EngineCloseTest::closesAtOnce_closeOnce()
{
    EngineBench bench;
    for (int round = 0; round < 100; ++round) {
        const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
        std::vector<Ticket> tickets;
        for (int n = 0; n < 4; ++n) {
            tickets.push_back(bench.post(calls::close(), socket));
        }
        std::ptrdiff_t good = 0;
        for (const Ticket ticket : tickets) {
            const std::string result = bench.result(ticket);
            QVERIFY2(result == "0" || result == "-1 EBADF", result.c_str());
            good += result == "0" ? 1 : 0;
        }
        QCOMPARE(good, std::ptrdiff_t {1});
    }
}

// Each socket is bound to a name of its own: whatever getsockname() answers must be that name.
void EngineCloseTest::postsAroundAClose_hitTheirSocketOrNone()
{
    EngineBench bench;
    for (int round = 0; round < 200; ++round) {
        const SocketId old = bench.socket(AF_UNIX, SOCK_DGRAM);
        bench.make(calls::bind(Address::unixUnnamed()), old);
        const Address name = bench.nameOf(old);
        std::vector<Ticket> asks;
        for (int n = 0; n < 4; ++n) {
            asks.push_back(bench.post(calls::getsockname(), old));
        }
        const Ticket closes = bench.post(calls::close(), old);
        const Ticket opens = bench.post(calls::socket(AF_INET, SOCK_DGRAM));
        for (const Ticket ticket : asks) {
            const RecordedEvent& done = bench.done(ticket);
            QVERIFY2(done.result() == "-1 EBADF" || done.call().address == name, done.line().c_str());
        }
        QCOMPARE(bench.result(closes), "0"s);
        bench.make(calls::close(), bench.done(opens).event.opened);
    }
}

void EngineCloseTest::sleepingRecv_sleepsOn_data()
{
    QTest::addColumn<std::string>("domain");
    QTest::addColumn<std::string>("end");
    for (const char* domain : {"ipv4", "path"}) {
        for (const char* end : {"cancel", "data", "peer closes"}) {
            QTest::addRow("%s, %s", domain, end) << std::string(domain) << std::string(end);
        }
    }
    for (const char* end : {"cancel", "data", "peer closes"}) {
        QTest::addRow("seqpacket, %s", end) << "seqpacket"s << std::string(end);
    }
    for (const char* end : {"cancel", "data"}) { // that its peer has gone does not wake a datagram socket
        QTest::addRow("datagram, %s", end) << "datagram"s << std::string(end);
    }
}

void EngineCloseTest::sleepingRecv_sleepsOn()
{
    QFETCH(std::string, domain);
    QFETCH(std::string, end);
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = domain == "seqpacket" ? socketpair(bench, SOCK_SEQPACKET)
        : domain == "datagram"                     ? socketpair(bench, SOCK_DGRAM)
                                                   : support::connectedPair(bench, domain, folder);
    const Ticket reads = bench.post(calls::recv(1), near);
    QVERIFY(bench.isBlocked(reads));
    QCOMPARE(bench.resultOf(calls::close(), near), "0"s);
    bench.socket(AF_INET, SOCK_DGRAM); // has the number now
    const auto isReturn = [&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::Call && recorded.event.ticket == reads;
    };
    QCOMPARE(bench.recorder().count(isReturn), std::size_t {0});
    if (end == "cancel") {
        bench.cancel(reads);
    } else {
        bench.make(end == "data" ? calls::send("x") : calls::close(), far);
    }
    QCOMPARE(bench.result(reads), end == "cancel" ? "-1 EINTR"s : end == "data" ? "1"s : "0"s);
}

void EngineCloseTest::shutdown_wakes()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    const Ticket reads = bench.post(calls::recv(1), near);
    QVERIFY(bench.isBlocked(reads));
    QCOMPARE(bench.resultOf(calls::shutdown(SHUT_RD), near), "0"s);
    QCOMPARE(bench.result(reads), "0"s);
    const SocketId server = support::listener(bench, Address::ipv4(0x7f000001, 0));
    const Ticket accepts = bench.post(calls::accept(), server);
    QVERIFY(bench.isBlocked(accepts));
    QCOMPARE(bench.resultOf(calls::shutdown(SHUT_RDWR), server), "0"s);
    QCOMPARE(bench.result(accepts), "-1 EINVAL"s);
}

void EngineCloseTest::sleepingAccept_stillAccepts_data()
{
    QTest::addColumn<std::string>("domain");
    QTest::newRow("ipv4") << "ipv4"s;
    QTest::newRow("path") << "path"s;
}

// The kernel keeps the listener as long as accept() sleeps on it; what it accepts is a whole socket of ours.
void EngineCloseTest::sleepingAccept_stillAccepts()
{
    QFETCH(std::string, domain);
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = support::listener(bench, support::placeFor(domain, folder, "server"));
    const Address name = bench.nameOf(server);
    const Ticket accepts = bench.post(calls::accept(), server);
    QVERIFY(bench.isBlocked(accepts));
    QCOMPARE(bench.resultOf(calls::close(), server), "0"s);
    const SocketId client = bench.socket(support::familyOf(domain), SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::connect(name), client), "0"s);
    const SocketId peer = bench.done(accepts).event.opened;
    QVERIFY(peer != kNoSocket);
    QVERIFY(bench.seesState(peer, [&](const KernelView& view) {
        return domain == "ipv4" ? view.tcpState == TCP_ESTABLISHED : view.peerInode != 0;
    }));
}

// After close() the kernel may go on with a TCP connection that nobody owns; nothing is told of anything
// else, and nothing once it has been told gone.
void EngineCloseTest::states_endWithTheSocket()
{
    const TemporaryFolder folder;
    EngineBench bench;
    for (int round = 0; round < 100; ++round) {
        const auto [near, far] = support::connectedPair(bench, round % 2 == 0 ? "ipv4" : "path", folder);
        bench.make(calls::send("x"), far);
        bench.make(calls::recv(1), near);
        bench.make(calls::close(), near);
        bench.make(calls::close(), far);
    }
    bench.endEngine();
    bench.recorder().drain();
    enum class Life { Open, Closed, Over };
    std::map<SocketId, Life> lives;
    for (const RecordedEvent& recorded : bench.recorder().all()) {
        Life& life = lives[recorded.event.socket];
        if (recorded.event.call == CallId::Close) {
            life = Life::Closed;
        }
        if (recorded.event.kind != EventKind::State) {
            continue;
        }
        const KernelView view = recorded.view();
        QCOMPARE(view.presence == Presence::Open, life == Life::Open);
        QVERIFY(life != Life::Over);
        if (view.presence == Presence::Lingering) {
            QVERIFY(view.isHalfClosed() || view.tcpState == TCP_TIME_WAIT);
            QVERIFY(view.local.family() == AF_INET && view.inode == 0);
        } else if (life == Life::Closed) {
            life = Life::Over;
        }
    }
}

QTEST_APPLESS_MAIN(EngineCloseTest)
#include "engine_close_test.moc"

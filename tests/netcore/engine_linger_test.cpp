// TCP connections after close(): what the kernel keeps of them, until it has forgotten.

#include <linux/netlink.h>
#include <netinet/tcp.h>

#include "netcore/base/clock.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::Pair;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

bool lingersIn(EngineBench& bench, SocketId socket, int state)
{
    return bench.seesState(socket, [=](const KernelView& view) {
        return view.presence == Presence::Lingering && view.tcpState == state;
    });
}

bool isGone(EngineBench& bench, SocketId socket)
{
    return bench.seesState(socket, [](const KernelView& view) { return view.presence == Presence::Gone; });
}

std::size_t lingeringStates(EngineBench& bench, SocketId socket)
{
    return bench.recorder().count([&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::State && recorded.event.socket == socket
            && recorded.view().presence != Presence::Open;
    });
}

// Where sock_diag is denied nobody can know what lingers.
bool kernelTells()
{
    Netlink link(NETLINK_SOCK_DIAG);
    TcpConnectionFacts facts;
    const Address nobody = Address::ipv4(0x7f000001, 1);
    return findTcpConnection(link, {nobody, nobody, 0, 0}, facts) != DiagResult::Untold;
}

}

class EngineLingerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void activeClose_endsInTimeWait_data();
    void activeClose_endsInTimeWait();
    void peerThatStaysOpen_keepsItInFinWait2();
    void passiveClose_isSoonGone();
    void reset_isGoneAtOnce();
    void descriptorStillInUse_isNotClosed();
    void shutDownSocket_tellsTheTimeWaitBehindIt();
    void addressesUsedAgain_areNotMistaken();
    void otherSockets_leaveNothing_data();
    void otherSockets_leaveNothing();
    void tooMany_areGivenUp();
};

void EngineLingerTest::initTestCase()
{
    if (!kernelTells()) {
        QSKIP("sock_diag is denied here");
    }
}

void EngineLingerTest::activeClose_endsInTimeWait_data()
{
    QTest::addColumn<std::string>("domain");
    QTest::newRow("ipv4") << "ipv4"s;
    QTest::newRow("ipv6") << "ipv6"s;
}

void EngineLingerTest::activeClose_endsInTimeWait()
{
    QFETCH(std::string, domain);
    if (domain == "ipv6" && !support::hasIpv6Loopback()) {
        QSKIP("no IPv6 here");
    }
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, domain, folder);
    const std::uint64_t before = monotonicNow();
    bench.make(calls::close(), near);
    bench.make(calls::close(), far);
    QVERIFY(bench.seesState(near, [&](const KernelView& view) {
        const std::uint64_t longest = monotonicNow() + 61'000'000'000;
        return view.presence == Presence::Lingering && view.tcpState == TCP_TIME_WAIT
            && view.timer.kind == TimerKind::TimeWait && view.timer.ends > before && view.timer.ends < longest
            && view.receiveQueue == -1 && view.sendQueue == -1 && !view.local.isEmpty() && view.cookie != 0;
    }));
}

void EngineLingerTest::peerThatStaysOpen_keepsItInFinWait2()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::close(), near);
    QVERIFY(lingersIn(bench, near, TCP_FIN_WAIT2));
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.tcpState == TCP_CLOSE_WAIT; }));
    bench.make(calls::close(), far);
    QVERIFY(isGone(bench, far));
    QVERIFY(lingersIn(bench, near, TCP_TIME_WAIT));
}

void EngineLingerTest::passiveClose_isSoonGone()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::shutdown(SHUT_WR), near);
    bench.make(calls::close(), far);
    QVERIFY(isGone(bench, far));
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.isClosed() && view.inode == 0; }));
}

// close() with unread data sends a reset: neither end keeps anything.
void EngineLingerTest::reset_isGoneAtOnce()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::send("unread"), far);
    bench.make(calls::close(), near);
    QVERIFY(isGone(bench, near));
    QCOMPARE(lingeringStates(bench, near), std::size_t {1});
    QVERIFY(bench.seesState(
        far, [](const KernelView& view) { return view.isClosed() && view.presence == Presence::Open; }));
}

// close() while another thread sleeps in recv() on it: the kernel keeps the socket for that call.
void EngineLingerTest::descriptorStillInUse_isNotClosed()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    const Ticket sleeps = bench.post(calls::recv(1), near);
    QVERIFY(bench.isBlocked(sleeps));
    bench.make(calls::close(), near);
    bench.make(calls::send("x"), far);
    QCOMPARE(bench.result(sleeps), "1"s);
    QVERIFY(lingersIn(bench, near, TCP_FIN_WAIT2));
    QVERIFY(!bench.recorder().count([&, socket = near](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::State && recorded.event.socket == socket
            && recorded.view().presence == Presence::Lingering && recorded.view().tcpState == TCP_ESTABLISHED;
    }));
}

void EngineLingerTest::shutDownSocket_tellsTheTimeWaitBehindIt()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::shutdown(SHUT_RDWR), near);
    bench.make(calls::shutdown(SHUT_RDWR), far);
    QVERIFY(bench.seesState(near, [](const KernelView& view) {
        return view.presence == Presence::Open && view.isClosed() && view.timer.kind == TimerKind::TimeWait;
    }));
    bench.make(calls::close(), near);
    QVERIFY(lingersIn(bench, near, TCP_TIME_WAIT));
}

void EngineLingerTest::addressesUsedAgain_areNotMistaken()
{
    EngineBench bench;
    const SocketId server = support::listener(bench, Address::ipv4(0x7f000001, 0));
    const Address name = bench.nameOf(server);
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    bench.make(calls::connect(name), client);
    const Address clientName = bench.nameOf(client);
    const SocketId conn = bench.accept(server);
    bench.make(calls::send("unread"), conn);
    QVERIFY(bench.seesState(client, [](const KernelView& view) { return view.receiveQueue == 6; }));
    bench.make(calls::close(), client); // reset: the port is free again
    const SocketId again = bench.socket(AF_INET, SOCK_STREAM);
    if (bench.resultOf(calls::bind(clientName), again) != "0"
        || bench.resultOf(calls::connect(name), again) != "0") {
        QSKIP("somebody else has taken the port meanwhile");
    }
    QVERIFY(isGone(bench, client));
    QCOMPARE(lingeringStates(bench, client), std::size_t {1});
}

void EngineLingerTest::otherSockets_leaveNothing_data()
{
    QTest::addColumn<std::string>("kind");
    QTest::newRow("listener") << "listener"s;
    QTest::newRow("fresh") << "fresh"s;
    QTest::newRow("udp") << "udp"s;
    QTest::newRow("unix") << "unix"s;
}

void EngineLingerTest::otherSockets_leaveNothing()
{
    QFETCH(std::string, kind);
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId closed = kind == "listener" ? support::listener(bench, Address::ipv4(0x7f000001, 0))
        : kind == "fresh"                      ? bench.socket(AF_INET, SOCK_STREAM)
        : kind == "udp"                        ? support::datagramPair(bench, "ipv4", folder).near
                                               : support::connectedPair(bench, "path", folder).near;
    bench.make(calls::close(), closed);
    // What comes to be told after it has been told: a connection that does linger.
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::close(), near);
    QVERIFY(lingersIn(bench, near, TCP_FIN_WAIT2));
    QCOMPARE(lingeringStates(bench, closed), std::size_t {0});
    QVERIFY(far != kNoSocket);
}

void EngineLingerTest::tooMany_areGivenUp()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = support::listener(bench, Address::ipv4(0x7f000001, 0));
    const Address name = bench.nameOf(server);
    SocketId first {};
    for (std::size_t n = 0; n <= LingeringConnections::kMost; ++n) {
        const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
        bench.make(calls::connect(name), client);
        const SocketId conn = bench.accept(server);
        bench.make(calls::close(), client); // stays in FIN_WAIT_2: the server's end is open
        first = n == 0 ? client : first;
        QVERIFY(conn != kNoSocket);
    }
    QVERIFY(
        bench.seesState(first, [](const KernelView& view) { return view.presence == Presence::Unwatched; }));
}

QTEST_APPLESS_MAIN(EngineLingerTest)
#include "engine_linger_test.moc"

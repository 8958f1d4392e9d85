// What else the kernel tells, on real sockets: readiness, waiting errors, timers, memory, flags, peers.

#include <QProcess>
#include <QStandardPaths>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

#include "netcore/base/clock.h"
#include "netcore/inspect/view_sources.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

constexpr int kMptcp = 262;

Address loopback()
{
    return Address::ipv4(0x7f000001, 0);
}

// A socket of somebody else's, as far as the engine knows.
OwnedFd strangerTo(const Address& server, int type = SOCK_STREAM)
{
    OwnedFd fd(::socket(server.family(), type, 0));
    return ::connect(fd.get(), server.data(), server.length()) == 0 ? std::move(fd) : OwnedFd();
}

}

class EngineViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fullAcceptQueue_leavesTheFourthInSynSent();
    void waitingError_isSeenAndLeftAlone();
    void readiness_isTold();
    void peersEnd_isTold();
    void tcpInfo_isTold();
    void memoryAndDrops_areTold();
    void nonBlocking_isTold();
    void unixSendQueue_isWhatThePeerHasNotRead_data();
    void unixSendQueue_isWhatThePeerHasNotRead();
    void unixState_isTold();
    void datagramState_isWhetherThereIsAPeer();
    void unixPeer_isNamed();
    void foreignProgram_isNamed();
    void foreignPeer_isSeen();
    void multipathTcp_isTold();
    void sources_areTold();
    void idleConnection_isSilent();
};

void EngineViewTest::fullAcceptQueue_leavesTheFourthInSynSent()
{
    EngineBench bench;
    const SocketId server = support::listener(bench, loopback(), 2);
    const Address name = bench.nameOf(server);
    for (int n = 0; n < 3; ++n) {
        QCOMPARE(bench.resultOf(calls::connect(name), bench.socket(AF_INET, SOCK_STREAM)), "0"s);
    }
    const SocketId fourth = bench.socket(AF_INET, SOCK_STREAM);
    const std::uint64_t before = monotonicNow();
    const Ticket waits = bench.post(calls::connect(name), fourth);
    QVERIFY(bench.isBlocked(waits));
    QVERIFY(bench.seesState(
        server, [](const KernelView& view) { return view.acceptQueue == 3 && view.backlog == 2; }));
    QVERIFY(bench.seesState(fourth, [&](const KernelView& view) {
        return view.tcpState == TCP_SYN_SENT && view.timer.kind == TimerKind::Retransmit
            && view.timer.ends > before;
    }));
    QVERIFY(bench.seesState(fourth, [](const KernelView& view) { return view.timer.retransmits >= 1; }));
    bench.cancel(waits);
    QCOMPARE(bench.result(waits), "-1 EINTR"s);
}

void EngineViewTest::waitingError_isSeenAndLeftAlone()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::datagramPair(bench, "ipv4", folder);
    const Address name = bench.nameOf(far);
    bench.make(calls::close(), far);
    bench.make(calls::connect(name), near);
    QCOMPARE(bench.resultOf(calls::send("anybody?"), near), "8"s);
    QVERIFY(bench.seesState(near, [](const KernelView& view) { return view.errorWaits(); }));
    for (int n = 0; n < 20; ++n) { // each is followed by another look
        bench.make(calls::getsockname(), near);
    }
    QCOMPARE(bench.resultOf(calls::send("again"), near), "-1 ECONNREFUSED"s);
    QVERIFY(bench.seesState(near, [](const KernelView& view) { return !view.errorWaits(); }));
}

void EngineViewTest::readiness_isTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.readiness == POLLOUT; }));
    bench.make(calls::send("x"), near);
    QVERIFY(
        bench.seesState(far, [](const KernelView& view) { return view.readiness == (POLLIN | POLLOUT); }));
    support::fill(bench, near);
    QVERIFY(bench.seesState(near, [](const KernelView& view) { return (view.readiness & POLLOUT) == 0; }));
}

void EngineViewTest::peersEnd_isTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::shutdown(SHUT_WR), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) {
        return (view.readiness & POLLRDHUP) != 0 && view.shutdown == kShutReceive
            && view.tcpState == TCP_CLOSE_WAIT;
    }));
    QVERIFY(bench.seesState(near,
        [](const KernelView& view) { return view.shutdown == kShutSend && view.tcpState == TCP_FIN_WAIT2; }));
}

void EngineViewTest::tcpInfo_isTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::send("hello"), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) {
        return view.tcpInfo.value("state") == TCP_ESTABLISHED && view.tcpInfo.value("bytes_received") == 5U;
    }));
    QVERIFY(
        bench.seesState(near, [](const KernelView& view) { return view.tcpInfo.value("bytes_acked") > 5U; }));
}

void EngineViewTest::memoryAndDrops_areTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::datagramPair(bench, "ipv4", folder);
    const Address name = bench.nameOf(far);
    QVERIFY(bench.seesState(far, [](const KernelView& view) {
        return view.memoryOf(SocketMemory::ReceiveBuffer) > 0U && view.memoryOf(SocketMemory::Drops) == 0U;
    }));
    const std::string large(60'000, 'x');
    bool dropped = false;
    for (int n = 0; n < 2'000 && !dropped; ++n) {
        bench.make(calls::sendto(large, name), near);
        bench.recorder().drain();
        dropped = bench.recorder().count([socket = far](const RecordedEvent& recorded) {
            return recorded.event.kind == EventKind::State && recorded.event.socket == socket
                && recorded.view().memoryOf(SocketMemory::Drops) > 0U;
        }) > 0;
    }
    QVERIFY(dropped);
}

void EngineViewTest::nonBlocking_isTold()
{
    EngineBench bench;
    const SocketId patient = bench.socket(AF_INET, SOCK_STREAM);
    const SocketId hasty = bench.socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    QVERIFY(bench.seesState(patient, [](const KernelView& view) { return view.nonBlocking() == false; }));
    QVERIFY(bench.seesState(hasty, [](const KernelView& view) { return view.nonBlocking() == true; }));
}

void EngineViewTest::unixSendQueue_isWhatThePeerHasNotRead_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("stream") << static_cast<int>(SOCK_STREAM);
    QTest::newRow("seqpacket") << static_cast<int>(SOCK_SEQPACKET);
}

void EngineViewTest::unixSendQueue_isWhatThePeerHasNotRead()
{
    QFETCH(int, type);
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = bench.socket(AF_UNIX, type);
    bench.make(calls::bind(Address::unixPath(folder.file("server"))), server);
    bench.make(calls::listen(1), server);
    const SocketId near = bench.socket(AF_UNIX, type);
    bench.make(calls::connect(bench.nameOf(server)), near);
    const SocketId far = bench.accept(server);
    bench.make(calls::send("hello"), near);
    bench.make(calls::send("world!"), near);
    QVERIFY(bench.seesState(far, [=](const KernelView& view) {
        return view.receiveQueue == 11 && view.type == type; // all messages, not the first only
    }));
    QVERIFY(bench.seesState(near, [](const KernelView& view) { return view.sendQueue == 11; }));
    bench.make(calls::recv(100), far);
    QVERIFY(bench.seesState(
        near, [=](const KernelView& view) { return view.sendQueue == (type == SOCK_STREAM ? 0 : 6); }));
}

void EngineViewTest::unixState_isTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = bench.socket(AF_UNIX, SOCK_STREAM);
    const auto isIn = [](int state) {
        return [=](const KernelView& view) { return view.unixState == state && view.state() == state; };
    };
    QVERIFY(bench.seesState(server, isIn(TCP_CLOSE)));
    bench.make(calls::bind(Address::unixPath(folder.file("server"))), server);
    bench.make(calls::listen(1), server);
    QVERIFY(bench.seesState(server, isIn(TCP_LISTEN)));
    const SocketId near = bench.socket(AF_UNIX, SOCK_STREAM);
    bench.make(calls::connect(bench.nameOf(server)), near);
    QVERIFY(bench.seesState(near, isIn(TCP_ESTABLISHED))); // before anybody has called accept()
    const SocketId far = bench.accept(server);
    QVERIFY(bench.seesState(far, isIn(TCP_ESTABLISHED)));
    bench.make(calls::close(), far);
    QVERIFY(bench.seesState(near, [](const KernelView& view) {
        return view.unixState == TCP_ESTABLISHED && view.shutdown == (kShutReceive | kShutSend);
    }));
}

void EngineViewTest::datagramState_isWhetherThereIsAPeer()
{
    EngineBench bench;
    const SocketId server = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::bind(loopback()), server);
    const SocketId near = bench.socket(AF_INET, SOCK_DGRAM);
    const auto isIn = [](int state) { return [=](const KernelView& view) { return view.state() == state; }; };
    QVERIFY(bench.seesState(near, isIn(TCP_CLOSE)));
    bench.make(calls::connect(bench.nameOf(server)), near);
    QVERIFY(bench.seesState(near, isIn(TCP_ESTABLISHED)));
    constexpr std::array kNobody {std::byte {AF_UNSPEC}, std::byte {0}};
    bench.make(calls::connect(Address::fromBytes(kNobody)), near);
    QVERIFY(bench.seesState(near, isIn(TCP_CLOSE)));
}

void EngineViewTest::unixPeer_isNamed()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    const auto isUs = [](const KernelView& view) {
        return view.peerCredentials && view.peerCredentials->pid == ::getpid()
            && view.peerCredentials->uid == ::geteuid() && view.peerCredentials->gid == ::getegid()
            && !view.peerCredentials->program.empty();
    };
    QVERIFY(bench.seesState(near, isUs));
    QVERIFY(bench.seesState(far, isUs));
    bench.make(calls::close(), near);
    QVERIFY(bench.seesState(
        far, [&](const KernelView& view) { return view.peerInode == 0 && isUs(view); })); // it is remembered
}

void EngineViewTest::foreignProgram_isNamed()
{
    const QString ncat = QStandardPaths::findExecutable(QStringLiteral("ncat"));
    if (ncat.isEmpty()) {
        QSKIP("no ncat here");
    }
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = support::listener(bench, support::placeFor("path", folder, "server"));
    QProcess stranger;
    stranger.start(ncat, {QStringLiteral("-U"), QString::fromStdString(folder.file("server"))});
    QVERIFY(stranger.waitForStarted());
    const SocketId conn = bench.accept(server);
    QVERIFY(bench.seesState(conn, [&](const KernelView& view) {
        return view.peerCredentials && view.peerCredentials->pid == stranger.processId()
            && view.peerCredentials->program == "ncat" && view.peerInode != 0;
    }));
    stranger.kill();
    stranger.waitForFinished();
    QVERIFY(bench.seesState(conn, [](const KernelView& view) {
        return view.peerInode == 0 && view.peerCredentials && view.peerCredentials->program == "ncat";
    }));
}

// Nobody calls anything here: what a stranger does is seen all the same.
void EngineViewTest::foreignPeer_isSeen()
{
    EngineBench bench;
    const SocketId server = support::listener(bench, loopback());
    OwnedFd stranger = strangerTo(bench.nameOf(server));
    QVERIFY(stranger.isOpen());
    QVERIFY(bench.seesState(server, [](const KernelView& view) { return view.acceptQueue == 1; }));
    const SocketId conn = bench.accept(server);
    QVERIFY(::send(stranger.get(), "hello", 5, MSG_NOSIGNAL) == 5);
    QVERIFY(bench.seesState(conn, [](const KernelView& view) { return view.receiveQueue == 5; }));
    stranger = OwnedFd();
    QVERIFY(bench.seesState(conn, [](const KernelView& view) { return view.tcpState == TCP_CLOSE_WAIT; }));
}

void EngineViewTest::multipathTcp_isTold()
{
    EngineBench bench;
    const RecordedEvent& made = bench.make(calls::socket(AF_INET, SOCK_STREAM, kMptcp));
    if (made.event.error != 0) {
        QSKIP("this kernel has no Multipath TCP, or it is switched off");
    }
    const SocketId server = made.event.opened;
    bench.make(calls::bind(loopback()), server);
    bench.make(calls::listen(4), server);
    QVERIFY(bench.seesState(server, [](const KernelView& view) { return view.protocol == kMptcp; }));
    const SocketId client = bench.make(calls::socket(AF_INET, SOCK_STREAM, kMptcp)).event.opened;
    QCOMPARE(bench.resultOf(calls::connect(bench.nameOf(server)), client), "0"s);
    QVERIFY(bench.seesState(client, [](const KernelView& view) {
        return view.protocol == kMptcp && view.tcpState == TCP_ESTABLISHED && !view.peer.isEmpty();
    }));
}

void EngineViewTest::sources_areTold()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    QVERIFY(bench.seesState(socket, [](const KernelView& view) {
        return sourceOf(view, ViewFact::TcpState) == ViewSource::TcpInfo
            && sourceOf(view, ViewFact::Readiness) == ViewSource::Poll && wasAsked(view, ViewSource::Fstat)
            && !wasAsked(view, ViewSource::UnixDiag);
    }));
}

// Its clocks go on, but they are no news.
void EngineViewTest::idleConnection_isSilent()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::send("x"), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.receiveQueue == 1; }));
    const SocketId other = bench.socket(AF_INET, SOCK_DGRAM);
    const auto looksAtLeast = [&](std::uint64_t wanted) {
        return support::eventually([&] {
            bench.make(calls::getsockname(), other);
            return bench.engine().looks() >= wanted;
        });
    };
    QVERIFY(looksAtLeast(bench.engine().looks() + 20)); // what the acknowledgement changed is told by now
    const auto ofNear = [socket = near](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::State && recorded.event.socket == socket;
    };
    bench.recorder().drain();
    const std::size_t before = bench.recorder().count(ofNear);
    QVERIFY(looksAtLeast(bench.engine().looks() + 100));
    QVERIFY(bench.recorder().count(ofNear) - before <= 1); // a delayed acknowledgement may still move a meter
}

QTEST_GUILESS_MAIN(EngineViewTest) // for QProcess
#include "engine_view_test.moc"

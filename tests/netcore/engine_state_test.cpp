// State events: the kernel's own view of each socket.

#include <netinet/tcp.h>

#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

class EngineStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tcpListener_tellsItsQueue();
    void tcpConnection_tellsItsStates();
    void tcpQueues_areTold();
    void datagramQueue_isTheNextMessage();
    void unixListener_tellsItsQueue();
    void unixStream_knowsItsPeer();
    void names_areTold();
    void unchangedSocket_isSilent();
    void state_isAutomaticAndBelongsToItsSocket();
};

void EngineStateTest::tcpListener_tellsItsQueue()
{
    EngineBench bench;
    const SocketId server = support::listener(bench, Address::ipv4(0x7f000001, 0), 7);
    const Address name = bench.nameOf(server);
    const auto seesWaiting = [&](int waiting) {
        return bench.seesState(server, [=](const KernelView& view) {
            return view.tcpState == TCP_LISTEN && view.acceptQueue == waiting && view.backlog == 7;
        });
    };
    for (int waiting = 0; waiting < 3; ++waiting) {
        QVERIFY(seesWaiting(waiting));
        bench.make(calls::connect(name), bench.socket(AF_INET, SOCK_STREAM));
    }
    QVERIFY(seesWaiting(3)); // before accept(): nobody promises a look between two calls
    bench.accept(server);
    bool wasFull = false;
    QVERIFY(bench.seesState(server, [&](const KernelView& view) {
        wasFull |= view.acceptQueue == 3;
        return wasFull && view.acceptQueue == 2;
    }));
}

void EngineStateTest::tcpConnection_tellsItsStates()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    const auto isIn = [&](SocketId socket, int state) {
        return bench.seesState(socket, [=](const KernelView& view) { return view.tcpState == state; });
    };
    QVERIFY(isIn(near, TCP_ESTABLISHED) && isIn(far, TCP_ESTABLISHED));
    bench.make(calls::shutdown(SHUT_WR), near);
    QVERIFY(isIn(near, TCP_FIN_WAIT2) && isIn(far, TCP_CLOSE_WAIT));
    bench.make(calls::shutdown(SHUT_WR), far);
    QVERIFY(isIn(far, TCP_CLOSE));
}

void EngineStateTest::tcpQueues_areTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::send("hello"), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.receiveQueue == 5; }));
    support::fill(bench, near);
    QVERIFY(bench.seesState(near, [](const KernelView& view) { return view.sendQueue > 0; }));
}

void EngineStateTest::datagramQueue_isTheNextMessage()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::datagramPair(bench, "ipv4", folder);
    const Address name = bench.nameOf(far);
    bench.make(calls::sendto("hello", name), near);
    bench.make(calls::sendto("hi", name), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.receiveQueue == 5; }));
    bench.make(calls::recv(1), far);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.receiveQueue == 2; }));
}

void EngineStateTest::unixListener_tellsItsQueue()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = support::listener(bench, support::placeFor("path", folder, "server"), 4);
    const Address name = bench.nameOf(server);
    QVERIFY(bench.seesState(
        server, [](const KernelView& view) { return view.acceptQueue == 0 && view.backlog == 4; }));
    bench.make(calls::connect(name), bench.socket(AF_UNIX, SOCK_STREAM));
    bench.make(calls::connect(name), bench.socket(AF_UNIX, SOCK_STREAM));
    QVERIFY(bench.seesState(
        server, [](const KernelView& view) { return view.acceptQueue == 2 && view.receiveQueue == -1; }));
}

void EngineStateTest::unixStream_knowsItsPeer()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    std::uint64_t inode = 0;
    QVERIFY(bench.seesState(near, [&](const KernelView& view) {
        inode = view.inode;
        return view.peerInode != 0;
    }));
    QVERIFY(bench.seesState(far, [&](const KernelView& view) { return view.peerInode == inode; }));
    bench.make(calls::send("hello"), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.receiveQueue == 5; }));
    bench.make(calls::close(), near);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.peerInode == 0; }));
}

void EngineStateTest::names_areTold()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    const Address nearName = bench.nameOf(near);
    const Address farName = bench.nameOf(far);
    QVERIFY(bench.seesState(
        near, [&](const KernelView& view) { return view.local == nearName && view.peer == farName; }));
    QVERIFY(bench.seesState(
        far, [&](const KernelView& view) { return view.local == farName && view.peer == nearName; }));
}

void EngineStateTest::unchangedSocket_isSilent()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    QVERIFY(bench.seesState(socket, [](const KernelView&) { return true; }));
    for (int n = 0; n < 100; ++n) {
        bench.make(calls::getsockname(), socket);
    }
    const auto isIts = [&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::State && recorded.event.socket == socket;
    };
    QCOMPARE(bench.recorder().count(isIts), std::size_t {1});
}

void EngineStateTest::state_isAutomaticAndBelongsToItsSocket()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    const auto* state = bench.recorder().waitFor(
        [](const RecordedEvent& recorded) { return recorded.event.kind == EventKind::State; });
    QVERIFY(state != nullptr);
    QCOMPARE(state->event.socket, socket);
    QCOMPARE(state->event.flags, eventFlags::kAutomatic);
    QCOMPARE(state->event.ticket, kNoTicket);
    QVERIFY(state->event.tid != 0);
}

QTEST_APPLESS_MAIN(EngineStateTest)
#include "engine_state_test.moc"

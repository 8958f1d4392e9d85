// The fold: a log made by hand goes in, sockets as text come out.

#include <QTest>
#include <array>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "tests/model/made_facts.h"
#include "tests/model/made_store.h"
#include "tests/support/std_strings.h"

using namespace netcore;

class SocketGraphTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void socket_asMade();
    void listener_stepByStep();
    void accepted_inheritsFromListener();
    void connect_doneOrGoingOn();
    void connect_ofDatagramCanBeTakenBack();
    void traffic_isCounted();
    void end_halfCloseResetClose();
    void end_closeThatFails();
    void shutdown_withoutAConnection();
    void blocked_fromSleepToReturn();
    void failures_changeLittle();
    void state_tellsNames();
    void changed_namesWhatChanged();
    void apply_inPartsIsTheSame();
    void closedConnection_lingersUntilItIsGone();
    void givenUpConnection_isNotShownForEver();
};

void SocketGraphTest::socket_asMade()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(SOCK_NONBLOCK | SOCK_CLOEXEC), 7);
    const SocketId two = log.opens(calls::socket(AF_UNIX, SOCK_DGRAM), 7); // the number is free again
    log.note();
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream non-blocking"));
    QCOMPARE(log.text(two), std::string("2 fd 7 UNIX datagram"));
    QCOMPARE(log.text(SocketId {3}), std::string("none"));
}

void SocketGraphTest::listener_stepByStep()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.returns(one, calls::bind(at(80)));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream bound 127.0.0.1:80"));
    log.returns(one, calls::listen(5));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream bound listening 5 127.0.0.1:80"));
    log.returns(one, calls::close());
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream closed bound listening 5 127.0.0.1:80"));
}

void SocketGraphTest::accepted_inheritsFromListener()
{
    MadeStore log;
    const SocketId listener = log.opens(calls::socket(AF_INET6, SOCK_STREAM), 7);
    const Address home = Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 80);
    const Address peer = Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 999);
    log.returns(listener, calls::bind(home));
    log.returns(listener, calls::listen(1));
    const SocketId accepted = log.accepts(listener, peer, 8);
    QCOMPARE(log.text(accepted),
        std::string("2 fd 8 IPv6 stream connected accepted from 1 [::1]:80 to [::1]:999"));
    QCOMPARE(log.graph().find(listener)->acceptedCount, 1U);
}

void SocketGraphTest::connect_doneOrGoingOn()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.returns(one, calls::connect(at(80)));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream connected to 127.0.0.1:80"));
    for (const int error : {EINPROGRESS, EALREADY, EINTR}) {
        const SocketId other = log.opens(tcp(), 8);
        log.fails(other, calls::connect(at(80)), error);
        QVERIFY2(log.graph().find(other)->connecting, log.text(other).c_str());
        log.state(other, viewOf(at(1000), at(80)));
        QVERIFY(log.graph().find(other)->connected && !log.graph().find(other)->connecting);
    }
    const SocketId refused = log.opens(tcp(), 9);
    log.fails(refused, calls::connect(at(81)), ECONNREFUSED);
    QCOMPARE(log.text(refused), std::string("5 fd 9 IPv4 stream"));
}

void SocketGraphTest::connect_ofDatagramCanBeTakenBack()
{
    MadeStore log;
    const SocketId one = log.opens(calls::socket(AF_INET, SOCK_DGRAM), 7);
    log.returns(one, calls::connect(at(80)));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 datagram connected to 127.0.0.1:80"));
    const std::array nobody {std::byte {AF_UNSPEC}, std::byte {0}};
    log.returns(one, calls::connect(Address::fromBytes(nobody)));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 datagram"));
}

void SocketGraphTest::traffic_isCounted()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.returns(one, calls::send("hello"), 5, "hello");
    log.returns(one, calls::sendto("ab", at(80)), 2, "ab");
    log.returns(one, calls::recv(10), 3, "abc");
    log.returns(one, calls::recvfrom(10), 1, "d");
    log.fails(one, calls::recv(10), EAGAIN);
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream sent 7 received 4"));
}

void SocketGraphTest::end_halfCloseResetClose()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.returns(one, calls::shutdown(SHUT_WR));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream shut-write"));
    log.returns(one, calls::recv(0), 0); // asked for nothing: no end
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream shut-write"));
    log.returns(one, calls::recv(10), 0);
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream shut-write end"));
    log.fails(one, calls::send("x"), EPIPE); // by its own shutdown()
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream shut-write end"));
    log.fails(one, calls::recv(10), ECONNRESET);
    log.returns(one, calls::shutdown(SHUT_RDWR));
    log.returns(one, calls::close());
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream closed shut-read shut-write end reset"));
    const SocketId datagram = log.opens(calls::socket(AF_INET, SOCK_DGRAM), 7);
    log.returns(datagram, calls::recv(10), 0); // a message of no bytes
    QCOMPARE(log.text(datagram), std::string("2 fd 7 IPv4 datagram"));
}

// shutdown() says ENOTCONN there, and does it.
void SocketGraphTest::shutdown_withoutAConnection()
{
    MadeStore log;
    const SocketId one = log.opens(calls::socket(AF_INET, SOCK_DGRAM), 7);
    log.fails(one, calls::shutdown(SHUT_WR), ENOTCONN);
    QVERIFY(log.graph().find(one)->shutWrite && !log.graph().find(one)->shutRead);
}

// Linux has freed the number, whatever close() says.
void SocketGraphTest::end_closeThatFails()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.fails(one, calls::close(), EIO);
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream closed"));
}

void SocketGraphTest::blocked_fromSleepToReturn()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    const Ticket first = log.sleeps(one, calls::recv(10));
    const Ticket second = log.sleeps(one, calls::recv(10));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream asleep 2"));
    QCOMPARE(log.graph().find(one)->blocked[0].kernelFunction, std::string("wait_woken"));
    log.wakes(one, calls::recv(10), first, -1, EINTR);
    QCOMPARE(log.graph().blockedCalls(), 1U);
    QCOMPARE(log.graph().find(one)->blocked[0].ticket, second);
    log.wakes(one, calls::recv(10), second, 0, 0);
    QCOMPARE(log.graph().blockedCalls(), 0U);
    const SocketId client = log.opens(tcp(), 8);
    log.sleeps(client, calls::connect(at(80)));
    QCOMPARE(log.text(client), std::string("2 fd 8 IPv4 stream connecting asleep 1"));
}

void SocketGraphTest::failures_changeLittle()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.fails(one, calls::bind(at(80)), EADDRINUSE);
    log.fails(one, calls::listen(5), EINVAL);
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream"));
    log.fails(one, calls::recv(10), ECONNRESET);
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream reset"));
    const SocketId other = log.opens(tcp(), 8);
    log.fails(other, calls::send("x"), EPIPE);
    QCOMPARE(log.text(other), std::string("2 fd 8 IPv4 stream reset"));
    log.fails(one, calls::connect(at(80)), EISCONN); // then it is
    QVERIFY(log.graph().find(one)->connected);
}

void SocketGraphTest::state_tellsNames()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    log.returns(one, calls::bind(at(0)));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream bound 127.0.0.1:0"));
    log.state(one, viewOf(at(4711), {}));
    QCOMPARE(log.text(one), std::string("1 fd 7 IPv4 stream bound 127.0.0.1:4711"));
    log.state(SocketId {99}, viewOf(at(1), {})); // of nobody: left alone
    QCOMPARE(log.graph().sockets().size(), 1U);
}

void SocketGraphTest::changed_namesWhatChanged()
{
    MadeStore log;
    const SocketId one = log.opens(tcp(), 7);
    const SocketId two = log.opens(tcp(), 8);
    QCOMPARE(log.changed(), (std::set {one, two}));
    log.note();
    QVERIFY(log.changed().empty());
    log.returns(two, calls::listen(1));
    QCOMPARE(log.changed(), (std::set {two}));
    const SocketId three = log.accepts(two, at(9), 9);
    QCOMPARE(log.changed(), (std::set {two, three}));
}

void SocketGraphTest::apply_inPartsIsTheSame()
{
    MadeStore parts;
    MadeStore whole;
    for (MadeStore* log : {&parts, &whole}) {
        const SocketId server = log->opens(tcp(), 7);
        log->returns(server, calls::bind(at(80)));
        parts.changed();
        log->returns(server, calls::listen(5));
        const Ticket ticket = log->sleeps(server, calls::accept4());
        parts.changed();
        log->wakes(server, calls::accept4(), ticket, -1, EINTR);
    }
    QCOMPARE(parts.text(SocketId {1}), whole.text(SocketId {1}));
}

KernelView lingering(int state, std::uint64_t ends)
{
    KernelView view = viewOf(at(5), at(6));
    view.presence = Presence::Lingering;
    view.tcpState = state;
    view.timer = {TimerKind::TimeWait, ends, 0};
    return view;
}

void SocketGraphTest::closedConnection_lingersUntilItIsGone()
{
    MadeStore log;
    const SocketId client = log.opens(tcp(), 7);
    log.returns(client, calls::connect(at(6)));
    log.state(client, viewOf(at(5), at(6)));
    log.returns(client, calls::close());
    const std::string closed = log.text(client);
    QVERIFY(closed.find("lingering") == std::string::npos);
    log.state(client, lingering(5, 0)); // TCP_FIN_WAIT2
    QVERIFY(log.text(client).find("closed lingering 5 ") != std::string::npos);
    log.state(client, lingering(6, 99)); // TCP_TIME_WAIT
    QVERIFY(log.text(client).find("closed lingering 6 until 99 ") != std::string::npos);
    KernelView gone = lingering(7, 0);
    gone.presence = Presence::Gone;
    log.state(client, gone);
    QCOMPARE(log.text(client), closed);
    QVERIFY(log.graph().find(client)->view.isClosed());
}

void SocketGraphTest::givenUpConnection_isNotShownForEver()
{
    MadeStore log;
    const SocketId client = log.opens(tcp(), 7);
    log.returns(client, calls::close());
    log.state(client, lingering(6, 99));
    KernelView unwatched;
    unwatched.presence = Presence::Unwatched;
    log.state(client, unwatched);
    QVERIFY(!log.graph().find(client)->lingering);
}

QTEST_APPLESS_MAIN(SocketGraphTest)
#include "socket_graph_test.moc"

// Strangers in the accept queue of a real listener: told once, and no more when they have become ours.

#include <QSignalSpy>
#include <QTest>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "model/layout/queue_watch.h"
#include "netcore/base/owned_fd.h"
#include "netcore/inspect/inet_diag.h"
#include "netcore/inspect/netlink.h"
#include "tests/model/made_store.h"

using namespace netcore;
using model::QueueWatch;

namespace {

constexpr int kLong = 30'000; // ms

Address nameOf(const OwnedFd& fd)
{
    sockaddr_storage bytes {};
    socklen_t size = sizeof bytes;
    ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&bytes), &size);
    return Address::fromKernel(bytes, size);
}

// A listener of ours with one connection in its queue, and the log that tells of it.
struct Waiting {
    Waiting(int family, const Address& place)
        : listener(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        ::bind(listener.get(), place.data(), place.length());
        ::listen(listener.get(), 5);
        const Address there = Address::ipv4(INADDR_LOOPBACK, nameOf(listener).port());
        connects = ::connect(client.get(), there.data(), there.length()) == 0;
        server = log.opens(calls::socket(family, SOCK_STREAM), 7);
        log.returns(server, calls::bind(nameOf(listener)));
        log.returns(server, calls::listen(5));
        KernelView view;
        view.local = nameOf(listener);
        view.acceptQueue = 1;
        log.state(server, view);
    }
    std::vector<model::QueuedPeer> strangers()
    {
        return watch.strangersAt(*log.graph().find(server), log.graph());
    }

    OwnedFd listener;
    OwnedFd client;
    bool connects = false;
    SocketId server {};
    MadeStore log;
    QueueWatch watch;
};

}

class QueueWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stranger_isFoundLater();
    void acceptedOne_isNoStranger_data();
    void acceptedOne_isNoStranger();
    void ourClient_isNoStranger();
    void watch_mayGoWhileItSearches();
};

void QueueWatchTest::initTestCase()
{
    Netlink link(NETLINK_SOCK_DIAG);
    TcpConnectionFacts facts;
    const Address nobody = Address::ipv4(INADDR_LOOPBACK, 1);
    if (findTcpConnection(link, {nobody, nobody, 0, 0}, facts) == DiagResult::Untold) {
        QSKIP("sock_diag is denied here");
    }
}

void QueueWatchTest::stranger_isFoundLater()
{
    Waiting waiting(AF_INET, Address::ipv4(INADDR_LOOPBACK, 0));
    QVERIFY(waiting.connects);
    QSignalSpy found(&waiting.watch, &QueueWatch::found);
    QVERIFY(waiting.strangers().empty()); // at once
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, kLong);
    QCOMPARE(waiting.strangers().size(), std::size_t {1});
    QVERIFY(waiting.strangers()[0].address == nameOf(waiting.client));
    QCOMPARE(waiting.strangers()[0].owner.process, ::getpid());
}

void QueueWatchTest::acceptedOne_isNoStranger_data()
{
    QTest::addColumn<int>("family");
    QTest::newRow("IPv4") << AF_INET;
    QTest::newRow("IPv4 at a listener of IPv6") << AF_INET6; // which writes its address in another way
}

// accept() is told sooner than the queue is looked at anew: nobody may stand on the board twice.
void QueueWatchTest::acceptedOne_isNoStranger()
{
    QFETCH(const int, family);
    Waiting waiting(family, family == AF_INET ? Address::ipv4(INADDR_LOOPBACK, 0) : Address::ipv6({}, 0));
    if (!waiting.connects) {
        QSKIP("no IPv6 here, or IPV6_V6ONLY is the rule");
    }
    QTRY_COMPARE_WITH_TIMEOUT(waiting.strangers().size(), std::size_t {1}, kLong);
    sockaddr_storage bytes {};
    socklen_t size = sizeof bytes;
    const OwnedFd accepted(
        ::accept4(waiting.listener.get(), reinterpret_cast<sockaddr*>(&bytes), &size, SOCK_CLOEXEC));
    waiting.log.accepts(waiting.server, Address::fromKernel(bytes, size), 9);
    QVERIFY(waiting.strangers().empty());
}

void QueueWatchTest::ourClient_isNoStranger()
{
    Waiting waiting(AF_INET, Address::ipv4(INADDR_LOOPBACK, 0));
    QVERIFY(waiting.connects);
    QTRY_COMPARE_WITH_TIMEOUT(waiting.strangers().size(), std::size_t {1}, kLong);
    const SocketId client = waiting.log.opens(calls::socket(AF_INET, SOCK_STREAM), 8);
    waiting.log.returns(client, calls::connect(nameOf(waiting.listener)));
    KernelView view;
    view.local = nameOf(waiting.client);
    view.peer = nameOf(waiting.listener);
    waiting.log.state(client, view);
    QVERIFY(waiting.strangers().empty());
}

void QueueWatchTest::watch_mayGoWhileItSearches()
{
    for (int pause = 0; pause < 120; pause += 20) { // before it asks, meanwhile, after
        Waiting waiting(AF_INET, Address::ipv4(INADDR_LOOPBACK, 0));
        waiting.strangers();
        QTest::qWait(pause);
    }
}

QTEST_GUILESS_MAIN(QueueWatchTest)
#include "queue_watch_test.moc"

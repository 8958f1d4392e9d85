// Who waits in an accept queue: asked of the kernel about real listeners.

#include <QTest>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/inet_diag.h"
#include "netcore/inspect/netlink.h"
#include "netcore/inspect/queued_peers.h"
#include "tests/support/loopback.h"
#include "tests/support/temporary_folder.h"

using namespace netcore;
using support::TemporaryFolder;

namespace {

Address nameOf(const OwnedFd& fd)
{
    sockaddr_storage bytes {};
    socklen_t size = sizeof bytes;
    const bool named = ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&bytes), &size) == 0;
    return named ? Address::fromKernel(bytes, size) : Address();
}

std::uint64_t inodeOf(const OwnedFd& fd)
{
    struct stat facts { };
    return ::fstat(fd.get(), &facts) == 0 ? facts.st_ino : 0;
}

OwnedFd listenerAt(const Address& address)
{
    OwnedFd fd(::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    const bool listens
        = ::bind(fd.get(), address.data(), address.length()) == 0 && ::listen(fd.get(), 5) == 0;
    return listens ? std::move(fd) : OwnedFd();
}

OwnedFd clientOf(const Address& address)
{
    OwnedFd fd(::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::connect(fd.get(), address.data(), address.length()) == 0 ? std::move(fd) : OwnedFd();
}

std::vector<Holder> queueOf(const OwnedFd& listener)
{
    const std::atomic<bool> stop {false};
    const QueueQuestion question {nameOf(listener), inodeOf(listener)};
    return findQueuedPeers({&question, 1}, stop).front();
}

}

class QueuedPeersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tcp_waitsUntilItIsAccepted();
    void ipv4_waitsAtAListenerOfIpv6();
    void unix_waitsUntilItIsAccepted();
    void others_areNotMeant();
    void many_areCut();
};

void QueuedPeersTest::initTestCase()
{
    Netlink link(NETLINK_SOCK_DIAG);
    TcpConnectionFacts facts;
    const Address nobody = Address::ipv4(INADDR_LOOPBACK, 1);
    if (findTcpConnection(link, {nobody, nobody, 0, 0}, facts) == DiagResult::Untold) {
        QSKIP("sock_diag is denied here");
    }
}

void QueuedPeersTest::tcp_waitsUntilItIsAccepted()
{
    const OwnedFd listener = listenerAt(Address::ipv4(INADDR_LOOPBACK, 0));
    QVERIFY(listener.get() >= 0);
    QVERIFY(queueOf(listener).empty());
    const OwnedFd client = clientOf(nameOf(listener));
    const std::vector<Holder> queue = queueOf(listener);
    QCOMPARE(queue.size(), std::size_t {1});
    QVERIFY(queue[0].local == nameOf(client) && queue[0].remote == nameOf(listener));
    QCOMPARE(queue[0].inode, inodeOf(client));
    QCOMPARE(queue[0].process, ::getpid());
    const OwnedFd accepted(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    QVERIFY(queueOf(listener).empty());
}

void QueuedPeersTest::ipv4_waitsAtAListenerOfIpv6()
{
    if (!support::hasIpv6Loopback()) {
        QSKIP("no IPv6 here");
    }
    const OwnedFd listener = listenerAt(Address::ipv6({}, 0));
    QVERIFY(listener.get() >= 0);
    const OwnedFd client = clientOf(Address::ipv4(INADDR_LOOPBACK, nameOf(listener).port()));
    if (client.get() < 0) {
        QSKIP("IPV6_V6ONLY is the rule here");
    }
    const std::vector<Holder> queue = queueOf(listener);
    QCOMPARE(queue.size(), std::size_t {1});
    QCOMPARE(queue[0].inode, inodeOf(client));
    QCOMPARE(queue[0].process, ::getpid());
}

void QueuedPeersTest::unix_waitsUntilItIsAccepted()
{
    const TemporaryFolder folder;
    const OwnedFd listener = listenerAt(Address::unixPath(folder.file("socket")));
    QVERIFY(listener.get() >= 0);
    const OwnedFd first = clientOf(nameOf(listener));
    const OwnedFd second = clientOf(nameOf(listener));
    const std::vector<Holder> queue = queueOf(listener);
    QCOMPARE(queue.size(), std::size_t {2});
    QCOMPARE(queue[0].inode, inodeOf(first));
    QCOMPARE(queue[1].inode, inodeOf(second));
    QCOMPARE(queue[1].process, ::getpid());
    const OwnedFd accepted(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    QCOMPARE(queueOf(listener).size(), std::size_t {1});
}

// Those of another listener, and connections that somebody has.
void QueuedPeersTest::others_areNotMeant()
{
    const OwnedFd one = listenerAt(Address::ipv4(INADDR_LOOPBACK, 0));
    const OwnedFd other = listenerAt(Address::ipv4(INADDR_LOOPBACK, 0));
    const OwnedFd client = clientOf(nameOf(other));
    QVERIFY(client.get() >= 0);
    QVERIFY(queueOf(one).empty());
    QCOMPARE(queueOf(other).size(), std::size_t {1});
}

// A flood of them does not fill the board.
void QueuedPeersTest::many_areCut()
{
    const TemporaryFolder folder;
    for (const Address& place :
        {Address::ipv4(INADDR_LOOPBACK, 0), Address::unixPath(folder.file("socket"))}) {
        const OwnedFd listener = listenerAt(place);
        QVERIFY(listener.get() >= 0);
        QCOMPARE(::listen(listener.get(), static_cast<int>(2 * kMostQueuedPeers)), 0);
        std::vector<OwnedFd> clients;
        for (std::size_t i = 0; i < kMostQueuedPeers + 3; ++i) {
            clients.push_back(clientOf(nameOf(listener)));
            QVERIFY(clients.back().get() >= 0);
        }
        QCOMPARE(queueOf(listener).size(), kMostQueuedPeers);
    }
}

QTEST_APPLESS_MAIN(QueuedPeersTest)
#include "queued_peers_test.moc"

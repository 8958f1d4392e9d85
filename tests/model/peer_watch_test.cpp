// Who is at the other end, asked beside: nobody waits for it, and it is told when it is known.

#include <QSignalSpy>
#include <QTest>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/layout/peer_watch.h"
#include "netcore/base/owned_fd.h"

using namespace netcore;
using model::PeerOwner;
using model::PeerWatch;
using model::SocketNode;

namespace {

constexpr int kLong = 30'000; // ms

// A socket whose other end this process has.
struct Pair {
    Pair()
    {
        int both[2] {-1, -1};
        [[maybe_unused]] const int result = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both);
        near = OwnedFd(both[0]);
        far = OwnedFd(both[1]);
        struct stat facts { };
        ::fstat(far.get(), &facts);
        node.id = SocketId {1};
        node.domain = AF_UNIX;
        node.type = SOCK_STREAM;
        node.view.peerInode = facts.st_ino;
    }

    OwnedFd near;
    OwnedFd far;
    SocketNode node;
};

}

class PeerWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void owner_isFoundLater();
    void owner_ofTheKernelIsKnown();
    void socket_withAnotherPeerIsAskedAnew();
    void watch_mayGoWhileItSearches();
};

void PeerWatchTest::owner_isFoundLater()
{
    const Pair pair;
    PeerWatch watch;
    QSignalSpy found(&watch, &PeerWatch::found);
    QVERIFY(watch.ownerOf(pair.node) == PeerOwner()); // at once
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, kLong);
    QCOMPARE(watch.ownerOf(pair.node).process, ::getpid());
    QVERIFY(!watch.ownerOf(pair.node).program.empty());
}

// SO_PEERCRED has said it already: nothing is searched for.
void PeerWatchTest::owner_ofTheKernelIsKnown()
{
    SocketNode node;
    node.id = SocketId {1};
    node.view.peerCredentials.emplace();
    node.view.peerCredentials->pid = 4711;
    node.view.peerCredentials->program = "<b>evil";
    PeerWatch watch;
    const PeerOwner known {4711, "<b>evil"};
    QVERIFY(watch.ownerOf(node) == known);
}

// connect() of a datagram socket may be repeated: what was known of the first is not told of the other.
void PeerWatchTest::socket_withAnotherPeerIsAskedAnew()
{
    const Pair known;
    SocketNode changing = known.node;
    PeerWatch both;
    QTRY_COMPARE_WITH_TIMEOUT(both.ownerOf(changing).process, ::getpid(), kLong);
    changing.view.peerInode = 0; // to nobody
    QCOMPARE(both.ownerOf(changing).process, 0);

    SocketNode node;
    node.id = SocketId {1};
    node.domain = AF_UNIX;
    node.type = SOCK_STREAM; // whose peer is not known yet
    PeerWatch watch;
    QSignalSpy found(&watch, &PeerWatch::found);
    QCOMPARE(watch.ownerOf(node).process, 0);
    const Pair pair;
    QCOMPARE(watch.ownerOf(pair.node).process, 0); // asked with what is known now
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, kLong);
    QCOMPARE(watch.ownerOf(pair.node).process, ::getpid());
}

void PeerWatchTest::watch_mayGoWhileItSearches()
{
    for (int pause = 0; pause < 200; pause += 40) { // before it asks, meanwhile, after
        const Pair pair;
        PeerWatch watch;
        watch.ownerOf(pair.node);
        QTest::qWait(pause);
    }
}

QTEST_GUILESS_MAIN(PeerWatchTest)
#include "peer_watch_test.moc"

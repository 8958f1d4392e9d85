// Calls that sleep in the kernel: seen, ended, and in nobody's way.

#include <QLabel>

#include "tests/support/process_counts.h"
#include "tests/ui/support/window_under_test.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

// Two UDP sockets that are bound, by the popup.
struct Pair {
    explicit Pair(WindowUnderTest& window)
        : one(window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s))
        , other(window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s))
    {
    }
    SocketId one;
    SocketId other;
};

int sleepingRows(WindowUnderTest& window)
{
    const auto rows = window.rows();
    return static_cast<int>(std::ranges::count(rows, ui::RowState::Blocked, &ui::LogRowText::state));
}

}

class BlockingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accept_cancelledOnTheCard();
    void recv_cancelledInTheInspector();
    void recv_dataArrives();
    void recv_sleepsOnWhenClosed();
    void hundred_windowStillReacts();
    void closingTheWindow_endsAllThreads();
};

void BlockingTest::accept_cancelledOnTheCard()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    for (int round = 0; round < 3; ++round) {
        window.clickChip(server, CallId::Accept4);
        EVENTUALLY_COMPARE(window.node(server).blocked.size(), 1U);
        EVENTUALLY_COMPARE(sleepingRows(window), 1);
        EVENTUALLY_COMPARE(window.textOf(u"outcomeResult"_s), u"accept4() is asleep in the kernel"_s);
        EVENTUALLY(window.textOf(u"statusWorkers"_s).contains(u"1 blocked"_s));
        window.clickCancel(server);
        EVENTUALLY(window.node(server).blocked.empty());
        QCOMPARE(window.lastCall(server), u"accept4(fd, &addr, [128], SOCK_CLOEXEC) = -1 EINTR"_s);
        EVENTUALLY(!window.card(server)->hasClock());
        QCOMPARE(sleepingRows(window), 0);
        EVENTUALLY(!window.textOf(u"statusWorkers"_s).contains(u"blocked"_s));
    }
}

void BlockingTest::recv_cancelledInTheInspector()
{
    WindowUnderTest window;
    const Pair pair(window);
    window.clickChip(pair.one, CallId::Recvfrom);
    EVENTUALLY(window.isSeen(u"cancelCall"_s));
    window.click(u"cancelCall"_s);
    EVENTUALLY_COMPARE(window.textOf(u"outcomeResult"_s), u"recvfrom() = -1 EINTR"_s);
    QVERIFY(!window.isSeen(u"cancelCall"_s));
}

void BlockingTest::recv_dataArrives()
{
    WindowUnderTest window;
    const Pair pair(window);
    window.clickChip(pair.one, CallId::Recvfrom);
    EVENTUALLY_COMPARE(window.node(pair.one).blocked.size(), 1U);
    window.clickChip(pair.other, CallId::Sendto);
    QCOMPARE(window.textOf(u"arg-dest_addr"_s), window.addressOf(pair.one)); // proposed
    window.typeInto(u"arg-buf"_s, u"wake up"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(pair.one).startsWith(u"recvfrom(fd, \"wake up\", 4096, 0, "_s));
    QVERIFY(window.lastCall(pair.one).endsWith(u"= 7"_s));
    QVERIFY(window.node(pair.one).blocked.empty());
    QCOMPARE(sleepingRows(window), 0);
}

void BlockingTest::recv_sleepsOnWhenClosed()
{
    WindowUnderTest window;
    const Pair pair(window);
    window.clickChip(pair.one, CallId::Recvfrom);
    EVENTUALLY_COMPARE(window.node(pair.one).blocked.size(), 1U);
    window.clickChip(pair.one, CallId::Close);
    EVENTUALLY(!window.node(pair.one).open);
    // Linux closes the number, not the sleep: the call holds the socket until it returns (close(2)).
    QCOMPARE(window.node(pair.one).blocked.size(), 1U);
    window.clickCancel(pair.one);
    EVENTUALLY(window.node(pair.one).blocked.empty());
    QCOMPARE(window.calls(pair.one).mid(2),
        QStringList({u"close(fd) = 0"_s, u"recvfrom(fd, buf, 4096, 0, &src_addr, [128]) = -1 EINTR"_s}));
}

namespace {

constexpr std::size_t kMany = 100;

// A hundred sockets that all sleep in recvfrom(). Made by the session, for a hundred times the same four
// clicks say no more than once.
void sleepAll(WindowUnderTest& window)
{
    const Address anyPort = Address::ipv4(0x7f000001, 0);
    for (std::size_t i = 0; i < kMany; ++i) {
        QVERIFY(window.session().post(calls::socket(AF_INET, SOCK_DGRAM)).ok());
    }
    EVENTUALLY_COMPARE(window.session().graph().sockets().size(), kMany);
    for (const auto& [id, node] : window.session().graph().sockets()) {
        QVERIFY(window.session().post(calls::bind(anyPort), id).ok());
    }
    EVENTUALLY(std::ranges::all_of(
        window.session().graph().sockets(), [](const auto& entry) { return entry.second.bound; }));
    for (const auto& [id, node] : window.session().graph().sockets()) {
        QVERIFY(window.session().post(calls::recvfrom(100), id).ok());
    }
    EVENTUALLY_COMPARE(window.session().graph().blockedCalls(), kMany);
}

}

void BlockingTest::hundred_windowStillReacts()
{
    WindowUnderTest window;
    sleepAll(window);
    EVENTUALLY(window.textOf(u"statusWorkers"_s).contains(u"100 blocked"_s));

    const SocketId extra = window.newSocket(u"IPv6"_s, u"stream"_s, u"newSocketListen"_s);
    QVERIFY(extra != kNoSocket);
    EVENTUALLY_COMPARE(window.lastCall(extra), u"listen(fd, 5) = 0"_s);
    QCOMPARE(window.textOf(u"inspectorTitle"_s), u"fd %1"_s.arg(window.node(extra).fd));
    window.clickChip(extra, CallId::Close);
    EVENTUALLY_COMPARE(window.lastCall(extra), u"close(fd) = 0"_s);
    QCOMPARE(window.session().graph().blockedCalls(), kMany);

    const auto& sockets = window.session().graph().sockets();
    const SocketId sleeper = std::next(sockets.begin(), 57)->first;
    window.clickCancel(sleeper);
    EVENTUALLY(window.lastCall(sleeper).endsWith(u"= -1 EINTR"_s));
    QCOMPARE(window.session().graph().blockedCalls(), kMany - 1);
}

void BlockingTest::closingTheWindow_endsAllThreads()
{
    const std::size_t threads = support::threads();
    const std::size_t descriptors = support::openDescriptors();
    {
        WindowUnderTest window;
        sleepAll(window);
        QVERIFY(support::threads() >= threads + kMany);
        window.choose(u"actionQuit"_s);
        QVERIFY(!window.window().isVisible());
        window.session().finish();
        QCOMPARE(window.session().graph().blockedCalls(), 0U);
        QCOMPARE(window.session().threads(), 0U);
        QCOMPARE(window.session().lost(), 0U);
        for (const auto& [id, node] : window.session().graph().sockets()) {
            QVERIFY(window.calls(id).contains(u"recvfrom(fd, buf, 100, 0, &src_addr, [128]) = -1 EINTR"_s));
        }
    }
    EVENTUALLY_COMPARE(support::threads(), threads);
    QCOMPARE(support::openDescriptors(), descriptors);
}

QTEST_MAIN(BlockingTest)
#include "blocking_test.moc"

// The session: what is posted is made, told once, and over when it is finished.

#include <QSignalSpy>
#include <QTest>
#include <sys/socket.h>

#include "netcore/names/constants.h"
#include "tests/model/session_bench.h"
#include "tests/support/hooked_syscalls.h"
#include "tests/support/process_counts.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace Qt::StringLiterals;

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void post_isMadeAndTold();
    void post_appendsOnTheTick();
    void post_onWhatIsNoSocket();
    void changedSockets_duringTheSignal();
    void actors_haveNames();
    void notes_standInOrder();
    void told_leavesOutTheKernelsView();
    void cancel_endsASleep();
    void finish_endsAllAndTakesNoMore();
    void otherKernel_isAsked();
};

void SessionTest::post_isMadeAndTold()
{
    SessionBench bench;
    QVERIFY(std::stoi(bench.make(calls::socket(AF_INET, SOCK_STREAM))) > 2);
    const SocketId socket = bench.newest();
    QCOMPARE(bench.node(socket).domain, AF_INET);
    QCOMPARE(bench.make(calls::listen(3), socket), std::string("0"));
    QCOMPARE(bench.make(calls::recv(10), socket), std::string("-1 ENOTCONN"));
    QVERIFY(bench.node(socket).listening);
    QCOMPARE(bench.session.lost(), 0U);
}

void SessionTest::post_appendsOnTheTick()
{
    model::Session session;
    const QSignalSpy appended(&session, &model::Session::appended);
    const QSignalSpy changed(&session, &model::Session::socketsChanged);
    QVERIFY(session.post(calls::socket(AF_INET, SOCK_DGRAM)).ok());
    QTRY_VERIFY(!appended.isEmpty());
    QVERIFY(!changed.isEmpty());
    QTRY_COMPARE(session.graph().sockets().size(), 1U);
    quint64 rows = 0;
    for (const auto& arguments : appended) {
        QCOMPARE(arguments[0].toULongLong(), rows); // without a gap
        rows += arguments[1].toULongLong();
    }
    QCOMPARE(rows, session.store().size());
    session.finish();
}

void SessionTest::post_onWhatIsNoSocket()
{
    SessionBench bench;
    QCOMPARE(bench.make(calls::listen(1), SocketId {77}), std::string("-1 EBADF"));
    QVERIFY(bench.session.graph().sockets().empty());
}

void SessionTest::changedSockets_duringTheSignal()
{
    SessionBench bench;
    std::set<SocketId> seen;
    connect(&bench.session, &model::Session::socketsChanged, this,
        [&] { seen.insert(bench.session.changedSockets().begin(), bench.session.changedSockets().end()); });
    const SocketId one = bench.socket(AF_INET, SOCK_STREAM);
    const SocketId two = bench.socket(AF_UNIX, SOCK_STREAM);
    QCOMPARE(seen, (std::set {one, two}));
    QVERIFY(bench.waitFor([&] { return bench.node(two).view.inode != 0; }));
    seen.clear();
    bench.make(calls::close(), one);
    QVERIFY(seen.contains(one));
}

void SessionTest::actors_haveNames()
{
    SessionBench bench;
    const ActorId server = bench.session.addActor(u"server"_s);
    const ActorId client = bench.session.addActor(u"client"_s);
    QVERIFY(server != client && server != kNoActor);
    QCOMPARE(bench.session.actorName(server), u"server"_s);
    QCOMPARE(bench.session.actorName(client), u"client"_s);
    QCOMPARE(bench.session.actorName(kNoActor), QString());
    const auto posted = bench.session.post(calls::socket(AF_INET, SOCK_STREAM), kNoSocket, client);
    QVERIFY(posted.ok());
    QVERIFY(std::stoi(bench.resultOf(posted.value())) > 2);
    QCOMPARE(bench.node(bench.newest()).actor, client);
}

void SessionTest::notes_standInOrder()
{
    SessionBench bench;
    bench.session.note(u"before: ü"_s);
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    bench.session.note(u"after"_s, socket);
    const model::EventStore& store = bench.session.store();
    QStringList order;
    QVERIFY(bench.waitFor([&] {
        order.clear();
        for (model::Row row = 0; row < store.size(); ++row) {
            const auto data = store.data(row);
            order += store.kind(row) == EventKind::Note ? QString::fromUtf8(
                         reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size()))
                : store.kind(row) == EventKind::Call ? u"call"_s
                                                     : QString();
        }
        order.removeAll(QString());
        return order.size() == 3;
    }));
    QCOMPARE(order, (QStringList {u"before: ü"_s, u"call"_s, u"after"_s}));
}

void SessionTest::told_leavesOutTheKernelsView()
{
    SessionBench bench;
    const SocketId socket = bench.bound(AF_INET, SOCK_STREAM); // socket, bind, getsockname
    QVERIFY(bench.waitFor([&] { return bench.node(socket).view.inode != 0; }));
    QCOMPARE(bench.session.told(), 3U);
    QVERIFY(bench.session.store().size() > 3);
}

void SessionTest::cancel_endsASleep()
{
    SessionBench bench;
    const SocketId socket = bench.bound(AF_INET, SOCK_DGRAM);
    const auto posted = bench.session.post(calls::recvfrom(10), socket);
    QVERIFY(posted.ok());
    QVERIFY(bench.waitFor([&] { return !bench.node(socket).blocked.empty(); }));
    QCOMPARE(bench.session.graph().blockedCalls(), 1U);
    bench.session.cancel(posted.value());
    QCOMPARE(bench.resultOf(posted.value()), std::string("-1 EINTR"));
    QVERIFY(bench.node(socket).blocked.empty());
    bench.session.cancel(posted.value()); // nothing happens to one that has returned
    bench.session.cancel(Ticket {4711});
}

void SessionTest::finish_endsAllAndTakesNoMore()
{
    const std::size_t descriptors = support::openDescriptors();
    SessionBench bench;
    const SocketId socket = bench.bound(AF_UNIX, SOCK_DGRAM);
    QVERIFY(bench.session.post(calls::recvfrom(10), socket).ok());
    QVERIFY(bench.waitFor([&] { return bench.session.graph().blockedCalls() == 1; }));
    bench.session.finish();
    QCOMPARE(bench.session.graph().blockedCalls(), 0U); // its end is in the log
    QCOMPARE(bench.session.threads(), 0U);
    QCOMPARE(support::openDescriptors(), descriptors);
    const auto late = bench.session.post(calls::socket(AF_INET, SOCK_STREAM));
    QVERIFY(!late.ok());
    QCOMPARE(late.problem(), ECANCELED);
    bench.session.cancel(Ticket {1});
    bench.session.finish(); // twice does no harm
}

void SessionTest::otherKernel_isAsked()
{
    std::atomic<int> asked = 0;
    support::HookedSyscalls kernel([&](CallId call, int) { asked += call == CallId::Socket ? 1 : 0; });
    model::Session session(kernel);
    QVERIFY(session.post(calls::socket(AF_INET, SOCK_STREAM)).ok());
    QTRY_COMPARE(session.graph().sockets().size(), 1U);
    QCOMPARE(asked.load(), 1);
    session.finish();
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"

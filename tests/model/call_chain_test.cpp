// Calls one after the other: each waits for the one before, the first that fails ends it.

#include <QSignalSpy>
#include <QTest>
#include <sys/socket.h>

#include "model/call_chain.h"
#include "tests/model/session_bench.h"

using namespace netcore;
using model::CallChain;

class CallChainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runs_toTheEnd();
    void stops_atTheFirstFailure();
    void stops_whenTheSocketCannotBeMade();
    void works_onASocketThatIsThere();
    void empty_isFinished();
    void finishedSession_endsIt();
};

namespace {

// A chain that is being looked at.
struct Watched {
    Watched(model::Session& session, std::deque<Call> calls, SocketId socket = kNoSocket)
        : chain(new CallChain(session, std::move(calls), socket))
        , opened(chain, &CallChain::opened)
        , finished(chain, &CallChain::finished)
        , gone(chain, &QObject::destroyed)
    {
        QObject::connect(chain, &CallChain::opened, chain, [this] { socketThen = chain->socket(); });
    }
    bool all() const { return finished.value(0).value(0).toBool(); }

    CallChain* chain;
    QSignalSpy opened;
    QSignalSpy finished;
    QSignalSpy gone;
    SocketId socketThen = kNoSocket;
};

const Address kAnyPort = Address::ipv4(0x7f000001, 0);

}

void CallChainTest::runs_toTheEnd()
{
    SessionBench bench;
    Watched watched(
        bench.session, {calls::socket(AF_INET, SOCK_STREAM), calls::bind(kAnyPort), calls::listen(5)});
    QTRY_COMPARE(watched.finished.size(), 1);
    QVERIFY(watched.all());
    QCOMPARE(watched.opened.size(), 1);
    QCOMPARE(watched.socketThen, bench.newest());
    QVERIFY(bench.node(bench.newest()).bound && bench.node(bench.newest()).listening);
    QTRY_COMPARE(watched.gone.size(), 1); // by itself
}

void CallChainTest::stops_atTheFirstFailure()
{
    SessionBench bench;
    const Address elsewhere = Address::ipv4(0x08080808, 1); // no address of this machine
    Watched watched(
        bench.session, {calls::socket(AF_INET, SOCK_STREAM), calls::bind(elsewhere), calls::listen(5)});
    QTRY_COMPARE(watched.finished.size(), 1);
    QVERIFY(!watched.all());
    QTRY_COMPARE(watched.gone.size(), 1);
    const model::SocketNode& node = bench.node(bench.newest());
    QVERIFY(node.open && !node.bound); // what was made stays
    QVERIFY(!node.has(CallId::Listen) && !node.listening);
}

void CallChainTest::stops_whenTheSocketCannotBeMade()
{
    SessionBench bench;
    Watched watched(bench.session, {calls::socket(AF_INET, 99), calls::listen(5)});
    QTRY_COMPARE(watched.finished.size(), 1);
    QVERIFY(!watched.all());
    QVERIFY(watched.opened.isEmpty());
    QCOMPARE(bench.session.told(), 1U);
}

void CallChainTest::works_onASocketThatIsThere()
{
    SessionBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    Watched watched(bench.session, {calls::bind(kAnyPort), calls::listen(1)}, socket);
    QTRY_COMPARE(watched.finished.size(), 1);
    QVERIFY(watched.all());
    QVERIFY(watched.opened.isEmpty());
    QVERIFY(bench.node(socket).listening);
}

void CallChainTest::empty_isFinished()
{
    SessionBench bench;
    auto* chain = new CallChain(bench.session, {});
    QSignalSpy gone(chain, &QObject::destroyed);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(bench.session.told(), 0U);
}

void CallChainTest::finishedSession_endsIt()
{
    SessionBench bench;
    bench.session.finish();
    auto* chain = new CallChain(bench.session, {calls::socket(AF_INET, SOCK_STREAM)});
    QSignalSpy gone(chain, &QObject::destroyed);
    QTRY_COMPARE(gone.size(), 1);
}

QTEST_GUILESS_MAIN(CallChainTest)
#include "call_chain_test.moc"

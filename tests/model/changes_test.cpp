// What a call has changed: on logs made by hand, and on the real kernel.

#include <QTest>
#include <netinet/tcp.h>

#include "model/graph/changes.h"
#include "tests/model/session_bench.h"
#include "tests/support/std_strings.h"

using namespace model;
using namespace netcore;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t kMillisecond = 1'000'000;

// A log with times of its own.
struct Log {
    EventStore store;
    SocketRows rows;

    Row add(Event event, std::span<const std::byte> data = {})
    {
        const Row row = store.append(event, data);
        rows.extend(store, row, row + 1);
        return row;
    }
    Row call(SocketId on, std::uint64_t ms, std::uint64_t took = 0)
    {
        Event event {};
        event.kind = EventKind::Call;
        event.call = CallId::Recv;
        event.socket = on;
        event.time = ms * kMillisecond;
        event.took = took * kMillisecond;
        return add(event);
    }
    void state(SocketId of, std::uint64_t ms, const KernelView& view)
    {
        Event event {};
        event.kind = EventKind::State;
        event.socket = of;
        event.time = ms * kMillisecond;
        add(event, encode(view));
    }
    void options(SocketId of, std::uint64_t ms, std::vector<OptionValue> values)
    {
        Event event {};
        event.kind = EventKind::Options;
        event.socket = of;
        event.time = ms * kMillisecond;
        add(event, encode(values));
    }
};

KernelView withQueue(std::int64_t bytes)
{
    KernelView view;
    view.receiveQueue = bytes;
    view.local = Address::ipv4(0x7f000001, 1);
    view.peer = Address::ipv4(0x7f000001, 2);
    return view;
}

KernelView otherEnd(std::int64_t bytes)
{
    KernelView view = withQueue(bytes);
    std::swap(view.local, view.peer);
    return view;
}

std::string text(const FactValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    return std::holds_alternative<std::monostate>(value) ? "?"s : "*"s;
}

// "1:4 0>5": socket, fact, before and after; options "1:o".
std::string text(const std::vector<Change>& changes)
{
    std::string all;
    for (const Change& change : changes) {
        all += (all.empty() ? "" : " ") + std::to_string(number(change.socket)) + ':';
        if (const auto* view = std::get_if<ViewDifference>(&change.what)) {
            all += std::to_string(static_cast<int>(view->fact)) + ' ' + text(view->before) + '>'
                + text(view->after);
        } else {
            all += 'o';
        }
    }
    return all;
}

// On the real kernel: however slow this machine is.
constexpr std::chrono::minutes kAnyTime {10};
constexpr SocketId kOne {1};
constexpr SocketId kTwo {2};
constexpr SocketId kThree {3};

bool has(const std::vector<Change>& changes, SocketId socket, ViewFact fact, std::int64_t after)
{
    return std::ranges::any_of(changes, [&](const Change& change) {
        const auto* view = std::get_if<ViewDifference>(&change.what);
        return view != nullptr && change.socket == socket && view->fact == fact
            && view->after == FactValue(after);
    });
}

}

class ChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void call_changesItsSocket();
    void nextCall_endsTheEffects();
    void late_isNotItsEffect();
    void sleepingCall_isComparedWithBeforeItSlept();
    void lookMeanwhile_mayHaveSeenTheEffect();
    void othersCallMeanwhile_isNotItsEffect();
    void otherEnd_isChangedToo();
    void unrelated_isNot();
    void closedSocket_losesNothingButItsState();
    void options_areCompared();
    void notACall_changesNothing();
    void sinceLastCall_comparesWithBeforeIt();
    void hostileIds_areHeld();
    void kernel_send();
    void kernel_connectAndClose();
};

void ChangesTest::call_changesItsSocket()
{
    Log log;
    log.state(kOne, 1, withQueue(5));
    const Row call = log.call(kOne, 10);
    log.state(kOne, 11, withQueue(0));
    QCOMPARE(text(changesOf(log.store, log.rows, call)), "1:4 5>0"s);
}

void ChangesTest::nextCall_endsTheEffects()
{
    Log log;
    log.state(kOne, 1, withQueue(5));
    const Row first = log.call(kOne, 10);
    log.state(kOne, 11, withQueue(3));
    const Row second = log.call(kOne, 12);
    log.state(kOne, 13, withQueue(0));
    QCOMPARE(text(changesOf(log.store, log.rows, first)), "1:4 5>3"s);
    QCOMPARE(text(changesOf(log.store, log.rows, second)), "1:4 3>0"s);
}

void ChangesTest::late_isNotItsEffect()
{
    Log log;
    log.state(kOne, 1, withQueue(5));
    const Row call = log.call(kOne, 10);
    log.state(kOne, 10'000, withQueue(9));
    QCOMPARE(text(changesOf(log.store, log.rows, call)), std::string());
    QCOMPARE(text(changesSinceLastCall(log.store, log.rows, kOne)), "1:4 5>9"s);
}

void ChangesTest::sleepingCall_isComparedWithBeforeItSlept()
{
    Log log;
    log.state(kOne, 1, withQueue(0));
    log.state(kOne, 50, withQueue(7)); // came while it slept
    const Row call = log.call(kOne, 10, 100);
    log.state(kOne, 111, withQueue(2));
    QCOMPARE(text(changesOf(log.store, log.rows, call)), "1:4 0>2"s);
}

// The sampler was looking just then: the look behind the call has nothing new to tell.
void ChangesTest::lookMeanwhile_mayHaveSeenTheEffect()
{
    Log log;
    log.state(kOne, 1, withQueue(0));
    log.state(kTwo, 1, otherEnd(0));
    log.state(kOne, 11, withQueue(3));
    log.state(kTwo, 11, otherEnd(5));
    const Row call = log.call(kOne, 10, 2);
    QCOMPARE(text(changesOf(log.store, log.rows, call)), "1:4 0>3 2:4 0>5"s);
}

void ChangesTest::othersCallMeanwhile_isNotItsEffect()
{
    Log log;
    log.state(kOne, 1, withQueue(9));
    const Row quick = log.call(kOne, 50);
    log.state(kOne, 51, withQueue(4));
    const Row slept = log.call(kOne, 10, 90);
    log.state(kOne, 101, withQueue(0));
    QCOMPARE(text(changesOf(log.store, log.rows, quick)), "1:4 9>4"s);
    QCOMPARE(text(changesOf(log.store, log.rows, slept)), "1:4 4>0"s);
}

void ChangesTest::otherEnd_isChangedToo()
{
    Log log;
    log.state(kOne, 1, withQueue(0));
    log.state(kTwo, 1, otherEnd(0));
    const Row call = log.call(kOne, 10);
    log.state(kTwo, 11, otherEnd(5));
    QCOMPARE(text(changesOf(log.store, log.rows, call)), "2:4 0>5"s);
}

void ChangesTest::unrelated_isNot()
{
    Log log;
    KernelView stranger = withQueue(0);
    stranger.local = Address::ipv4(0x7f000001, 8);
    stranger.peer = Address::ipv4(0x7f000001, 9);
    log.state(kOne, 1, withQueue(0));
    log.state(kThree, 1, stranger);
    const Row call = log.call(kOne, 10);
    stranger.receiveQueue = 5;
    log.state(kThree, 11, stranger);
    QCOMPARE(text(changesOf(log.store, log.rows, call)), std::string());
}

void ChangesTest::closedSocket_losesNothingButItsState()
{
    Log log;
    KernelView view = withQueue(0);
    view.tcpState = TCP_ESTABLISHED;
    view.inode = 5;
    view.readiness = 4;
    log.state(kOne, 1, view);
    const Row call = log.call(kOne, 10);
    KernelView lingering = withQueue(0);
    lingering.presence = Presence::Lingering;
    lingering.tcpState = TCP_FIN_WAIT2;
    log.state(kOne, 11, lingering);
    QCOMPARE(text(changesOf(log.store, log.rows, call)), "1:0 0>1 1:3 1>5"s);
}

void ChangesTest::options_areCompared()
{
    Log log;
    const OptionValue before {1, 2, 0, {std::byte {0}}};
    const OptionValue after {1, 2, 0, {std::byte {1}}};
    log.options(kOne, 1, {before, {1, 3, 0, {}}});
    const Row call = log.call(kOne, 10);
    log.options(kOne, 11, {after});
    const auto changes = changesOf(log.store, log.rows, call);
    QCOMPARE(changes.size(), std::size_t {1});
    QVERIFY((changes[0] == Change {kOne, OptionDifference {before, after}}));
}

void ChangesTest::notACall_changesNothing()
{
    Log log;
    log.state(kOne, 1, withQueue(0));
    QVERIFY(changesOf(log.store, log.rows, 0).empty());
    QVERIFY(changesOf(log.store, log.rows, 99).empty());
    QVERIFY(changesSinceLastCall(log.store, log.rows, kOne).empty());
    QVERIFY(changesSinceLastCall(log.store, log.rows, kThree).empty());
}

void ChangesTest::sinceLastCall_comparesWithBeforeIt()
{
    Log log;
    log.state(kOne, 1, withQueue(5));
    log.call(kOne, 10);
    log.state(kOne, 11, withQueue(0));
    log.state(kOne, 5'000, withQueue(8));
    QCOMPARE(text(changesSinceLastCall(log.store, log.rows, kOne)), "1:4 5>8"s);
}

void ChangesTest::hostileIds_areHeld()
{
    Log log;
    log.state(SocketId {UINT32_MAX}, 1, withQueue(5));
    log.call(SocketId {UINT32_MAX}, 2);
    QCOMPARE(log.rows.states(SocketId {UINT32_MAX}).size(), std::size_t {1});
    QCOMPARE(log.rows.calls(SocketId {UINT32_MAX}).back(), Row {1});
}

Row lastCallOn(const Session& session, SocketId socket)
{
    return session.socketRows().calls(socket).back();
}

void ChangesTest::kernel_send()
{
    SessionBench bench;
    const SocketId server = bench.listener(AF_INET);
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    bench.make(calls::connect(bench.node(server).local), client);
    const Row connected = lastCallOn(bench.session, client);
    const auto changes = [&](Row row) {
        return changesOf(bench.session.store(), bench.session.socketRows(), row, kAnyTime);
    };
    QVERIFY(bench.waitFor([&] {
        const auto found = changes(connected);
        return has(found, client, ViewFact::TcpState, TCP_ESTABLISHED)
            && has(found, server, ViewFact::AcceptQueue, 1);
    }));
    bench.make(calls::accept(), server);
    const SocketId conn = bench.newest();
    QVERIFY(has(changes(lastCallOn(bench.session, server)), conn, ViewFact::Presence, 0));
    QVERIFY(bench.waitFor([&] {
        return has(changes(lastCallOn(bench.session, server)), server, ViewFact::AcceptQueue, 0)
            && bench.node(conn).view.tcpState == TCP_ESTABLISHED;
    }));
    bench.make(calls::send("hello"), client);
    QVERIFY(bench.waitFor(
        [&] { return has(changes(lastCallOn(bench.session, client)), conn, ViewFact::ReceiveQueue, 5); }));
}

void ChangesTest::kernel_connectAndClose()
{
    SessionBench bench;
    const SocketId server = bench.listener(AF_INET);
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    bench.make(calls::connect(bench.node(server).local), client);
    bench.make(calls::accept(), server);
    const SocketId conn = bench.newest();
    QVERIFY(bench.waitFor([&] { return bench.node(conn).view.tcpState == TCP_ESTABLISHED; }));
    bench.make(calls::close(), client);
    const auto changes = [&] {
        return changesOf(
            bench.session.store(), bench.session.socketRows(), lastCallOn(bench.session, client), kAnyTime);
    };
    QVERIFY(bench.waitFor([&] {
        return has(changes(), client, ViewFact::TcpState, TCP_FIN_WAIT2)
            && has(changes(), conn, ViewFact::TcpState, TCP_CLOSE_WAIT);
    }));
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "changes_test.moc"

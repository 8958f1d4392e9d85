// Options events: the options of each socket of an engine, all of them once, then what a call has changed.

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "netcore/inspect/option_values.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

std::vector<OptionValue> valuesIn(const RecordedEvent& recorded)
{
    return decodeOptionValues(recorded.data());
}

bool holds(const std::vector<OptionValue>& values, int level, int number, int content)
{
    const auto raw = std::as_bytes(std::span(&content, 1));
    return std::ranges::any_of(values, [&](const OptionValue& value) {
        return value.level == level && value.number == number && std::ranges::equal(value.bytes, raw);
    });
}

bool isOf(const RecordedEvent& recorded, SocketId socket)
{
    return recorded.event.kind == EventKind::Options && recorded.event.socket == socket;
}

const RecordedEvent* waitFor(EngineBench& bench, SocketId socket, int level, int number, int content)
{
    return bench.recorder().waitFor([&](const RecordedEvent& recorded) {
        return isOf(recorded, socket) && holds(valuesIn(recorded), level, number, content);
    });
}

}

class EngineOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newSocket_tellsAll();
    void acceptedSocket_tellsAll();
    void calls_tellWhatChanged();
    void setsockopt_tellsWhatChanged();
    void dataPath_isSilent();
    void events_areAutomatic();
};

void EngineOptionsTest::newSocket_tellsAll()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    const RecordedEvent* told = waitFor(bench, socket, SOL_SOCKET, SO_TYPE, SOCK_STREAM);
    QVERIFY(told != nullptr);
    QCOMPARE(valuesIn(*told).size(), sampledOptions(AF_INET, SOCK_STREAM, 0).size());
}

void EngineOptionsTest::acceptedSocket_tellsAll()
{
    const TemporaryFolder folder;
    for (const char* domain : {"ipv4", "path"}) {
        EngineBench bench;
        const auto [near, far] = support::connectedPair(bench, domain, folder);
        QVERIFY(waitFor(bench, near, SOL_SOCKET, SO_ACCEPTCONN, 0) != nullptr);
        const RecordedEvent* told = waitFor(bench, far, SOL_SOCKET, SO_TYPE, SOCK_STREAM);
        QVERIFY(told != nullptr);
        QCOMPARE(valuesIn(*told).size(), sampledOptions(support::familyOf(domain), SOCK_STREAM, 0).size());
    }
}

void EngineOptionsTest::calls_tellWhatChanged()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    QVERIFY(waitFor(bench, socket, SOL_SOCKET, SO_ACCEPTCONN, 0) != nullptr);
    bench.make(calls::listen(4), socket);
    const RecordedEvent* told = waitFor(bench, socket, SOL_SOCKET, SO_ACCEPTCONN, 1);
    QVERIFY(told != nullptr);
    QVERIFY(valuesIn(*told).size() < 10); // what has changed, not all
}

void EngineOptionsTest::setsockopt_tellsWhatChanged()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    QVERIFY(waitFor(bench, socket, IPPROTO_TCP, TCP_NODELAY, 0) != nullptr);
    const int on = 1;
    const auto raw = std::as_bytes(std::span(&on, 1));
    QCOMPARE(bench.resultOf(calls::setsockopt(IPPROTO_TCP, TCP_NODELAY, {raw.begin(), raw.end()}), socket),
        std::string("0"));
    const RecordedEvent* told = waitFor(bench, socket, IPPROTO_TCP, TCP_NODELAY, 1);
    QVERIFY(told != nullptr);
    QCOMPARE(valuesIn(*told).size(), std::size_t {1});
}

void EngineOptionsTest::dataPath_isSilent()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const support::Pair pair = support::datagramPair(bench, "ipv4", folder);
    const Address name = bench.nameOf(pair.far);
    bench.make(calls::connect(name), pair.near); // the last call that can change options
    const auto connected = [&](const RecordedEvent& recorded) {
        const auto values = valuesIn(recorded);
        return isOf(recorded, pair.near) && std::ranges::any_of(values, [](const OptionValue& value) {
            return value.level == IPPROTO_IP && value.number == IP_MTU && value.error == 0;
        });
    };
    QVERIFY(bench.recorder().waitFor(connected) != nullptr);
    const auto count = [&] {
        return bench.recorder().count([&](const RecordedEvent& each) { return isOf(each, pair.near); });
    };
    const std::size_t before = count();
    for (int i = 0; i < 20; ++i) {
        bench.make(calls::send("hello"), pair.near);
    }
    // A state that follows from the last send: whatever the sends had to tell has been told.
    QVERIFY(bench.seesState(pair.far, [](const KernelView& view) { return view.receiveQueue == 5; }));
    QCOMPARE(count(), before);
}

void EngineOptionsTest::events_areAutomatic()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_DGRAM);
    const RecordedEvent* told = waitFor(bench, socket, SOL_SOCKET, SO_DOMAIN, AF_UNIX);
    QVERIFY(told != nullptr);
    QCOMPARE(told->event.flags, eventFlags::kAutomatic);
    QCOMPARE(told->event.ticket, kNoTicket);
    QVERIFY(told->event.tid != 0);
}

QTEST_APPLESS_MAIN(EngineOptionsTest)
#include "engine_options_test.moc"

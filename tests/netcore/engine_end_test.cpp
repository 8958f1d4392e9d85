// The end of an engine: everything returns, and nothing is left behind.

#include <algorithm>
#include <memory>
#include <thread>

#include "tests/support/loopback.h"
#include "tests/support/process_counts.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

bool isInterrupted(const RecordedEvent& recorded)
{
    return recorded.event.kind == EventKind::Call && recorded.result() == "-1 EINTR";
}

}

class EngineEndTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void unusedEngine_ends();
    void hundredSleepers_return();
    void everySleepingCall_returns();
    void callsJustPosted_return();
    void postingThreads_areRefusedOrServed();
    void engineWithoutConsumer_ends();
    void openSockets_areClosed();
    void manyEngines_oneAfterTheOther();

private:
    // What the process holds when nothing is under way.
    std::size_t m_descriptors = 0;
    std::size_t m_threads = 0;
};

void EngineEndTest::init()
{
    {
        EngineBench first; // what is opened once and kept (a sanitizer's thread, a locale) is open after this
    }
    m_descriptors = support::openDescriptors();
    m_threads = support::threads();
}

void EngineEndTest::cleanup()
{
    QCOMPARE(support::openDescriptors(), m_descriptors);
    // A thread that has been joined may stand in /proc a moment longer.
    QVERIFY(support::eventually([this] { return support::threads() == m_threads; }));
}

void EngineEndTest::unusedEngine_ends()
{
    const EngineBench bench;
}

void EngineEndTest::hundredSleepers_return()
{
    EngineBench bench;
    std::vector<Ticket> sleeping;
    for (int n = 0; n < 100; ++n) {
        const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
        sleeping.push_back(bench.post(calls::recv(1), socket));
    }
    QVERIFY(std::ranges::all_of(sleeping, [&](Ticket ticket) { return bench.isBlocked(ticket); }));
    QVERIFY(bench.engine().threads() >= 100);
    bench.endEngine();
    QVERIFY(std::ranges::all_of(sleeping, [&](Ticket ticket) { return bench.result(ticket) == "-1 EINTR"; }));
    QCOMPARE(bench.recorder().count(isInterrupted), std::size_t {100});
}

void EngineEndTest::everySleepingCall_returns()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = support::listener(bench, support::placeFor("path", folder, "server"), 0);
    const Address name = bench.nameOf(server);
    bench.make(calls::connect(name), bench.socket(AF_UNIX, SOCK_STREAM));
    const auto full = support::connectedPair(bench, "abstract", folder);
    support::fill(bench, full.near);
    const std::vector sleeping {bench.post(calls::connect(name), bench.socket(AF_UNIX, SOCK_STREAM)),
        bench.post(calls::send("x"), full.near), bench.post(calls::recv(1), full.near),
        bench.post(calls::accept(), support::listener(bench, Address::ipv4(0x7f000001, 0))),
        bench.post(calls::recvfrom(1), bench.socket(AF_INET6, SOCK_DGRAM))};
    QVERIFY(std::ranges::all_of(sleeping, [&](Ticket ticket) { return bench.isBlocked(ticket); }));
    bench.endEngine();
    QVERIFY(std::ranges::all_of(sleeping, [&](Ticket ticket) { return bench.result(ticket) == "-1 EINTR"; }));
}

void EngineEndTest::callsJustPosted_return()
{
    for (int round = 0; round < 50; ++round) {
        EngineBench bench;
        const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
        std::vector<Ticket> posted;
        for (std::uint16_t n = 0; n < 10; ++n) {
            posted.push_back(bench.post(calls::recv(1), socket, ActorId {n}));
        }
        posted.push_back(bench.post(calls::close(), socket));
        bench.endEngine();
        for (const Ticket ticket : posted) {
            QVERIFY(bench.done(ticket).event.kind == EventKind::Call);
        }
    }
}

void EngineEndTest::postingThreads_areRefusedOrServed()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    std::vector<Ticket> posted;
    std::jthread poster([&] {
        for (int n = 0; n < 2000; ++n) {
            posted.push_back(bench.post(calls::getsockname(), socket));
        }
    });
    std::jthread canceller([&] {
        for (std::uint32_t n = 0; n < 2000; ++n) {
            bench.cancel(Ticket {n});
        }
    });
    poster.join();
    canceller.join();
    QVERIFY(std::ranges::all_of(posted, [&](Ticket ticket) { return bench.result(ticket) == "0"; }));
}

// Nobody drains, rings and arenas are full, producers wait: they must not wait for ever.
void EngineEndTest::engineWithoutConsumer_ends()
{
    LinuxSyscalls kernel;
    EventStream stream;
    auto engine = std::make_unique<Engine>(kernel, stream);
    for (int n = 0; n < 5000; ++n) {
        QVERIFY(engine->post({calls::getsockname(), kNoSocket, ActorId {1}}).ok());
    }
    for (int n = 0; n < 4; ++n) {
        const Call large = calls::send(std::vector<std::byte>(std::size_t {20} << 20), 0);
        QVERIFY(engine->post({large, kNoSocket, ActorId {2}}).ok());
    }
    engine.reset();
    support::EventRecorder recorder(stream);
    recorder.drain();
    QVERIFY(!recorder.all().empty());
}

void EngineEndTest::openSockets_areClosed()
{
    const TemporaryFolder folder;
    EngineBench bench;
    for (const char* domain : {"ipv4", "path", "abstract"}) {
        support::connectedPair(bench, domain, folder);
        support::datagramPair(bench, domain, folder);
    }
    QVERIFY(support::openDescriptors() > m_descriptors);
}

void EngineEndTest::manyEngines_oneAfterTheOther()
{
    LinuxSyscalls kernel;
    for (int round = 0; round < 100; ++round) {
        EventStream stream;
        Engine engine(kernel, stream);
        QVERIFY(engine.post({calls::socket(AF_INET, SOCK_DGRAM)}).ok());
    }
}

QTEST_APPLESS_MAIN(EngineEndTest)
#include "engine_end_test.moc"

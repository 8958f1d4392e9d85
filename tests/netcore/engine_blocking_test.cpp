// Calls that really sleep in the kernel.

#include <algorithm>

#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

// A call that sleeps, and another that wakes it.
struct Sleeper {
    Call call;
    SocketId socket {};
    std::function<void()> wake;
};

Sleeper sleepsInAccept(
    EngineBench& bench, const std::string& domain, const TemporaryFolder& folder, Call call)
{
    const SocketId server = support::listener(bench, support::placeFor(domain, folder, "server"));
    const SocketId client = bench.socket(support::familyOf(domain), SOCK_STREAM);
    const Address name = bench.nameOf(server);
    return {std::move(call), server, [&bench, client, name] { bench.make(calls::connect(name), client); }};
}

Sleeper sleepsInReceive(
    EngineBench& bench, const std::string& domain, const TemporaryFolder& folder, Call call)
{
    const auto pair = support::connectedPair(bench, domain, folder);
    return {std::move(call), pair.near, [&bench, pair] { bench.make(calls::send("x"), pair.far); }};
}

Sleeper sleepsForADatagram(
    EngineBench& bench, const std::string& domain, const TemporaryFolder& folder, Call call)
{
    const auto pair = support::datagramPair(bench, domain, folder);
    const Address name = bench.nameOf(pair.near);
    return {
        std::move(call), pair.near, [&bench, pair, name] { bench.make(calls::sendto("x", name), pair.far); }};
}

// More than any queue takes.
Sleeper sleepsInSend(EngineBench& bench, const std::string& domain, const TemporaryFolder& folder)
{
    constexpr std::size_t kLarge = std::size_t {16} << 20;
    const auto pair = support::connectedPair(bench, domain, folder);
    return {calls::send(std::vector<std::byte>(kLarge), 0), pair.near,
        [&bench, pair] { bench.make(calls::recv(kLarge, MSG_WAITALL), pair.far); }};
}

// A listener that takes one connection and no more.
Sleeper sleepsInConnect(EngineBench& bench, const std::string& domain, const TemporaryFolder& folder)
{
    const SocketId server = support::listener(bench, support::placeFor(domain, folder, "server"), 0);
    const Address name = bench.nameOf(server);
    bench.make(calls::connect(name), bench.socket(support::familyOf(domain), SOCK_STREAM));
    const SocketId client = bench.socket(support::familyOf(domain), SOCK_STREAM);
    return {calls::connect(name), client, [&bench, server] { bench.make(calls::accept(), server); }};
}

Sleeper sleeper(const std::string& name, EngineBench& bench, const TemporaryFolder& folder)
{
    const std::string call = name.substr(0, name.find(' '));
    const std::string domain = name.substr(name.rfind(' ') + 1);
    const bool isDatagram = name.find("datagram") != std::string::npos;
    if (call == "accept") {
        return sleepsInAccept(bench, domain, folder, calls::accept());
    }
    if (call == "accept4") {
        return sleepsInAccept(bench, domain, folder, calls::accept4());
    }
    if (call == "connect") {
        return sleepsInConnect(bench, domain, folder);
    }
    if (call == "send") {
        return sleepsInSend(bench, domain, folder);
    }
    const Call receive = call == "recv" ? calls::recv(1) : calls::recvfrom(1);
    return isDatagram ? sleepsForADatagram(bench, domain, folder, receive)
                      : sleepsInReceive(bench, domain, folder, receive);
}

bool isName(const std::string& text)
{
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

}

class EngineBlockingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sleepingCall_isReportedAndReturns_data();
    void sleepingCall_isReportedAndReturns();
    void unfinishedCall_hasALine();
    void sleepingCalls_holdUpNothing();
    void callsOnOneSocket_overlap();
    void quickCalls_areNotReported();
};

void EngineBlockingTest::sleepingCall_isReportedAndReturns_data()
{
    QTest::addColumn<std::string>("name");
    for (const char* call : {"accept", "accept4", "recv stream", "recvfrom stream", "recv datagram",
             "recvfrom datagram", "send", "connect"}) {
        for (const char* domain : {"ipv4", "ipv6", "path", "abstract"}) {
            const std::string name = call + " "s + domain;
            QTest::newRow(name.c_str()) << name;
        }
    }
}

void EngineBlockingTest::sleepingCall_isReportedAndReturns()
{
    QFETCH(std::string, name);
    if (name.ends_with("ipv6") && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no IPv6");
    }
    const TemporaryFolder folder;
    EngineBench bench;
    const Sleeper sleeps = sleeper(name, bench, folder);
    const Ticket ticket = bench.post(sleeps.call, sleeps.socket, ActorId {3});
    const RecordedEvent blocked = bench.blocked(ticket);
    QCOMPARE(blocked.event.kind, EventKind::Blocked);
    sleeps.wake();
    const RecordedEvent done = bench.done(ticket);
    QVERIFY(done.event.result >= 0);

    QVERIFY2(isName(blocked.dataText()), blocked.dataText().c_str());
    QCOMPARE(blocked.event.socket, sleeps.socket);
    QCOMPARE(blocked.event.actor, ActorId {3});
    QCOMPARE(blocked.event.tid, done.event.tid);
    QCOMPARE(blocked.event.call, done.event.call);
    QVERIFY(blocked.event.end() <= done.event.end());
    QCOMPARE(blocked.call().fd(), done.call().fd());
    const auto isReport = [&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::Blocked && recorded.event.ticket == ticket;
    };
    QCOMPARE(bench.recorder().count(isReport), std::size_t {1});
}

void EngineBlockingTest::unfinishedCall_hasALine()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    const std::string fd = std::to_string(bench.descriptorOf(near));
    QCOMPARE(bench.blocked(bench.post(calls::recv(9), near)).line(), "recv(" + fd + ", <unfinished ...>");
    Call accept = calls::accept();
    accept.wantsAddress = false;
    const SocketId server = support::listener(bench, support::placeFor("abstract", folder, "server"));
    const std::string serverFd = std::to_string(bench.descriptorOf(server));
    QCOMPARE(bench.blocked(bench.post(accept, server)).line(),
        "accept(" + serverFd + ", NULL, NULL <unfinished ...>");
}

void EngineBlockingTest::sleepingCalls_holdUpNothing()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::datagramPair(bench, "ipv4", folder);
    std::vector<Ticket> sleeping;
    for (int n = 0; n < 20; ++n) {
        sleeping.push_back(bench.post(calls::recv(1), near));
    }
    QVERIFY(std::ranges::all_of(sleeping, [&](Ticket ticket) { return bench.isBlocked(ticket); }));
    for (int n = 0; n < 100; ++n) {
        QCOMPARE(bench.resultOf(calls::getsockname(), far), "0"s);
    }
    const Address name = bench.nameOf(near);
    for (std::size_t n = 0; n < sleeping.size(); ++n) {
        bench.make(calls::sendto("x", name), far);
    }
    QVERIFY(std::ranges::all_of(sleeping, [&](Ticket ticket) { return bench.result(ticket) == "1"; }));
}

void EngineBlockingTest::callsOnOneSocket_overlap()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    const Ticket reads = bench.post(calls::recv(10), near);
    QVERIFY(bench.isBlocked(reads));
    QCOMPARE(bench.resultOf(calls::send("x"), near), "1"s);
    QCOMPARE(bench.resultOf(calls::recv(10), far), "1"s);
    QCOMPARE(bench.resultOf(calls::shutdown(SHUT_RD), near), "0"s);
    QCOMPARE(bench.result(reads), "0"s);
}

void EngineBlockingTest::quickCalls_areNotReported()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    for (int n = 0; n < 200; ++n) {
        bench.make(calls::recv(1, MSG_DONTWAIT), socket);
    }
    const auto isReport = [](const RecordedEvent& e) { return e.event.kind == EventKind::Blocked; };
    QCOMPARE(bench.recorder().count(isReport), std::size_t {0});
}

QTEST_APPLESS_MAIN(EngineBlockingTest)
#include "engine_blocking_test.moc"

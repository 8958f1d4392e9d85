// Findings about real calls that failed: who holds the address, ours or a stranger's, and what it costs
// nobody.

#include <QTest>
#include <csignal>
#include <netinet/tcp.h>
#include <sys/wait.h>
#include <unistd.h>

#include "netcore/inspect/finding.h"
#include "tests/support/engine_bench.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"
#include "tests/support/temporary_folder.h"

using namespace netcore;
using support::EngineBench;
using support::RecordedEvent;

namespace {

const Address kAnywhere = Address::ipv4(0x7f000001, 0);

Finding findingOf(EngineBench& bench, Ticket ticket)
{
    const RecordedEvent* found = bench.recorder().waitFor([&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::Finding && recorded.event.ticket == ticket;
    });
    return found != nullptr ? decodeFinding(found->data()) : Finding();
}

Finding findingAfter(EngineBench& bench, Call call, SocketId socket, const char* result)
{
    const Ticket ticket = bench.post(std::move(call), socket);
    const std::string got = bench.result(ticket);
    return got == result ? findingOf(bench, ticket) : Finding();
}

// A stranger: another process that listens at a port of its own choice.
class Stranger {
public:
    Stranger()
    {
        const OwnedFd listener(::socket(AF_INET, SOCK_STREAM, 0));
        ::bind(listener.get(), kAnywhere.data(), kAnywhere.length());
        ::listen(listener.get(), 1);
        sockaddr_storage name {};
        socklen_t length = sizeof name;
        ::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&name), &length);
        m_place = Address::fromKernel(name, length);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::pause();
            ::_exit(0);
        }
    }
    ~Stranger()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    Stranger(const Stranger&) = delete;
    Stranger& operator=(const Stranger&) = delete;

    const Address& place() const { return m_place; }
    pid_t pid() const { return m_pid; }

private:
    Address m_place;
    pid_t m_pid = 0;
};

}

class InvestigatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void port_ofAStranger();
    void port_ofOurs();
    void port_ofOursOnlyBound();
    void port_inTimeWait();
    void abstract_ofOurs();
    void path_stale_isRemoved();
    void success_isNoCase();
    void flood_delaysNobody();
    void end_whileInvestigating();
};

void InvestigatorTest::port_ofAStranger()
{
    const Stranger stranger; // before any thread
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    const Finding finding = findingAfter(bench, calls::bind(stranger.place()), socket, "-1 EADDRINUSE");
    QVERIFY(!finding.holders.empty());
    const Holder& holder = finding.holders.front();
    QVERIFY(holder.local == stranger.place());
    QCOMPARE(holder.state, TCP_LISTEN);
    QVERIFY(holder.ours == kNoSocket);
    QCOMPARE(holder.user, ::geteuid());
    QCOMPARE(holder.process, stranger.pid());
    QVERIFY(std::string("netcore_investigator_test").starts_with(holder.program));
    QVERIFY(holder.commandLine.find("investigator_test") != std::string::npos);
    QVERIFY(finding.number(Quantity::FreePort).value_or(0) > stranger.place().port());
}

void InvestigatorTest::port_ofOurs()
{
    EngineBench bench;
    const SocketId first = support::listener(bench, kAnywhere);
    const SocketId second = bench.socket(AF_INET, SOCK_STREAM);
    const Finding finding = findingAfter(bench, calls::bind(bench.nameOf(first)), second, "-1 EADDRINUSE");
    QVERIFY(!finding.holders.empty());
    QVERIFY(finding.holders.front().ours == first);
    QCOMPARE(finding.holders.front().process, 0); // no need to look among the processes
}

void InvestigatorTest::port_ofOursOnlyBound()
{
    EngineBench bench;
    const SocketId first = bench.socket(AF_INET, SOCK_STREAM);
    bench.make(calls::bind(kAnywhere), first);
    const SocketId second = bench.socket(AF_INET, SOCK_STREAM);
    const Finding finding = findingAfter(bench, calls::bind(bench.nameOf(first)), second, "-1 EADDRINUSE");
    QVERIFY(!finding.holders.empty()); // no list of an older kernel has it: our own table does
    QVERIFY(finding.holders.front().ours == first);
    QCOMPARE(finding.holders.front().state, kBoundOnly);
}

void InvestigatorTest::port_inTimeWait()
{
    EngineBench bench;
    const support::TemporaryFolder folder;
    const SocketId listener = support::listener(bench, kAnywhere);
    const Address place = bench.nameOf(listener);
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::connect(place), client), std::string("0"));
    const SocketId served = bench.accept(listener);
    // Who closes first gets TIME_WAIT.
    bench.make(calls::close(), served);
    QCOMPARE(bench.resultOf(calls::recv(1), client), std::string("0"));
    bench.make(calls::close(), client);
    bench.make(calls::close(), listener);
    const SocketId second = bench.socket(AF_INET, SOCK_STREAM);
    const Finding finding = findingAfter(bench, calls::bind(place), second, "-1 EADDRINUSE");
    QVERIFY(!finding.holders.empty());
    QCOMPARE(finding.holders.front().state, TCP_TIME_WAIT);
    QCOMPARE(finding.holders.front().inode, 0U);
    QCOMPARE(finding.number(Quantity::ReuseAddress), 0);
}

void InvestigatorTest::abstract_ofOurs()
{
    EngineBench bench;
    const SocketId first = bench.socket(AF_UNIX, SOCK_DGRAM);
    bench.make(calls::bind(Address::unixUnnamed()), first); // autobind
    const SocketId second = bench.socket(AF_UNIX, SOCK_DGRAM);
    const Finding finding = findingAfter(bench, calls::bind(bench.nameOf(first)), second, "-1 EADDRINUSE");
    QCOMPARE(finding.holders.size(), 1U);
    QVERIFY(finding.holders.front().ours == first);
}

void InvestigatorTest::path_stale_isRemoved()
{
    const support::TemporaryFolder folder;
    const Address place = Address::unixPath(folder.file("socket"));
    EngineBench bench;
    {
        const OwnedFd gone(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::bind(gone.get(), place.data(), place.length()), 0);
    }
    const SocketId socket = bench.socket(AF_UNIX, SOCK_STREAM);
    const Ticket ticket = bench.post(calls::bind(place), socket);
    QCOMPARE(bench.result(ticket), std::string("-1 EADDRINUSE"));
    const Finding finding = findingOf(bench, ticket);
    QVERIFY(finding.path && finding.path->kind == PathKind::StaleSocket && finding.path->mine);
    bench.engine().removeStale({ticket, socket, finding.path->path, finding.path->file});
    const auto* removed = bench.recorder().waitFor([&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::Finding
            && decodeFinding(recorded.data()).number(Quantity::RemovalResult);
    });
    QVERIFY(removed != nullptr);
    QCOMPARE(decodeFinding(removed->data()).number(Quantity::RemovalResult), 0);
    QVERIFY(removed->event.ticket == ticket);
    QCOMPARE(bench.resultOf(calls::bind(place), socket), std::string("0"));
}

void InvestigatorTest::success_isNoCase()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    const Ticket bound = bench.post(calls::bind(kAnywhere), socket);
    QCOMPARE(bench.result(bound), std::string("0"));
    // The next finding is about the next failure: nothing was found out about port 0.
    const SocketId other = bench.socket(AF_INET, SOCK_STREAM);
    QVERIFY(!findingAfter(bench, calls::bind(bench.nameOf(socket)), other, "-1 EADDRINUSE").isEmpty());
    QCOMPARE(bench.recorder().count([&](const RecordedEvent& recorded) {
        return recorded.event.kind == EventKind::Finding && recorded.event.ticket == bound;
    }),
        0U);
}

void InvestigatorTest::flood_delaysNobody()
{
    EngineBench bench;
    const SocketId first = support::listener(bench, kAnywhere);
    const Address place = bench.nameOf(first);
    const SocketId second = bench.socket(AF_INET, SOCK_STREAM);
    for (int i = 0; i < 500; ++i) {
        QCOMPARE(bench.resultOf(calls::bind(place), second), std::string("-1 EADDRINUSE"));
    }
    // What found the queue full is not answered; when it is quiet again, questions are.
    const Ticket last = bench.post(calls::bind(place), second);
    QVERIFY(support::eventually([&] {
        bench.make(calls::bind(place), second);
        return bench.recorder().count([&](const RecordedEvent& recorded) {
            return recorded.event.kind == EventKind::Finding && recorded.event.ticket > last;
        }) > 0;
    }));
}

void InvestigatorTest::end_whileInvestigating()
{
    for (int round = 0; round < 20; ++round) {
        EngineBench bench;
        const SocketId first = support::listener(bench, kAnywhere);
        const SocketId second = bench.socket(AF_INET, SOCK_STREAM);
        const Address place = bench.nameOf(first);
        for (int i = 0; i < 5; ++i) {
            bench.post(calls::bind(place), second);
        }
        bench.endEngine();
        bench.recorder().drain();
    }
}

QTEST_APPLESS_MAIN(InvestigatorTest)
#include "investigator_test.moc"

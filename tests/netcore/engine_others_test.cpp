// Options, flags, duplicates, readiness, queues and names: the calls beside the life of a socket.

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>

#include "netcore/names/call_text.h"
#include "tests/support/engine_bench.h"
#include "tests/support/hooked_syscalls.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

std::string noteOf(const RecordedEvent& recorded)
{
    return resultNote(recorded.call(), recorded.event.result);
}

PollEntry entry(SocketId socket, std::int16_t events)
{
    return {socket, -1, events, 0};
}

LookUpDetails named(const std::string& node, const std::string& service)
{
    LookUpDetails wanted;
    wanted.node = node;
    wanted.service = service;
    wanted.hasHints = true;
    wanted.type = SOCK_STREAM;
    return wanted;
}

}

class EngineOthersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void option_isSetAndRead();
    void option_wrongLengthsAreTheKernelsToRefuse();
    void flags_areSet();
    void duplicate_livesOn();
    void poll_tellsWhoIsReady();
    void poll_sleepsUntilOneIs();
    void closedSocket_isPolledAsNone();
    void queues_areCounted();
    void datagramPeer_isTakenAway();
    void autobind_givesAName();
    void name_isLookedUp();
    void name_thatIsNone();
    void lookUp_isCancelled();
};

void EngineOthersTest::option_isSetAndRead()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1), socket), "0"s);
    const RecordedEvent& read = bench.make(calls::getsockopt(SOL_SOCKET, SO_KEEPALIVE), socket);
    const auto value = std::get<OptionBytes>(read.call().details);
    QCOMPARE(value.length, 4U);
    QCOMPARE(std::to_integer<int>(value.bytes.at(0)), 1);
    QCOMPARE(bench.resultOf(calls::getsockopt(SOL_SOCKET, 9999), socket), "-1 ENOPROTOOPT"s);
}

void EngineOthersTest::option_wrongLengthsAreTheKernelsToRefuse()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::setsockopt(SOL_SOCKET, SO_KEEPALIVE, std::vector<std::byte>(1)), socket),
        "-1 EINVAL"s);
    Call negative = calls::getsockopt(SOL_SOCKET, SO_KEEPALIVE);
    negative.arguments[4] = -1;
    QCOMPARE(bench.resultOf(negative, socket), "-1 EINVAL"s);
    Call null = calls::setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1);
    null.wantsAddress = false;
    QCOMPARE(bench.resultOf(null, socket), "-1 EFAULT"s);
    Call negativeToo = calls::setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1);
    negativeToo.arguments[4] = -1;
    QCOMPARE(bench.resultOf(negativeToo, socket), "-1 EINVAL"s);
}

void EngineOthersTest::flags_areSet()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_DGRAM);
    QCOMPARE(bench.resultOf(calls::fcntl(F_SETFL, O_RDWR | O_NONBLOCK), socket), "0"s);
    const RecordedEvent& flags = bench.make(calls::fcntl(F_GETFL), socket);
    QVERIFY((flags.event.result & O_NONBLOCK) != 0);
    QCOMPARE(noteOf(flags), "flags O_RDWR|O_NONBLOCK"s);
    QCOMPARE(bench.resultOf(calls::recv(1), socket), "-1 EAGAIN"s);
}

void EngineOthersTest::duplicate_livesOn()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::bind(Address::ipv4(INADDR_LOOPBACK, 0)), socket);
    const Address name = bench.nameOf(socket);
    for (const Call& call : {calls::dup(), calls::fcntl(F_DUPFD_CLOEXEC, 0)}) {
        const RecordedEvent& made = bench.make(call, socket);
        const SocketId copy = made.event.opened;
        QVERIFY(copy != kNoSocket && copy != socket);
        QVERIFY(bench.nameOf(copy) == name);
        bench.make(calls::close(), copy);
    }
    const SocketId copy = bench.make(calls::dup(), socket).event.opened;
    bench.make(calls::close(), socket);
    QVERIFY(bench.nameOf(copy) == name);
}

void EngineOthersTest::poll_tellsWhoIsReady()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    const RecordedEvent& none = bench.make(calls::poll({entry(near, POLLIN), entry(far, POLLIN)}, 0), near);
    QCOMPARE(none.result() + ' ' + noteOf(none), "0 Timeout"s);
    bench.make(calls::send("x"), near);
    const RecordedEvent& one
        = bench.make(calls::poll({entry(near, POLLIN | POLLOUT), entry(far, POLLIN)}, 0), near);
    const auto details = one.call().details;
    const auto& entries = std::get<PollDetails>(details).entries;
    QCOMPARE(one.result(), "2"s);
    QCOMPARE(int {entries[0].revents}, POLLOUT);
    QCOMPARE(int {entries[1].revents}, POLLIN);
    QVERIFY(entries[1].socket == far);
}

void EngineOthersTest::poll_sleepsUntilOneIs()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    const Ticket waits = bench.post(calls::poll({entry(far, POLLIN)}, -1), far);
    QVERIFY(bench.isBlocked(waits));
    bench.make(calls::send("x"), near);
    QCOMPARE(bench.result(waits), "1"s);
    bench.make(calls::recv(1), far);
    const Ticket cancelled = bench.post(calls::poll({entry(far, POLLIN)}, -1), far);
    QVERIFY(bench.isBlocked(cancelled));
    bench.cancel(cancelled);
    QCOMPARE(bench.result(cancelled), "-1 EINTR"s);
}

void EngineOthersTest::closedSocket_isPolledAsNone()
{
    EngineBench bench;
    const SocketId closed = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::close(), closed);
    const RecordedEvent& done = bench.make(calls::poll({entry(closed, POLLIN)}, 0));
    QCOMPARE(done.result(), "0"s); // a negative number is passed over (poll(2))
}

void EngineOthersTest::queues_areCounted()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const support::Pair pair = support::connectedPair(bench, "ipv4", folder);
    bench.make(calls::send("hello"), pair.near);
    QVERIFY(support::eventually(
        [&] { return bench.make(calls::ioctl(FIONREAD), pair.far).call().arguments[2] == 5; }));
    QCOMPARE(bench.resultOf(calls::ioctl(0x12345678), pair.far), "-1 ENOTTY"s);
}

void EngineOthersTest::datagramPeer_isTakenAway()
{
    EngineBench bench;
    const SocketId server = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::bind(Address::ipv4(INADDR_LOOPBACK, 0)), server);
    const SocketId client = bench.socket(AF_INET, SOCK_DGRAM);
    bench.make(calls::connect(bench.nameOf(server)), client);
    QCOMPARE(bench.resultOf(calls::getpeername(), client), "0"s);
    const sa_family_t unspec = AF_UNSPEC;
    std::vector<std::byte> bytes(sizeof(sockaddr));
    std::memcpy(bytes.data(), &unspec, sizeof unspec);
    QCOMPARE(bench.resultOf(calls::connect(Address::fromBytes(bytes)), client), "0"s);
    QCOMPARE(bench.resultOf(calls::getpeername(), client), "-1 ENOTCONN"s);
}

void EngineOthersTest::autobind_givesAName()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_SEQPACKET);
    QCOMPARE(bench.resultOf(calls::bind(Address::unixUnnamed()), socket), "0"s);
    QCOMPARE(bench.nameOf(socket).abstractName().size(), std::size_t {5}); // unix(7)
}

void EngineOthersTest::name_isLookedUp()
{
    EngineBench bench;
    const RecordedEvent& done = bench.make(calls::getaddrinfo(named("127.0.0.1", "80")));
    QCOMPARE(done.result(), "0"s);
    const auto found = std::get<LookUpDetails>(done.call().details).found;
    QCOMPARE(found.size(), std::size_t {1});
    QCOMPARE(addressText(found[0].address), "127.0.0.1:80"s);
    QCOMPARE(found[0].type, int {SOCK_STREAM});
}

void EngineOthersTest::name_thatIsNone()
{
    EngineBench bench;
    LookUpDetails wanted = named("no such host", "80");
    wanted.flags = AI_NUMERICHOST;
    const RecordedEvent& done = bench.make(calls::getaddrinfo(wanted));
    QCOMPARE(done.result(), "-2 EAI_NONAME"s);
}

// Where the name server is silent: the caller sleeps, and is called back; what is found later is dropped.
void EngineOthersTest::lookUp_isCancelled()
{
    support::HookedSyscalls kernel([](CallId, int) {});
    EngineBench bench(kernel);
    LookUpDetails silent = named("sockscope.invalid", "80");
    const Ticket looks = bench.post(calls::getaddrinfo(silent));
    bench.cancel(looks);
    const std::string result = bench.result(looks);
    // A resolver that answers at once may come first; what matters is that it returns.
    QVERIFY2(result == "-11 EAI_SYSTEM EINTR" || result.starts_with("-"), result.c_str());
}

QTEST_APPLESS_MAIN(EngineOthersTest)
#include "engine_others_test.moc"

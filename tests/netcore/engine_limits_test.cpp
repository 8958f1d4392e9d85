// At the limit of descriptors, of this process (EMFILE) and of the system (ENFILE): calls say so, nothing is
// lost, and it goes on when there is room again. And races that a user can make: cancel against completion,
// numbers in messages and poll sets against close().

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <sys/resource.h>
#include <vector>

#include "netcore/sys/faulty_syscalls.h"
#include "tests/support/loopback.h"
#include "tests/support/process_counts.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::Pair;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

constexpr int kRounds = 200;

// No descriptor is free as long as it lives. The limit is the process's own, and is given back.
class NoDescriptorsLeft {
public:
    NoDescriptorsLeft()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        // Somebody (the sampler) may have a file open just now: what it closes then is taken too.
        rlimit low = m_before;
        low.rlim_cur = 0;
        m_isSet = ::setrlimit(RLIMIT_NOFILE, &low) == 0;
    }
    ~NoDescriptorsLeft() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoDescriptorsLeft(const NoDescriptorsLeft&) = delete;
    NoDescriptorsLeft& operator=(const NoDescriptorsLeft&) = delete;
    bool isSet() const { return m_isSet; }

private:
    rlimit m_before {};
    bool m_isSet = false;
};

// Each ticket has returned once.
bool eachReturnedOnce(support::EventRecorder& recorder)
{
    recorder.drain();
    std::map<Ticket, int> returned;
    for (const RecordedEvent& recorded : recorder.all()) {
        if (recorded.event.kind == EventKind::Call && recorded.event.ticket != kNoTicket) {
            ++returned[recorded.event.ticket];
        }
    }
    return !returned.empty() && number(returned.rbegin()->first) == returned.size()
        && std::ranges::all_of(returned, [](const auto& row) { return row.second == 1; });
}

Call passing(const std::vector<SocketId>& sockets)
{
    MessageDetails message;
    message.bufferSizes = {1};
    message.control.push_back({SOL_SOCKET, SCM_RIGHTS, {}, sockets});
    return calls::sendmsg("x", message);
}

Call receiving(int flags = 0)
{
    MessageDetails room;
    room.bufferSizes = {16};
    room.controlRoom = CMSG_SPACE(4 * sizeof(int));
    return calls::recvmsg(room, flags);
}

MessageDetails messageOf(const RecordedEvent& recorded)
{
    const CallRecord record = recorded.call();
    const auto* message = std::get_if<MessageDetails>(&record.details);
    return message == nullptr ? MessageDetails() : *message;
}

}

// The sanitizer of undefined behaviour looks at memory through a pipe: without a descriptor for it, it takes
// all objects for damaged.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitizerNeedsDescriptors = true;
#else
constexpr bool kSanitizerNeedsDescriptors = false;
#endif

class EngineLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void processLimit_isTold();
    void processLimit_acceptGoesOnAfterwards();
    void processLimit_descriptorsInAMessageAreCut();
    void systemLimit_isTold();
    void passedWhileClosed_isTheSocketOrNone();
    void polledWhileClosed_isTheSocketOrNone();
    void cancelRacingWithCompletion_data();
    void cancelRacingWithCompletion();
    void cancelRacingWithRoomToSend();
    void cancelRacingWithRoomToConnect();
};

void EngineLimitsTest::processLimit_isTold()
{
    if (kSanitizerNeedsDescriptors) {
        QSKIP("the sanitizer itself needs descriptors: the other builds run this");
    }
    const std::size_t before = support::openDescriptors();
    {
        EngineBench bench;
        const SocketId old = bench.socket(AF_INET, SOCK_STREAM);
        {
            const NoDescriptorsLeft limit;
            QVERIFY(limit.isSet());
            QCOMPARE(bench.resultOf(calls::socket(AF_INET, SOCK_STREAM)), "-1 EMFILE"s);
            QCOMPARE(bench.resultOf(calls::socketpair(AF_UNIX, SOCK_STREAM)), "-1 EMFILE"s);
            QCOMPARE(bench.resultOf(calls::dup(), old), "-1 EMFILE"s);
            // Whoever looks at sockets, threads and holders finds no file to open: the calls go on.
            QCOMPARE(bench.resultOf(calls::bind(Address::ipv4(0x7f000001, 0)), old), "0"s);
            const Address name = bench.nameOf(old);
            QCOMPARE(bench.resultOf(calls::listen(1), old), "0"s);
            QCOMPARE(bench.resultOf(calls::connect(name), old), "-1 EISCONN"s);
        }
        QVERIFY(bench.socket(AF_INET, SOCK_STREAM) != kNoSocket);
        QVERIFY(eachReturnedOnce(bench.recorder()));
    }
    QVERIFY(support::eventually([&] { return support::openDescriptors() == before; }));
}

void EngineLimitsTest::processLimit_acceptGoesOnAfterwards()
{
    if (kSanitizerNeedsDescriptors) {
        QSKIP("the sanitizer itself needs descriptors: the other builds run this");
    }
    EngineBench bench;
    const SocketId server = support::listener(bench, Address::ipv4(0x7f000001, 0));
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::connect(bench.nameOf(server)), client), "0"s);
    {
        const NoDescriptorsLeft limit;
        QCOMPARE(bench.resultOf(calls::accept(), server), "-1 EMFILE"s); // and the connection waits on
        QCOMPARE(bench.resultOf(calls::accept4(SOCK_NONBLOCK), server), "-1 EMFILE"s);
    }
    QVERIFY(bench.accept(server) != kNoSocket);
}

// The message comes, its descriptors don't: MSG_CTRUNC says so (recv(2)).
void EngineLimitsTest::processLimit_descriptorsInAMessageAreCut()
{
    if (kSanitizerNeedsDescriptors) {
        QSKIP("the sanitizer itself needs descriptors: the other builds run this");
    }
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    QCOMPARE(bench.resultOf(passing({far}), near), "1"s);
    {
        const NoDescriptorsLeft limit;
        const RecordedEvent& came = bench.make(receiving(), far);
        QCOMPARE(came.result(), "1"s);
        QVERIFY(messageOf(came).opened.empty());
        QVERIFY((messageOf(came).flags & MSG_CTRUNC) != 0);
    }
    QCOMPARE(bench.resultOf(passing({far}), near), "1"s);
    QCOMPARE(messageOf(bench.make(receiving(), far)).opened.size(), std::size_t {1});
}

void EngineLimitsTest::systemLimit_isTold()
{
    LinuxSyscalls linux;
    const Fault full {Fault::Kind::Fail, ENFILE};
    FaultySyscalls kernel(
        linux, {{{CallId::Accept, 1, 1, 1000, full}, {CallId::Socket, 3, 1, 1000, full}}, 1, {}});
    EngineBench bench(kernel);
    const SocketId server = support::listener(bench, Address::ipv4(0x7f000001, 0));
    const SocketId client = bench.socket(AF_INET, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::connect(bench.nameOf(server)), client), "0"s);
    QCOMPARE(bench.resultOf(calls::socket(AF_INET, SOCK_STREAM)), "-1 ENFILE"s);
    QCOMPARE(bench.resultOf(calls::accept(), server), "-1 ENFILE"s);
    QVERIFY(bench.accept(server) != kNoSocket);
    QVERIFY(eachReturnedOnce(bench.recorder()));
}

// A number that is passed while its socket is closed and another one made: the socket itself, or EBADF.
void EngineLimitsTest::passedWhileClosed_isTheSocketOrNone()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    int passed = 0;
    for (int round = 0; round < kRounds; ++round) {
        const SocketId given = bench.socket(AF_INET, SOCK_DGRAM);
        const Ticket sends = bench.post(passing({given}), near);
        const Ticket closes = bench.post(calls::close(), given);
        const Ticket opens = bench.post(calls::socket(AF_UNIX, SOCK_STREAM));
        const std::string sent = bench.result(sends);
        QVERIFY2(sent == "1" || sent == "-1 EBADF", sent.c_str());
        QCOMPARE(bench.result(closes), "0"s);
        bench.make(calls::close(), bench.done(opens).event.opened);
        if (sent == "1") {
            ++passed;
            const auto opened = messageOf(bench.make(receiving(), far)).opened;
            QCOMPARE(opened.size(), std::size_t {1});
            QCOMPARE(opened.front().domain, AF_INET); // the one that was meant, not who had its number next
            QCOMPARE(bench.resultOf(calls::close(), opened.front().id), "0"s);
        }
    }
    qInfo("%d of %d were passed before the close()", passed, kRounds);
}

// The new socket at the old number has data to read; the old one never had.
void EngineLimitsTest::polledWhileClosed_isTheSocketOrNone()
{
    EngineBench bench;
    for (int round = 0; round < kRounds; ++round) {
        const SocketId old = bench.socket(AF_INET, SOCK_DGRAM);
        const Ticket polls = bench.post(calls::poll({{old, -1, POLLIN, 0}}, 0));
        const Ticket closes = bench.post(calls::close(), old);
        const Ticket opens = bench.post(calls::socket(AF_INET, SOCK_STREAM)); // POLLHUP at once
        QCOMPARE(bench.result(polls), "0"s);
        QCOMPARE(bench.result(closes), "0"s);
        bench.make(calls::close(), bench.done(opens).event.opened);
    }
}

void EngineLimitsTest::cancelRacingWithCompletion_data()
{
    QTest::addColumn<std::string>("name");
    for (const char* name : {"recv", "read", "recvmsg", "poll", "accept"}) {
        QTest::newRow(name) << std::string(name);
    }
}

// What ends it and what cancels it come at once: one of the two is its result, and what was sent is not lost.
void EngineLimitsTest::cancelRacingWithCompletion()
{
    QFETCH(std::string, name);
    const TemporaryFolder folder;
    EngineBench bench;
    const Pair pair = support::connectedPair(bench, "path", folder);
    const SocketId server = support::listener(bench, support::placeFor("abstract", folder, "server"));
    const Address place = bench.nameOf(server);
    const std::map<std::string, Call> blocking {{"recv", calls::recv(1)}, {"read", calls::read(1)},
        {"recvmsg", receiving()}, {"poll", calls::poll({{pair.near, -1, POLLIN, 0}}, -1)},
        {"accept", calls::accept()}};
    int interrupted = 0;
    for (int round = 0; round < kRounds; ++round) {
        const bool accepts = name == "accept";
        const SocketId client = accepts ? bench.socket(AF_UNIX, SOCK_STREAM) : pair.far;
        const Ticket sleeps = bench.post(blocking.at(name), accepts ? server : pair.near);
        QVERIFY(bench.isBlocked(sleeps));
        const Ticket ends = bench.post(accepts ? calls::connect(place) : calls::send("x"), client);
        bench.cancel(sleeps);
        const RecordedEvent& done = bench.done(sleeps);
        QVERIFY2(done.event.result >= 0 || done.event.error == EINTR, done.line().c_str());
        QVERIFY2(bench.result(ends) == (accepts ? "0" : "1"), bench.result(ends).c_str());
        const bool wasTaken = done.event.result >= 0 && name != "poll";
        interrupted += done.event.error == EINTR ? 1 : 0;
        if (accepts) {
            const SocketId made = wasTaken ? done.event.opened : bench.accept(server);
            QCOMPARE(bench.resultOf(calls::close(), made), "0"s);
            QCOMPARE(bench.resultOf(calls::close(), client), "0"s);
        } else {
            QCOMPARE(bench.resultOf(calls::recv(9, MSG_DONTWAIT), pair.near), wasTaken ? "-1 EAGAIN"s : "1"s);
        }
    }
    QVERIFY(eachReturnedOnce(bench.recorder()));
    qInfo("%d of %d were interrupted", interrupted, kRounds);
}

void EngineLimitsTest::cancelRacingWithRoomToSend()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const Pair pair = support::connectedPair(bench, "path", folder);
    for (int round = 0; round < kRounds; ++round) {
        support::fill(bench, pair.near);
        const Ticket sleeps = bench.post(calls::send("x"), pair.near);
        QVERIFY(bench.isBlocked(sleeps));
        const Ticket takes = bench.post(calls::recv(1 << 20), pair.far);
        bench.cancel(sleeps);
        const std::string sent = bench.result(sleeps);
        QVERIFY2(sent == "1" || sent == "-1 EINTR", sent.c_str());
        QVERIFY(bench.done(takes).event.result > 0);
    }
    QVERIFY(eachReturnedOnce(bench.recorder()));
}

// UNIX: an interrupted connect() has not connected, and is made again (unlike TCP's, which goes on).
void EngineLimitsTest::cancelRacingWithRoomToConnect()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const SocketId server = support::listener(bench, support::placeFor("path", folder, "full"), 0);
    const Address place = bench.nameOf(server);
    SocketId waits = bench.socket(AF_UNIX, SOCK_STREAM);
    QCOMPARE(bench.resultOf(calls::connect(place), waits), "0"s); // the queue is full
    for (int round = 0; round < kRounds; ++round) {
        const SocketId client = bench.socket(AF_UNIX, SOCK_STREAM);
        const Ticket sleeps = bench.post(calls::connect(place), client);
        QVERIFY(bench.isBlocked(sleeps));
        const Ticket accepts = bench.post(calls::accept(), server);
        bench.cancel(sleeps);
        const std::string connected = bench.result(sleeps);
        QVERIFY2(connected == "0" || connected == "-1 EINTR", connected.c_str());
        if (connected != "0") {
            QCOMPARE(bench.resultOf(calls::connect(place), client), "0"s);
        }
        bench.make(calls::close(), bench.done(accepts).event.opened);
        bench.make(calls::close(), waits);
        waits = client;
    }
    QVERIFY(eachReturnedOnce(bench.recorder()));
}

QTEST_APPLESS_MAIN(EngineLimitsTest)
#include "engine_limits_test.moc"

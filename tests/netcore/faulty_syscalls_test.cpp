// Faults by plan: which call they hit, and what becomes of it.

#include <netdb.h>
#include <sys/uio.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "netcore/names/call_errors.h"
#include "netcore/names/constants.h"
#include "netcore/sys/faulty_syscalls.h"
#include "netcore/sys/linux_syscalls.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using namespace std::chrono_literals;

namespace {

struct Bench {
    explicit Bench(FaultPlan plan, int type = SOCK_STREAM) : kernel(linux, std::move(plan))
    {
        int pair[2] {-1, -1};
        ::socketpair(AF_UNIX, type, 0, pair);
        near = OwnedFd(pair[0]);
        far = OwnedFd(pair[1]);
    }
    std::string send(std::string_view text)
    {
        return told(kernel.send(near.get(), text.data(), text.size(), MSG_DONTWAIT));
    }
    std::string recv(std::size_t size)
    {
        std::string data(size, '\0');
        const CallResult result = kernel.recv(far.get(), data.data(), size, MSG_DONTWAIT);
        return result.ok() ? data.substr(0, static_cast<std::size_t>(result.value)) : told(result);
    }
    static std::string told(const CallResult& result)
    {
        return result.ok() ? std::to_string(result.value) : "-1 " + errnoText(result.error);
    }

    LinuxSyscalls linux;
    FaultySyscalls kernel;
    OwnedFd near;
    OwnedFd far;
};

FaultRule rule(
    std::optional<CallId> call, const Fault& fault, std::uint64_t first = 1, std::uint64_t times = 1)
{
    return {call, first, times, 1000, fault};
}
Fault fails(int error)
{
    return {Fault::Kind::Fail, error};
}

}

class FaultySyscallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noPlan_changesNothing();
    void nthCall_fails();
    void anyCall_counts();
    void firstRule_wins();
    void afterIt_itWasMade();
    void openingCalls_openNothing();
    void close_alwaysFreesTheNumber();
    void sizes_areCut();
    void messages_areCut();
    void delay_waits();
    void pretends_withoutACall();
    void lots_followTheSeed();
    void getaddrinfo_hasItsOwnCodes();
    void everyCall_hasErrors();
};

void FaultySyscallsTest::noPlan_changesNothing()
{
    Bench bench({});
    QCOMPARE(bench.send("hello"), "5"s);
    QCOMPARE(bench.recv(100), "hello"s);
    QCOMPARE(bench.kernel.calls(), (std::vector {CallId::Send, CallId::Recv}));
    QCOMPARE(bench.kernel.faults(), std::uint64_t {0});
}

void FaultySyscallsTest::nthCall_fails()
{
    Bench bench({{rule(CallId::Send, fails(ENOBUFS), 2, 2)}, 1, {}});
    QCOMPARE(bench.send("a"), "1"s);
    QCOMPARE(bench.recv(1), "a"s);
    QCOMPARE(bench.send("b"), "-1 ENOBUFS"s);
    QCOMPARE(bench.send("c"), "-1 ENOBUFS"s);
    QCOMPARE(bench.send("d"), "1"s);
    QCOMPARE(bench.recv(100), "d"s);
    QCOMPARE(bench.kernel.faults(), std::uint64_t {2});
}

void FaultySyscallsTest::anyCall_counts()
{
    Bench bench({{rule({}, fails(EINTR), 2)}, 1, {}});
    QCOMPARE(bench.send("a"), "1"s);
    QCOMPARE(bench.recv(1), "-1 EINTR"s);
    QCOMPARE(bench.recv(1), "a"s);
}

void FaultySyscallsTest::firstRule_wins()
{
    Bench bench(
        {{rule(CallId::Send, fails(EPIPE)), rule({}, fails(EINTR), 1, FaultySyscalls::kForever)}, 1, {}});
    QCOMPARE(bench.send("a"), "-1 EPIPE"s);
    QCOMPARE(bench.send("a"), "-1 EINTR"s);
    QCOMPARE(bench.recv(1), "-1 EINTR"s);
}

void FaultySyscallsTest::afterIt_itWasMade()
{
    Bench bench({{rule(CallId::Send, {Fault::Kind::FailAfter, EINTR})}, 1, {}});
    QCOMPARE(bench.send("a"), "-1 EINTR"s);
    QCOMPARE(bench.recv(100), "a"s);
}

void FaultySyscallsTest::openingCalls_openNothing()
{
    Bench bench({{rule({}, {Fault::Kind::FailAfter, EMFILE}, 1, FaultySyscalls::kForever)}, 1, {}});
    const int next = ::dup(bench.near.get());
    ::close(next);
    int pair[2] {-1, -1};
    QCOMPARE(bench.told(bench.kernel.socket(AF_UNIX, SOCK_STREAM, 0)), "-1 EMFILE"s);
    QCOMPARE(bench.told(bench.kernel.socketpair(AF_UNIX, SOCK_STREAM, 0, pair)), "-1 EMFILE"s);
    QCOMPARE(bench.told(bench.kernel.dup(bench.near.get())), "-1 EMFILE"s);
    const OwnedFd now(::dup(bench.near.get()));
    QCOMPARE(now.get(), next);
}

void FaultySyscallsTest::close_alwaysFreesTheNumber()
{
    for (const auto kind : {Fault::Kind::Fail, Fault::Kind::FailAfter, Fault::Kind::Pretend}) {
        Bench bench({{rule(CallId::Close, {kind, EIO})}, 1, {}});
        const int number = ::dup(bench.near.get());
        bench.kernel.close(number);
        QCOMPARE(::close(number), -1);
    }
}

void FaultySyscallsTest::sizes_areCut()
{
    Bench bench({{rule(CallId::Send, {Fault::Kind::Shorten, 0, 2}),
                     rule(CallId::Send, {Fault::Kind::Halve}, 2), rule(CallId::Recv, {Fault::Kind::Shorten})},
        1, {}});
    QCOMPARE(bench.send("abc"), "2"s);
    QCOMPARE(bench.send("cde"), "2"s);
    QCOMPARE(bench.recv(100), "a"s);
    QCOMPARE(bench.recv(100), "bcd"s);
}

void FaultySyscallsTest::messages_areCut()
{
    Bench bench(
        {{rule(CallId::Sendmsg, {Fault::Kind::Shorten, 0, 3}), rule(CallId::Recvmsg, {Fault::Kind::Halve})},
            1, {}});
    std::string one = "ab";
    std::string two = "cd";
    std::vector<iovec> buffers {{one.data(), 2}, {two.data(), 2}};
    msghdr message {};
    message.msg_iov = buffers.data();
    message.msg_iovlen = buffers.size();
    QCOMPARE(bench.kernel.sendmsg(bench.near.get(), &message, MSG_DONTWAIT).value, std::int64_t {3});
    one = two = "--";
    QCOMPARE(bench.kernel.recvmsg(bench.far.get(), &message, MSG_DONTWAIT).value, std::int64_t {2});
    QCOMPARE(one + two, "ab--"s);
    QVERIFY(message.msg_iov == buffers.data() && buffers.back().iov_len == 2);
}

void FaultySyscallsTest::delay_waits()
{
    std::vector<std::chrono::nanoseconds> waits;
    Fault late {Fault::Kind::Delay};
    late.delay = 3ms;
    Fault forEver = late;
    forEver.delay = 100h;
    Bench bench({{rule(CallId::Send, late), rule(CallId::Recv, forEver)}, 1,
        [&](std::chrono::nanoseconds delay) { waits.push_back(delay); }});
    QCOMPARE(bench.send("a"), "1"s);
    QCOMPARE(bench.recv(1), "a"s);
    QVERIFY((waits == std::vector<std::chrono::nanoseconds> {3ms, FaultySyscalls::kLongestDelay}));
}

void FaultySyscallsTest::pretends_withoutACall()
{
    constexpr int kNoDescriptor = 1'000'000'000;
    Fault answer {Fault::Kind::Pretend};
    answer.value = 3;
    Fault number {Fault::Kind::Pretend};
    number.value = kNoDescriptor;
    Bench bench({{rule(CallId::Send, answer), rule(CallId::Dup, number)}, 1, {}});
    QCOMPARE(bench.send("abc"), "3"s);
    QCOMPARE(bench.recv(100), "-1 EAGAIN"s);
    const OwnedFd real(static_cast<int>(bench.kernel.dup(bench.near.get()).value));
    QVERIFY(real.get() != kNoDescriptor); // a made-up number would be somebody's
}

void FaultySyscallsTest::lots_followTheSeed()
{
    const auto pattern = [](std::uint32_t seed) {
        FaultRule half = rule(CallId::Recv, fails(EIO), 1, FaultySyscalls::kForever);
        half.perMille = 500;
        Bench bench({{half}, seed, {}});
        std::string text;
        for (int i = 0; i < 64; ++i) {
            text += bench.recv(1) == "-1 EIO" ? 'x' : '.';
        }
        return text;
    };
    QCOMPARE(pattern(7), pattern(7));
    QVERIFY(pattern(7) != pattern(8));
    const auto hits = std::ranges::count(pattern(7), 'x');
    QVERIFY(hits > 8 && hits < 56);
}

void FaultySyscallsTest::getaddrinfo_hasItsOwnCodes()
{
    Bench bench(
        {{rule(CallId::Getaddrinfo, fails(EAI_AGAIN)), rule(CallId::Getaddrinfo, fails(EIO), 2)}, 1, {}});
    std::vector<FoundAddress> found;
    QCOMPARE(bench.kernel.getaddrinfo({}, found).value, std::int64_t {EAI_AGAIN});
    const CallResult system = bench.kernel.getaddrinfo({}, found);
    QVERIFY(system.value == EAI_SYSTEM && system.error == EIO);
}

void FaultySyscallsTest::everyCall_hasErrors()
{
    for (const CallDescription& call : allCalls()) {
        QVERIFY2(plausibleErrors(call.id).size() >= 3, call.name.data());
        for (const int error : plausibleErrors(call.id)) {
            QVERIFY(call.id == CallId::Getaddrinfo ? error < 0 : errnoText(error).starts_with('E'));
        }
    }
}

QTEST_APPLESS_MAIN(FaultySyscallsTest)
#include "faulty_syscalls_test.moc"

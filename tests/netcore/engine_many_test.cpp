// Looking at sockets must not cost more than it may, nor be in anybody's way.

#include <charconv>
#include <dirent.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include "netcore/base/clock.h"
#include "netcore/engine/thread_state.h"
#include "tests/support/loopback.h"
#include "tests/support/process_counts.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

constexpr std::size_t kMany = 5'000;

bool mayOpen(std::size_t wanted)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max < wanted + 100) {
        return false;
    }
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

std::size_t threadsAsleepIn(long systemCall)
{
    std::size_t count = 0;
    DIR* tasks = ::opendir("/proc/self/task");
    while (const dirent* entry = tasks == nullptr ? nullptr : ::readdir(tasks)) {
        const std::string_view name = entry->d_name;
        pid_t tid = 0;
        std::from_chars(name.data(), name.data() + name.size(), tid);
        count += tid != 0 && asleepIn(tid, systemCall) ? 1U : 0U;
    }
    if (tasks != nullptr) {
        ::closedir(tasks);
    }
    return count;
}

std::vector<SocketId> openMany(EngineBench& bench, std::size_t count)
{
    std::vector<SocketId> sockets;
    for (std::size_t n = 0; n < count; ++n) {
        sockets.push_back(bench.socket(AF_INET, SOCK_DGRAM));
    }
    return sockets;
}

}

class EngineManyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looks_stayWithinTheirBudget();
    void call_isFollowedByFewLooks();
    void cancel_doesNotWaitForAStalledConsumer();
    void stalledConsumer_losesNoLastState();
};

void EngineManyTest::looks_stayWithinTheirBudget()
{
    if (!mayOpen(kMany)) {
        QSKIP("this process may not open 5,000 sockets");
    }
    EngineBench bench;
    const auto sockets = openMany(bench, kMany);
    QVERIFY(bench.seesState(sockets.back(), [](const KernelView&) { return true; }));
    // However long this takes: so many looks in so many ticks, and two that have begun. While nothing changes
    // ticks are longer and have as much more to do.
    const std::uint64_t began = monotonicNow();
    const std::uint64_t before = bench.engine().looks();
    QVERIFY(support::eventually([&] { return bench.engine().looks() >= before + kMany; }));
    const std::uint64_t looks = bench.engine().looks() - before;
    const std::uint64_t ticks = (monotonicNow() - began) / 100'000'000 + 8;
    QVERIFY(looks <= ticks * Sampler::kLooksPerTick);

    const Ticket sleeps = bench.post(calls::recv(1), sockets[kMany / 2]);
    QVERIFY(bench.isBlocked(sleeps));
    const std::uint64_t looksAtCancel = bench.engine().looks();
    bench.cancel(sleeps);
    QCOMPARE(bench.result(sleeps), "-1 EINTR"s);
    QVERIFY(bench.engine().looks() - looksAtCancel < kMany); // it did not wait for a round
}

void EngineManyTest::call_isFollowedByFewLooks()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto sockets = openMany(bench, 200);
    const auto [near, far] = support::datagramPair(bench, "ipv4", folder);
    const Address name = bench.nameOf(far);
    const std::uint64_t began = monotonicNow();
    const std::uint64_t before = bench.engine().looks();
    for (int n = 0; n < 100; ++n) {
        bench.make(calls::sendto("x", name), near);
        bench.make(calls::recv(1), far);
    }
    const std::uint64_t ticks = (monotonicNow() - began) / 100'000'000 + 8;
    QVERIFY(bench.engine().looks() - before <= 200 * 3 + ticks * Sampler::kLooksPerTick);
    QVERIFY(bench.seesState(far, [](const KernelView& view) { return view.receiveQueue > 0; }));
    QVERIFY(!sockets.empty());
}

void EngineManyTest::cancel_doesNotWaitForAStalledConsumer()
{
    EngineBench bench;
    const std::size_t others = threadsAsleepIn(SYS_recvfrom);
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    // From here on nobody takes events. Three actors open more sockets than the sampler's ring has room for.
    for (std::size_t n = 0; n < 3 * 500; ++n) {
        bench.post(calls::socket(AF_INET, SOCK_DGRAM), {}, ActorId {static_cast<std::uint16_t>(n % 3 + 1)});
    }
    QVERIFY(
        support::eventually([&] { return bench.engine().looks() > EventStream::kDefaultCapacity + 100; }));
    for (int round = 0; round < 50; ++round) {
        const Ticket sleeps = bench.post(calls::recv(1), socket, ActorId {9});
        QVERIFY(support::eventually([&] { return threadsAsleepIn(SYS_recvfrom) == others + 1; }));
        bench.cancel(sleeps);
        QVERIFY(support::eventually([&] { return threadsAsleepIn(SYS_recvfrom) == others; }));
    }
}

void EngineManyTest::stalledConsumer_losesNoLastState()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    for (std::size_t n = 0; n < 3 * 500; ++n) {
        bench.post(calls::socket(AF_INET, SOCK_DGRAM), {}, ActorId {static_cast<std::uint16_t>(n % 3 + 1)});
    }
    QVERIFY(
        support::eventually([&] { return bench.engine().looks() > EventStream::kDefaultCapacity + 100; }));
    const Ticket closes = bench.post(calls::close(), near, ActorId {9});
    const Ticket closesToo = bench.post(calls::close(), far, ActorId {9});
    const auto before = bench.engine().looks();
    QVERIFY(support::eventually([&] { return bench.engine().looks() > before + 100; }));
    // The consumer is back.
    QCOMPARE(bench.result(closes) + bench.result(closesToo), "00"s);
    const auto isOver = [](const KernelView& view) {
        return view.presence == Presence::Gone || view.tcpState == 6; // TCP_TIME_WAIT
    };
    QVERIFY(bench.seesState(near, isOver) && bench.seesState(far, isOver));
}

QTEST_APPLESS_MAIN(EngineManyTest)
#include "engine_many_test.moc"

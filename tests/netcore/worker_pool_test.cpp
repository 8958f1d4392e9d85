#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <unistd.h>

#include "netcore/engine/worker_pool.h"
#include "tests/support/event_recorder.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using support::eventually;

namespace {

// A pool whose calls are the test's own.
class PoolBench {
public:
    using Make = std::function<void(Ticket, const Command&)>;
    explicit PoolBench(Make make)
        : PoolBench(
            [make](Ticket ticket, const Command& command, std::atomic<bool>&) { make(ticket, command); })
    {
    }
    explicit PoolBench(WorkerPool::Caller caller) : m_pool([caller] { return caller; }, [] {}) { }
    ~PoolBench() { m_pool.stop(); }
    PoolBench(const PoolBench&) = delete;
    PoolBench& operator=(const PoolBench&) = delete;

    WorkerPool& pool() { return m_pool; }
    Ticket post(std::uint16_t actor)
    {
        Command command;
        command.call.id = CallId::Recv;
        command.actor = ActorId {actor};
        return m_pool.post(command).value();
    }

private:
    WorkerPool m_pool;
};

// Calls that do not return before they are let go.
struct Gate {
    std::atomic<bool> open = false;
    void wait() const
    {
        while (!open) {
            std::this_thread::yield();
        }
    }
};

}

class WorkerPoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCall_isMadeOnce();
    void tickets_areNeverReused();
    void actor_keepsItsThread();
    void actor_keepsItsThreadWhileTheLastCallIsBeingFinished();
    void overlappingCalls_haveTheirOwnThreads();
    void manyActors_shareThreadsInTheEnd();
    void stoppedPool_takesNothing();
    void stoppedPool_finishesWhatItHas();
    void inFlight_isWhatWasTakenAndHasNotReturned();
    void seenAsleep_isTakenOnce();
    void idleThreads_end();
};

void WorkerPoolTest::everyCall_isMadeOnce()
{
    constexpr int kPosters = 4;
    constexpr int kEach = 500;
    std::mutex mutex;
    std::map<Ticket, int> made;
    PoolBench bench([&](Ticket ticket, const Command&) {
        const std::lock_guard lock(mutex);
        ++made[ticket];
    });
    {
        std::vector<std::jthread> posters;
        for (std::uint16_t p = 0; p < kPosters; ++p) {
            posters.emplace_back([&, p] {
                for (int n = 0; n < kEach; ++n) {
                    bench.post(p);
                }
            });
        }
    }
    QVERIFY(eventually([&] {
        const std::lock_guard lock(mutex);
        return made.size() == kPosters * kEach;
    }));
    const std::lock_guard lock(mutex);
    QVERIFY(std::ranges::all_of(made, [](const auto& row) { return row.second == 1; }));
}

void WorkerPoolTest::tickets_areNeverReused()
{
    PoolBench bench([](Ticket, const Command&) {});
    std::set<Ticket> tickets {kNoTicket};
    for (int n = 0; n < 1000; ++n) {
        QVERIFY(tickets.insert(bench.post(0)).second);
    }
}

void WorkerPoolTest::actor_keepsItsThread()
{
    std::mutex mutex;
    std::map<ActorId, std::set<pid_t>> threads;
    std::atomic<int> count = 0;
    PoolBench bench([&](Ticket, const Command& command) {
        {
            const std::lock_guard lock(mutex);
            threads[command.actor].insert(::gettid());
        }
        ++count;
    });
    for (int n = 0; n < 300; ++n) {
        bench.post(static_cast<std::uint16_t>(n % 3 + 1));
        const auto isIdle = [&] { return count == n + 1 && bench.pool().inFlight().empty(); };
        QVERIFY(eventually(isIdle));
    }
    const std::lock_guard lock(mutex);
    QCOMPARE(threads.size(), std::size_t {3});
    QVERIFY(std::ranges::all_of(threads, [](const auto& row) { return row.second.size() == 1; }));
}

// The result is known before the worker has put the call away: who posts in between still gets the same
// thread.
void WorkerPoolTest::actor_keepsItsThreadWhileTheLastCallIsBeingFinished()
{
    Gate gate;
    std::mutex mutex;
    std::set<pid_t> threads;
    std::atomic<int> made = 0;
    std::atomic<int> known = 0;
    PoolBench bench(WorkerPool::Caller([&](Ticket, const Command&, std::atomic<bool>& returned) {
        {
            const std::lock_guard lock(mutex);
            threads.insert(::gettid());
        }
        returned = true;
        ++known;
        gate.wait();
        ++made;
    }));
    bench.post(1);
    QVERIFY(eventually([&] { return known == 1; }));
    bench.post(1);
    gate.open = true;
    QVERIFY(eventually([&] { return made == 2; }));
    QCOMPARE(threads.size(), std::size_t {1});
}

void WorkerPoolTest::overlappingCalls_haveTheirOwnThreads()
{
    Gate gate;
    std::mutex mutex;
    std::set<pid_t> threads;
    PoolBench bench([&](Ticket, const Command&) {
        {
            const std::lock_guard lock(mutex);
            threads.insert(::gettid());
        }
        gate.wait();
    });
    for (int n = 0; n < 10; ++n) {
        bench.post(1);
    }
    const bool allAtOnce = eventually([&] {
        const std::lock_guard lock(mutex);
        return threads.size() == 10;
    });
    gate.open = true;
    QVERIFY(allAtOnce);
}

void WorkerPoolTest::manyActors_shareThreadsInTheEnd()
{
    std::atomic<int> count = 0;
    PoolBench bench([&](Ticket, const Command&) { ++count; });
    for (int n = 0; n < 200; ++n) {
        bench.post(static_cast<std::uint16_t>(n + 1));
        QVERIFY(eventually([&] { return count == n + 1 && bench.pool().inFlight().empty(); }));
    }
    QVERIFY(bench.pool().threads() <= 17);
}

void WorkerPoolTest::stoppedPool_takesNothing()
{
    PoolBench bench([](Ticket, const Command&) {});
    bench.pool().stop();
    const auto posted = bench.pool().post(Command());
    QVERIFY(!posted.ok());
    QCOMPARE(posted.problem(), ECANCELED);
}

void WorkerPoolTest::stoppedPool_finishesWhatItHas()
{
    Gate gate;
    std::atomic<int> count = 0;
    PoolBench bench([&](Ticket, const Command&) {
        gate.wait();
        ++count;
    });
    for (std::uint16_t actor = 0; actor < 20; ++actor) {
        bench.post(actor);
    }
    bench.pool().stop();
    gate.open = true;
    QVERIFY(eventually([&] { return bench.pool().threads() == 0; }));
    QCOMPARE(count.load(), 20);
}

void WorkerPoolTest::inFlight_isWhatWasTakenAndHasNotReturned()
{
    Gate gate;
    PoolBench bench([&](Ticket, const Command&) { gate.wait(); });
    const Ticket ticket = bench.post(1);
    const bool taken = eventually([&] { return bench.pool().inFlight().size() == 1; });
    const auto calls = bench.pool().inFlight();
    gate.open = true;
    QVERIFY(taken);
    QCOMPARE(calls.front().ticket, ticket);
    QCOMPARE(calls.front().call, CallId::Recv);
    QVERIFY(calls.front().tid != 0 && calls.front().began != 0);
    QVERIFY(eventually([&] { return bench.pool().inFlight().empty(); }));
}

void WorkerPoolTest::seenAsleep_isTakenOnce()
{
    Gate gate;
    PoolBench bench([&](Ticket, const Command&) { gate.wait(); });
    const Ticket ticket = bench.post(9);
    const auto first = bench.pool().takeAsleep(ticket);
    const auto second = bench.pool().takeAsleep(ticket);
    gate.open = true;
    QVERIFY(first.has_value());
    QCOMPARE(first->actor, ActorId {9});
    QVERIFY(!second.has_value());
    QVERIFY(!bench.pool().takeAsleep(Ticket {999}).has_value());
}

void WorkerPoolTest::idleThreads_end()
{
    PoolBench bench([](Ticket, const Command&) {});
    bench.post(1);
    bench.post(2);
    QVERIFY(bench.pool().threads() > 0);
    QVERIFY(eventually([&] { return bench.pool().threads() == 0; }));
    bench.pool().reap();
    bench.post(1); // and begin again
    QCOMPARE(bench.pool().threads(), std::size_t {1});
}

QTEST_APPLESS_MAIN(WorkerPoolTest)
#include "worker_pool_test.moc"

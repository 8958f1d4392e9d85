#include "netcore/engine/worker_pool.h"

#include <algorithm>
#include <csignal>
#include <sched.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "netcore/base/clock.h"

namespace netcore {

namespace {

constexpr std::chrono::seconds kIdleTime {5};

int wakeSignal()
{
    return SIGRTMIN + 4;
} // glibc keeps the first ones for itself

void installWakeHandler()
{
    static const bool installed = [] {
        struct sigaction action { };
        action.sa_handler = [](int) {}; // its arrival is its effect: the call returns EINTR
        return ::sigaction(wakeSignal(), &action, nullptr) == 0;
    }();
    static_cast<void>(installed);
}

// Only the wake signal may reach a worker: SIGINT, SIGTERM and SIGCHLD must not cut a user's call short, and
// SIGPIPE must not end the program (send(2) still returns EPIPE).
void blockOtherSignals()
{
    sigset_t others;
    ::sigfillset(&others);
    for (const int open : {wakeSignal(), SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) {
        ::sigdelset(&others, open);
    }
    ::pthread_sigmask(SIG_SETMASK, &others, nullptr);
}

}

WorkerPool::WorkerPool(MakeCaller makeCaller, std::function<void()> changed)
    : m_makeCaller(std::move(makeCaller)), m_changed(std::move(changed))
{
    installWakeHandler();
}

WorkerPool::~WorkerPool()
{
    stop();
    for (const auto& worker : m_workers) {
        worker->thread.join();
    }
}

Outcome<Ticket, int> WorkerPool::post(Command command)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
        return ECANCELED;
    }
    const Ticket ticket {++m_lastTicket};
    CallInFlight call {ticket, command.socket, command.call.id, 0, 0, false, false, namedIn(command.call)};
    if (Worker* finishing = finishingWorkerOf(command.actor)) {
        finishing->next = Pending {std::move(command), std::move(call)};
        return ticket;
    }
    Worker* worker = idleWorkerFor(command.actor);
    int error = 0;
    if (worker == nullptr && (worker = startWorker(error)) == nullptr) {
        return error;
    }
    worker->servedLast = command.actor;
    worker->command = std::move(command);
    worker->call = std::move(call);
    worker->wake.notify_one();
    return ticket;
}

WorkerPool::Worker* WorkerPool::startWorker(int& error)
{
    auto fresh = std::make_unique<Worker>();
    Worker* worker = fresh.get();
    try {
        worker->thread = std::thread([this, worker] { serve(*worker); }); // it waits for the lock first
    } catch (const std::system_error& failure) {
        error = failure.code().value();
        return nullptr;
    }
    m_workers.push_back(std::move(fresh));
    return worker;
}

WorkerPool::Worker* WorkerPool::finishingWorkerOf(ActorId actor)
{
    for (const auto& worker : m_workers) {
        if (actor != kNoActor && worker->servedLast == actor && worker->command && !worker->next
            && worker->returned.load()) {
            return worker.get();
        }
    }
    return nullptr;
}

WorkerPool::Worker* WorkerPool::idleWorkerFor(ActorId actor)
{
    Worker* found = nullptr;
    for (const auto& worker : m_workers) {
        if (worker->ended || worker->command) {
            continue;
        }
        if (worker->servedLast == actor) {
            return worker.get();
        }
        if (found == nullptr || worker->servedLast == kNoActor) {
            found = worker.get();
        }
    }
    // Another actor's thread stays that actor's, as long as threads are cheap.
    const bool mayTake = found != nullptr && (found->servedLast == kNoActor || m_workers.size() > 16);
    return mayTake ? found : nullptr;
}

void WorkerPool::serve(Worker& worker)
{
    blockOtherSignals();
    const Caller make = m_makeCaller();
    while (takeNext(worker)) {
        m_changed();
        make(worker.call.ticket, *worker.command, worker.returned); // post() leaves these two alone meanwhile
        const bool wasCancelled = finish(worker);
        if (wasCancelled) {
            ::sched_yield(); // back from the kernel, a late wake signal has been delivered: it can't hit the
                             // next call
        }
        m_changed();
    }
}

bool WorkerPool::takeNext(Worker& worker)
{
    std::unique_lock lock(m_mutex);
    worker.wake.wait_for(lock, kIdleTime, [&] { return worker.command.has_value() || m_stopping; });
    if (!worker.command) {
        worker.ended = true;
        return false;
    }
    worker.returned = false;
    worker.call.tid = ::gettid();
    worker.call.began = monotonicNow();
    return true;
}

bool WorkerPool::finish(Worker& worker)
{
    const std::lock_guard lock(m_mutex);
    const bool wasCancelled = worker.call.cancelled;
    worker.command.reset();
    worker.call = {};
    if (auto next = std::exchange(worker.next, std::nullopt)) {
        worker.command = std::move(next->command);
        worker.call = next->call;
    }
    return wasCancelled;
}

void WorkerPool::cancel(Ticket ticket)
{
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& worker : m_workers) {
            if (worker->command && worker->call.ticket == ticket) {
                worker->call.cancelled = true;
                signal(*worker); // mostly enough; the watcher repeats it
            }
            if (worker->next && worker->next->call.ticket == ticket) {
                worker->next->call.cancelled = true;
            }
        }
    }
    m_changed();
}

void WorkerPool::cancelAll()
{
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& worker : m_workers) {
            worker->call.cancelled |= worker->command.has_value();
            if (worker->next) {
                worker->next->call.cancelled = true;
            }
        }
    }
    m_changed();
}

std::vector<CallInFlight> WorkerPool::inFlight() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<CallInFlight> calls;
    for (const auto& worker : m_workers) {
        if (worker->command && worker->call.tid != 0) {
            calls.push_back(worker->call);
        }
    }
    return calls;
}

std::optional<Command> WorkerPool::takeAsleep(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& worker : m_workers) {
        if (worker->command && worker->call.ticket == ticket && !worker->call.seenAsleep) {
            worker->call.seenAsleep = true;
            return worker->command;
        }
    }
    return std::nullopt;
}

void WorkerPool::signal(const Worker& worker)
{
    if (worker.call.tid != 0) {
        ::tgkill(::getpid(), worker.call.tid, wakeSignal());
    }
}

void WorkerPool::lookAgain(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& worker : m_workers) {
        if (worker->command && worker->call.ticket == ticket) {
            worker->call.seenAsleep = false;
        }
    }
}

std::size_t WorkerPool::wake()
{
    const std::lock_guard lock(m_mutex);
    std::size_t count = 0;
    for (const auto& worker : m_workers) {
        if (worker->command && worker->call.cancelled) {
            ++count;
            signal(*worker);
        }
    }
    return count;
}

std::size_t WorkerPool::threads() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(
        std::ranges::count(m_workers, false, [](const auto& w) { return w->ended; }));
}

void WorkerPool::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    for (const auto& worker : m_workers) {
        worker->wake.notify_one();
    }
}

void WorkerPool::reap()
{
    std::vector<std::unique_ptr<Worker>> ended;
    {
        const std::lock_guard lock(m_mutex);
        const auto alive = std::stable_partition(
            m_workers.begin(), m_workers.end(), [](const auto& worker) { return !worker->ended; });
        std::move(alive, m_workers.end(), std::back_inserter(ended));
        m_workers.erase(alive, m_workers.end());
    }
    for (const auto& worker : ended) {
        worker->thread.join(); // it has left its last lock: this takes no time
    }
}

}

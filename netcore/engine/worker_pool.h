// The threads that make calls: one for each call in flight.
//
// Threads: post(), cancel() and the questions may come from any thread and never wait for a call. A worker
// makes one call at a time, as slow as the kernel lets it be, and holds no lock meanwhile. It is used again,
// first for the actor that it served last (so an actor keeps its thread), and ends after a few idle seconds.
// One mutex guards the pool's lists; it is held for moments only.
//
// Waking: a call that sleeps is interrupted by a signal to its thread whose handler does nothing and was
// installed without SA_RESTART, so the call returns -1 EINTR (signal(7)). A signal that arrives just before
// the thread has entered the kernel is lost, so wake() is repeated until the call has returned. It is sent
// under the mutex and only while that very call is in flight, and the worker lets it be delivered before it
// takes the next call: it never hits another one.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "netcore/base/ids.h"
#include "netcore/base/outcome.h"
#include "netcore/engine/call.h"

namespace netcore {

struct CallInFlight {
    Ticket ticket = kNoTicket;
    SocketId socket = kNoSocket;
    CallId call = CallId::None;
    pid_t tid = 0;
    std::uint64_t began = 0; // when the worker took it
    bool cancelled = false; // somebody wants it back
    bool seenAsleep = false;
    std::vector<SocketId> named {}; // further sockets that the call uses
};

class WorkerPool {
public:
    // One for each worker, made on its thread: makes the calls that are posted to it. `returned` is to be set
    // when the call has come back, before anybody can know its result: who then posts for the same actor gets
    // the same thread.
    using Caller = std::function<void(Ticket, const Command&, std::atomic<bool>& returned)>;
    using MakeCaller = std::function<Caller()>;

    // `changed` is called after a call was taken or has returned, from any thread, without the lock.
    WorkerPool(MakeCaller makeCaller, std::function<void()> changed);
    ~WorkerPool(); // stop() must have been called

    // The problem is an errno: no thread could be started (pthread_create(3): EAGAIN).
    Outcome<Ticket, int> post(Command command);
    void cancel(Ticket ticket);
    void cancelAll();

    std::vector<CallInFlight> inFlight() const;
    // The command of a call that is still in flight, and marks it as seen asleep: nothing the second time.
    std::optional<Command> takeAsleep(Ticket ticket);
    void lookAgain(Ticket ticket); // it could not be told: it has not been seen asleep
    // Sends the signal to those that are cancelled and still in flight; returns how many.
    std::size_t wake();

    std::size_t threads() const;
    // No new calls; workers end when their call has returned. Does not wait.
    void stop();
    // Frees the threads that have ended.
    void reap();

private:
    struct Pending {
        Command command;
        CallInFlight call;
    };
    struct Worker {
        std::thread thread;
        std::condition_variable wake;
        std::optional<Command> command; // from post() until the call has returned
        CallInFlight call; // ticket none: idle
        std::optional<Pending>
            next; // posted when that call had returned, but its worker was not done with it
        std::atomic<bool> returned = false; // the call in flight; the one member that is not guarded
        ActorId servedLast = kNoActor;
        bool ended = false;
    };
    Worker* startWorker(int& error);
    void serve(Worker& worker);
    bool takeNext(Worker& worker);
    bool finish(Worker& worker);
    Worker* finishingWorkerOf(ActorId actor);
    Worker* idleWorkerFor(ActorId actor);
    static void signal(const Worker& worker);

    const MakeCaller m_makeCaller;
    const std::function<void()> m_changed;

    mutable std::mutex m_mutex; // guards what follows
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::uint32_t m_lastTicket = 0;
    bool m_stopping = false;
};

}

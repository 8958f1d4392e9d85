// Makes calls on real sockets without ever making its caller wait.
//
// post() hands a call to a worker thread (worker_pool.h), which makes it through the traced Syscalls: the
// event of the call is its answer. The engine owns the descriptors: a socket is known by an id that is never
// reused, and a call on one that is closed goes to descriptor -1, never to whatever has its number now. A
// watcher thread (watcher.h) reports calls that sleep and wakes those that are cancelled; a sampler
// (sampler.h) looks at the kernel's view of the sockets. An investigator (inspect/investigator.h) finds out
// about calls that failed.
//
// Threads: all methods may be called by any thread and return at once; the destructor cancels what is in
// flight, waits for it to return (some milliseconds), and closes every socket. `kernel` and `events` must
// outlive the engine.
#pragma once

#include <memory>

#include "netcore/base/outcome.h"
#include "netcore/engine/call.h"
#include "netcore/engine/descriptor_table.h"
#include "netcore/engine/sampler.h"
#include "netcore/engine/watcher.h"
#include "netcore/engine/worker_pool.h"
#include "netcore/events/event_stream.h"
#include "netcore/inspect/investigator.h"
#include "netcore/sys/syscalls.h"

namespace netcore {

class Engine {
public:
    Engine(Syscalls& kernel, EventStream& events);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // The ticket stands in the events of this call. The problem is an errno: no thread could be started for
    // it.
    Outcome<Ticket, int> post(Command command) { return m_pool.post(std::move(command)); }
    // The call returns -1 EINTR soon, or its result if that came first. Nothing happens to one that has
    // returned.
    void cancel(Ticket ticket) { m_pool.cancel(ticket); }

    // Removes a socket file that a finding has called stale, after looking again. A Finding tells how it
    // went.
    void removeStale(Removal removal) { m_investigator.removeStale(std::move(removal)); }

    std::size_t threads() const { return m_pool.threads(); }
    std::uint64_t looks() const { return m_sampler.looks(); } // at sockets, so far

private:
    WorkerPool::Caller makeCaller();
    void make(TracedSyscalls& kernel, Ticket ticket, const Command& command, std::atomic<bool>& returned);
    bool bindsPath(const Command& command) const;
    int numberOf(SocketId socket) const; // -1: it is closed
    int descriptorFor(Ticket ticket, const Command& command);
    void investigate(Ticket ticket, const Command& command, const CallResult& result);
    void letOthersFallAsleep(Ticket ticket, SocketId socket) const;

    Syscalls& m_kernel;
    EventStream& m_events;
    DescriptorTable m_sockets;
    Investigator m_investigator;
    Sampler m_sampler;
    WorkerPool m_pool;
    Watcher m_watcher;
};

}

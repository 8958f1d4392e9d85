// Finds out about calls what their errno does not say: who holds the address, what stands at the path, which
// limit was reached. Each answer is an event (EventKind::Finding) with the ticket of the call.
//
// Threads: one, started with the first question. ask() and removeStale() may be called by any thread; they
// put the question into a short queue and return at once. A question that finds the queue full is dropped: an
// investigation is a help, and never delays a call, a cancel or the end. The thread looks at what the kernel
// tells everybody (sock_diag, rtnetlink, /proc, statx), holds the lock of the descriptor table for a few
// getsockopt() of one socket at a time, and changes nothing; the one thing that it can remove is a stale
// socket file, on request. The destructor ends an investigation between two looks and waits for that
// (milliseconds).
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>

#include "netcore/base/ids.h"
#include "netcore/engine/descriptor_table.h"
#include "netcore/events/event_stream.h"
#include "netcore/inspect/finding.h"

namespace netcore {

// A call that has returned, and the socket it was made on.
struct Question {
    Ticket ticket = kNoTicket;
    SocketId socket = kNoSocket;
    ActorId actor = kNoActor;
    CallId call = CallId::None;
    int error = 0; // 0: it succeeded, perhaps with a surprise
    int domain = 0; // 0: not known, the socket is closed or was never made
    int type = 0;
    Address address; // that the call was given; empty: none
};

struct Removal {
    Ticket ticket = kNoTicket; // of the call that failed because of it
    SocketId socket = kNoSocket;
    std::string path;
    FileIdentity file;
};

class Investigator {
public:
    Investigator(const DescriptorTable& sockets, EventStream& events);
    ~Investigator();
    Investigator(const Investigator&) = delete;
    Investigator& operator=(const Investigator&) = delete;

    // Whether anything can be found out about it.
    static bool cares(const Question& question);
    void ask(Question question);
    // removeStaleSocket() in the background; its event has Quantity::RemovalResult and what is there now.
    void removeStale(Removal removal);

private:
    using Task = std::variant<Question, Removal>;
    void post(Task task);
    void run();
    void handle(const Question& question);
    void handle(const Removal& removal);
    void findHolders(const Question& question, Finding& finding);
    void nameHolders(const Question& question, Finding& finding);
    void publish(Ticket ticket, SocketId socket, ActorId actor, const Finding& finding);

    const DescriptorTable& m_sockets;
    EventStream& m_events;
    std::atomic<bool> m_stopping = false;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::thread m_thread;
};

}

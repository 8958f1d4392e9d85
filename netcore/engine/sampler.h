// Looks at the kernel's own view of the sockets and tells what has changed: State events.
//
// It looks at once at a socket that a call has returned on, at its other end and at who is bound to the
// address that the call named; and at all others in turn, some each tick, so that 5,000 sockets cost no more
// than a few (kLooksPerTick; and never more than a small share of one processor). While nothing changes it
// ticks more slowly. A view is told when a fact has changed (view_facts.h), mere counters once a second. TCP
// connections without a descriptor are followed until they are gone (lingering.h).
//
// It never waits for the consumer of the events: what finds no room is told by a later look. Nobody waits for
// it, but the first call on a socket, shutdown() and close(), for one look.
//
// Threads: a thread of its own does the looking; the methods may be called by any thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "netcore/engine/call.h"
#include "netcore/engine/descriptor_table.h"
#include "netcore/engine/lingering.h"
#include "netcore/engine/option_teller.h"
#include "netcore/engine/socket_index.h"
#include "netcore/events/event_stream.h"
#include "netcore/inspect/look.h"
#include "netcore/inspect/netlink.h"

namespace netcore {

class Sampler {
public:
    Sampler(DescriptorTable& sockets, EventStream& events);
    ~Sampler();
    Sampler(const Sampler&) = delete;
    Sampler& operator=(const Sampler&) = delete;

    // It is about to be made: of connect() the address is needed while it is under way. Of a new socket it
    // waits for the first look: what a call changes is seen against it; and before shutdown() for one, since
    // afterwards the ends of the connection can't be asked for.
    void calling(const Command& command);
    void returned(const Command& command);
    // Returns when it has been looked at. For the thread that will close it.
    TcpEnds lookNow(SocketId socket);
    void closed(SocketId socket, const TcpEnds& ends);

    // Looks so far. Any thread: to see what it costs.
    std::uint64_t looks() const { return m_looks.load(std::memory_order_relaxed); }

    static constexpr std::size_t kLooksPerTick = 256; // each 100 ms

private:
    enum class Reason : std::uint8_t { Call, Turn };
    struct Note {
        SocketId socket = kNoSocket;
        CallId call = CallId::None;
        Address named;
        TcpEnds ends; // of a socket that was closed
        bool returned = false;
    };
    struct UrgentLook { // wanted by a thread that waits for it
        SocketId socket;
        TcpEnds ends;
        bool done = false;
    };
    struct Sampled {
        KnownBefore before; // the view that was told last
        std::uint64_t toldAt = 0; // ns
        std::uint64_t hotUntil = 0; // ns: looked at each tick, since a call was made on it or on its peer
    };
    void run();
    void workOff(std::unique_lock<std::mutex>& lock);
    void serveUrgent();
    void take(const Note& note);
    void rememberTarget(const Note& note);
    void lookAround(SocketId socket, const Address& named);
    void lookAtOtherEnd(const KernelView& view);
    void lookAtNewOnes();
    void lookOnce(SocketId socket);
    bool look(SocketId socket, Reason reason);
    bool isWorthTelling(const Sampled& sampled, const KernelView& view, Reason reason, std::uint64_t now);
    bool tell(SocketId socket, const KernelView& view, Event event);
    std::uint64_t tick(); // returns when the next is due
    void takeTurns(std::size_t count);
    std::size_t lookAtHotOnes(std::size_t most);
    void askLingering();

    DescriptorTable& m_sockets;
    EventStream& m_events;
    EventChannel& m_channel; // used by the thread only

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::condition_variable m_urgentDone;
    std::vector<Note> m_notes;
    std::vector<UrgentLook*> m_urgent; // they belong to the threads that wait
    bool m_stopping = false;
    std::atomic<bool> m_isWaitedFor = false; // m_urgent is not empty

    std::atomic<std::uint64_t> m_looks = 0;
    std::atomic<SocketId> m_newest = kNoSocket; // that was looked at as a new one: older ones were, too

    // The thread's own.
    Netlink m_link;
    SocketIndex m_index;
    LingeringConnections m_lingering;
    OptionTeller m_options {m_sockets, m_channel};
    std::map<SocketId, Sampled> m_known;
    std::vector<SocketId> m_hot;
    std::set<SocketId> m_lookedAt; // for the notes that are being worked off
    SocketId m_cursor = kNoSocket; // whose turn was last
    std::uint64_t m_activeAt = 0; // ns: when something was last told or called
    std::uint64_t m_pause = 0; // ns between ticks
    std::uint32_t m_tid = 0;
    std::thread m_thread; // last: it starts when all else stands
};

}

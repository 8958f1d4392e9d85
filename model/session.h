// One session: the engine that makes calls, the log that they fill, and the fold over it. The facade that the
// window and the command line talk to.
//
// Threads: lives on one thread, its owner's, with an event loop. Calls are made on the engine's threads;
// their events are drained here on a timer, appended to the store, folded into the graph, and told by
// appended(): at most once a tick, however many there are.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>
#include <set>

#include "model/graph/findings.h"
#include "model/graph/socket_graph.h"
#include "model/rows/socket_rows.h"
#include "model/store/event_store.h"
#include "netcore/engine/engine.h"
#include "netcore/sys/linux_syscalls.h"

namespace model {

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    // With another kernel than Linux: a decorator or a fake. It must outlive the session.
    explicit Session(netcore::Syscalls& kernel, QObject* parent = nullptr);
    ~Session() override;

    // For producers beside the engine: each opens a channel of its own.
    netcore::EventStream& events() { return m_events; }
    const EventStore& store() const { return m_store; }
    const SocketGraph& graph() const { return m_graph; }
    const Findings& findings() const { return m_findings; }
    // Where each socket stands in the log: what changes.h asks.
    const SocketRows& socketRows() const { return m_socketRows; }
    // CLOCK_MONOTONIC at the start: times are shown relative to it.
    std::uint64_t startTime() const { return m_startTime; }

    // Returns at once; the event of the call carries the ticket. The problem is an errno: no thread could be
    // started.
    netcore::Outcome<netcore::Ticket, int> post(netcore::Call call,
        netcore::SocketId socket = netcore::kNoSocket, netcore::ActorId actor = netcore::kNoActor);
    void cancel(netcore::Ticket ticket);
    // Removes a socket file that a finding has called stale; netcore looks again first. A Finding of that
    // ticket tells how it went.
    void removeStale(const netcore::Removal& removal);

    netcore::ActorId addActor(const QString& name);
    QString actorName(netcore::ActorId actor) const; // empty for none
    // A remark in the log.
    void note(const QString& text, netcore::SocketId socket = netcore::kNoSocket,
        netcore::ActorId actor = netcore::kNoActor);

    // How often events are fetched: a frame for a window, less for a program that waits for each answer.
    void setTick(std::chrono::milliseconds tick);
    // Fetches what has happened up to now, without waiting for the tick.
    void drain();
    // Cancels what is in flight, closes all sockets and fetches the last events. Nothing can be posted
    // afterwards.
    void finish();

    // Events that are for the user's eyes: all but the kernel's view, which is shown elsewhere.
    std::uint64_t told() const { return m_told; }
    // Events that could not be kept, as the Gap events say. 0, unless the session was ended under full load.
    std::uint64_t lost() const { return m_lost; }
    std::size_t threads() const { return m_engine ? m_engine->threads() : 0; }

Q_SIGNALS:
    // Rows first to first + count - 1 have come; the graph already knows them.
    void appended(quint64 first, quint64 count);
    // Sockets that those rows changed. (netcore's ids are no meta types: ask changedSockets().)
    void socketsChanged();

public:
    // Valid during socketsChanged().
    const std::set<netcore::SocketId>& changedSockets() const { return m_changedSockets; }

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void adaptTick(bool empty);

    netcore::LinuxSyscalls m_linux;
    netcore::EventStream m_events;
    netcore::EventChannel& m_notes; // this thread's own
    std::unique_ptr<netcore::Engine> m_engine;
    EventStore m_store;
    SocketGraph m_graph;
    Findings m_findings;
    SocketRows m_socketRows;
    std::set<netcore::SocketId> m_changedSockets;
    QStringList m_actors;
    std::uint64_t m_startTime;
    std::uint64_t m_told = 0;
    std::uint64_t m_lost = 0;
    QBasicTimer m_timer;
    std::chrono::milliseconds m_tick {};
    int m_emptyTicks = 0;
};

}

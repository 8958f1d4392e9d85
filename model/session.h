// One session: the engine that makes calls, the log that they fill, and the fold over it. The facade that the
// window and the command line talk to. Or one that was saved: the log from a file, and the same fold over it,
// without an engine.
//
// Threads: lives on one thread, its owner's, with an event loop. Calls are made on the engine's threads;
// their events are drained here on a timer, appended to the store, folded into the graph, and told by
// appended(): at most once a tick, however many there are. A file is read chunk by chunk between the other
// work of the thread; its rows are told in the same way.
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
#include "model/store/saved_copy.h"
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

    // A saved session, or one that a crash has left: read-only, for calls as for notes. Its first rows come
    // with the event loop, the others behind them: progressed() tells. Destroying it ends that.
    static netcore::Outcome<std::unique_ptr<Session>, FileProblem> open(
        const std::string& path, QObject* parent = nullptr);
    bool isLive() const { return m_store->file() == nullptr; } // false: it was opened
    bool isRead() const { return !m_reading; } // all rows of the file are there
    Row rowsInFile() const; // that an opened file says it has

    // For producers beside the engine: each opens a channel of its own.
    netcore::EventStream& events() { return m_events; }
    const EventStore& store() const { return *m_store; }
    const SocketGraph& graph() const { return m_graph; }
    const Findings& findings() const { return m_findings; }
    // Where each socket stands in the log: what changes.h asks.
    const SocketRows& socketRows() const { return m_socketRows; }
    // CLOCK_MONOTONIC at the start: times are shown relative to it.
    std::uint64_t startTime() const { return m_start.monotonic; }
    // Nanoseconds since 1970 at that moment.
    std::uint64_t startWallTime() const { return m_start.wall; }

    // --- The file of a live session: kept while it grows, so that a crash loses next to nothing. Before it,
    // and where it fails, the log is in memory only. A new file in that folder; see state_folder.h. 0 or an
    // errno. Once.
    int keepIn(const std::string& folder);
    const std::string& keptFile() const { return m_keptFile; } // empty: memory only
    void setRules(const KeepingRules& rules);

    // --- Saving. A plan can be carried out on a worker (saveCopy() of saved_copy.h); the session must live
    // on. Of an opened session all rows are read first.
    SavePlan planSave();
    void setSaved(const SavePlan& plan, const std::string& path);
    // Here and now; big logs take seconds.
    std::optional<FileProblem> save(const std::string& path, const SaveProgress& progress = {});
    bool isDirty() const; // there is something that the saved or opened file doesn't have
    const std::string& path() const { return m_path; } // where it was saved last, or opened from; or empty

    // --- What is said beside the events (annotations): kept with them. Of an opened session until it is
    // saved.
    void addRecord(Record record);
    const std::vector<Record>& records() const { return m_store->records(); } // the last ones win

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
    // Of an opened session: so many rows have been read, of so many. The last time: isRead().
    void progressed(quint64 rows, quint64 all);
    // Keeping has begun to fail, or works again: store().trouble().
    void keepingChanged();

public:
    // Valid during socketsChanged().
    const std::set<netcore::SocketId>& changedSockets() const { return m_changedSockets; }

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    Session(netcore::Syscalls* kernel, std::unique_ptr<EventStore> opened, QObject* parent);
    void adaptTick(bool empty);
    void takeFile();
    void readOn();
    void foldOn();
    void tellKeeping();

    netcore::LinuxSyscalls m_linux;
    netcore::EventStream m_events;
    netcore::EventChannel& m_notes; // this thread's own
    std::unique_ptr<netcore::Engine> m_engine;
    std::unique_ptr<EventStore> m_store;
    SocketGraph m_graph;
    Findings m_findings;
    SocketRows m_socketRows;
    std::set<netcore::SocketId> m_changedSockets;
    QStringList m_actors;
    FileStart m_start;
    std::string m_keptFile;
    std::string m_path;
    Row m_folded = 0;
    Row m_savedRows = 0;
    std::size_t m_savedAnnotations = 0;
    bool m_reading = false;
    bool m_inTrouble = false;
    std::uint64_t m_told = 0;
    std::uint64_t m_lost = 0;
    QBasicTimer m_timer;
    std::chrono::milliseconds m_tick {};
    int m_emptyTicks = 0;
};

}

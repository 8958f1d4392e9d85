// The moment that is shown: the present, which moves on with the log, or one of the past, which stands still.
// A view that draws graph() and the rows before end() needs no other path for a replay than for live work.
//
// Threads: belongs to the session's thread.
#pragma once

#include <QObject>
#include <optional>
#include <set>

#include "model/graph/graph_history.h"
#include "model/session.h"

namespace model {

class Moment : public QObject {
    Q_OBJECT

public:
    explicit Moment(const Session& session, QObject* parent = nullptr);

    bool isPresent() const { return !m_end; }
    // Rows [0, end) have happened.
    Row end() const { return m_end.value_or(m_session.store().size()); }
    // The fold of them. Of the past it is valid until the next move.
    const SocketGraph& graph() const { return m_past != nullptr ? *m_past : m_session.graph(); }
    // When the last of them happened: ns of CLOCK_MONOTONIC; the session's start before all.
    std::uint64_t time() const;

    // Nothing: the present. Up to some 20 ms, wherever in the log it is.
    void move(std::optional<Row> end);

    // What graph() may say otherwise than before. Valid during socketsChanged().
    const std::set<netcore::SocketId>& changedSockets() const { return m_changed; }
    // The fold as of any row, beside the moment. Valid until the next call.
    const SocketGraph& before(Row row) const { return m_asked.before(m_session.store(), row); }

Q_SIGNALS:
    void moved();
    // The graph has changed: by what happens at present, or because the moment has moved.
    void socketsChanged();

private:
    const Session& m_session;
    GraphHistory m_history;
    GraphHistory::Cursor m_shown {m_history};
    mutable GraphHistory::Cursor m_asked {m_history};
    std::optional<Row> m_end;
    const SocketGraph* m_past = nullptr; // m_shown's
    std::set<netcore::SocketId> m_changed;
};

}

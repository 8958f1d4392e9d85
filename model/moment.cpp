#include "model/moment.h"

#include <algorithm>

namespace model {

namespace {

void addSockets(const SocketGraph& graph, std::set<netcore::SocketId>& sockets)
{
    for (const auto& [id, node] : graph.sockets()) {
        sockets.insert(sockets.end(), id);
    }
}

}

Moment::Moment(const Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::appended, this,
        [this](quint64 first, quint64 count) { m_history.note(m_session.graph(), first + count); });
    connect(&session, &Session::socketsChanged, this, [this] {
        if (isPresent()) {
            m_changed = m_session.changedSockets();
            Q_EMIT socketsChanged();
        }
    });
}

std::uint64_t Moment::time() const
{
    const Row last = end();
    return last == 0 ? m_session.startTime() : m_session.store().event(last - 1).end();
}

void Moment::move(std::optional<Row> end)
{
    if (end) {
        end = std::min(*end, m_session.store().size());
    }
    if (end == m_end) {
        return;
    }
    m_changed.clear();
    addSockets(graph(), m_changed);
    m_end = end;
    m_past = end ? &m_shown.before(m_session.store(), *end) : nullptr;
    addSockets(graph(), m_changed);
    Q_EMIT moved();
    Q_EMIT socketsChanged();
}

}

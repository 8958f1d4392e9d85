#include "model/call_chain.h"

#include <utility>

namespace model {

using namespace netcore;

CallChain::CallChain(Session& session, std::deque<Call> calls, SocketId socket)
    : QObject(&session), m_session(session), m_calls(std::move(calls)), m_socket(socket)
{
    connect(&session, &Session::appended, this, &CallChain::lookAt);
    next();
}

void CallChain::next()
{
    if (m_calls.empty()) {
        Q_EMIT finished(true);
        deleteLater();
        return;
    }
    const auto posted = m_session.post(std::move(m_calls.front()), m_socket);
    m_calls.pop_front();
    m_ticket = posted.ok() ? posted.value() : kNoTicket;
    if (!posted.ok()) {
        Q_EMIT finished(false);
        deleteLater();
    }
}

void CallChain::lookAt(quint64 first, quint64 count)
{
    for (Row row = first; row < first + count && m_ticket != kNoTicket; ++row) {
        const Event event = m_session.store().event(row);
        if (event.ticket != m_ticket || event.kind != EventKind::Call) {
            continue;
        }
        m_ticket = kNoTicket;
        if (event.opened != kNoSocket) {
            m_socket = event.opened;
            Q_EMIT opened();
        }
        if (event.result < 0) {
            Q_EMIT finished(false);
            deleteLater();
            return;
        }
        next();
    }
}

}

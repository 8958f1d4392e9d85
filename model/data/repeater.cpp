#include "model/data/repeater.h"

#include <QTimerEvent>
#include <algorithm>

namespace model {

using namespace netcore;

Repeater::Repeater(Session& session, Post post, QObject* parent)
    : QObject(parent), m_session(session), m_post(std::move(post))
{
    connect(&session, &Session::appended, this, &Repeater::lookFor);
}

void Repeater::start(Call call, SocketId socket, int times, int interval)
{
    stop();
    m_call = std::move(call);
    m_socket = socket;
    m_times = std::max(times, 1);
    m_interval = std::max(interval, 0);
    m_made = 0;
    m_error = 0;
    m_running = true;
    Q_EMIT progressed();
    makeNext();
}

void Repeater::stop()
{
    if (m_running) {
        end(End::Stopped);
    }
}

void Repeater::makeNext()
{
    m_inFlight = m_post(m_call, m_socket);
    if (m_inFlight == kNoTicket) {
        end(End::Failed);
    } else if (m_made + 1 < m_times) {
        m_timer.start(m_interval, Qt::PreciseTimer, this);
    }
}

void Repeater::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        m_timer.stop();
        if (m_running && m_inFlight == kNoTicket) {
            makeNext();
        }
    }
}

void Repeater::lookFor(quint64 first, quint64 count)
{
    if (!m_running || m_inFlight == kNoTicket) {
        return;
    }
    const EventStore& store = m_session.store();
    for (Row row = first; row < first + count; ++row) {
        if (store.kind(row) == EventKind::Call) {
            const Event event = store.event(row);
            if (event.ticket == m_inFlight) {
                returned(event);
                return;
            }
        }
    }
}

void Repeater::returned(const Event& event)
{
    m_inFlight = kNoTicket;
    if (event.result < 0) {
        m_error = event.error;
        end(End::Failed);
        return;
    }
    ++m_made;
    Q_EMIT progressed();
    if (!m_running) {
        return; // a listener has stopped it
    }
    if (m_made == m_times) {
        end(End::Done);
    } else if (!m_timer.isActive()) {
        makeNext(); // it took longer than the interval
    }
}

void Repeater::end(End how)
{
    m_running = false;
    m_inFlight = kNoTicket;
    m_timer.stop();
    Q_EMIT ended(how);
}

}

// Makes one call several times, one after the other: the next is made when the one before has returned and
// the interval is over, never sooner, so that a full buffer doesn't pile up sleeping calls. A failure ends
// it.
//
// Threads: its session's.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <functional>

#include "model/session.h"

namespace model {

class Repeater : public QObject {
    Q_OBJECT

public:
    enum class End : quint8 { Done, Stopped, Failed };

    // `post` makes the call on a socket; no ticket: it could not be made.
    using Post = std::function<netcore::Ticket(const netcore::Call&, netcore::SocketId)>;
    Repeater(Session& session, Post post, QObject* parent = nullptr);

    // Makes the first call at once. `interval`: ms from one call to the next. Ends what was running.
    void start(netcore::Call call, netcore::SocketId socket, int times, int interval);
    // The call that is under way is left to itself.
    void stop();

    bool isRunning() const { return m_running; }
    netcore::SocketId socket() const { return m_socket; }
    int made() const { return m_made; } // calls that have returned well
    int times() const { return m_times; }
    int error() const { return m_error; } // errno of the call that ended it

Q_SIGNALS:
    void progressed(); // made() has changed, or it has begun
    void ended(model::Repeater::End how);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void makeNext();
    void lookFor(quint64 first, quint64 count);
    void returned(const netcore::Event& event);
    void end(End how);

    Session& m_session;
    Post m_post;
    netcore::Call m_call;
    netcore::SocketId m_socket = netcore::kNoSocket;
    netcore::Ticket m_inFlight = netcore::kNoTicket;
    QBasicTimer m_timer; // runs while the interval does
    int m_interval = 0;
    int m_times = 0;
    int m_made = 0;
    int m_error = 0;
    bool m_running = false;
};

}

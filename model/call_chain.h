// Calls one after the other, each made when the one before has returned: socket(), bind(), listen() by one
// click. Stops at the first that fails; what has been made stays.
#pragma once

#include <QObject>
#include <deque>

#include "model/session.h"

namespace model {

class CallChain : public QObject {
    Q_OBJECT

public:
    // Deletes itself when it is over. Calls after one that opens a socket are made on that socket.
    CallChain(
        Session& session, std::deque<netcore::Call> calls, netcore::SocketId socket = netcore::kNoSocket);

    netcore::SocketId socket() const { return m_socket; }

Q_SIGNALS:
    void opened(); // socket() is known
    void finished(bool all); // false: one has failed

private:
    void next();
    void lookAt(quint64 first, quint64 count);

    Session& m_session;
    std::deque<netcore::Call> m_calls;
    netcore::SocketId m_socket;
    netcore::Ticket m_ticket = netcore::kNoTicket;
};

}

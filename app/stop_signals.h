// SIGINT, SIGTERM and SIGHUP as an event of the event loop: the program tidies up and ends.
#pragma once

#include <QObject>

#include "netcore/base/owned_fd.h"

namespace app {

class StopSignals : public QObject {
    Q_OBJECT

public:
    // Before the first thread starts: threads inherit the mask, and signalfd(2) wants the signals blocked
    // everywhere.
    static void block();

    explicit StopSignals(QObject* parent = nullptr);

Q_SIGNALS:
    void stopped(int signal);

private:
    void read();

    netcore::OwnedFd m_fd;
};

}

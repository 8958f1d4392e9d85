// SIGINT and SIGTERM as an event: the handler only writes a byte, the event loop does the rest. A second one
// ends the program at once.
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace cli {

// Whether one has come: for who waits in a write().
bool signalArrived();

class SignalWatch : public QObject {
    Q_OBJECT

public:
    explicit SignalWatch(QObject* parent = nullptr);

    // 0: none has come.
    int number() const;

Q_SIGNALS:
    void arrived();

private:
    QSocketNotifier m_notifier;
};

}

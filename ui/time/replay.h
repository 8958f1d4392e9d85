// Runs through the log's time as it ran, or faster or slower: moves the moment on, event by event as they
// come due.
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

#include "ui/workbench.h"

namespace ui {

class Replay : public QObject {
    Q_OBJECT

public:
    explicit Replay(Workbench& workbench, QObject* parent = nullptr);

    bool isRunning() const { return m_timer.isActive(); }
    double speed() const { return m_speed; } // 1: as it was
    void setSpeed(double speed) { m_speed = speed; }
    // Of a long pause only the last part is waited for.
    bool skipsPauses() const { return m_skipsPauses; }
    void setSkipsPauses(bool skips) { m_skipsPauses = skips; }

    // From the moment that is shown; from the start, where that is the present.
    void start();
    void stop();

Q_SIGNALS:
    void runningChanged();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void goOn(std::uint64_t nanoseconds);

    Workbench& m_workbench;
    QBasicTimer m_timer;
    QElapsedTimer m_since; // the last tick
    double m_speed = 1;
    bool m_skipsPauses = true;
    std::uint64_t m_at = 0; // ns of CLOCK_MONOTONIC, in the log's time
};

}

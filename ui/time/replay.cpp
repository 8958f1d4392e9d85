#include "ui/time/replay.h"

#include <QTimerEvent>

#include "model/throughput/throughput.h"

namespace ui {

namespace {

constexpr int kFrame = 16; // ms
constexpr std::uint64_t kLongestPause = 700'000'000; // ns, as it is seen

}

Replay::Replay(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench) { }

void Replay::start()
{
    if (isRunning() || m_workbench.session().store().size() == 0) {
        return;
    }
    if (m_workbench.isAtPresent()) {
        m_workbench.showMoment(0);
    }
    m_at = m_workbench.moment().time();
    m_since.start();
    m_timer.start(kFrame, Qt::PreciseTimer, this);
    Q_EMIT runningChanged();
}

void Replay::stop()
{
    if (isRunning()) {
        m_timer.stop();
        Q_EMIT runningChanged();
    }
}

void Replay::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        goOn(static_cast<std::uint64_t>(m_since.nsecsElapsed()));
        m_since.restart();
    }
}

void Replay::goOn(std::uint64_t nanoseconds)
{
    const model::EventStore& store = m_workbench.session().store();
    const model::Row next = m_workbench.end();
    if (next >= store.size()) {
        stop();
        m_workbench.showMoment(std::nullopt);
        return;
    }
    m_at += static_cast<std::uint64_t>(static_cast<double>(nanoseconds) * m_speed);
    const auto longest = static_cast<std::uint64_t>(static_cast<double>(kLongestPause) * m_speed);
    const std::uint64_t due = store.event(next).end();
    if (m_skipsPauses && due > longest && m_at < due - longest) {
        m_at = due - longest;
    }
    const model::Row end = model::firstRowAt(store, m_at + 1);
    if (end > next) {
        m_workbench.showMoment(end);
    }
}

}

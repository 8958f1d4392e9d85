#include "model/layout/background_watch.h"

#include <QTimerEvent>

namespace model {

BackgroundWatch::~BackgroundWatch()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void BackgroundWatch::askSoon(int pause)
{
    if (!m_timer.isActive() && !m_thread.joinable()) {
        m_timer.start(pause, this);
    }
}

void BackgroundWatch::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        m_timer.stop();
        ask();
    }
}

void BackgroundWatch::ask()
{
    Search search = nextSearch();
    if (!search) {
        return;
    }
    m_thread = std::thread([this, search = std::move(search)] {
        Take take = search(m_stop);
        QMetaObject::invokeMethod(
            this, [this, take = std::move(take)] { end(take); }, Qt::QueuedConnection);
    });
}

void BackgroundWatch::end(const Take& take)
{
    m_thread.join(); // its last deed was to tell us
    if (take()) {
        Q_EMIT found();
    }
}

}

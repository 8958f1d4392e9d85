// What the kernel is asked again and again for the board, while nobody waits for it: who is at the other end
// of a connection, who stands in a queue.
//
// Threads: belongs to its owner's thread, which has an event loop. A question waits a little, so that several
// come together; then it is searched on a thread of its own, one at a time; what was found is taken on the
// owner's thread again. A search knows only what it was given, never its watch. The destructor waits for the
// search to end, which it stops.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <atomic>
#include <functional>
#include <thread>

namespace model {

class BackgroundWatch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~BackgroundWatch() override;

Q_SIGNALS:
    void found(); // other answers than before

protected:
    using Take
        = std::function<bool()>; // on the owner's thread: puts the answers in place; true: there are others
    using Search = std::function<Take(const std::atomic<bool>& stop)>; // on the search's thread

    void askSoon(int pause); // ms; nothing while a question waits or is searched: ask again when it is taken
    virtual Search nextSearch() = 0; // of all that is to be asked now; none: {}
    void timerEvent(QTimerEvent* event) override;

private:
    void ask();
    void end(const Take& take);

    QBasicTimer m_timer;
    std::thread m_thread;
    std::atomic<bool> m_stop {false};
};

}

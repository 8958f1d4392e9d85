// One clock for all that moves on the board: bytes on cords, meters, cards that glide or fade. It stands
// still while nothing moves, and where the desktop wants no motion.
//
// Threads: the window's.
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <vector>

namespace ui {

class BoardMotion;

// Something that moves. Leaves its clock by itself when it is destroyed.
class Moving {
public:
    explicit Moving(BoardMotion* motion) : m_motion(motion) { }
    virtual ~Moving();
    Moving(const Moving&) = delete;
    Moving& operator=(const Moving&) = delete;

    // One step, at `now` (BoardMotion::now()). False: it has arrived.
    virtual bool advanceTo(qint64 now) = 0;

protected:
    void startMoving();
    bool motionIsWanted() const;
    qint64 motionNow() const;

private:
    friend class BoardMotion;
    BoardMotion* m_motion; // nullptr: it never moves
    bool m_moves = false;
};

class BoardMotion : public QObject {
    Q_OBJECT

public:
    static constexpr int kShort = 200; // ms: motion explains, and is short

    explicit BoardMotion(QObject* parent = nullptr);
    ~BoardMotion() override;

    // Not where the user or the desktop wants that nothing moves; nor where the style has no animations.
    bool isWanted() const;
    void setAllowed(bool allowed) { m_allowed = allowed; } // Theme::moves
    qint64 now() const { return m_time.elapsed(); } // ms
    std::size_t count() const { return m_moving.size(); }

    void add(Moving& item);
    void remove(Moving& item);
    void step(); // all that moves, to where it is now: what the clock does

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    std::vector<Moving*> m_moving; // others': they leave before they go
    bool m_allowed = true;
    QElapsedTimer m_time;
    QBasicTimer m_timer;
};

// 0 to 1 by share of the time, slow at both ends.
qreal eased(qreal share);

}

#include "ui/board/board_motion.h"

#include <QApplication>
#include <QStyle>
#include <QTimerEvent>
#include <algorithm>

namespace ui {

namespace {

constexpr int kFrame = 16; // ms

}

Moving::~Moving()
{
    if (m_motion != nullptr && m_moves) {
        m_motion->remove(*this);
    }
}

void Moving::startMoving()
{
    if (m_motion != nullptr && !m_moves) {
        m_motion->add(*this);
    }
}

bool Moving::motionIsWanted() const
{
    return m_motion != nullptr && m_motion->isWanted();
}

qint64 Moving::motionNow() const
{
    return m_motion != nullptr ? m_motion->now() : 0;
}

BoardMotion::BoardMotion(QObject* parent) : QObject(parent)
{
    m_time.start();
}

BoardMotion::~BoardMotion()
{
    for (Moving* item : m_moving) {
        item->m_motion = nullptr;
    }
}

bool BoardMotion::isWanted() const
{
    return m_allowed && QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

void BoardMotion::add(Moving& item)
{
    item.m_moves = true;
    m_moving.push_back(&item);
    if (!m_timer.isActive()) {
        m_timer.start(kFrame, Qt::PreciseTimer, this);
    }
}

void BoardMotion::remove(Moving& item)
{
    item.m_moves = false;
    std::erase(m_moving, &item);
}

void BoardMotion::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        step();
    }
}

void BoardMotion::step()
{
    const qint64 time = now();
    const std::vector<Moving*> all = m_moving; // an item that arrives may go
    for (Moving* item : all) {
        if (std::ranges::find(m_moving, item) != m_moving.end() && !item->advanceTo(time)) {
            remove(*item);
        }
    }
    if (m_moving.empty()) {
        m_timer.stop();
    }
}

qreal eased(qreal share)
{
    const qreal t = std::clamp(share, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

}

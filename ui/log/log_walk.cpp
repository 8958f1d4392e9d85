#include "ui/log/log_walk.h"

#include <QTimerEvent>
#include <algorithm>

namespace ui {

namespace {

constexpr model::Row kSlice = 16 * model::EventStore::kChunkRows; // rows: about a millisecond

}

void LogWalk::start(const model::EventStore& store, const model::RowList& rows,
    std::vector<netcore::SocketId> sockets, model::Row from, bool forward)
{
    m_timer.stop();
    m_store = &store;
    m_rows = &rows;
    m_sockets = std::move(sockets);
    m_at = forward ? from + 1 : from;
    m_forward = forward;
    goOn();
}

void LogWalk::stop()
{
    m_timer.stop();
}

bool LogWalk::fits(const model::EventStore::Columns& columns, model::Row row) const
{
    const auto i = static_cast<std::size_t>(row - columns.first);
    const auto isOne = [&](netcore::SocketId socket) {
        return socket != netcore::kNoSocket && std::ranges::find(m_sockets, socket) != m_sockets.end();
    };
    if (!isOne(columns.socket[i]) && !isOne(columns.opened[i])) {
        return false;
    }
    const std::uint64_t index = m_rows->indexOf(row);
    return index < m_rows->size() && m_rows->at(index) == row;
}

void LogWalk::goOn()
{
    const model::Row size = m_store->size();
    for (model::Row left = kSlice; left > 0; --left) {
        if (m_forward ? m_at >= size : m_at == 0) {
            m_timer.stop();
            Q_EMIT foundNothing(m_forward);
            return;
        }
        // The columns of a chunk are asked for once, not for each row.
        const model::Row inside = m_forward ? m_at : m_at - 1;
        const model::EventStore::Columns columns = m_store->columns(inside);
        const model::Row end = columns.first + columns.size();
        for (; left > 0 && (m_forward ? m_at < end : m_at > columns.first); --left) {
            const model::Row row = m_forward ? m_at++ : --m_at;
            if (fits(columns, row)) {
                m_timer.stop();
                Q_EMIT found(row);
                return;
            }
        }
        if (left == 0) {
            break;
        }
    }
    m_timer.start(0, this);
}

void LogWalk::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        goOn();
    } else {
        QObject::timerEvent(event);
    }
}

}

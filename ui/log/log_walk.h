// From a row to the next or the previous one of some sockets, among the rows that are shown. A long way is
// gone in slices between two frames; a new walk ends the one before.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <vector>

#include "model/rows/row_list.h"
#include "model/store/event_store.h"

namespace ui {

class LogWalk : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // The store and the list must live until the walk has ended.
    void start(const model::EventStore& store, const model::RowList& rows,
        std::vector<netcore::SocketId> sockets, model::Row from, bool forward);
    void stop();
    bool isUnderWay() const { return m_timer.isActive(); }

Q_SIGNALS:
    void found(quint64 row);
    void foundNothing(bool forward);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void goOn();
    bool fits(const model::EventStore::Columns& columns, model::Row row) const;

    const model::EventStore* m_store = nullptr;
    const model::RowList* m_rows = nullptr;
    std::vector<netcore::SocketId> m_sockets;
    model::Row m_at = 0; // looked at up to here
    bool m_forward = true;
    QBasicTimer m_timer;
};

}

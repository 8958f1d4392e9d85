// What happened at the other end because of a row: who received what it sent, who had sent what it received,
// which accept() took its connect(). Counting a long log takes a while: it goes on in slices between two
// frames, and is kept for the next row of the same conversation.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <optional>

#include "model/graph/row_partners.h"
#include "model/session.h"

namespace ui {

struct RowMatch {
    bool moves = false; // it has sent or received
    bool sends = false;
    bool stream = false;
    bool counting = false; // what follows is not all yet
    bool foreign = false; // the other end is not ours: its calls are not in the log
    model::StreamMatching::Matches matches;
    std::optional<model::Row> partner; // accept() of a connect(), and back
};

class RowMatches : public QObject {
    Q_OBJECT

public:
    explicit RowMatches(const model::Session& session, QObject* parent = nullptr);

    void show(std::optional<model::Row> row);
    // Rows have come: what was sent may have been received.
    void refresh();
    const RowMatch& match() const { return m_match; }

Q_SIGNALS:
    void changed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void look();
    void countOn();

    const model::Session& m_session;
    std::optional<model::Row> m_row;
    std::optional<model::StreamMatching> m_matching; // of the last direction
    RowMatch m_match;
    QBasicTimer m_slices;
};

}

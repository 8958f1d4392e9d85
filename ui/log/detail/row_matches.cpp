#include "ui/log/detail/row_matches.h"

#include <QTimerEvent>

namespace ui {

using namespace netcore;

namespace {

constexpr model::Row kSlice = 65'536; // rows: some milliseconds at most

}

RowMatches::RowMatches(const model::Session& session, QObject* parent) : QObject(parent), m_session(session)
{
}

void RowMatches::show(std::optional<model::Row> row)
{
    m_row = row;
    look();
}

void RowMatches::refresh()
{
    const bool mayChange = m_match.matches.open > 0 || m_match.counting || (m_match.foreign && m_match.moves);
    if (m_row && mayChange) {
        look();
    }
}

void RowMatches::look()
{
    m_slices.stop();
    m_match = {};
    if (!m_row || *m_row >= m_session.store().size()) {
        return;
    }
    const Event event = m_session.store().event(*m_row);
    const bool isCall = event.kind == EventKind::Call && event.result >= 0;
    m_match.sends = isCall && sendsData(event.call);
    m_match.moves = isCall && event.result > 0 && (m_match.sends || receivesData(event.call));
    m_match.partner = model::partnerOf(m_session.store(), m_session.graph(), *m_row);
    auto direction = model::directionOf(m_session.store(), m_session.graph(), *m_row);
    m_match.foreign = m_match.moves && !direction;
    if (!direction) {
        return;
    }
    m_match.stream = direction->stream;
    if (!m_matching || m_matching->direction() != *direction) {
        m_matching.emplace(std::move(*direction));
    }
    countOn();
}

void RowMatches::countOn()
{
    m_match.counting = !m_matching->extend(m_session.store(), kSlice);
    if (m_match.counting && m_matching->counted() <= *m_row) {
        m_slices.start(0, this);
        return;
    }
    m_match.matches = m_matching->matchesOf(m_session.store(), *m_row);
    // The takers of a send stand behind it: until they are found it goes on.
    if (m_match.counting && m_match.matches.open > 0) {
        m_slices.start(0, this);
        return;
    }
    m_match.counting = false;
    m_slices.stop();
}

void RowMatches::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_slices.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    countOn();
    if (!m_match.counting) {
        Q_EMIT changed();
    }
}

}

#include "model/export/session_steps.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "model/scenario/scenario.h"

namespace model {

using namespace netcore;
using Kind = SessionStep::Kind;

namespace {

// How far behind its Blocked row a call's return is looked for.
constexpr Row kFarthestReturn = 4'000'000;
constexpr std::uint64_t kShortestPause = 50'000'000; // ns: below it nobody has waited on purpose

bool isUsers(const Event& event)
{
    return !isObservation(event.kind) && (event.flags & eventFlags::kAutomatic) == 0;
}

bool isCall(const Event& event)
{
    return event.kind == EventKind::Call || event.kind == EventKind::Blocked;
}

// All sockets that a call names.
std::vector<SocketId> namedIn(const EventStore& store, Row row, const Event& event)
{
    std::vector<SocketId> named {event.socket};
    const CallRecord record = store.call(row);
    if (const auto* poll = std::get_if<PollDetails>(&record.details)) {
        for (const PollEntry& entry : poll->entries) {
            named.push_back(entry.socket);
        }
    }
    return named;
}

}

void SessionSteps::take(Row row, std::vector<SessionStep>& steps)
{
    const Event event = m_store.event(row);
    if (!isUsers(event)) {
        return;
    }
    if (event.kind == EventKind::Call) {
        takeCall(row, event, steps);
    } else if (event.kind == EventKind::Blocked) {
        takeBlocked(row, event, steps);
    } else {
        comeBack(event, row, steps);
        const auto data = m_store.data(row);
        const std::string_view text(reinterpret_cast<const char*>(data.data()), data.size());
        const bool agreed = event.kind == EventKind::Note && text.starts_with(scenario::kAgreed);
        const Kind kind = event.kind == EventKind::Gap ? Kind::Gap : agreed ? Kind::Agreed : Kind::Note;
        if (kind == Kind::Note) {
            addPause(event.time, steps);
        }
        steps.push_back({kind, row, row});
    }
    m_lastEnd = std::max(m_lastEnd, event.end());
}

void SessionSteps::takeCall(Row row, const Event& event, std::vector<SessionStep>& steps)
{
    const auto sleeper = m_asleep.find(event.ticket);
    if (event.ticket != kNoTicket && sleeper != m_asleep.end()) {
        sleeper->second.returned = row;
        sleeper->second.end = event.end();
        sleeper->second.opened = openedBy(m_store.call(row), event.opened);
        sleeper->second.interrupted = event.error == EINTR;
        return;
    }
    comeBack(event, row, steps);
    addPause(event.time, steps);
    if (event.error == EINTR) { // it slept, but was not seen to
        for (const Kind kind : {Kind::Begin, Kind::Cancel, Kind::Return}) {
            steps.push_back({kind, row, row});
        }
        return;
    }
    steps.push_back({Kind::Call, row, row});
}

void SessionSteps::takeBlocked(Row row, const Event& event, std::vector<SessionStep>& steps)
{
    if (m_asleep.contains(event.ticket)) {
        return; // told before
    }
    const auto returned = returnOf(row, event.ticket);
    if (returned && m_store.event(*returned).error != EINTR && isAlone(row, *returned)) {
        return; // its own row tells all
    }
    comeBack(event, row, steps);
    addPause(event.time, steps);
    steps.push_back({Kind::Begin, returned.value_or(row), row});
    m_asleep[event.ticket] = {row, event.actor, {}, 0, {}, false};
}

std::optional<Row> SessionSteps::returnOf(Row blocked, Ticket ticket) const
{
    const Row end = std::min(m_store.size(), blocked + kFarthestReturn);
    for (Row row = blocked + 1; row < end;) {
        const auto columns = m_store.columns(row);
        for (std::size_t i = row - columns.first; i < columns.size() && columns.first + i < end; ++i) {
            if (columns.ticket[i] == ticket && columns.kind[i] == EventKind::Call) {
                return columns.first + i;
            }
        }
        row = columns.first + columns.size();
    }
    return std::nullopt;
}

// Nothing happened between, and nothing that began while it slept ended after it.
bool SessionSteps::isAlone(Row blocked, Row returned) const
{
    for (Row row = blocked + 1; row < returned; ++row) {
        if (isUsers(m_store.event(row))) {
            return false;
        }
    }
    const std::uint64_t woke = m_store.event(returned).end();
    for (Row row = returned + 1; row < m_store.size(); ++row) {
        const Event event = m_store.event(row);
        if (isUsers(event) && isCall(event)) {
            return event.time >= woke;
        }
    }
    return true;
}

// Those that had returned when this one began, and those that it needs.
void SessionSteps::comeBack(const Event& before, Row row, std::vector<SessionStep>& steps)
{
    std::vector<SocketId> named;
    if (isCall(before) && !m_asleep.empty()) {
        named = namedIn(m_store, row, before);
    }
    std::vector<Sleeper> back;
    std::erase_if(m_asleep, [&](const auto& entry) {
        const Sleeper& sleeper = entry.second;
        const bool needed = (isCall(before) && before.actor != kNoActor && sleeper.actor == before.actor)
            || std::ranges::find_first_of(sleeper.opened, named) != sleeper.opened.end();
        const bool comes = sleeper.returned && (sleeper.end <= before.time || needed);
        if (comes) {
            back.push_back(sleeper);
        }
        return comes;
    });
    std::ranges::sort(back, {}, &Sleeper::end);
    for (const Sleeper& sleeper : back) {
        addReturn(sleeper, steps);
        m_lastEnd = std::max(m_lastEnd, sleeper.end);
    }
}

void SessionSteps::addReturn(const Sleeper& sleeper, std::vector<SessionStep>& steps)
{
    if (sleeper.interrupted) {
        steps.push_back({Kind::Cancel, *sleeper.returned, sleeper.blocked});
    }
    steps.push_back({Kind::Return, *sleeper.returned, sleeper.blocked});
}

void SessionSteps::addPause(std::uint64_t time, std::vector<SessionStep>& steps) const
{
    if (m_lastEnd != 0 && time > m_lastEnd + kShortestPause) {
        steps.push_back({Kind::Pause, 0, 0, time - m_lastEnd});
    }
}

void SessionSteps::finish(std::vector<SessionStep>& steps)
{
    std::vector<Sleeper> back;
    for (const auto& [ticket, sleeper] : m_asleep) {
        if (sleeper.returned) {
            back.push_back(sleeper);
        }
    }
    std::ranges::sort(back, {}, &Sleeper::end);
    for (const Sleeper& sleeper : back) {
        addReturn(sleeper, steps);
    }
    m_asleep.clear();
}

}

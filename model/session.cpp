#include "model/session.h"

#include <QTimerEvent>

#include "netcore/base/clock.h"
#include "netcore/base/quoted.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::chrono::milliseconds kFrame {16};
// After so many empty ticks the timer slows down: an idle program lets the processor sleep.
constexpr int kIdleTicks = 64;
constexpr int kIdleFactor = 5;

}

Session::Session(QObject* parent)
    : QObject(parent)
    , m_notes(m_events.open())
    , m_engine(std::make_unique<Engine>(m_linux, m_events))
    , m_startTime(monotonicNow())
{
    setTick(kFrame);
}

Session::Session(Syscalls& kernel, QObject* parent)
    : QObject(parent)
    , m_notes(m_events.open())
    , m_engine(std::make_unique<Engine>(kernel, m_events))
    , m_startTime(monotonicNow())
{
    setTick(kFrame);
}

Session::~Session() = default;

Outcome<Ticket, int> Session::post(Call call, SocketId socket, ActorId actor)
{
    if (!m_engine) {
        return ECANCELED;
    }
    adaptTick(false); // an answer will come soon
    return m_engine->post({std::move(call), socket, actor});
}

void Session::cancel(Ticket ticket)
{
    if (m_engine) {
        m_engine->cancel(ticket);
    }
}

void Session::removeStale(const Removal& removal)
{
    if (m_engine) {
        adaptTick(false);
        m_engine->removeStale(removal);
    }
}

ActorId Session::addActor(const QString& name)
{
    m_actors.append(name);
    return ActorId {static_cast<std::uint16_t>(m_actors.size())};
}

QString Session::actorName(ActorId actor) const
{
    return m_actors.value(number(actor) - 1);
}

void Session::note(const QString& text, SocketId socket, ActorId actor)
{
    const QByteArray bytes = text.toUtf8();
    Event event {};
    event.time = m_notes.announceNow();
    event.socket = socket;
    event.actor = actor;
    event.kind = EventKind::Note;
    event.dataSize = static_cast<std::uint32_t>(bytes.size());
    m_notes.publish(
        event, {}, bytesOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

void Session::setTick(std::chrono::milliseconds tick)
{
    m_tick = tick;
    m_emptyTicks = 0;
    m_timer.start(static_cast<int>(tick.count()), Qt::PreciseTimer, this);
}

void Session::adaptTick(bool empty)
{
    if (!empty && m_emptyTicks > kIdleTicks) {
        setTick(m_tick);
    }
    m_emptyTicks = empty ? m_emptyTicks + 1 : 0;
    if (m_emptyTicks == kIdleTicks + 1) {
        m_timer.start(static_cast<int>(m_tick.count()) * kIdleFactor, Qt::CoarseTimer, this);
    }
}

void Session::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        const Row before = m_store.size();
        drain();
        adaptTick(m_store.size() == before);
    }
}

void Session::drain()
{
    const Row first = m_store.size();
    m_events.drain([this](const Event& event, std::span<const std::byte> record) {
        m_store.append(event, record);
        m_told += isObservation(event.kind) ? 0U : 1U;
        m_lost += event.kind == EventKind::Gap ? static_cast<std::uint64_t>(event.result) : 0;
    });
    const Row end = m_store.size();
    if (end == first) {
        return;
    }
    m_socketRows.extend(m_store, first, end);
    m_changedSockets = m_graph.apply(m_store, first, end);
    m_findings.extend(m_store, first, end);
    Q_EMIT appended(first, end - first);
    if (!m_changedSockets.empty()) {
        Q_EMIT socketsChanged();
    }
}

void Session::finish()
{
    m_engine.reset();
    m_timer.stop();
    // The order of events leaves out what is younger than a microsecond: come back for it.
    for (Row before = m_store.size() + 1; before != m_store.size();) {
        before = m_store.size();
        drain();
    }
}

}

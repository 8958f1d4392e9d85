#include "model/session.h"

#include <QTimerEvent>
#include <unistd.h>

#include "netcore/base/clock.h"
#include "netcore/base/quoted.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::chrono::milliseconds kFrame {16};
// After so many empty ticks the timer slows down: an idle program lets the processor sleep.
constexpr int kIdleTicks = 64;
constexpr int kIdleFactor = 5;

FileStart startNow()
{
    timespec wall {};
    ::clock_gettime(CLOCK_REALTIME, &wall);
    return {monotonicNow(),
        static_cast<std::uint64_t>(wall.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(wall.tv_nsec),
        static_cast<std::uint32_t>(::getpid())};
}

}

Session::Session(QObject* parent) : Session(&m_linux, std::make_unique<EventStore>(), parent) { }

Session::Session(Syscalls& kernel, QObject* parent) : Session(&kernel, std::make_unique<EventStore>(), parent)
{
}

Session::Session(Syscalls* kernel, std::unique_ptr<EventStore> store, QObject* parent)
    : QObject(parent), m_notes(m_events.open()), m_store(std::move(store)), m_start(startNow())
{
    if (isLive()) {
        m_engine = std::make_unique<Engine>(*kernel, m_events);
        setTick(kFrame);
    } else {
        takeFile();
    }
}

Session::~Session()
{
    if (isLive()) {
        m_engine.reset();
        m_store->end();
    }
}

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
    const QByteArray bytes = name.toUtf8();
    const auto span = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    m_store->addRecord({RecordKind::Actor, {span.begin(), span.end()}});
    return ActorId {static_cast<std::uint16_t>(m_actors.size())};
}

QString Session::actorName(ActorId actor) const
{
    return m_actors.value(number(actor) - 1);
}

void Session::note(const QString& text, SocketId socket, ActorId actor)
{
    if (!isLive()) {
        return;
    }
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
    if (event->timerId() != m_timer.timerId()) {
        return;
    }
    if (!isLive()) {
        readOn();
        return;
    }
    const Row before = m_store->size();
    drain();
    adaptTick(m_store->size() == before);
}

void Session::drain()
{
    if (!isLive()) {
        return;
    }
    m_events.drain([this](EventBatch batch) { m_store->append(batch); });
    m_store->flush();
    foldOn();
    tellKeeping();
}

void Session::foldOn()
{
    const Row first = m_folded;
    const Row end = m_store->size();
    if (end == first) {
        return;
    }
    m_folded = end;
    for (Row row = first; row < end; ++row) {
        const EventKind kind = m_store->kind(row);
        m_told += isObservation(kind) ? 0U : 1U;
        if (kind == EventKind::Gap) {
            m_lost += static_cast<std::uint64_t>(std::max(m_store->event(row).result, 0));
        }
    }
    m_socketRows.extend(*m_store, first, end);
    m_changedSockets = m_graph.apply(*m_store, first, end);
    m_findings.extend(*m_store, first, end);
    Q_EMIT appended(first, end - first);
    if (!m_changedSockets.empty()) {
        Q_EMIT socketsChanged();
    }
}

void Session::finish()
{
    if (!isLive()) {
        return;
    }
    m_engine.reset();
    m_timer.stop();
    // The order of events leaves out what is younger than a microsecond: come back for it.
    for (Row before = m_store->size() + 1; before != m_store->size();) {
        before = m_store->size();
        drain();
    }
    m_store->end();
    foldOn(); // a last Gap
}

}

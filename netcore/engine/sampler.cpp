#include "netcore/engine/sampler.h"

#include <algorithm>
#include <array>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <utility>

#include "netcore/base/clock.h"
#include "netcore/base/signals.h"
#include "netcore/inspect/view_facts.h"

namespace netcore {

namespace {

constexpr std::uint64_t kMillisecond = 1'000'000;
constexpr std::uint64_t kTick = 100 * kMillisecond;
constexpr std::uint64_t kSlowestTick = 400 * kMillisecond;
constexpr std::uint64_t kHotFor = 500 * kMillisecond;
constexpr std::uint64_t kQuietAfter = 3'000 * kMillisecond;
constexpr std::uint64_t kBetweenMeters = 1'000 * kMillisecond;
constexpr std::uint64_t kShare = 50; // of a processor: at most one part in so many, calls apart

std::uint64_t processorTime()
{
    timespec used {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<std::uint64_t>(used.tv_sec) * 1'000'000'000U
        + static_cast<std::uint64_t>(used.tv_nsec);
}

constexpr std::array<std::uint8_t, 16> kLoopback6 {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

std::chrono::steady_clock::time_point atTime(std::uint64_t monotonic)
{
    // libstdc++'s steady_clock is CLOCK_MONOTONIC. Far away instead of never: waits must not overflow.
    const std::uint64_t latest = monotonicNow() + 86'400'000 * kMillisecond;
    return std::chrono::steady_clock::time_point(std::chrono::nanoseconds(std::min(monotonic, latest)));
}

}

Sampler::Sampler(DescriptorTable& sockets, EventStream& events)
    : m_sockets(sockets)
    , m_events(events)
    , m_channel(events.open())
    , m_link(NETLINK_SOCK_DIAG)
    , m_pause(kTick)
    , m_thread([this] { run(); })
{
}

Sampler::~Sampler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    m_events.retire(m_channel);
}

void Sampler::calling(const Command& command)
{
    // After shutdown() the kernel may no longer name the other end, by which its TIME_WAIT is found.
    if (command.socket > m_newest.load() || command.call.id == CallId::Shutdown) {
        lookNow(command.socket);
    }
    if (command.call.id != CallId::Connect || !command.call.address) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_notes.push_back({command.socket, CallId::Connect, *command.call.address, {}, false});
    }
    m_wake.notify_one();
}

void Sampler::returned(const Command& command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_notes.push_back(
            {command.socket, command.call.id, command.call.address.value_or(Address()), {}, true});
    }
    m_wake.notify_one();
}

TcpEnds Sampler::lookNow(SocketId socket)
{
    UrgentLook wanted {socket, {}, false};
    std::unique_lock lock(m_mutex);
    m_urgent.push_back(&wanted);
    m_isWaitedFor.store(true, std::memory_order_relaxed);
    m_wake.notify_one();
    m_urgentDone.wait(lock, [&] { return wanted.done; });
    return wanted.ends;
}

void Sampler::closed(SocketId socket, const TcpEnds& ends)
{
    {
        const std::lock_guard lock(m_mutex);
        m_notes.push_back({socket, CallId::Close, {}, ends, true});
    }
    m_wake.notify_one();
}

void Sampler::run()
{
    blockAllSignals();
    m_tid = static_cast<std::uint32_t>(::gettid());
    std::uint64_t nextTick = UINT64_MAX;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_notes.empty() || !m_urgent.empty()) {
            workOff(lock);
            nextTick = std::min(nextTick, monotonicNow() + kTick);
        }
        lock.unlock();
        if (monotonicNow() >= m_lingering.nextTime()) {
            askLingering();
        }
        if (monotonicNow() >= nextTick) {
            nextTick = tick();
        }
        lock.lock();
        m_wake.wait_until(lock, atTime(std::min(nextTick, m_lingering.nextTime())),
            [this] { return m_stopping || !m_notes.empty() || !m_urgent.empty(); });
    }
}

void Sampler::workOff(std::unique_lock<std::mutex>& lock)
{
    const std::vector<Note> notes = std::exchange(m_notes, {});
    lock.unlock();
    m_lookedAt.clear(); // all of those calls have returned: one look at each socket is enough
    m_activeAt = notes.empty() ? m_activeAt : monotonicNow();
    lookAtNewOnes();
    for (const Note& note : notes) {
        serveUrgent();
        take(note);
    }
    serveUrgent();
    lock.lock();
}

// Between any two looks: a thread waits.
void Sampler::serveUrgent()
{
    if (!m_isWaitedFor.load(std::memory_order_relaxed)) {
        return;
    }
    std::unique_lock lock(m_mutex);
    while (!m_urgent.empty()) {
        UrgentLook& wanted = *m_urgent.back();
        m_urgent.pop_back();
        lock.unlock();
        if (look(wanted.socket, Reason::Call) && wanted.socket > m_newest.load()) {
            m_options.look(wanted.socket);
        }
        const auto known = m_known.find(wanted.socket);
        lock.lock();
        wanted.ends = known == m_known.end() ? TcpEnds() : known->second.before.ends;
        wanted.done = true;
        m_urgentDone.notify_all();
    }
    m_isWaitedFor.store(false, std::memory_order_relaxed);
}

void Sampler::take(const Note& note)
{
    if (!note.returned) {
        rememberTarget(note);
        return;
    }
    if (note.call == CallId::Close) {
        m_lingering.add(note.socket, note.ends);
        m_lingering.hurry(note.ends.local, note.ends.peer);
    }
    lookAround(note.socket, note.named);
    if (mayChangeOptions(note.call)) {
        m_options.look(note.socket);
    }
}

void Sampler::rememberTarget(const Note& note)
{
    const auto known = m_known.find(note.socket);
    if (known == m_known.end() || !known->second.before.view.peer.isEmpty()) {
        return;
    }
    // connect() to "any address" goes to this machine (ip(7)).
    const bool toAny = note.named.isWildcard();
    const Address here = note.named.family() == AF_INET ? Address::ipv4(INADDR_LOOPBACK, note.named.port())
                                                        : Address::ipv6(kLoopback6, note.named.port());
    known->second.before.ends.peer = toAny ? here : note.named;
}

void Sampler::lookAround(SocketId socket, const Address& named)
{
    const auto known = m_known.find(socket);
    const KernelView last = known == m_known.end() ? KernelView() : known->second.before.view;
    lookAtOtherEnd(last); // it may be another one after the call, or none
    lookOnce(socket);
    if (const auto after = m_known.find(socket); after != m_known.end()) {
        lookAtOtherEnd(KernelView(after->second.before.view));
    }
    for (const SocketId bound : m_index.boundTo(named)) {
        lookOnce(bound);
    }
}

void Sampler::lookAtOtherEnd(const KernelView& view)
{
    const SocketId other = m_index.otherEndOf(view);
    lookOnce(other);
    if (view.peer.isEmpty()) {
        return;
    }
    m_lingering.hurry(view.local, view.peer);
    if (other == kNoSocket) {
        for (const SocketId bound : m_index.boundTo(view.peer)) {
            lookOnce(bound);
        }
    }
}

void Sampler::lookAtNewOnes()
{
    for (const SocketId id : m_sockets.openAfter(m_newest.load())) {
        lookOnce(id);
        m_options.look(id);
        m_newest.store(id);
    }
}

void Sampler::lookOnce(SocketId socket)
{
    serveUrgent();
    if (socket == kNoSocket || !m_lookedAt.insert(socket).second || !look(socket, Reason::Call)) {
        return;
    }
    Sampled& sampled = m_known[socket];
    const std::uint64_t now = monotonicNow();
    if (sampled.hotUntil < now) {
        m_hot.push_back(socket);
    }
    sampled.hotUntil = now + kHotFor;
}

// Returns whether it is open.
bool Sampler::look(SocketId socket, Reason reason)
{
    Sampled& sampled = m_known[socket];
    KernelView view;
    Event event {};
    event.time = monotonicNow();
    m_channel.announce(event.time);
    const bool isOpen = m_sockets.visit(socket, [&](const Descriptor& descriptor) {
        view = lookAt(descriptor, m_link, sampled.before);
        event.took = monotonicNow() - event.time; // before the socket's close(), in the log as well
    });
    m_looks.fetch_add(1, std::memory_order_relaxed);
    if (!isOpen) {
        m_channel.withdraw();
        m_index.remove(socket);
        m_known.erase(socket);
        m_options.forget(socket);
        return false;
    }
    addProgram(view);
    if (view.tcpState >= 0 && !view.local.isEmpty() && !view.peer.isEmpty()) {
        sampled.before.ends = endsOf(view);
    }
    sampled.before.ends.cookie = endsOf(view).cookie;
    if (!isWorthTelling(sampled, view, reason, event.time)) {
        m_channel.withdraw();
        return true;
    }
    m_index.put(socket, view);
    if (tell(socket, view, event)) {
        sampled.before.view = std::move(view);
        sampled.toldAt = event.time;
    }
    return true;
}

bool Sampler::isWorthTelling(const Sampled& sampled, const KernelView& view, Reason reason, std::uint64_t now)
{
    switch (howDifferent(sampled.before.view, view)) {
    case Difference::None:
        return false;
    case Difference::Meters:
        return reason == Reason::Call || now - sampled.toldAt >= kBetweenMeters;
    case Difference::Facts:
        break;
    }
    m_activeAt = now;
    return true;
}

bool Sampler::tell(SocketId socket, const KernelView& view, Event event)
{
    event.socket = socket;
    event.tid = m_tid;
    event.kind = EventKind::State;
    event.flags = eventFlags::kAutomatic;
    return m_channel.tryPublish(event, {}, encode(view));
}

std::uint64_t Sampler::tick()
{
    const std::uint64_t before = processorTime();
    m_options.retry();
    m_lookedAt.clear();
    const std::size_t budget = kLooksPerTick * (m_pause / kTick);
    const std::size_t looked = lookAtHotOnes(budget / 2);
    takeTurns(std::min(budget - looked, m_known.size()));
    if (m_known.empty()) {
        return UINT64_MAX;
    }
    const std::uint64_t now = monotonicNow();
    const bool quiet = now - m_activeAt > kQuietAfter;
    m_pause = quiet ? std::min(m_pause * 2, kSlowestTick) : kTick;
    return now + std::max(m_pause, (processorTime() - before) * kShare);
}

// Returns how many.
std::size_t Sampler::lookAtHotOnes(std::size_t most)
{
    const std::uint64_t now = monotonicNow();
    std::size_t looked = 0;
    std::erase_if(m_hot, [&](SocketId socket) {
        serveUrgent();
        const auto known = m_known.find(socket);
        if (known == m_known.end() || known->second.hotUntil < now) {
            return true;
        }
        if (looked == most) {
            return false; // its turn will come
        }
        ++looked;
        m_lookedAt.insert(socket);
        return !look(socket, Reason::Turn);
    });
    return looked;
}

void Sampler::takeTurns(std::size_t count)
{
    for (; count > 0 && !m_known.empty(); --count) {
        serveUrgent();
        auto next = m_known.upper_bound(m_cursor);
        next = next == m_known.end() ? m_known.begin() : next;
        m_cursor = next->first;
        if (m_lookedAt.insert(m_cursor).second) {
            look(m_cursor, Reason::Turn);
        }
    }
}

void Sampler::askLingering()
{
    const auto announce = [this](std::uint64_t time) { m_channel.announce(time); };
    m_lingering.ask(
        m_link, announce, [this](SocketId socket, const KernelView& view, std::uint64_t lookedAt) {
            Event event {};
            event.time = lookedAt;
            event.took = monotonicNow() - lookedAt;
            return tell(socket, view, event);
        });
    m_channel.withdraw();
}

}

#include "netcore/engine/watcher.h"

#include <algorithm>

#include "netcore/base/clock.h"
#include "netcore/base/quoted.h"
#include "netcore/base/signals.h"
#include "netcore/engine/thread_state.h"

namespace netcore {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kForever = 24h;
constexpr std::chrono::nanoseconds kBetweenWakes = 200us;
// A call is given a moment before anybody asks whether it sleeps; then it is asked ever less often.
constexpr std::chrono::nanoseconds kFirstLook = 100us;
constexpr std::chrono::nanoseconds kLaziestLook = 20ms;
// getaddrinfo() always sleeps, while another thread looks up; told is only what keeps somebody waiting.
constexpr std::chrono::nanoseconds kQuickLookUp = 50ms;
constexpr unsigned kLooksBetweenWakes = 16; // a look costs some 20 us

std::chrono::nanoseconds firstLookAt(CallId call)
{
    return call == CallId::Getaddrinfo ? kQuickLookUp : kFirstLook;
}

}

Watcher::Watcher(WorkerPool& pool, DescriptorTable& sockets, EventStream& events)
    : m_pool(pool), m_sockets(sockets), m_events(events), m_channel(events.open()), m_thread([this] {
        run();
    })
{
}

Watcher::~Watcher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    m_events.retire(m_channel);
}

void Watcher::changed()
{
    {
        const std::lock_guard lock(m_mutex);
        m_changed = true;
    }
    m_wake.notify_one();
}

void Watcher::run()
{
    blockAllSignals();
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_changed = false;
        lock.unlock();
        m_pool.reap();
        const auto nextLook = Clock::now() + lookAfterCalls();
        lock.lock();
        m_wake.wait_until(lock, nextLook, [this] { return m_changed || m_stopping; });
    }
}

Watcher::Nanoseconds Watcher::lookAfterCalls()
{
    Nanoseconds next = kForever;
    unsigned looks = 0;
    for (const CallInFlight& call : m_pool.inFlight()) {
        if (call.seenAsleep) {
            continue;
        }
        const auto age = Nanoseconds(monotonicNow() - call.began);
        const Nanoseconds first = firstLookAt(call.call);
        if (age >= first) {
            reportIfAsleep(call);
            if (++looks % kLooksBetweenWakes == 0) {
                m_pool.wake();
            }
        }
        next = std::min(next, std::clamp(age, kFirstLook, std::max(first, kLaziestLook)));
    }
    return m_pool.wake() > 0 ? std::min(next, kBetweenWakes) : next;
}

void Watcher::reportIfAsleep(const CallInFlight& call)
{
    if (!m_channel.hasRoom()) {
        return; // later: who is to be woken must not wait
    }
    // The time is taken before the look: what is seen asleep now returns later than this.
    const std::uint64_t seen = m_channel.announceNow();
    const auto asleep = asleepIn(call.tid, describe(call.call).kernelNumber);
    const auto command = asleep ? m_pool.takeAsleep(call.ticket) : std::nullopt;
    if (!command) {
        m_channel.withdraw();
        return;
    }
    Event event {};
    event.time = call.began;
    event.took = seen - std::min(seen, call.began);
    event.socket = call.socket;
    event.ticket = call.ticket;
    event.tid = static_cast<std::uint32_t>(call.tid);
    event.call = call.call;
    event.actor = command->actor;
    event.kind = EventKind::Blocked;
    const auto descriptor = m_sockets.find(call.socket);
    const auto numberOf = [this](SocketId id) {
        const auto found = m_sockets.find(id);
        return found ? found->fd : -1;
    };
    std::vector<std::byte> room;
    const auto arguments
        = encode(recordOf(withDescriptors(command->call, numberOf), descriptor ? descriptor->fd : -1), room);
    if (!m_channel.tryPublish(event, arguments, bytesOf(asleep->kernelFunction))) {
        m_pool.lookAgain(call.ticket); // no room for its bytes now
    }
}

}

#include "netcore/engine/watcher.h"

#include <algorithm>
#include <csignal>
#include <unistd.h>
#include <utility>

#include "netcore/base/clock.h"
#include "netcore/base/quoted.h"
#include "netcore/engine/thread_state.h"
#include "netcore/inspect/look.h"
#include "netcore/inspect/view_facts.h"

namespace netcore {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kForever = 24h;
constexpr std::chrono::nanoseconds kBetweenSamples = 100ms;
constexpr std::chrono::nanoseconds kBetweenWakes = 200us;
// A call is given a moment before anybody asks whether it sleeps; then it is asked ever less often.
constexpr std::chrono::nanoseconds kFirstLook = 100us;
constexpr std::chrono::nanoseconds kLaziestLook = 20ms;

void blockAllSignals()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
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
    m_tid = static_cast<std::uint32_t>(::gettid());
    std::unique_lock lock(m_mutex);
    auto nextSample = Clock::now();
    while (!m_stopping) {
        const bool sampleNow = std::exchange(m_changed, false) || Clock::now() >= nextSample;
        lock.unlock();
        m_pool.reap();
        if (sampleNow) {
            nextSample = sampleSockets() ? Clock::now() + kBetweenSamples : Clock::now() + kForever;
        }
        const auto nextLook = Clock::now() + lookAfterCalls();
        lock.lock();
        m_wake.wait_until(lock, std::min(nextLook, nextSample), [this] { return m_changed || m_stopping; });
    }
}

Watcher::Nanoseconds Watcher::lookAfterCalls()
{
    Nanoseconds next = kForever;
    for (const CallInFlight& call : m_pool.inFlight()) {
        if (call.seenAsleep) {
            continue;
        }
        const auto age = Nanoseconds(monotonicNow() - call.began);
        if (age >= kFirstLook) {
            reportIfAsleep(call);
        }
        next = std::min(next, std::clamp(age, kFirstLook, kLaziestLook));
    }
    return m_pool.wake() > 0 ? std::min(next, kBetweenWakes) : next;
}

void Watcher::reportIfAsleep(const CallInFlight& call)
{
    // The time is taken before the look: what is seen asleep now returns later than this.
    const std::uint64_t seen = monotonicNow();
    m_channel.announce(seen);
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
    m_channel.publish(event, arguments, bytesOf(asleep->kernelFunction));
}

bool Watcher::sampleSockets()
{
    const std::vector<SocketId> open = m_sockets.open();
    std::erase_if(
        m_lastViews, [&](const auto& last) { return !std::ranges::binary_search(open, last.first); });
    for (const SocketId id : open) {
        Event event {};
        event.time = monotonicNow();
        m_channel.announce(event.time);
        KernelView view;
        KernelView& last = m_lastViews[id];
        const bool isOpen = m_sockets.visit(id, [&](const Descriptor& descriptor) {
            view = lookAt(descriptor, m_diag, {last, {}});
            event.took = monotonicNow() - event.time; // before the socket's close(), in the log as well
        });
        addProgram(view);
        if (!isOpen || howDifferent(last, view) == Difference::None) {
            m_channel.withdraw();
            continue;
        }
        event.socket = id;
        event.tid = m_tid;
        event.kind = EventKind::State;
        event.flags = eventFlags::kAutomatic;
        m_channel.publish(event, {}, encode(view));
        last = view;
    }
    return !open.empty();
}

}

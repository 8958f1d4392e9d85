// From the threads that make calls to the one that keeps the log: ours, and a queued Qt signal for each
// event.

#include <QCoreApplication>
#include <QObject>
#include <QTimer>
#include <array>
#include <atomic>
#include <sys/mman.h>
#include <thread>
#include <vector>

#include "model/store/event_store.h"
#include "netcore/base/clock.h"
#include "netcore/events/event_stream.h"
#include "tests/bench/all_benches.h"

namespace bench {

using namespace netcore;

namespace {

constexpr std::size_t kArguments = 34; // of a send()
constexpr std::size_t kRing = std::size_t {1} << 18;
constexpr std::uint64_t kFirstSignals = 1'000;
constexpr std::size_t kMemory = std::size_t {1} << 30; // more than a sample takes

struct Made {
    Event event {};
    std::array<std::byte, kArguments> arguments {};

    void next(std::uint64_t time)
    {
        event.time = time;
        event.took = 0;
        event.call = CallId::Send;
        event.kind = EventKind::Call;
        event.result = 64;
    }
};

struct Outcome {
    double rate = 0; // M events a second
    std::uint64_t lost = 0;
};

// Between the first event that counts and the last one: what was touched for the first time before (rings,
// queues, the store's first chunks) is not the way of events.
class Span {
public:
    void begin(std::uint64_t events)
    {
        m_before = events;
        m_began = monotonicNow();
    }
    void end(std::uint64_t events)
    {
        m_events = events - m_before;
        m_taken = monotonicNow() - m_began;
    }
    double rate() const { return static_cast<double>(m_events) / static_cast<double>(m_taken) * 1e3; }

private:
    std::uint64_t m_began = 0;
    std::uint64_t m_taken = 0;
    std::uint64_t m_before = 0;
    std::uint64_t m_events = 0;
};

// A virtual machine may give free memory back to its host, and get it again at ten times the price of a page
// fault: whoever takes memory first after a pause would pay. So it is taken before each sample, by nobody.
void takeMemoryFromTheHost(std::size_t bytes)
{
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) {
        ::madvise(memory, bytes, MADV_HUGEPAGE);
        for (std::size_t page = 0; page < bytes; page += 4'096) {
            static_cast<volatile char*>(memory)[page] = 1;
        }
        ::munmap(memory, bytes);
    }
}

// Until `stop`: how many it has made.
std::uint64_t produce(EventChannel& channel, const std::atomic<bool>& stop)
{
    Made one;
    std::uint64_t count = 0;
    for (; !stop.load(std::memory_order_relaxed); ++count) {
        const std::uint64_t time = monotonicNow();
        channel.announce(time);
        one.next(time);
        channel.publish(one.event, one.arguments, {});
    }
    return count;
}

// Producers make events for `seconds`, the store gets them.
Outcome ours(int producers, double seconds)
{
    EventStream stream;
    model::EventStore store;
    std::atomic<bool> stop = false;
    std::atomic<std::uint64_t> made = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < producers; ++i) {
        threads.emplace_back([&, &channel = stream.open(kRing)] { made += produce(channel, stop); });
    }
    const auto take = [&] { return stream.drain([&store](EventBatch batch) { store.append(batch); }); };
    const auto takeUntil = [&](const auto& enough) { // as the session does it: on a timer, woken by nobody
        while (!enough()) {
            take();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    };
    takeUntil([&] { return store.size() >= kRing * static_cast<std::size_t>(producers); });
    Span span;
    span.begin(store.size());
    const std::uint64_t end = monotonicNow() + static_cast<std::uint64_t>(seconds * 1e9);
    takeUntil([&] { return monotonicNow() >= end; });
    span.end(store.size());
    stop = true;
    for (int idle = 0; idle < 3;) { // who waits for room must get some
        idle = take() == 0 ? idle + 1 : 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    threads.clear();
    while (take() != 0) { }
    return {span.rate(), made - store.size()};
}

class Emitter : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void happened(const netcore::Event& event);
};

Outcome signalled(int producers, double seconds)
{
    model::EventStore store;
    QObject receiver;
    std::atomic<bool> stop = false;
    std::atomic<std::uint64_t> made = 0;
    const std::array<std::byte, kArguments> arguments {};
    std::vector<std::jthread> threads;
    for (int i = 0; i < producers; ++i) {
        threads.emplace_back([&] {
            Emitter emitter;
            QObject::connect(
                &emitter, &Emitter::happened, &receiver,
                [&](const Event& event) { store.append(event, arguments); }, Qt::QueuedConnection);
            Made one;
            std::uint64_t count = 0;
            for (; !stop.load(std::memory_order_relaxed); ++count) {
                one.next(monotonicNow());
                Q_EMIT emitter.happened(one.event);
            }
            made += count;
        });
    }
    while (store.size() < kFirstSignals) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    Span span;
    span.begin(store.size());
    QTimer::singleShot(static_cast<int>(seconds * 1000), &receiver, [&] { stop = true; });
    while (!stop) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    threads.clear();
    while (store.size() < made) { // they all were made in that time, and count
        QCoreApplication::processEvents();
    }
    span.end(store.size());
    return {span.rate(), made - store.size()};
}

}

std::vector<Measured> pipeline(const Settings& settings)
{
    qRegisterMetaType<netcore::Event>("netcore::Event");
    const double seconds = settings.quick ? 0.02 : 0.2;
    std::vector<Measured> all;
    for (const int producers : {1, 2}) {
        std::uint64_t lost = 0;
        Measured measured = compare(
            settings, std::to_string(producers) + (producers == 1 ? " producer" : " producers"), "M events/s",
            [&] {
                takeMemoryFromTheHost(settings.quick ? 0 : kMemory);
                const Outcome outcome = ours(producers, seconds);
                lost += outcome.lost;
                return outcome.rate;
            },
            "a queued Qt signal each",
            [&] {
                takeMemoryFromTheHost(settings.quick ? 0 : kMemory);
                return signalled(producers, seconds).rate;
            });
        measured.demanded = 30;
        measured.remark = std::to_string(lost) + " lost";
        all.push_back(measured);
    }
    return all;
}

}

#include "pipeline_bench.moc"

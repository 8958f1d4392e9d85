// From the threads that make calls to the one that keeps the log: ours, and a queued Qt signal for each
// event.

#include <QCoreApplication>
#include <QObject>
#include <QTimer>
#include <array>
#include <atomic>
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

// Producers make events for `seconds`; the sink counts. M events a second.
struct Outcome {
    double rate = 0;
    std::uint64_t lost = 0;
};

Outcome ours(int producers, double seconds)
{
    EventStream stream;
    model::EventStore store;
    std::atomic<bool> stop = false;
    std::atomic<std::uint64_t> made = 0;
    std::vector<std::jthread> threads;
    const double taken = secondsOf([&] {
        for (int i = 0; i < producers; ++i) {
            threads.emplace_back([&stop, &made, &channel = stream.open(kRing)] {
                Made one;
                std::uint64_t count = 0;
                for (; !stop.load(std::memory_order_relaxed); ++count) {
                    const std::uint64_t time = monotonicNow();
                    channel.announce(time);
                    one.next(time);
                    channel.publish(one.event, one.arguments, {});
                }
                made += count;
            });
        }
        const std::uint64_t end = monotonicNow() + static_cast<std::uint64_t>(seconds * 1e9);
        const auto take = [&] {
            return stream.drain([&store](const Event& event, std::span<const std::byte> record) {
                store.append(event, record);
            });
        };
        while (monotonicNow() < end) { // as the session does it: on a timer, woken by nobody
            take();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        stop = true;
        for (int idle = 0; idle < 3;) { // who waits for room must get some
            idle = take() == 0 ? idle + 1 : 0;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        threads.clear();
        while (take() != 0) { }
    });
    return {static_cast<double>(store.size()) / taken / 1e6, made - store.size()};
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
    const double taken = secondsOf([&] {
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
        QTimer::singleShot(static_cast<int>(seconds * 1000), &receiver, [&] { stop = true; });
        while (!stop) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        threads.clear();
        while (store.size() < made) {
            QCoreApplication::processEvents();
        }
    });
    return {static_cast<double>(store.size()) / taken / 1e6, made - store.size()};
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
                const Outcome outcome = ours(producers, seconds);
                lost += outcome.lost;
                return outcome.rate;
            },
            "a queued Qt signal each", [&] { return signalled(producers, seconds).rate; });
        measured.demanded = 30;
        measured.remark = std::to_string(lost) + " lost";
        all.push_back(measured);
    }
    return all;
}

}

#include "pipeline_bench.moc"

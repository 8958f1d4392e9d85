#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <thread>
#include <vector>

#include "netcore/base/clock.h"
#include "netcore/base/quoted.h"
#include "netcore/events/event_stream.h"
#include "tests/support/event_recorder.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using support::EventRecorder;
using support::eventually;
using support::RecordedEvent;

namespace {

// As TracedSyscalls does it: a call that begins, returns and is told. `n` stands in its result and its data.
void publishNow(EventChannel& channel, std::uint32_t producer, std::int32_t n)
{
    Event event {};
    event.time = monotonicNow();
    channel.announce(event.time);
    event.tid = producer;
    event.result = n;
    event.took = monotonicNow() - event.time;
    const std::array numbers {static_cast<std::int32_t>(producer), n};
    channel.publish(event, {}, std::as_bytes(std::span(numbers)));
}

void publishSized(EventChannel& channel, std::size_t size)
{
    Event event {};
    event.time = monotonicNow();
    channel.announce(event.time);
    channel.publish(event, {}, std::vector<std::byte>(size));
}

Event eventAt(std::uint64_t end, std::int32_t result)
{
    Event event {};
    event.time = end;
    event.result = result;
    return event;
}

// What came out, judged while it comes: memory for a million events is not needed.
struct Judge {
    std::uint64_t lastEnd = 0;
    std::map<std::uint32_t, std::int32_t> next; // by producer
    std::size_t count = 0;
    std::size_t unordered = 0;
    std::size_t lost = 0;
    std::size_t damaged = 0;

    void take(const Event& event, std::span<const std::byte> record)
    {
        ++count;
        unordered += event.end() < lastEnd ? 1U : 0U;
        lastEnd = event.end();
        lost += event.result != next[event.tid]++ ? 1U : 0U;
        const std::array numbers {static_cast<std::int32_t>(event.tid), event.result};
        damaged += std::ranges::equal(record, std::as_bytes(std::span(numbers))) ? 0U : 1U;
    }
};

void drainInto(EventStream& stream, Judge& judge)
{
    stream.drainEach(
        [&](const Event& event, std::span<const std::byte> record) { judge.take(event, record); });
}

}

class EventStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyProducers_areOrderedAndWhole_data();
    void manyProducers_areOrderedAndWhole();
    void newChannels_areOrderedToo();
    void handOver_keepsItsOrder();
    void announced_holdsBackWhatIsLater();
    void event_isHandedOutWithItsParts();
    void fullRing_makesTheProducerWait();
    void fullArena_makesTheProducerWait();
    void largestRecord_comesThrough();
    void close_freesAWaitingProducer();
    void close_leavesAGap();
    void gap_standsBehindWhatWasHandedOut();
    void retiredChannel_isHandedOutAndUsedAgain();
};

void EventStreamTest::manyProducers_areOrderedAndWhole_data()
{
    QTest::addColumn<int>("producers");
    QTest::addColumn<int>("capacity");
    for (const int producers : {1, 2, 3, 4}) {
        for (const int capacity : {1, 8, 1024}) {
            QTest::addRow("%d producers, rings of %d", producers, capacity) << producers << capacity;
        }
    }
}

void EventStreamTest::manyProducers_areOrderedAndWhole()
{
    QFETCH(int, producers);
    QFETCH(int, capacity);
    // Each event of a ring of 1 waits for the other thread: on a busy machine a slice of time of somebody's.
    const std::int32_t each = std::min(5'000, 500 * capacity);
    EventStream stream;
    std::vector<std::jthread> threads;
    for (int p = 0; p < producers; ++p) {
        threads.emplace_back([&, p] {
            EventChannel& channel = stream.open(static_cast<std::size_t>(capacity));
            for (std::int32_t n = 0; n < each; ++n) {
                publishNow(channel, static_cast<std::uint32_t>(p), n);
            }
        });
    }
    const auto all = static_cast<std::size_t>(producers * each);
    Judge judge;
    QVERIFY(eventually([&] {
        drainInto(stream, judge);
        return judge.count >= all;
    }));
    QCOMPARE(judge.count, all);
    QCOMPARE(judge.unordered, std::size_t {0});
    QCOMPARE(judge.lost, std::size_t {0});
    QCOMPARE(judge.damaged, std::size_t {0});
}

// A channel that is opened while drain() has begun must not put its event before what drain() handed out.
void EventStreamTest::newChannels_areOrderedToo()
{
    constexpr int kProducers = 3;
    constexpr std::int32_t kEach = 400;
    EventStream stream;
    std::vector<std::jthread> threads;
    for (std::uint32_t p = 0; p < kProducers; ++p) {
        threads.emplace_back([&, p] {
            for (std::int32_t n = 0; n < kEach; ++n) {
                publishNow(stream.open(1), p, n);
            }
        });
    }
    Judge judge;
    QVERIFY(eventually([&] {
        drainInto(stream, judge);
        return judge.count >= kProducers * kEach;
    }));
    QCOMPARE(judge.unordered, std::size_t {0});
    QCOMPARE(judge.lost, std::size_t {0});
}

// What was over before something else began stands before it.
void EventStreamTest::handOver_keepsItsOrder()
{
    constexpr std::int32_t kRounds = 2'000;
    EventStream stream;
    std::atomic<std::int32_t> turn = 0;
    std::vector<std::jthread> threads;
    for (std::int32_t p = 0; p < 2; ++p) {
        threads.emplace_back([&, p] {
            EventChannel& channel = stream.open(4);
            for (std::int32_t n = p; n < kRounds; n += 2) {
                while (turn.load() != n) {
                    std::this_thread::yield();
                }
                publishNow(channel, 0, n);
                turn.store(n + 1);
            }
        });
    }
    Judge judge;
    QVERIFY(eventually([&] {
        drainInto(stream, judge);
        return judge.count >= kRounds;
    }));
    QCOMPARE(judge.lost, std::size_t {0});
}

void EventStreamTest::announced_holdsBackWhatIsLater()
{
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel& early = stream.open();
    EventChannel& late = stream.open();
    const std::uint64_t now = monotonicNow();
    early.announce(now - 500'000'000);
    late.publish(eventAt(now - 600'000'000, 1), {}, {});
    late.publish(eventAt(now - 400'000'000, 3), {}, {});
    QCOMPARE(recorder.drain(), std::size_t {1});
    QCOMPARE(recorder.drain(), std::size_t {0});
    early.publish(eventAt(now - 450'000'000, 2), {}, {});
    QCOMPARE(recorder.drain(), std::size_t {2});
    QCOMPARE(recorder.all()[1].event.result, 2);
    QCOMPARE(recorder.all()[2].event.result, 3);
}

void EventStreamTest::event_isHandedOutWithItsParts()
{
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel& channel = stream.open();
    channel.publish(eventAt(1, 7), bytesOf("arguments"), bytesOf("data"));
    channel.publish(eventAt(2, 8), {}, {});
    QCOMPARE(recorder.drain(), std::size_t {2});
    const RecordedEvent& event = recorder.all().front();
    QVERIFY(std::ranges::equal(event.arguments(), bytesOf("arguments")));
    QCOMPARE(event.dataText(), std::string("data"));
    QCOMPARE(event.event.payloadSize, std::uint32_t {13});
    QCOMPARE(recorder.all().back().record.size(), std::size_t {0});
}

void EventStreamTest::fullRing_makesTheProducerWait()
{
    EventStream stream;
    EventChannel& channel = stream.open(2);
    std::atomic<std::int32_t> published = 0;
    std::jthread producer([&] {
        for (std::int32_t n = 0; n < 10; ++n) {
            publishNow(channel, 0, n);
            published = n + 1;
        }
    });
    QVERIFY(eventually([&] { return published == 2; }));
    Judge judge;
    QVERIFY(eventually([&] {
        drainInto(stream, judge);
        return judge.count == 10;
    }));
    QCOMPARE(judge.lost, std::size_t {0});
}

void EventStreamTest::fullArena_makesTheProducerWait()
{
    constexpr std::size_t kLarge = std::size_t {40} << 20;
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel& channel = stream.open();
    std::atomic<int> published = 0;
    std::jthread producer([&] {
        for (int n = 0; n < 3; ++n) {
            publishSized(channel, kLarge);
            ++published;
        }
    });
    QVERIFY(eventually([&] { return published == 1; }));
    QVERIFY(recorder.waitFor([&](const RecordedEvent&) { return recorder.all().size() == 3; }) != nullptr);
    QCOMPARE(recorder.all().back().record.size(), kLarge);
}

void EventStreamTest::largestRecord_comesThrough()
{
    constexpr std::size_t kAllOfTheArena = std::size_t {64} << 20;
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel& channel = stream.open();
    std::jthread producer([&] {
        publishSized(channel, 100);
        publishSized(channel, kAllOfTheArena);
        publishSized(channel, 100);
    });
    const bool came
        = recorder.waitFor([&](const RecordedEvent&) { return recorder.all().size() == 3; }) != nullptr;
    stream.close(); // or the producer would never end
    QVERIFY(came);
    QCOMPARE(recorder.all()[1].record.size(), kAllOfTheArena);
}

void EventStreamTest::close_freesAWaitingProducer()
{
    EventStream stream;
    EventChannel& channel = stream.open(1);
    std::atomic<bool> waits = false;
    std::jthread producer([&] {
        publishNow(channel, 0, 0);
        waits = true;
        publishNow(channel, 0, 1);
    });
    QVERIFY(eventually([&] { return waits.load(); }));
    stream.close();
    producer.join();
    EventRecorder recorder(stream);
    QVERIFY(eventually([&] { return recorder.drain(), recorder.all().size() == 2; }));
    QCOMPARE(recorder.all().back().line(), std::string("--- gap of 1 ---"));
}

void EventStreamTest::close_leavesAGap()
{
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel& channel = stream.open(2);
    stream.close();
    for (std::int32_t n = 0; n < 5; ++n) {
        channel.publish(eventAt(static_cast<std::uint64_t>(n) + 1, n), {}, bytesOf("data"));
    }
    recorder.drain();
    QCOMPARE(recorder.all().size(), std::size_t {3});
    QCOMPARE(recorder.all()[0].event.result, 0);
    QCOMPARE(recorder.all()[1].event.result, 1);
    QCOMPARE(recorder.all()[2].line(), std::string("--- gap of 3 ---"));
    recorder.drain();
    QCOMPARE(recorder.all().size(), std::size_t {3});
}

void EventStreamTest::gap_standsBehindWhatWasHandedOut()
{
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel& small = stream.open(1);
    EventChannel& other = stream.open();
    stream.close();
    const std::uint64_t now = monotonicNow();
    other.announce(now - 500'000'000); // something that ended then is still to come
    small.publish(eventAt(now - 600'000'000, 1), {}, {});
    small.publish(eventAt(now - 550'000'000, 2), {}, {}); // lost
    recorder.drain();
    other.publish(eventAt(now - 400'000'000, 3), {}, {});
    recorder.drain();
    QCOMPARE(recorder.lines(), std::string("() = 1\n--- gap of 1 ---\n() = 3\n"));
    std::uint64_t last = 0;
    for (const RecordedEvent& recorded : recorder.all()) {
        QVERIFY(recorded.event.end() >= last);
        last = recorded.event.end();
    }
}

void EventStreamTest::retiredChannel_isHandedOutAndUsedAgain()
{
    EventStream stream;
    EventRecorder recorder(stream);
    EventChannel* first = nullptr;
    std::jthread([&] {
        first = &stream.open();
        publishNow(*first, 0, 0);
        stream.retire(*first);
    }).join();
    std::jthread([&] {
        EventChannel& second = stream.open();
        publishNow(second, 0, &second == first ? 1 : 2);
        stream.retire(second);
    }).join();
    QVERIFY(eventually([&] { return recorder.drain(), recorder.all().size() == 2; }));
    QCOMPARE(recorder.all().back().event.result, 1);
}

QTEST_APPLESS_MAIN(EventStreamTest)
#include "event_stream_test.moc"

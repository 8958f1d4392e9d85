#include <algorithm>
#include <thread>

#include "netcore/events/event_ring.h"
#include "tests/support/std_strings.h"

using namespace netcore;

namespace {

Event numbered(std::uint64_t n)
{
    Event event {};
    event.time = n;
    event.payload = ~n;
    return event;
}

}

class EventRingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void capacity_isAPowerOfTwo_data();
    void capacity_isAPowerOfTwo();
    void empty_hasNothingWaiting();
    void many_arePoppedAtOnce();
    void events_comeOutInOrder();
    void twoThreads_loseNothing_data();
    void twoThreads_loseNothing();
};

void EventRingTest::capacity_isAPowerOfTwo_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("holds");
    QTest::newRow("1") << 1 << 1;
    QTest::newRow("2") << 2 << 2;
    QTest::newRow("3") << 3 << 4;
    QTest::newRow("1000") << 1000 << 1024;
}

void EventRingTest::capacity_isAPowerOfTwo()
{
    QFETCH(int, asked);
    QFETCH(int, holds);
    EventRing ring(static_cast<std::size_t>(asked));
    int pushed = 0;
    while (ring.push(numbered(0))) {
        ++pushed;
    }
    QCOMPARE(pushed, holds);
}

void EventRingTest::empty_hasNothingWaiting()
{
    EventRing ring(2);
    QCOMPARE(ring.waiting(), std::size_t {0});
    QVERIFY(ring.push(numbered(1)));
    QCOMPARE(ring.waiting(), std::size_t {1});
    QCOMPARE(ring.at(0).time, std::uint64_t {1});
    ring.pop(1);
    QCOMPARE(ring.waiting(), std::size_t {0});
}

void EventRingTest::many_arePoppedAtOnce()
{
    EventRing ring(4);
    for (std::uint64_t n = 0; n < 4; ++n) {
        QVERIFY(ring.push(numbered(n)));
    }
    ring.pop(3);
    QVERIFY(ring.push(numbered(4)));
    QVERIFY(ring.push(numbered(5)));
    QCOMPARE(ring.waiting(), std::size_t {3});
    for (std::size_t n = 0; n < 3; ++n) {
        QCOMPARE(ring.at(n).time, std::uint64_t {n + 3}); // beyond the end of its memory
    }
}

void EventRingTest::events_comeOutInOrder()
{
    EventRing ring(4);
    std::uint64_t in = 0;
    for (std::uint64_t out = 0; out < 1000; ++out) {
        while (ring.push(numbered(in))) {
            ++in;
        }
        QCOMPARE(ring.at(0).time, out);
        ring.pop(1);
    }
    QCOMPARE(in, std::uint64_t {1003});
}

void EventRingTest::twoThreads_loseNothing_data()
{
    QTest::addColumn<int>("capacity");
    for (const int capacity : {1, 2, 64, 4096}) {
        QTest::addRow("%d", capacity) << capacity;
    }
}

void EventRingTest::twoThreads_loseNothing()
{
    QFETCH(int, capacity);
    // Of a small ring each event is a change of threads: on a busy machine a slice of time that somebody has.
    const std::uint64_t all = std::min<std::uint64_t>(100'000, 2'000 * static_cast<std::uint64_t>(capacity));
    // Not on the stack: GCC 12's address sanitizer moves it to where its alignment is lost.
    const auto ring = std::make_unique<EventRing>(static_cast<std::size_t>(capacity));
    std::jthread producer([&] {
        for (std::uint64_t n = 0; n < all;) {
            if (ring->push(numbered(n))) {
                ++n;
            } else {
                std::this_thread::yield();
            }
        }
    });
    std::uint64_t wrong = 0;
    for (std::uint64_t n = 0; n < all;) {
        const std::size_t waiting = ring->waiting();
        for (std::size_t i = 0; i < waiting; ++i, ++n) {
            const Event& event = ring->at(i);
            wrong += event.time != n || event.payload != ~n ? 1 : 0;
        }
        ring->pop(waiting);
        if (waiting == 0) {
            std::this_thread::yield();
        }
    }
    QCOMPARE(wrong, std::uint64_t {0});
    QCOMPARE(ring->waiting(), std::size_t {0});
}

QTEST_APPLESS_MAIN(EventRingTest)
#include "event_ring_test.moc"

#include <algorithm>
#include <vector>

#include "netcore/base/quoted.h"
#include "netcore/events/payload_arena.h"
#include "tests/support/std_strings.h"

using namespace netcore;

namespace {

constexpr std::size_t kSegment = 1024;
constexpr std::size_t kMost = 4096;

const std::byte* write(PayloadArena& arena, std::size_t size, unsigned char fill = 1)
{
    const std::vector<std::byte> bytes(size, std::byte {fill});
    return arena.write(bytes, {});
}

// As many small records as go in.
std::vector<const std::byte*> fillUp(PayloadArena& arena)
{
    std::vector<const std::byte*> records;
    while (const std::byte* record = write(arena, 100)) {
        records.push_back(record);
    }
    return records;
}

void release(const std::vector<const std::byte*>& records)
{
    std::ranges::for_each(records, PayloadArena::release);
}

}

class PayloadArenaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void record_holdsBothParts();
    void records_stayWhole();
    void full_saysSoAndRecovers();
    void freedSegments_areUsedAgain();
    void firstSegmentInUse_doesNotStopTheOthers();
    void largeRecord_getsItsOwnPlace();
    void largeRecord_isGivenBack();
    void largestRecord_goesInWhenAllIsFree();
    void largestRecord_waitsForTheOthers();
};

void PayloadArenaTest::record_holdsBothParts()
{
    PayloadArena arena(kSegment, kMost);
    const std::byte* record = arena.write(bytesOf("head"), bytesOf("body"));
    QVERIFY(std::ranges::equal(std::span(record, 8), bytesOf("headbody")));
    QCOMPARE(reinterpret_cast<std::uintptr_t>(record) % alignof(std::max_align_t), std::uintptr_t {0});
    QVERIFY(arena.write({}, bytesOf("body")) != nullptr);
    QVERIFY(arena.write({}, {}) != nullptr);
}

void PayloadArenaTest::records_stayWhole()
{
    PayloadArena arena(kSegment, kMost);
    std::vector<std::pair<const std::byte*, std::size_t>> records;
    for (std::size_t size = 1; const std::byte* record = write(arena, size, static_cast<unsigned char>(size));
         ++size) {
        records.emplace_back(record, size);
    }
    QVERIFY(records.size() > 30);
    for (const auto& [record, size] : records) {
        const auto whole = std::span(record, size);
        QCOMPARE(std::ranges::count(whole, std::byte {static_cast<unsigned char>(size)}),
            static_cast<std::ptrdiff_t>(size));
    }
}

void PayloadArenaTest::full_saysSoAndRecovers()
{
    PayloadArena arena(kSegment, kMost);
    auto records = fillUp(arena);
    QVERIFY(write(arena, 1) == nullptr || write(arena, 100) == nullptr);
    release(records);
    QVERIFY(write(arena, 100) != nullptr);
}

void PayloadArenaTest::freedSegments_areUsedAgain()
{
    PayloadArena arena(kSegment, kMost);
    const auto first = fillUp(arena);
    release(first);
    for (int round = 0; round < 100; ++round) {
        const auto again = fillUp(arena);
        QCOMPARE(again.size(), first.size());
        release(again);
    }
}

void PayloadArenaTest::firstSegmentInUse_doesNotStopTheOthers()
{
    PayloadArena arena(kSegment, kMost);
    const std::byte* held = write(arena, 100, 7);
    for (int round = 0; round < 1000; ++round) {
        const std::byte* record = write(arena, 100);
        QVERIFY(record != nullptr);
        PayloadArena::release(record);
    }
    QCOMPARE(std::ranges::count(std::span(held, 100), std::byte {7}), std::ptrdiff_t {100});
}

void PayloadArenaTest::largeRecord_getsItsOwnPlace()
{
    PayloadArena arena(kSegment, kMost);
    const std::byte* small = write(arena, 100, 1);
    const std::byte* large = write(arena, 2000, 2);
    QVERIFY(small != nullptr && large != nullptr);
    QCOMPARE(std::ranges::count(std::span(large, 2000), std::byte {2}), std::ptrdiff_t {2000});
    QCOMPARE(std::ranges::count(std::span(small, 100), std::byte {1}), std::ptrdiff_t {100});
}

// Kept for small records, it would take the room of three segments for ever.
void PayloadArenaTest::largeRecord_isGivenBack()
{
    PayloadArena fresh(kSegment, kMost);
    const std::size_t usual = fillUp(fresh).size();
    PayloadArena arena(kSegment, kMost);
    PayloadArena::release(write(arena, 3000));
    QCOMPARE(fillUp(arena).size(), usual);
}

void PayloadArenaTest::largestRecord_goesInWhenAllIsFree()
{
    PayloadArena arena(kSegment, kMost);
    release(fillUp(arena));
    for (const std::size_t size : {kMost, 10 * kMost}) {
        const std::byte* record = write(arena, size);
        QVERIFY(record != nullptr);
        PayloadArena::release(record);
    }
    QVERIFY(write(arena, 100) != nullptr);
}

void PayloadArenaTest::largestRecord_waitsForTheOthers()
{
    PayloadArena arena(kSegment, kMost);
    const std::byte* small = write(arena, 100);
    QVERIFY(write(arena, kMost) == nullptr);
    PayloadArena::release(small);
    QVERIFY(write(arena, kMost) != nullptr);
    QVERIFY(write(arena, 100) == nullptr);
}

QTEST_APPLESS_MAIN(PayloadArenaTest)
#include "payload_arena_test.moc"

// What a filter leaves of a log, against the plain way: row by row. While rows are appended, while facts
// change, while filters are typed and dropped.

#include <QTest>
#include <atomic>

#include "model/filter/column_scan.h"
#include "model/filter/filtered_rows.h"
#include "tests/model/filter_bench.h"

using namespace model;
using namespace model::filter;
using filterBench::Random;

namespace {

// The worker's results come when they come: no sleep, no time, only its own word.
void finish(FilteredRows& rows)
{
    while (!rows.isComplete()) {
        rows.take();
        std::this_thread::yield();
    }
}

std::vector<Row> listed(const FilteredRows& rows)
{
    std::vector<Row> all;
    for (std::uint64_t i = 0; i < rows.size(); ++i) {
        all.push_back(rows.at(i));
    }
    return all;
}

std::vector<Row> expected(const std::string& filter, const EventStore& store, Row end, const Facts& facts)
{
    const Node node = filterBench::read(filter);
    std::vector<Row> all;
    for (Row row = 0; row < end; ++row) {
        if (filterBench::holds(node, store, row, facts)) {
            all.push_back(row);
        }
    }
    return all;
}

// Which row is the first that is different; for a message that helps.
std::string difference(const std::vector<Row>& is, const std::vector<Row>& wanted)
{
    const auto [a, b] = std::mismatch(is.begin(), is.end(), wanted.begin(), wanted.end());
    return "is " + (a == is.end() ? "at its end" : std::to_string(*a)) + ", wanted "
        + (b == wanted.end() ? "the end" : std::to_string(*b));
}

}

class FilterRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { setUsesAvx2(true); }
    void scan_sameAsPortable();
    void rows_eachCondition_data();
    void rows_eachCondition();
    void rows_randomFilters_data();
    void rows_randomFilters();
    void rows_indexes();
    void rows_overChunks();
    void rows_extend();
    void rows_factsChange();
    void rows_droppedWhileAppending();
    void keeper_saysWhereFactsChange();
};

void FilterRowsTest::scan_sameAsPortable()
{
    Random random(1);
    EventStore store;
    filterBench::appendRandom(store, 1000, random);
    const EventStore::Columns columns = store.columns(0);
    for (int i = 0; i < 200; ++i) {
        const RowSpan rows {filterBench::below(random, 500), 500 + filterBench::below(random, 501)};
        const auto low = static_cast<std::uint32_t>(random());
        RowBits where;
        rows.fill(where, true);
        const auto both = [&](auto column, auto from, auto width) {
            RowBits fast;
            RowBits slow;
            rows.fill(fast, false);
            rows.fill(slow, false);
            setUsesAvx2(true);
            scan(column, from, width, rows, where, fast);
            setUsesAvx2(false);
            scan(column, from, width, rows, where, slow);
            for (std::size_t word = rows.firstWord(); word < rows.endWord(); ++word) {
                QCOMPARE(fast.words[word], slow.words[word]);
            }
        };
        const auto bytes
            = std::span(reinterpret_cast<const std::uint8_t*>(columns.kind.data()), columns.size());
        both(bytes, static_cast<std::uint8_t>(low % 8), static_cast<std::uint8_t>(low >> 8));
        both(columns.error, static_cast<std::uint16_t>(low % 16), static_cast<std::uint16_t>(low >> 20));
        both(columns.dataSize, low % 8, low >> 29);
        both(columns.took, std::uint64_t {low % 2000}, std::uint64_t {low >> 22});
        both(columns.took, ~std::uint64_t {0} - low % 100, std::uint64_t {low >> 21});
    }
}

void FilterRowsTest::rows_eachCondition_data()
{
    QTest::addColumn<bool>("avx2");
    QTest::newRow("avx2") << true;
    QTest::newRow("portable") << false;
}

void FilterRowsTest::rows_eachCondition()
{
    QFETCH(bool, avx2);
    setUsesAvx2(avx2);
    Random random(2);
    EventStore store;
    filterBench::appendRandom(store, 1500, random);
    const auto facts = filterBench::someFacts();
    for (const std::string& filter : filterBench::conditions()) {
        FilteredRows rows(store, filterBench::read(filter), facts);
        rows.extend(store.size());
        finish(rows);
        const auto wanted = expected(filter, store, store.size(), *facts);
        const auto is = listed(rows);
        QVERIFY2(is == wanted, (filter + ": " + difference(is, wanted)).c_str());
        QVERIFY2(!is.empty() && is.size() < store.size(), (filter + ": tests nothing").c_str());
        Matcher one(store, filterBench::read(filter), facts);
        for (Row row = 0; row < 100; ++row) {
            QVERIFY2(one.matches(row) == rows.has(row), filter.c_str());
        }
    }
}

void FilterRowsTest::rows_randomFilters_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 20; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void FilterRowsTest::rows_randomFilters()
{
    QFETCH(unsigned, seed);
    Random random(seed);
    EventStore store;
    filterBench::appendRandom(store, filterBench::below(random, 900), random);
    const auto facts = filterBench::someFacts();
    for (int i = 0; i < 20; ++i) {
        const std::string filter = filterBench::randomFilter(random);
        FilteredRows rows(store, filterBench::read(filter), facts);
        rows.extend(store.size());
        finish(rows);
        const auto wanted = expected(filter, store, store.size(), *facts);
        const auto is = listed(rows);
        QVERIFY2(is == wanted, (filter + ": " + difference(is, wanted)).c_str());
    }
}

void FilterRowsTest::rows_indexes()
{
    Random random(3);
    EventStore store;
    filterBench::appendRandom(store, 3000, random);
    FilteredRows rows(store, filterBench::read("errno or note"), filterBench::someFacts());
    QCOMPARE(rows.size(), 0U);
    QCOMPARE(rows.indexOf(7), 0U);
    QVERIFY(rows.isComplete());
    QVERIFY(!rows.take());
    rows.extend(store.size());
    QVERIFY(!rows.isComplete());
    finish(rows);
    const auto all = listed(rows);
    for (Row row = 0; row < store.size() + 10; ++row) {
        const auto wanted = std::lower_bound(all.begin(), all.end(), row) - all.begin();
        QCOMPARE(rows.indexOf(row), static_cast<std::uint64_t>(wanted));
        QCOMPARE(rows.has(row), std::binary_search(all.begin(), all.end(), row));
    }
    QCOMPARE(rows.indexOf(10 * EventStore::kChunkRows), rows.size());
}

// Several chunks, some without a hit.
void FilterRowsTest::rows_overChunks()
{
    EventStore store;
    for (Row row = 0; row < 4 * EventStore::kChunkRows + 77; ++row) {
        netcore::Event event {};
        event.error = row % 5 == 0 && row / EventStore::kChunkRows != 1 ? EAGAIN : 0;
        store.append(event, {});
    }
    FilteredRows rows(store, filterBench::read("errno == EAGAIN"), filterBench::someFacts());
    rows.extend(store.size());
    finish(rows);
    std::uint64_t index = 0;
    for (Row row = 0; row < store.size(); ++row) {
        if (store.event(row).error != 0) {
            QCOMPARE(rows.at(index), row);
            QCOMPARE(rows.indexOf(row), index);
            ++index;
        }
    }
    QCOMPARE(rows.size(), index);
    QCOMPARE(rows.looked(), store.size());
}

void FilterRowsTest::rows_extend()
{
    Random random(4);
    EventStore store;
    const auto facts = filterBench::someFacts();
    const std::string filter = "(failed or data contains \"ab\") and not blocked";
    FilteredRows rows(store, filterBench::read(filter), facts);
    for (int i = 0; i < 60; ++i) {
        filterBench::appendRandom(store, filterBench::below(random, 40), random);
        rows.extend(store.size());
        if (i % 3 == 0) {
            finish(rows);
            QVERIFY(listed(rows) == expected(filter, store, store.size(), *facts));
        }
    }
}

// A socket's peer becomes known after its first rows: they are looked at again.
void FilterRowsTest::rows_factsChange()
{
    Random random(5);
    EventStore store;
    filterBench::appendRandom(store, 2000, random);
    const auto before = filterBench::someFacts();
    FilteredRows rows(store, filterBench::read("peer == 10.1.1.1 or marked"), before);
    rows.extend(store.size());
    finish(rows);
    auto after = std::make_shared<Facts>(*before);
    auto socket = std::make_shared<SocketFacts>(*after->sockets[3]);
    socket->remote = netcore::Address::ipv4(0x0a010101, 9);
    after->sockets[3] = socket;
    rows.setFacts(after, 0);
    QVERIFY(!rows.isComplete());
    finish(rows);
    const auto wanted = expected("peer == 10.1.1.1 or marked", store, store.size(), *after);
    QVERIFY(listed(rows) == wanted);
    QVERIFY(wanted != expected("peer == 10.1.1.1 or marked", store, store.size(), *before));
}

// Somebody types while the log grows: lists are dropped at any moment, and the last one is right.
void FilterRowsTest::rows_droppedWhileAppending()
{
    EventStore store;
    const auto facts = filterBench::someFacts();
    std::atomic<bool> typed = false;
    std::jthread writer([&] {
        Random random(6);
        for (int i = 0; i < 200 || (!typed && i < 2000); ++i) {
            filterBench::appendRandom(store, 50, random);
        }
    });
    Random random(7);
    for (int i = 0; i < 100; ++i) {
        const std::string filter = filterBench::randomFilter(random, 2);
        FilteredRows rows(store, filterBench::read(filter), facts);
        for (std::size_t tick = filterBench::below(random, 4); tick > 0; --tick) {
            rows.extend(store.size());
            rows.take();
            for (std::uint64_t index = 0; index < rows.size(); index += 100) {
                QCOMPARE(rows.indexOf(rows.at(index)), index);
            }
        }
    }
    typed = true;
    FilteredRows rows(store, filterBench::read("errno == EINTR and size < 4"), facts);
    rows.extend(store.size());
    writer.join();
    const Row end = std::min<Row>(store.size(), 5000);
    FilteredRows last(store, filterBench::read("errno == EINTR and data contains \"a\""), facts);
    last.extend(end);
    finish(last);
    QVERIFY(listed(last) == expected("errno == EINTR and data contains \"a\"", store, end, *facts));
}

void FilterRowsTest::keeper_saysWhereFactsChange()
{
    FactsKeeper keeper(100);
    QCOMPARE(keeper.facts()->startTime, 100U);
    QCOMPARE(keeper.takeChangedFrom(), ~Row {0});
    keeper.setActors({"", "a"});
    QCOMPARE(keeper.takeChangedFrom(), ~Row {0});
    keeper.setMarked({5, 9});
    QCOMPARE(keeper.takeChangedFrom(), 5U);
    const auto held = keeper.facts();
    keeper.setMarked({5, 8, 9});
    QCOMPARE(keeper.takeChangedFrom(), 8U);
    QCOMPARE(held->marked->size(), 2U); // what was handed out stays
    keeper.setMarked({5});
    QCOMPARE(keeper.takeChangedFrom(), 8U);
    keeper.setCommented({2});
    QCOMPARE(keeper.takeChangedFrom(), 2U);
    QCOMPARE(keeper.facts()->actors.size(), 2U);
}

QTEST_APPLESS_MAIN(FilterRowsTest)
#include "filter_rows_test.moc"

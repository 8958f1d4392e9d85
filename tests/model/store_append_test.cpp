#include <algorithm>
#include <vector>

#include "tests/model/store_maker.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace model;
using namespace storeMaker;

namespace {

// Made events from `first` on, as a stream hands them out.
class Batch {
public:
    Batch(Row first, Row count)
    {
        for (Row row = first; row < first + count; ++row) {
            m_records.push_back(recordOf(row));
            m_events.push_back(eventOf(row));
            m_events.back().payload = reinterpret_cast<std::uintptr_t>(m_records.back().data());
            m_events.back().payloadSize = static_cast<std::uint32_t>(m_records.back().size());
        }
        std::ranges::transform(
            m_events, std::back_inserter(m_pointers), [](const Event& event) { return &event; });
    }
    EventBatch get() const { return m_pointers; }

private:
    std::vector<std::vector<std::byte>> m_records;
    std::vector<Event> m_events;
    std::vector<const Event*> m_pointers;
};

void offer(EventStore& store, Row events, Row batch)
{
    for (Row first = 0; first < events; first += batch) {
        store.append(Batch(first, std::min(batch, events - first)).get());
    }
}

}

class StoreAppendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batches_ofAnySize_areTheSameRows_data();
    void batches_ofAnySize_areTheSameRows();
    void emptyBatch_isNothing();
    void budget_usedUpWithinABatch_gapsWhereOneByOneDoes();
    void payload_firstBytesOnly_isCutInBatchesToo();
};

void StoreAppendTest::batches_ofAnySize_areTheSameRows_data()
{
    QTest::addColumn<int>("batch");
    for (const int batch : {1, 7, 256, 70'000}) { // the last one is larger than a chunk
        QTest::addRow("%d", batch) << batch;
    }
}

void StoreAppendTest::batches_ofAnySize_areTheSameRows()
{
    QFETCH(int, batch);
    const Row rows = batch == 1 ? 1'000 : 140'000;
    EventStore store;
    offer(store, rows, static_cast<Row>(batch));
    QCOMPARE(store.size(), rows);
    QCOMPARE(differenceFromMade(store), std::string());
}

void StoreAppendTest::emptyBatch_isNothing()
{
    EventStore store;
    store.append(EventBatch());
    QCOMPARE(store.size(), Row {0});
}

void StoreAppendTest::budget_usedUpWithinABatch_gapsWhereOneByOneDoes()
{
    const KeepingRules rules {kAllPayload, 100'000};
    EventStore single;
    single.setRules(rules);
    for (Row row = 0; row < 2'000; ++row) {
        single.append(eventOf(row), recordOf(row));
    }
    EventStore batched;
    batched.setRules(rules);
    offer(batched, 2'000, 256);
    QVERIFY(single.trouble() && batched.trouble());
    QCOMPARE(batched.trouble()->since, single.trouble()->since);
    QCOMPARE(batched.trouble()->lost, single.trouble()->lost);
    QCOMPARE(batched.size(), single.size());
    QCOMPARE(batched.bytes(), single.bytes());
}

void StoreAppendTest::payload_firstBytesOnly_isCutInBatchesToo()
{
    EventStore store;
    store.setRules({16, 0});
    offer(store, 300, 100);
    QCOMPARE(store.size(), Row {300});
    for (Row row = 0; row < 300; ++row) {
        const auto record = recordOf(row);
        const auto whole = std::span(record).subspan(eventOf(row).argumentsSize);
        QCOMPARE(store.event(row).dataSize, static_cast<std::uint32_t>(whole.size()));
        QVERIFY(std::ranges::equal(store.data(row), whole.first(std::min<std::size_t>(whole.size(), 16))));
    }
}

QTEST_APPLESS_MAIN(StoreAppendTest)
#include "store_append_test.moc"

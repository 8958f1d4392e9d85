// The rows that a view shows, and what rows say together.

#include <QTest>
#include <numeric>

#include "model/rows/row_density.h"
#include "model/rows/row_facts.h"
#include "model/rows/row_list.h"

using namespace model;
using namespace netcore;

namespace {

Row append(EventStore& store, EventKind kind, Ticket ticket = kNoTicket, std::uint32_t tid = 0,
    ActorId actor = kNoActor)
{
    Event event {};
    event.kind = kind;
    event.ticket = ticket;
    event.tid = tid;
    event.actor = actor;
    return store.append(event, {});
}

}

class RowListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void userRows_empty();
    void userRows_leaveOutState_data();
    void userRows_leaveOutState();
    void userRows_showObservationsWhenAsked();
    void userRows_million();
    void density_tellsWhereTroublesAre();
    void density_mergesWhatGrows();
    void facts_returnOfSleepingCall();
    void facts_sameTicketSleepsTwice();
    void facts_threadsInOrderOfAppearance();
};

void RowListTest::userRows_empty()
{
    const UserRows rows;
    QCOMPARE(rows.size(), 0U);
    QCOMPARE(rows.indexOf(0), 0U);
    QCOMPARE(rows.indexOf(7), 0U);
}

void RowListTest::userRows_leaveOutState_data()
{
    QTest::addColumn<QByteArray>("kinds"); // c: call, b: blocked, n: note, g: gap, s: state
    QTest::newRow("nothing to leave out") << QByteArray("cbng");
    QTest::newRow("in the middle") << QByteArray("ccsc");
    QTest::newRow("first") << QByteArray("sc");
    QTest::newRow("last") << QByteArray("cs");
    QTest::newRow("only") << QByteArray("sss");
    QTest::newRow("in a row") << QByteArray("csssbsn");
    QTest::newRow("mixed") << QByteArray("scsscbsnngssscs");
}

// Against the plain way: a vector of the rows that are shown.
void RowListTest::userRows_leaveOutState()
{
    QFETCH(QByteArray, kinds);
    EventStore store;
    UserRows rows;
    std::vector<Row> expected;
    for (const char kind : kinds) {
        const Row row = append(store,
            kind == 's'       ? EventKind::State
                : kind == 'b' ? EventKind::Blocked
                : kind == 'n' ? EventKind::Note
                : kind == 'g' ? EventKind::Gap
                              : EventKind::Call);
        rows.extend(store, row, row + 1); // one by one, as they would come
        if (kind != 's') {
            expected.push_back(row);
        }
    }
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(rows.at(i), expected[i]);
    }
    for (Row row = 0; row <= store.size() + 1; ++row) {
        const auto place = std::ranges::lower_bound(expected, row) - expected.begin();
        QCOMPARE(rows.indexOf(row), static_cast<std::uint64_t>(place));
    }
}

void RowListTest::userRows_million()
{
    EventStore store;
    for (int i = 0; i < 1'000'000; ++i) {
        append(store, i % 10 == 9 ? EventKind::State : EventKind::Call);
    }
    UserRows rows;
    rows.extend(store, 0, store.size());
    QCOMPARE(rows.size(), 900'000U);
    QCOMPARE(rows.at(899'999), 999'998U);
    QCOMPARE(rows.indexOf(999'999), 900'000U);
    QCOMPARE(rows.indexOf(500'000), 450'000U);
}

void RowListTest::density_tellsWhereTroublesAre()
{
    EventStore store;
    UserRows rows;
    Troubles troubles;
    QVERIFY(troubles.errors.over(rows, 10).empty());
    for (int i = 0; i < 100; ++i) {
        Event event {};
        event.kind = i == 50 ? EventKind::Gap : EventKind::Call;
        event.error = i == 10 || i == 99 ? EAGAIN : 0;
        store.append(event, {});
    }
    rows.extend(store, 0, 100);
    troubles.extend(store, 0, 60);
    troubles.extend(store, 60, 100);
    const std::vector<std::uint32_t> errors {0, 1, 0, 0, 0, 0, 0, 0, 0, 1};
    QCOMPARE(troubles.errors.over(rows, 10), errors);
    const std::vector<std::uint32_t> gaps {0, 1};
    QCOMPARE(troubles.gaps.over(rows, 2), gaps);
    QCOMPARE(troubles.errors.over(rows, 1000).size(), 100U); // no more parts than rows
}

void RowListTest::density_mergesWhatGrows()
{
    EventStore store;
    Event event {};
    event.kind = EventKind::Call;
    constexpr Row kRows = 200'000;
    for (Row row = 0; row < kRows; ++row) {
        event.error = row % 1000 == 0 ? EAGAIN : 0;
        store.append(event, {});
    }
    UserRows rows;
    rows.extend(store, 0, kRows);
    Troubles troubles;
    troubles.extend(store, 0, kRows);
    const auto counts = troubles.errors.over(rows, 10);
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0U), 200U);
    for (const std::uint32_t count : counts) {
        QCOMPARE_GE(count, 18U);
        QCOMPARE_LE(count, 22U);
    }
}

void RowListTest::facts_returnOfSleepingCall()
{
    EventStore store;
    append(store, EventKind::Call, Ticket {1});
    const Row first = append(store, EventKind::Blocked, Ticket {2});
    const Row second = append(store, EventKind::Blocked, Ticket {3});
    RowFacts facts;
    facts.extend(store, 0, store.size());
    QVERIFY(!facts.returnOf(first));
    QVERIFY(!facts.returnOf(second));
    QVERIFY(!facts.returnOf(0)); // never slept

    const Row returned = append(store, EventKind::Call, Ticket {3});
    facts.extend(store, returned, returned + 1);
    QCOMPARE(facts.returnOf(second).value_or(0), returned);
    QVERIFY(!facts.returnOf(first));
    QVERIFY(!facts.returnOf(returned));
}

// A damaged file may say so.
void RowListTest::facts_sameTicketSleepsTwice()
{
    EventStore store;
    const Row first = append(store, EventKind::Blocked, Ticket {5});
    const Row second = append(store, EventKind::Blocked, Ticket {5});
    const Row returned = append(store, EventKind::Call, Ticket {5});
    RowFacts facts;
    facts.extend(store, 0, store.size());
    QVERIFY(!facts.returnOf(first));
    QCOMPARE(facts.returnOf(second).value_or(0), returned);
}

void RowListTest::facts_threadsInOrderOfAppearance()
{
    EventStore store;
    append(store, EventKind::Call, kNoTicket, 900, ActorId {1}); // has a name: needs no number
    append(store, EventKind::Call, kNoTicket, 700);
    append(store, EventKind::Call, kNoTicket, 500);
    append(store, EventKind::Call, kNoTicket, 700);
    append(store, EventKind::Note, kNoTicket, 300);
    RowFacts facts;
    facts.extend(store, 0, store.size());
    QCOMPARE(facts.threadNumber(700), 1U);
    QCOMPARE(facts.threadNumber(500), 2U);
    QCOMPARE(facts.threadNumber(900), 0U);
    QCOMPARE(facts.threadNumber(300), 0U);
}

void RowListTest::userRows_showObservationsWhenAsked()
{
    EventStore store;
    for (const EventKind kind : {EventKind::State, EventKind::Call, EventKind::Options, EventKind::Call}) {
        append(store, kind);
    }
    UserRows rows;
    rows.extend(store, 0, store.size());
    QCOMPARE(rows.size(), std::uint64_t {2});
    rows.setShowsObservations(true, store);
    QCOMPARE(rows.size(), std::uint64_t {4});
    QCOMPARE(rows.at(2), Row {2});
    append(store, EventKind::State);
    rows.extend(store, 4, 5);
    QCOMPARE(rows.size(), std::uint64_t {5});
    rows.setShowsObservations(false, store);
    QCOMPARE(rows.size(), std::uint64_t {2});
    QCOMPARE(rows.at(1), Row {3});
}

QTEST_APPLESS_MAIN(RowListTest)
#include "row_list_test.moc"

// The rows that a view shows, and what rows say together.

#include <QTest>

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

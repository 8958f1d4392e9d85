// A filter that is typed: colours of its words, what is proposed at the cursor; and filters made by pointing.

#include <QTest>
#include <sys/socket.h>

#include "model/filter/cell_filter.h"
#include "model/filter/parser.h"
#include "model/filter/spans.h"
#include "tests/model/filter_bench.h"

using namespace model;
using namespace model::filter;

class FilterTypingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spans_data();
    void spans();
    void completion_data();
    void completion();
    void completion_anywhere();
    void cell_holdsForItsRow();
    void cell_texts();
    void cell_joined_data();
    void cell_joined();
};

void FilterTypingTest::spans_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kinds"); // a letter for each: Field Sign Joint Value Text Bracket Wrong
    const auto row = [](const char* text, const char* kinds) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(kinds);
    };
    row("", "");
    row("socket in {7 8} and call == send", "F  S  B V V B J  F  S  V");
    row("failed or not blocked", "FJJF");
    row("sokcet == 7", "WSV");
    row("data contains \"GET\"", "FST");
    row("data contains \"GET", "FSW");
    row("socket = 7", "FWV");
    row("and failed", "WF");
    row("(failed failed", "BFW");
    row("failed == ==", "FWW");
    row("errno and", "FJ");
}

void FilterTypingTest::spans()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kinds);
    QByteArray is;
    std::size_t end = 0;
    for (const Span& span : spansOf(text.toStdString())) {
        QVERIFY(span.column >= end && span.length > 0);
        end = span.column + span.length;
        is += "FSJVTBW"[static_cast<std::size_t>(span.kind)];
    }
    QCOMPARE(is, kinds.replace(' ', ""));
    QVERIFY(end <= static_cast<std::size_t>(text.size()));
}

void FilterTypingTest::completion_data()
{
    QTest::addColumn<QByteArray>("text"); // | is the cursor
    QTest::addColumn<QByteArray>("first"); // column+length and the first proposals
    const auto row = [](const char* text, const char* first) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(first);
    };
    row("|", "0+0 row time took");
    row("so|", "0+2 socket");
    row("so|cket == 7", "0+6 socket");
    row("SO|", "0+2 socket");
    row("r|", "0+1 row result receives");
    row("socket |", "7+0 == != <");
    row("socket i|", "7+1 in");
    row("socket == |", "10+0 1 2 3");
    row("socket in {1 |", "13+0 1 2 3");
    row("socket in {1 | } and failed", "13+0 1 2 3");
    row("socket == 2 |", "12+0 and or");
    row("socket == 2 a|", "12+1 and");
    row("socket == 2 and fa|", "16+2 failed");
    row("call == se|", "8+2 send sendto sendmsg");
    row("errno == EAG|", "9+3 EAGAIN");
    row("errno == again|", "9+5 EAGAIN");
    row("errno |", "6+0 == != in");
    row("actor == |", "9+0 server client \"Server 2\"");
    row("actor == ser|", "9+3 server");
    row("peer == |", "8+0 127.0.0.1:5000 @abstract");
    row("fd == |", "6+0 5 6 7");
    row("flags contains MSG_P|", "15+5 MSG_PEEK");
    row("option == KEEPAL|", "10+6 SO_KEEPALIVE");
    row("domain == INET6|", "10+5 AF_INET6");
    row("data contains \"so|", "17+0");
    row("failed|", "0+6");
    row("(fail|", "1+4 failed");
    row("not fail|", "4+4 failed");
    row("nonsense |", "9+0");
}

void FilterTypingTest::completion()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, first);
    const auto cursor = static_cast<std::size_t>(text.indexOf('|'));
    text.remove(static_cast<qsizetype>(cursor), 1);
    const auto facts = filterBench::someFacts();
    const Completions is = completionsAt(text.toStdString(), cursor, *facts);
    QByteArray said = QByteArray::number(is.column) + '+' + QByteArray::number(is.length);
    for (const Completion& one : is.list) {
        said += ' ' + QByteArray::fromStdString(one.text);
    }
    QVERIFY2(said.startsWith(first) && (first.contains(' ') || said == first), said.constData());
}

void FilterTypingTest::completion_anywhere()
{
    const auto facts = filterBench::someFacts();
    for (const std::string& text : filterBench::conditions()) {
        for (std::size_t cursor = 0; cursor <= text.size() + 1; ++cursor) {
            const Completions is = completionsAt(text, cursor, *facts);
            QVERIFY(is.column + is.length <= text.size());
        }
    }
}

// What is pointed at is always in what is left.
void FilterTypingTest::cell_holdsForItsRow()
{
    filterBench::Random random(1);
    EventStore store;
    filterBench::appendRandom(store, 300, random);
    const auto facts = filterBench::someFacts();
    std::size_t made = 0;
    for (const FieldDescription& field : allFields()) {
        for (Row row = 0; row < store.size(); ++row) {
            const auto filter = filterFor(field.field, store, row, *facts);
            if (!filter) {
                continue;
            }
            ++made;
            const auto parsed = parse(*filter);
            QVERIFY2(parsed.ok(), filter->c_str());
            QVERIFY2(filterBench::holds(parsed.value(), store, row, *facts), filter->c_str());
            const auto other = parse(joined("failed or blocked", *filter, Join::AndNot));
            QVERIFY(other.ok() && !filterBench::holds(other.value(), store, row, *facts));
        }
    }
    QVERIFY(made > 2000);
}

void FilterTypingTest::cell_texts()
{
    EventStore store;
    netcore::Event event {};
    event.call = netcore::CallId::Send;
    event.error = EAGAIN;
    event.result = -1;
    event.socket = netcore::SocketId {2};
    event.actor = netcore::ActorId {3};
    event.dataSize = 4;
    event.time = 1'000'000 + 5'000'000;
    event.took = 10;
    const std::string data("a\"\n\x01", 4);
    store.append(event, std::as_bytes(std::span(data)));
    const auto facts = filterBench::someFacts();
    const auto text = [&](Field field) {
        return QByteArray::fromStdString(filterFor(field, store, 0, *facts).value_or("-"));
    };
    QCOMPARE(text(Field::Call), "call == send");
    QCOMPARE(text(Field::Errno), "errno == EAGAIN");
    QCOMPARE(text(Field::Result), "result == -1");
    QCOMPARE(text(Field::Socket), "socket == 2");
    QCOMPARE(text(Field::Fd), "fd == 6");
    QCOMPARE(text(Field::Actor), "actor == \"Server 2\"");
    QCOMPARE(text(Field::Peer), "peer == 127.0.0.1:5000");
    QCOMPARE(text(Field::Local), "local == 127.0.0.1:40000");
    QCOMPARE(text(Field::Domain), "domain == AF_INET");
    QCOMPARE(text(Field::Data), "data == \"a\\\"\\n\\1\"");
    QCOMPARE(text(Field::Time), "time >= 5000010ns");
    QCOMPARE(text(Field::Took), "took >= 10ns");
    QCOMPARE(text(Field::Text), "-");
}

void FilterTypingTest::cell_joined_data()
{
    QTest::addColumn<QByteArray>("existing");
    QTest::addColumn<QByteArray>("addition");
    QTest::addColumn<QByteArray>("joins"); // Only; And; AndNot; Or
    const auto row = [](const char* existing, const char* addition, const char* joins) {
        QTest::addRow("%s + %s", existing, addition)
            << QByteArray(existing) << QByteArray(addition) << QByteArray(joins);
    };
    row("", "failed", "failed; failed; not failed; failed");
    row("note", "failed", "failed; note and failed; note and not failed; note or failed");
    row("a ==", "failed", "failed; failed; not failed; failed");
    row("note or gap", "failed",
        "failed; (note or gap) and failed; (note or gap) and not failed; note or gap or failed");
    row("note", "failed or gap",
        "failed or gap; note and (failed or gap); note and not (failed or gap); note or failed or gap");
    row("note", "failed and gap",
        "failed and gap; note and failed and gap; note and not (failed and gap); note or failed and gap");
}

void FilterTypingTest::cell_joined()
{
    QFETCH(QByteArray, existing);
    QFETCH(QByteArray, addition);
    QFETCH(QByteArray, joins);
    QByteArray is;
    for (const Join join : {Join::Only, Join::And, Join::AndNot, Join::Or}) {
        is += (is.isEmpty() ? "" : "; ")
            + QByteArray::fromStdString(joined(existing.toStdString(), addition.toStdString(), join));
    }
    QCOMPARE(is, joins);
}

QTEST_APPLESS_MAIN(FilterTypingTest)
#include "filter_typing_test.moc"

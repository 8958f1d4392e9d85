// The filter language: text in, tree out; and what is said of mistakes, with the column.

#include <QTest>

#include "model/filter/parser.h"
#include "tests/model/filter_text.h"

using namespace model::filter;

class FilterParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse_good_data();
    void parse_good();
    void parse_bad_data();
    void parse_bad();
    void parse_bounds();
    void fields_examplesAreGood();
    void addresses_match_data();
    void addresses_match();
};

void FilterParserTest::parse_good_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char* text, const char* tree) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(tree);
    };
    row("socket in {7 8} and call == send and errno == EAGAIN", "and(socket 7..8, call 7, errno 11)");
    row("socket in { 7, 9 } ", "socket 7 9");
    row("errno", "errno");
    row("failed", "failed");
    row("NOT Failed AND ErrNo == eagain", "and(not(failed), errno 11)");
    row("a == 1 or", nullptr); // see parse_bad
    row("failed or blocked and marked", "or(failed, and(blocked, marked))");
    row("(failed or blocked) and marked", "and(or(failed, blocked), marked)");
    row("failed||blocked&&!marked", "or(failed, and(blocked, not(marked)))");
    row("not not failed", "not(not(failed))");
    row("took > 10ms", "took 10000001..");
    row("took >= 1.5s", "took 1500000000..");
    row("took < 3ns", "took ..2");
    row("took<=200us", "took ..200000");
    row("took == 0", "took 0");
    row("time >= 00:12.004118", "time 12004118000..");
    row("time in {1s..2s 1:00:00..2h}", "time 1000000000..2000000000 3600000000000..7200000000000");
    row("result == -1", "result -1");
    row("result != -1", "result ..-2 0..");
    row("result in {5 1..3 4 9}", "result 1..5 9");
    row("errno != EAGAIN", "errno ..10 12..");
    row("errno in {EAGAIN EINTR 4}", "errno 4 11");
    row("call in {send sendto}", "call 7..8");
    row("call contains \"sock\"", "call 1 13 16 21..22"); // getsockname, getsockopt, setsockopt too
    row("call matches \"^send\"", "call 7..8 17");
    row("call contains nothing", "call");
    row("kind == note", "kind 2");
    row("size > 64KiB", "size 65537..");
    row("size == 1.5kB", "size 1500");
    row("data contains \"GET\"", "data ~GET");
    row("data contains \"get\"i", "data ~get/i");
    row("data contains 'a\"b'", "data ~a\"b");
    row("data contains 47:45:54", "data ~GET");
    row("data contains 0x4745", "data ~GE");
    row("data contains GET", "data ~GET");
    row("data contains \"\\x47\\105\\t\\\"\"", "data ~GE\t\"");
    row("data contains {a b}", nullptr);
    row("data == \"hello\"", "data =hello");
    row("data != hello", "other data =hello");
    row("data in {\"a b\" c}", "data =a b =c");
    row("data matches \"G.T \\d+\\\"\"", "data re G.T \\d+\"");
    row("actor == server", "actor =server");
    row("actor == \"my client\"", "actor =my client");
    row("peer == 127.0.0.1:5000", "peer a0/32:5000");
    row("peer == ::1", "peer a1/128");
    row("peer == [::1%lo]:80", "peer a1/128:80");
    row("address == 10.0.0.0/8", "address a0/8");
    row("addr == :80", "address a2/0:80");
    row("remote in {/run/x.sock @name /tmp/*}", "peer a3/0/run/x.sock a4/0name a3/0/tmp/*");
    row("local == \"/tmp/a b\"", "local a3/0/tmp/a b");
    row("peer contains \"127.\"", "peer ~127.");
    row("port == 80", "port a2/0:80");
    row("domain == ipv6", "domain 10");
    row("family == AF_UNIX", "domain 1");
    row("type == stream", "type 1");
    row("flags contains MSG_PEEK", "bits flags 2");
    row("flags == msg_peek|MSG_DONTWAIT", "flags 66");
    row("level == SOL_TCP", "level 6");
    row("option == SO_KEEPALIVE", "option 1/9");
    row("option == 9", "option -1/9");
    row("tid == 4711", "thread 4711");
    row("row >= 0x10", "row 16..");
    row("opened", "opened");
}

void FilterParserTest::parse_good()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tree);
    const auto parsed = parse(text.toStdString());
    if (tree.isNull()) {
        QVERIFY(!parsed.ok());
        return;
    }
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.problem().what.c_str());
    QCOMPARE(QByteArray::fromStdString(textOf(parsed.value())), tree);
}

void FilterParserTest::parse_bad_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problem"); // column+length what
    const auto row = [](const char* text, const char* problem) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(problem);
    };
    row("", "0+0 there is no filter");
    row("   ", "3+0 there is no filter");
    row("sokcet == 7", "0+6 there is no field 'sokcet'; did you mean 'socket'?");
    row("failed and", "10+0 a condition is missing here");
    row("failed blocked", "7+7 the condition has ended before this");
    row("socket = 7", "7+1 '=' compares nothing; write == for 'is the same as'");
    row("socket ==", "9+0 a value is missing here; for example: socket in {7 8}");
    row("socket == seven", "10+5 'seven' is no socket; write a whole number");
    row("socket == {7}", "10+1 one value is expected here; write 'in' before a set");
    row("socket in 7", "10+1 a set is missing here");
    row("socket in {7 ", "10+1 this set is not closed");
    row("socket in {}", "10+2 the set is empty");
    row("socket in {7 (", "13+1 this is no member of a set");
    row("socket in {9..3}", "11+4 the range '9..3' is empty");
    row("socket contains 7", "7+8 'socket' cannot be compared by 'contains'");
    row("errno < EAGAIN", "6+1 'errno' cannot be compared by '<'");
    row("errno == EAGIAN", "9+6 'EAGIAN' is no errno");
    row("took > 10", "7+2 '10' is no took; write a time with its unit: 10ms, 1.5s, 200us, 3ns");
    row("took > 10x", "7+3 '10x' is no took");
    row("took > 1e300s", "7+6 '1e300s' is no took");
    row("took > 9999999999999999999s", "7+20 '9999999999999999999s' is no took");
    row("row == 99999999999999999999", "7+20 '99999999999999999999' is no row");
    row("took", "0+4 'took' is compared with nothing; for example: took > 10ms");
    row("failed == 1", "7+2 'failed' is true or not");
    row("(failed", "0+1 this parenthesis is not closed");
    row("failed)", "6+1 this parenthesis was not opened");
    row("()", "1+1 a condition is missing here");
    row("(failed blocked)", "8+7 the condition has ended before this");
    row("data contains \"GET", "14+4 the text has no end");
    row("data contains \"\\q\"", "15+2 there is no such escape");
    row("data contains \"\"", "14+2 there is nothing between the quotation marks");
    row("data matches \"(\"", "13+3 this is no regular expression: missing ): (");
    row("peer == 300.1.1.1", "8+9 '300.1.1.1' is no address");
    row("peer == 10.0.0.0/33", "8+11 '10.0.0.0/33' is no address");
    row("peer == 127.0.0.1:70000", "8+15 '127.0.0.1:70000' is no address");
    row("port == 70000", "8+5 '70000' is no port");
    row("option == SO_WHAT", "10+7 'SO_WHAT' is no socket option");
    row("flags contains MSG_WHAT", "15+8 'MSG_WHAT' is no flags");
    row("7 == socket", "0+1 there is no field '7'");
    row("and", "0+3 a condition is missing here");
    row("data contains \"a\"ix", "17+2 the condition has ended before this");
}

void FilterParserTest::parse_bad()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problem);
    const auto parsed = parse(text.toStdString());
    QVERIFY(!parsed.ok());
    const Problem& is = parsed.problem();
    QByteArray said = QByteArray::number(is.column) + '+' + QByteArray::number(is.length) + ' '
        + QByteArray::fromStdString(is.what);
    said += problem.contains("; ") ? "; " + QByteArray::fromStdString(is.remedy) : QByteArray();
    QCOMPARE(said, problem);
    QVERIFY(!is.remedy.empty());
}

// Text of any size does no harm: it is refused, and at once.
void FilterParserTest::parse_bounds()
{
    QVERIFY(parse(std::string(60, '(') + "failed" + std::string(60, ')')).ok());
    for (const char* repeated :
        {"(", "not ", "!", "failed and ", "{", "\"", "\\", "socket in {", "failed or "}) {
        std::string text;
        while (text.size() < 1'000'000) {
            text += repeated;
        }
        QVERIFY(!parse(text).ok());
        text.resize(kLongestText);
        QVERIFY(!parse(text).ok());
    }
    std::string many = "socket in {";
    for (std::size_t i = 0; i < kMostMembers + 1; ++i) {
        many += "7 ";
    }
    QVERIFY(!parse(many + '}').ok());
}

void FilterParserTest::fields_examplesAreGood()
{
    for (const FieldDescription& field : allFields()) {
        QCOMPARE(&describe(field.field), &field);
        QVERIFY2(parse(field.example).ok(), field.example.data());
        QVERIFY(field.example.find(field.alias.empty() ? field.name : "") != std::string_view::npos);
    }
}

void FilterParserTest::addresses_match_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* pattern, const char* address, bool matches) {
        QTest::addRow("%s %s", pattern, address) << QByteArray(pattern) << QByteArray(address) << matches;
    };
    row("127.0.0.1", "127.0.0.1:80", true);
    row("127.0.0.1:80", "127.0.0.1:80", true);
    row("127.0.0.1:80", "127.0.0.1:81", false);
    row("127.0.0.0/8", "127.255.3.1:81", true);
    row("10.0.0.0/9", "10.127.0.1:81", true);
    row("10.0.0.0/9", "10.128.0.1:81", false);
    row("0.0.0.0/0", "9.9.9.9:1", true);
    row("0.0.0.0/0", "[::1]:1", false);
    row("::/0", "[2001:db8::5]:1", true);
    row("2001:db8::/33", "[2001:db8:8000::5]:1", false);
    row("[::1]:80", "[::1]:80", true);
    row("::1", "[::1]:80", true);
    row("127.0.0.1:80", "[::ffff:127.0.0.1]:80", true);
    row(":80", "[::1]:80", true);
    row(":80", "127.0.0.1:8", false);
    row(":80", "/run/x", false);
    row("/run/x", "/run/x", true);
    row("/run/x", "/run/xy", false);
    row("/run/*", "/run/xy", true);
    row("/run/x", "@/run/x", false);
    row("@abc", "@abc", true);
    row("@a*", "@abc", true);
}

void FilterParserTest::addresses_match()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, address);
    QFETCH(bool, matches);
    const auto read = readAddressPattern(pattern.toStdString());
    const auto is = netcore::parseAddress(address.toStdString());
    QVERIFY(read && is.ok());
    QCOMPARE(read->matches(is.value()), matches);
    QVERIFY(!read->matches(netcore::Address()));
}

QTEST_APPLESS_MAIN(FilterParserTest)
#include "filter_parser_test.moc"

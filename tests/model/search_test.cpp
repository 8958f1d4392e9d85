// Finding bytes in many, and finding in the log.

#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <array>
#include <random>

#include "model/filter/filtered_rows.h"
#include "model/filter/regex.h"
#include "model/search/find.h"
#include "model/search/literal_searcher.h"
#include "tests/model/filter_bench.h"

using namespace model;
using namespace model::search;
using filterBench::Random;

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::size_t plainFind(const std::string& text, const std::string& literal, bool ignoresCase, std::size_t from)
{
    if (from > text.size()) {
        return LiteralSearcher::kNowhere;
    }
    const auto same = [ignoresCase](char a, char b) { return ignoresCase ? lower(a) == lower(b) : a == b; };
    const auto place = std::search(
        text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), literal.begin(), literal.end(), same);
    return place == text.end() ? LiteralSearcher::kNowhere : static_cast<std::size_t>(place - text.begin());
}

std::string someText(Random& random, std::size_t most, const std::string& letters)
{
    std::string text(filterBench::below(random, most + 1), ' ');
    std::ranges::generate(text, [&] { return letters[filterBench::below(random, letters.size())]; });
    return text;
}

// A list of all rows.
class AllRows final : public RowList {
public:
    explicit AllRows(std::uint64_t rows) : m_rows(rows) { }
    std::uint64_t size() const override { return m_rows; }
    Row at(std::uint64_t index) const override { return index; }
    std::uint64_t indexOf(Row row) const override { return std::min<std::uint64_t>(row, m_rows); }

private:
    std::uint64_t m_rows;
};

}

class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void literal_sameAsPlain_data();
    void literal_sameAsPlain();
    void literal_borders();
    void regex_sameAsAnotherEngine_data();
    void regex_sameAsAnotherEngine();
    void find_queries_data();
    void find_queries();
    void find_problems_data();
    void find_problems();
    void find_nextAndPrevious();
    void find_countsAlongTheList();
};

void SearchTest::literal_sameAsPlain_data()
{
    QTest::addColumn<bool>("avx2");
    QTest::addColumn<bool>("ignoresCase");
    QTest::newRow("avx2") << true << false;
    QTest::newRow("avx2, any case") << true << true;
    QTest::newRow("portable") << false << false;
    QTest::newRow("portable, any case") << false << true;
}

void SearchTest::literal_sameAsPlain()
{
    QFETCH(bool, avx2);
    QFETCH(bool, ignoresCase);
    Random random(1);
    using namespace std::string_literals;
    for (const std::string& letters : {"ab"s, "abAB"s, "aA@`[{"s, "\0\xff\x80 a"s}) {
        for (int i = 0; i < 1500; ++i) {
            std::string literal = someText(random, 4, letters);
            literal += letters[filterBench::below(random, letters.size())];
            const std::string text = someText(random, i % 10 == 0 ? 600 : 150, letters);
            LiteralSearcher searcher(literal, ignoresCase);
            searcher.setUsesAvx2(avx2);
            for (std::size_t from = 0; from < text.size() + 2;) {
                const std::size_t is = searcher.find(text, from);
                QCOMPARE(is, plainFind(text, literal, ignoresCase, from));
                from = is == LiteralSearcher::kNowhere ? from + 40 : is + 1;
            }
        }
    }
}

// Nothing is read beside the text: the address sanitizer looks.
void SearchTest::literal_borders()
{
    for (std::size_t size = 0; size < 200; ++size) {
        const std::vector<char> text(size, 'x');
        for (const std::size_t wanted : {1U, 2U, 31U, 32U, 33U, 64U, 100U}) {
            const LiteralSearcher searcher(std::string(wanted, 'x'));
            const std::string_view view(text.data(), text.size());
            QCOMPARE(searcher.find(view), wanted <= size ? 0 : LiteralSearcher::kNowhere);
            const LiteralSearcher other(std::string(wanted - 1, 'x') + 'y', true);
            QCOMPARE(other.find(view), LiteralSearcher::kNowhere);
        }
    }
    QCOMPARE(LiteralSearcher("").find("abc"), LiteralSearcher::kNowhere);
    QCOMPARE(LiteralSearcher("c").find("abc", 4), LiteralSearcher::kNowhere);
}

// What an expression requires or begins with is a short cut only.
void SearchTest::regex_sameAsAnotherEngine_data()
{
    QTest::addColumn<QByteArray>("pattern");
    for (const char* pattern : {"(get|put) /[ab]+ http/1\\.[01]", "(get|put)", "a|b", "[ab]http", "x?get",
             "(?i)HTTP", "get.*http|put", "(http){2}", "/a*b?$", "^put", "get (a|b|http)/[01]",
             "(abcd|bcda|cdab|dabc|1111)0"}) {
        QTest::newRow(pattern) << QByteArray(pattern);
    }
}

void SearchTest::regex_sameAsAnotherEngine()
{
    QFETCH(QByteArray, pattern);
    const std::array parts {
        "get", "put", " ", "/", "a", "b", "http", "HTTP", "1", ".", "0", "x", "abcd", "\n"};
    std::mt19937 random(7);
    const QRegularExpression other(QString::fromLatin1(pattern));
    for (const bool anyCase : {false, true}) {
        const filter::Regex regex(pattern.toStdString(), anyCase);
        QRegularExpression judge = other;
        judge.setPatternOptions(
            anyCase ? QRegularExpression::CaseInsensitiveOption : QRegularExpression::NoPatternOption);
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (int i = 0; i < round % 12; ++i) {
                text += parts[random() % parts.size()];
            }
            text += round % 5 == 0 ? "get /ab http/1.1" : "";
            if (text.ends_with('\n')) {
                continue; // PCRE's $ also stands before a last line end, RE2's does not
            }
            QVERIFY2(
                regex.matches(text) == judge.match(QString::fromStdString(text)).hasMatch(), text.c_str());
        }
    }
}

void SearchTest::find_queries_data()
{
    QTest::addColumn<FindQuery>("query");
    QTest::addColumn<QByteArray>("filter"); // that finds the same
    using enum FindQuery::Form;
    QTest::newRow("data") << FindQuery {Text, "ab", true, true} << QByteArray("data contains \"ab\"");
    QTest::newRow("data, any case") << FindQuery {Text, "aB", false, true}
                                    << QByteArray("data contains \"ab\"i");
    QTest::newRow("regex") << FindQuery {Regex, "a+b", true, true} << QByteArray("data matches \"a+b\"");
    QTest::newRow("regex, any case") << FindQuery {Regex, "a+b$", false, true}
                                     << QByteArray("data matches \"a+b$\"i");
    QTest::newRow("hex") << FindQuery {Hex, "61 42", false, false} << QByteArray("data contains 61:42");
    QTest::newRow("all") << FindQuery {Text, "server", false, false}
                         << QByteArray("data contains \"server\"i or text contains \"server\"i "
                                       "or actor contains \"server\"i");
    QTest::newRow("in the call") << FindQuery {Text, "MSG_PEEK", true, false}
                                 << QByteArray("text contains MSG_PEEK");
}

void SearchTest::find_queries()
{
    QFETCH(FindQuery, query);
    QFETCH(QByteArray, filter);
    Random random(2);
    EventStore store;
    filterBench::appendRandom(store, 2000, random);
    const auto facts = filterBench::someFacts();
    const auto wanted = filterBench::read(filter.toStdString());
    const auto is = expressionOf(query);
    QVERIFY(is.ok());
    filter::Matcher matcher(store, is.value(), facts);
    std::size_t hits = 0;
    for (Row row = 0; row < store.size(); ++row) {
        hits += matcher.matches(row) ? 1U : 0U;
        QCOMPARE(matcher.matches(row), filterBench::holds(wanted, store, row, *facts));
    }
    QVERIFY(hits > 0);
}

void SearchTest::find_problems_data()
{
    QTest::addColumn<FindQuery>("query");
    QTest::addColumn<QByteArray>("problem");
    using enum FindQuery::Form;
    QTest::newRow("nothing") << FindQuery {Text, "", true, true}
                             << QByteArray("0+0 there is nothing to look for");
    QTest::newRow("hex") << FindQuery {Hex, "47 4g", true, true} << QByteArray("4+1 these are no bytes");
    QTest::newRow("hex behind others")
        << FindQuery {Hex, "47 ü", true, true} << QByteArray("3+2 these are no bytes");
    QTest::newRow("no hex") << FindQuery {Hex, " ", true, true}
                            << QByteArray("0+1 there is nothing to look for");
    QTest::newRow("regex") << FindQuery {Regex, "a(", true, true}
                           << QByteArray("0+2 no regular expression: missing ): a(");
    QTest::newRow("long") << FindQuery {Text, std::string(20'000, 'x'), true, true}
                          << QByteArray("16384+3616 this is too long");
}

void SearchTest::find_problems()
{
    QFETCH(FindQuery, query);
    QFETCH(QByteArray, problem);
    const auto is = expressionOf(query);
    QVERIFY(!is.ok());
    QCOMPARE(QByteArray::number(is.problem().column) + '+' + QByteArray::number(is.problem().length) + ' '
            + QByteArray::fromStdString(is.problem().what),
        problem);
    QVERIFY(!is.problem().remedy.empty());
}

void SearchTest::find_nextAndPrevious()
{
    EventStore store;
    for (Row row = 0; row < 100; ++row) {
        netcore::Event event {};
        event.error = row % 30 == 10 ? EAGAIN : 0; // 10, 40, 70
        store.append(event, {});
    }
    filter::FilteredRows hits(store, filterBench::read("errno"), filterBench::someFacts());
    QVERIFY(!nextHit(hits, 0) && !previousHit(hits, 5));
    hits.extend(store.size());
    while (!hits.isComplete()) {
        hits.take();
        std::this_thread::yield();
    }
    QCOMPARE(nextHit(hits, 0), std::optional<Row>(10));
    QCOMPARE(nextHit(hits, 10), std::optional<Row>(40));
    QCOMPARE(nextHit(hits, 70), std::nullopt);
    QCOMPARE(previousHit(hits, 70), std::optional<Row>(40));
    QCOMPARE(previousHit(hits, 10), std::nullopt);
    QCOMPARE(previousHit(hits, 99), std::optional<Row>(70));
}

void SearchTest::find_countsAlongTheList()
{
    EventStore store;
    for (Row row = 0; row < 1000; ++row) {
        netcore::Event event {};
        event.error = row < 100 || row == 999 ? EAGAIN : 0;
        store.append(event, {});
    }
    filter::FilteredRows hits(store, filterBench::read("errno"), filterBench::someFacts());
    hits.extend(store.size());
    while (!hits.isComplete()) {
        hits.take();
        std::this_thread::yield();
    }
    QCOMPARE(hitCounts(hits, AllRows(1000), 4), (std::vector<std::uint32_t> {100, 0, 0, 1}));
    QCOMPARE(hitCounts(hits, AllRows(1000), 20),
        (std::vector<std::uint32_t> {50, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    QCOMPARE(hitCounts(hits, hits, 2), (std::vector<std::uint32_t> {50, 51}));
    QCOMPARE(hitCounts(hits, AllRows(0), 2), (std::vector<std::uint32_t> {0, 0}));
}

QTEST_APPLESS_MAIN(SearchTest)
#include "search_test.moc"

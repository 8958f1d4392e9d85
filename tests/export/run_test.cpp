// How an export goes on: in slices, stopped, failed, of some rows only.

#include <QTest>
#include <cerrno>

#include "model/export/export_run.h"
#include "tests/export/played_session.h"

using namespace model;
using namespace Qt::StringLiterals;

namespace {

// Every other row.
class SomeRows final : public RowList {
public:
    explicit SomeRows(Row end) : m_end(end) { }
    std::uint64_t size() const override { return (m_end + 1) / 2; }
    Row at(std::uint64_t index) const override { return index * 2; }
    std::uint64_t indexOf(Row row) const override { return std::min((row + 1) / 2, size()); }

private:
    Row m_end;
};

// Says a word a row.
class Words final : public Exporter {
public:
    explicit Words(std::size_t length = 1) : m_length(length) { }
    void begin(std::string& out) override { out += "begin "; }
    void row(Row row, std::string& out) override { out += std::to_string(row) + std::string(m_length, ' '); }
    void end(std::string& out) override { out += "end"; }

private:
    std::size_t m_length;
};

}

class RunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void slices_areTheWhole();
    void failure_isAnErrno();
    void stops_betweenRows();
    void formats_haveNames();
};

void RunTest::rows_data()
{
    QTest::addColumn<qulonglong>("end");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << 0ULL << QByteArray("begin end");
    QTest::newRow("one") << 1ULL << QByteArray("begin 0 end");
    QTest::newRow("some") << 6ULL << QByteArray("begin 0 2 4 end");
}

void RunTest::rows()
{
    QFETCH(qulonglong, end);
    const SomeRows list(end);
    std::string text;
    ExportRun run(std::make_unique<Words>(), list, [&](std::string_view bytes) {
        text += bytes;
        return 0;
    });
    QCOMPARE(run.finish(), ExportRun::State::Done);
    QTEST(QByteArray::fromStdString(text), "text");
    QCOMPARE(run.rowsDone(), run.rowsInAll());
    QCOMPARE(run.bytesWritten(), text.size());
}

void RunTest::slices_areTheWhole()
{
    const SomeRows list(20'000);
    std::string whole;
    ExportRun(std::make_unique<Words>(100), list, [&](std::string_view bytes) {
        whole += bytes;
        return 0;
    }).finish();
    std::string text;
    ExportRun run(std::make_unique<Words>(100), list, [&](std::string_view bytes) {
        text += bytes;
        return 0;
    });
    int slices = 0;
    std::uint64_t before = 0;
    while (run.advance(std::chrono::nanoseconds(1)) == ExportRun::State::Running) {
        QVERIFY(run.rowsDone() > before);
        before = run.rowsDone();
        ++slices;
    }
    QVERIFY(slices > 10);
    QVERIFY(text == whole);
}

void RunTest::failure_isAnErrno()
{
    const SomeRows list(20'000);
    int calls = 0;
    ExportRun run(std::make_unique<Words>(100), list, [&](std::string_view) {
        ++calls;
        return ENOSPC;
    });
    QCOMPARE(run.finish(), ExportRun::State::Failed);
    QCOMPARE(run.error(), ENOSPC);
    QCOMPARE(calls, 1);
    QCOMPARE(run.bytesWritten(), 0U);
    QCOMPARE(run.advance(std::chrono::seconds(1)), ExportRun::State::Failed);
}

void RunTest::stops_betweenRows()
{
    const SomeRows list(20'000);
    ExportRun run(std::make_unique<Words>(), list, [](std::string_view) { return 0; });
    int asked = 0;
    QCOMPARE(run.finish([&] { return ++asked > 5; }), ExportRun::State::Running);
    QCOMPARE(run.rowsDone(), 5U);
}

void RunTest::formats_haveNames()
{
    for (const ExportFormatRow& row : exportFormats()) {
        QCOMPARE(exportFormatNamed(row.word), std::optional(row.format));
    }
    QVERIFY(!exportFormatNamed("doc"));
}

QTEST_GUILESS_MAIN(RunTest)
#include "run_test.moc"

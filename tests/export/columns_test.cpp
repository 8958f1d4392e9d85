// CSV, HTML and JSON Lines, as python's csv and html.parser and jq read them: hostile bytes stay in their
// cells.

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "tests/export/played_session.h"
#include "tests/export/real_reader.h"

using namespace model;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kCsvReader = R"(
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8', 'strict')
print(json.dumps(list(csv.reader(io.StringIO(text, newline=''), strict=True))))
)";

// Every tag with its attributes, and all text.
constexpr const char* kHtmlReader = R"(
import html.parser, json, sys
class Reader(html.parser.HTMLParser):
    tags, attributes, text, open_tags = set(), set(), '', []
    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, value in attrs)
        if tag != 'meta': self.open_tags.append(tag)
    def handle_endtag(self, tag):
        assert self.open_tags.pop() == tag, tag
    def handle_data(self, data): self.text += data
reader = Reader(convert_charrefs=True)
reader.feed(sys.stdin.buffer.read().decode('utf-8', 'strict'))
reader.close()
print(json.dumps([sorted(reader.tags), sorted(reader.attributes), reader.text, reader.open_tags]))
)";

QByteArray bytesOfText(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

}

class ColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void csv_isReadByPython();
    void csv_hasNoFormulas();
    void html_hasNoTagsFromPayload();
    void jsonLines_areReadByJq();
    void nothingOfThePayload_whereItIsLeftOut();

private:
    std::unique_ptr<PlayedSession> m_played;
};

void ColumnsTest::initTestCase()
{
    m_played = std::make_unique<PlayedSession>(hostileScenario());
    QVERIFY2(m_played->passed(), m_played->problem().c_str());
    addHostileWords(m_played->session());
    m_played->session().drain();
    QTRY_VERIFY((m_played->session().drain(), m_played->session().told() > 25));
}

void ColumnsTest::csv_isReadByPython()
{
    const std::string text = m_played->exported(ExportFormat::Csv);
    const auto read = readBy(u"python3"_s, {u"-c"_s, QString::fromLatin1(kCsvReader)}, bytesOfText(text));
    if (!read.started) {
        QSKIP("python3 is not installed");
    }
    QVERIFY2(read.code == 0, read.errors.constData());
    const QJsonArray lines = QJsonDocument::fromJson(read.output).array();
    const QJsonArray header = lines.first().toArray();
    const auto column = [&](const char* name) {
        for (qsizetype i = 0; i < header.size(); ++i) {
            if (header[i].toString() == QLatin1String(name)) {
                return i;
            }
        }
        return qsizetype {-1};
    };
    qsizetype line = 1;
    const EventStore& store = m_played->session().store();
    for (Row row = 0; row < store.size(); ++row) {
        const Event event = store.event(row);
        if (isObservation(event.kind)) {
            continue;
        }
        const QJsonArray cells = lines[line++].toArray();
        QCOMPARE(cells.size(), header.size());
        QCOMPARE(cells[column("row")].toString(), QString::number(row));
        if (event.kind == EventKind::Call) {
            QCOMPARE(cells[column("ret")].toString(), QString::number(event.result));
            const auto data = store.data(row);
            const bool moves = sendsData(event.call) || receivesData(event.call);
            QCOMPARE(QByteArray::fromBase64(cells[column("data_base64")].toString().toLatin1()),
                moves ? QByteArray(
                    reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size()))
                      : QByteArray());
        }
    }
    QCOMPARE(line, lines.size());
}

void ColumnsTest::csv_hasNoFormulas()
{
    const std::string text = m_played->exported(ExportFormat::Csv);
    const auto read = readBy(u"python3"_s, {u"-c"_s, QString::fromLatin1(kCsvReader)}, bytesOfText(text));
    if (!read.started) {
        QSKIP("python3 is not installed");
    }
    int defused = 0;
    const QJsonArray lines = QJsonDocument::fromJson(read.output).array();
    for (const QJsonValue line : lines) {
        const QJsonArray cells = line.toArray();
        for (const QJsonValue value : cells) {
            const QString cell = value.toString();
            bool isNumber = false;
            static_cast<void>(cell.toLongLong(&isNumber));
            QVERIFY2(isNumber || cell.isEmpty() || !u"=+-@\t\r\n"_s.contains(cell.front()), qPrintable(cell));
            defused += cell.startsWith(u'\'') ? 1 : 0;
        }
    }
    QVERIFY(defused >= 8); // two remarks, and the actor of six
}

void ColumnsTest::html_hasNoTagsFromPayload()
{
    const std::string text = m_played->exported(ExportFormat::Html, {true, "<i>a title</i>"});
    const auto read = readBy(u"python3"_s, {u"-c"_s, QString::fromLatin1(kHtmlReader)}, bytesOfText(text));
    if (!read.started) {
        QSKIP("python3 is not installed");
    }
    QVERIFY2(read.code == 0, read.errors.constData());
    const QJsonArray found = QJsonDocument::fromJson(read.output).array();
    QStringList tags;
    for (const QJsonValue tag : found[0].toArray()) {
        tags += tag.toString();
    }
    QCOMPARE(
        tags.join(u' '), u"body code h1 head html meta p span style table tbody td th thead time title tr"_s);
    for (const QJsonValue attribute : found[1].toArray()) {
        QVERIFY(!attribute.toString().startsWith(u"on") && attribute.toString() != u"src"_s);
    }
    const QString words = found[2].toString();
    QVERIFY(words.contains(u"<i>a title</i>"_s) && words.contains(u"</script><script>alert(1)</script>"_s));
    QVERIFY(words.contains(u"<b>\"actor\"</b>&amp;"_s));
    QVERIFY(found[3].toArray().isEmpty());
}

void ColumnsTest::jsonLines_areReadByJq()
{
    const std::string text = m_played->exported(ExportFormat::JsonLines);
    const auto read = readBy(
        u"jq"_s, {u"-c"_s, u"-s"_s, u"[length, (map(.data.bytes // 0) | add)]"_s}, bytesOfText(text));
    if (!read.started) {
        QSKIP("jq is not installed");
    }
    QVERIFY2(read.code == 0, read.errors.constData());
    std::uint64_t bytes = 0;
    const EventStore& store = m_played->session().store();
    for (Row row = 0; row < store.size(); ++row) {
        const Event event = store.event(row);
        bytes += sendsData(event.call) || receivesData(event.call) ? event.dataSize : 0;
    }
    QCOMPARE(read.output.trimmed(),
        QByteArray::fromStdString(
            '[' + std::to_string(m_played->session().told()) + ',' + std::to_string(bytes) + ']'));
}

void ColumnsTest::nothingOfThePayload_whereItIsLeftOut()
{
    for (const ExportFormatRow& row : exportFormats()) {
        const std::string text = m_played->exported(row.format, {false, {}});
        QVERIFY2(text.find("alert(1)") == std::string::npos, row.word.data());
        QVERIFY2(text.find("calc") == std::string::npos, row.word.data());
        QVERIFY2(text.find("PHNjcmlwdD5") == std::string::npos, row.word.data()); // base64
    }
}

QTEST_GUILESS_MAIN(ColumnsTest)
#include "columns_test.moc"

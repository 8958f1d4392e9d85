// The picture as XML readers see it: well-formed whatever was sent, nothing that runs, nothing from outside.

#include <QTest>
#include <QXmlStreamReader>
#include <set>

#include "model/export/export_run.h"
#include "netcore/base/quoted.h"
#include "tests/export/played_session.h"
#include "tests/export/real_reader.h"

using namespace model;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

struct Read {
    std::set<QString> elements;
    std::set<QString> attributes;
    QStringList texts;
    QString problem;
};

Read read(const std::string& svg)
{
    Read found;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            found.elements.insert(reader.name().toString());
            for (const QXmlStreamAttribute& attribute : reader.attributes()) {
                found.attributes.insert(attribute.name().toString());
            }
        }
        if (reader.isCharacters() && !reader.isWhitespace()) {
            found.texts += reader.text().toString();
        }
        found.problem += reader.isDTD() ? u"a DTD"_s : QString();
    }
    found.problem += reader.hasError() ? reader.errorString() : QString();
    return found;
}

}

class SvgTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtIn_saysWhatHappened();
    void hostile_isOnlyText();
    void hostile_isReadByPython();
    void nothingOfThePayload_whereItIsLeftOut();
    void long_isCutAndSaysSo();
};

void SvgTest::builtIn_saysWhatHappened()
{
    const PlayedSession played(PlayedSession::builtInText(u"tcp-echo"_s));
    QVERIFY2(played.passed(), played.problem().c_str());
    ExportOptions options;
    options.title = "tcp <echo>";
    const Read picture = read(played.exported(ExportFormat::Svg, options));
    QCOMPARE(picture.problem, QString());
    QVERIFY(picture.texts.contains(u"tcp <echo>"_s));
    QVERIFY(picture.texts.contains(u"send \"hello\" · 5 B"_s));
    const QString all = picture.texts.join(u'\n');
    QVERIFY(all.contains(u" listener"_s));
    QVERIFY(all.contains(u" accepted"_s));
    QVERIFY(all.contains(u" client"_s));
    QVERIFY(all.contains(u"connect → 127.0.0.1:"_s));
}

void SvgTest::hostile_isOnlyText()
{
    PlayedSession played(hostileScenario());
    QVERIFY2(played.passed(), played.problem().c_str());
    addHostileWords(played.session());
    QTRY_VERIFY((played.session().drain(), played.session().told() > 25));
    ExportOptions options;
    options.title = "</title><script>alert(1)</script>\x01\xff";
    const Read picture = read(played.exported(ExportFormat::Svg, options));
    QCOMPARE(picture.problem, QString());
    const std::set<QString> elements {
        u"svg"_s, u"title"_s, u"g"_s, u"rect"_s, u"line"_s, u"polygon"_s, u"text"_s};
    for (const QString& element : picture.elements) {
        QVERIFY2(elements.contains(element), qPrintable(element));
    }
    for (const QString& attribute : picture.attributes) {
        QVERIFY2(!attribute.startsWith(u"on"_s) && !attribute.contains(u"href"_s) && attribute != u"style"_s,
            qPrintable(attribute));
    }
}

void SvgTest::hostile_isReadByPython()
{
    PlayedSession played(hostileScenario());
    QVERIFY2(played.passed(), played.problem().c_str());
    const auto result = readBy(u"python3"_s,
        {u"-c"_s,
            u"import sys, xml.etree.ElementTree as t\n"
            "root = t.fromstring(sys.stdin.buffer.read())\n"
            "print(root.tag, root.get('width'))"_s},
        QByteArray::fromStdString(played.exported(ExportFormat::Svg)));
    if (!result.started) {
        QSKIP("python3 is not installed");
    }
    QVERIFY2(result.code == 0, result.errors.constData());
    QVERIFY(result.output.startsWith("{http://www.w3.org/2000/svg}svg "));
}

void SvgTest::nothingOfThePayload_whereItIsLeftOut()
{
    const PlayedSession played(PlayedSession::builtInText(u"tcp-echo"_s));
    const std::string svg = played.exported(ExportFormat::Svg, {false, {}});
    QVERIFY(svg.find("hello") == std::string::npos);
    QVERIFY(svg.find("send · 5 B") != std::string::npos);
}

void SvgTest::long_isCutAndSaysSo()
{
    EventStore store;
    const SocketGraph graph;
    for (int i = 0; i < 2'100; ++i) {
        Event event {};
        event.kind = EventKind::Note;
        event.dataSize = event.payloadSize = 8;
        store.append(event, bytesOf("a remark"));
    }
    const ExportSource source(store, graph);
    std::string svg;
    ExportRun run(makeExporter(ExportFormat::Svg, source), store, [&](std::string_view bytes) {
        svg += bytes;
        return 0;
    });
    QCOMPARE(run.finish(), ExportRun::State::Done);
    const Read picture = read(svg);
    QCOMPARE(picture.problem, QString());
    QCOMPARE(picture.texts.count(u"a remark"_s), 2'000);
    QCOMPARE(picture.texts.last(), u"100 more events are not in this picture: a filter narrows them down."_s);
}

QTEST_GUILESS_MAIN(SvgTest)
#include "svg_test.moc"

// sockscope-cli log, and run --save: what is kept can be written in every form, and nothing is harmed by it.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/program.h"

using namespace Qt::StringLiterals;
using cliTest::contentOf;
using cliTest::pipeline;
using cliTest::run;
using cliTest::shell;

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formats_data();
    void formats();
    void format_followsTheName();
    void filter_leavesRows();
    void usage_data();
    void usage();
    void input_data();
    void input();
    void payload_canBeLeftOut();
    void out_isOldOrNew();
    void out_isARegularFileOnly_data();
    void out_isARegularFileOnly();
    void out_canBeAPipe();
    void output_closedEarly();
    void save_refusesOthers();
    void scenario_runsAgain();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    QString m_session;
};

void LogTest::initTestCase()
{
    m_session = path("echo.sockscope");
    const auto ran = run({u"run"_s, u"tcp-echo"_s, u"--save"_s, m_session});
    QVERIFY2(ran.code == 0, ran.err.constData());
    struct stat found { };
    QCOMPARE(::stat(QFile::encodeName(m_session).constData(), &found), 0);
    QCOMPARE(found.st_mode & 07777U, 0600U);
}

void LogTest::formats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("text") << u"text"_s << QByteArray("\n> A socket starts");
    QTest::newRow("jsonl") << u"jsonl"_s << QByteArray("{\"seq\":1,");
    QTest::newRow("csv") << u"csv"_s << QByteArray("row,kind,time,");
    QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("c") << u"c"_s << QByteArray("/* A session");
    QTest::newRow("scn") << u"scn"_s << QByteArray("title  echo\n");
    QTest::newRow("pcapng") << u"pcapng"_s << QByteArray("\n\r\r\n");
    QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml version=");
}

void LogTest::formats()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begins);
    const auto written = run({u"log"_s, m_session, u"--to"_s, format});
    QVERIFY2(written.code == 0, written.err.constData());
    QVERIFY2(written.out.startsWith(begins), written.out.left(200).constData());
    QVERIFY(written.err.isEmpty());
    QCOMPARE(run({u"log"_s, u"--to"_s, format, u"--out"_s, path("out"), m_session}).code, 0);
    QCOMPARE(contentOf(path("out")), written.out);
}

void LogTest::format_followsTheName()
{
    QCOMPARE(run({u"log"_s, m_session, u"--out"_s, path("a.csv")}).code, 0);
    QVERIFY(contentOf(path("a.csv")).startsWith("row,kind,"));
}

void LogTest::filter_leavesRows()
{
    const auto sends = run({u"log"_s, m_session, u"--filter"_s, u"call == send"_s});
    QCOMPARE(sends.code, 0);
    QCOMPARE(sends.out.count('\n'), 3);
    QCOMPARE(sends.out.count(": send("), 3);
    const auto none = run({u"log"_s, m_session, u"--filter"_s, u"took > 1000s"_s});
    QCOMPARE(none.code, 0);
    QCOMPARE(none.out, QByteArray());
}

void LogTest::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no file") << QStringList {} << QByteArray("One session, please.");
    QTest::newRow("two files") << QStringList {u"a"_s, u"b"_s} << QByteArray("One session, please.");
    QTest::newRow("format") << QStringList {u"a"_s, u"--to"_s, u"doc"_s}
                            << QByteArray("--to doc: one of text, ");
    QTest::newRow("filter") << QStringList {u"a"_s, u"--filter"_s, u"x == \u20ac and"_s}
                            << QByteArray("--filter, column 1: ");
    QTest::newRow("empty filter") << QStringList {u"a"_s, u"--filter"_s, QString()} << QByteArray("--filter");
}

void LogTest::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const auto result = run(QStringList {u"log"_s} + arguments);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(says), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

void LogTest::input_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("code");
    QTest::newRow("none") << path("nothing") << 66;
    QTest::newRow("a folder") << m_folder.path() << 65;
    QTest::newRow("a device") << u"/dev/null"_s << 65;
    QTest::newRow("another file") << path("text") << 65;
    QTest::newRow("half a page") << path("short") << 65;
}

void LogTest::input()
{
    QFETCH(QString, file);
    QFile text(path("text"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(QByteArray(20'000, 'x')) > 0);
    QFile start(path("short"));
    QVERIFY(start.open(QIODevice::WriteOnly) && start.write(contentOf(m_session).left(100)) > 0);
    text.close();
    start.close();
    const auto result = run({u"log"_s, file});
    QTEST(result.code, "code");
    QVERIFY(result.out.isEmpty() && !result.err.isEmpty());
}

void LogTest::payload_canBeLeftOut()
{
    const auto written = run({u"log"_s, m_session, u"--no-payload"_s, u"--filter"_s, u"call"_s});
    const auto all = run({u"log"_s, m_session, u"--no-payload"_s});
    QCOMPARE(all.code, 0);
    QVERIFY(!all.out.contains("\"hello\"") && all.out.contains("send("));
    QVERIFY(!written.out.contains("\"hello\""));
}

void LogTest::out_isOldOrNew()
{
    const QString old = path("old.csv");
    QFile file(old);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what was there") > 0);
    file.close();
    QCOMPARE(run({u"log"_s, path("nothing"), u"--out"_s, old}).code, 66);
    QCOMPARE(contentOf(old), QByteArray("what was there"));
    // A limit of the file's size is a disk that is full.
    const auto full
        = shell(u"ulimit -f 4; trap '' XFSZ; \"$CLI\" log '%1' --to html --out '%2'"_s.arg(m_session, old));
    QCOMPARE(full.code, 73);
    QCOMPARE(contentOf(old), QByteArray("what was there"));
    QCOMPARE(QDir(m_folder.path()).entryList({u".*"_s}, QDir::Files | QDir::Hidden).size(), 0);
}

void LogTest::out_isARegularFileOnly_data()
{
    QTest::addColumn<QString>("out");
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("device") << u"/dev/full"_s;
    QTest::newRow("no folder") << path("none/of/these");
}

void LogTest::out_isARegularFileOnly()
{
    QFETCH(QString, out);
    const auto result = run({u"log"_s, m_session, u"--out"_s, out});
    QCOMPARE(result.code, 73);
    QVERIFY2(result.err.startsWith(out.toUtf8() + ": "), result.err.constData());
}

void LogTest::out_canBeAPipe()
{
    const auto straight = run({u"log"_s, m_session});
    const auto fifo = pipeline(u"mkfifo '%2' && { \"$CLI\" log '%1' --out '%2' & cat '%2'; wait $!; }"_s.arg(
        m_session, path("fifo")));
    QCOMPARE(fifo.code, 0);
    QCOMPARE(fifo.out, straight.out);
    const auto device = pipeline(u"\"$CLI\" log '%1' --out /dev/stdout | cat"_s.arg(m_session));
    QCOMPARE(device.out, straight.out);
}

void LogTest::output_closedEarly()
{
    QCOMPARE(shell(u"\"$CLI\" log '%1' --to html | true"_s.arg(m_session)).code, 0);
    QCOMPARE(shell(u"\"$CLI\" log '%1' > /dev/full"_s.arg(m_session)).code, 73);
}

void LogTest::save_refusesOthers()
{
    const auto result = run({u"run"_s, u"tcp-echo"_s, u"--save"_s, m_folder.path()});
    QCOMPARE(result.code, 73);
    QVERIFY2(result.err.contains("is not a regular file"), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

void LogTest::scenario_runsAgain()
{
    const QString scenario = path("again.scn");
    QCOMPARE(run({u"log"_s, m_session, u"--out"_s, scenario}).code, 0);
    const auto again = run({u"run"_s, scenario});
    QVERIFY2(again.code == 0, again.err.constData());
}

QTEST_GUILESS_MAIN(LogTest)
#include "log_test.moc"

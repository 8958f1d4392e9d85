// sockscope-cli run: what it tells by its exit code, and that it tidies up however it ends.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <csignal>
#include <sys/types.h>

#include "tests/cli/program.h"

using namespace Qt::StringLiterals;
using cliTest::run;

class RunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exitCode_data();
    void exitCode();
    void failure_saysWhatWasExpected();
    void remote_needsPermission();
    void variables_areGivenByTheCommandLine();
    void junit_isARealReport();
    void signal_endsTidily_data();
    void signal_endsTidily();

private:
    QString file(const QString& name, const QByteArray& content)
    {
        QFile made(m_folder.filePath(name));
        if (made.open(QIODevice::WriteOnly)) {
            made.write(content);
        }
        return made.fileName();
    }

    QTemporaryDir m_folder;
};

void RunTest::exitCode_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const QByteArray listener = "l = socket(AF_INET, SOCK_STREAM, 0)\nbind(l, 127.0.0.1:0)\nlisten(l, 1)\n";
    QTest::newRow("nothing to do") << QByteArray() << 0;
    QTest::newRow("passed") << listener + "accept(l) blocks\n" << 0;
    QTest::newRow("failed") << listener + "listen(l, 1) = 5\n" << 1;
    QTest::newRow("timed out") << listener + "accept(l)\n" << 124;
    QTest::newRow("not permitted") << QByteArray("l = socket(AF_INET, SOCK_STREAM, 0)\nlisten(l, 1)\n") << 77;
}

void RunTest::exitCode()
{
    QFETCH(QByteArray, text);
    const auto result
        = run({u"run"_s, file(u"code.scn"_s, text), u"--timeout"_s, u"300ms"_s, u"--seed"_s, u"7"_s});
    QTEST(result.code, "code");
    QVERIFY(!result.err.isEmpty());
}

void RunTest::failure_saysWhatWasExpected()
{
    const QString path = file(u"fails.scn"_s,
        "actor a\n\na: u = socket(AF_UNIX, SOCK_DGRAM, 0)\n"
        "a: recv(u, 9, MSG_DONTWAIT) = 3 \"abc\"\n");
    const auto result = run({u"run"_s, path});
    QCOMPARE(result.code, 1);
    QCOMPARE(result.err,
        path.toUtf8()
            + ":4: a: recv(u, 9, MSG_DONTWAIT) = 3 \"abc\"\n    expected  3 \"abc\"\n    got       -1 "
              "EAGAIN\n");
}

void RunTest::remote_needsPermission()
{
    const QString path = file(u"wide.scn"_s, "l = socket(AF_INET, SOCK_STREAM, 0)\nbind(l, 0.0.0.0:0) = 0\n");
    const auto refused = run({u"run"_s, path});
    QCOMPARE(refused.code, 77);
    QVERIFY2(refused.err.contains("0.0.0.0:0"), refused.err.constData());
    QCOMPARE(run({u"run"_s, path, u"--allow-remote"_s}).code, 0);
}

void RunTest::variables_areGivenByTheCommandLine()
{
    const QString path = file(u"variable.scn"_s, "let type = SOCK_STREAM\nsocket(AF_INET, ${type}, 0)\n");
    QCOMPARE(run({u"run"_s, path}).code, 0);
    QCOMPARE(run({u"run"_s, path, u"--var"_s, u"type=SOCK_SEQPACKET"_s}).code, 1);
    QCOMPARE(run({u"run"_s, path, u"--var"_s, u"other=1"_s}).code, 2);
}

void RunTest::junit_isARealReport()
{
    const QString report = m_folder.filePath(u"report.xml"_s);
    const QString path
        = file(u"junit.scn"_s, "> a & b < c\nclose(-1) = -1 EBADF\nclose(-1) = 0\nclose(-1) = -1 EBADF\n");
    QCOMPARE(run({u"run"_s, path, u"--junit"_s, report}).code, 1);
    QFile xml(report);
    QVERIFY(xml.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&xml);
    QStringList found;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            found << reader.name().toString();
            if (found.last() == u"failure"_s) {
                QCOMPARE(reader.attributes().value(u"message"_s).toString(), u"expected 0, got -1 EBADF"_s);
            }
        }
    }
    QVERIFY(!reader.hasError());
    QCOMPARE(found,
        (QStringList {u"testsuite"_s, u"testcase"_s, u"testcase"_s, u"testcase"_s, u"failure"_s,
            u"testcase"_s, u"skipped"_s}));
}

void RunTest::signal_endsTidily_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void RunTest::signal_endsTidily()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    const QString path = file(u"sleeps.scn"_s,
        "l = socket(AF_UNIX, SOCK_STREAM, 0)\nbind(l, \"${tmp}/x\") = 0\n"
        "listen(l, 1) = 0\naccept(l)\n");
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, folder.path());
    process.setProcessEnvironment(environment);
    process.start(cliTest::programPath(), {u"run"_s, path, u"--log"_s, u"-"_s});
    QByteArray log;
    while (!log.contains("\"kind\":\"blocked\"")) {
        QVERIFY(process.waitForReadyRead(30'000));
        log += process.readAllStandardOutput();
    }
    QVERIFY(!QDir(folder.path()).isEmpty());
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(30'000));
    log += process.readAllStandardOutput();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + signal);
    QVERIFY2(log.contains("\"EINTR\"") && log.contains("\"call\":\"close\""), log.constData());
    QVERIFY(log.endsWith("}\n"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(RunTest)
#include "run_test.moc"

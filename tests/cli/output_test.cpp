// Where the words of a run go: logs, the standard output closed or full, a terminal or none.

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

#include "tests/cli/program.h"

using namespace Qt::StringLiterals;
using cliTest::contentOf;
using cliTest::pipeline;
using cliTest::run;
using cliTest::shell;

namespace {

// How many lines there are, or -1 where one is no object or out of its turn.
int goodLines(const QByteArray& jsonl)
{
    int count = 0;
    for (const QByteArray& line : jsonl.chopped(jsonl.isEmpty() ? 0 : 1).split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event[u"seq"_s].toInt() != ++count || event[u"kind"_s].toString().isEmpty()) {
            return -1;
        }
    }
    return jsonl.endsWith('\n') ? count : -1;
}

unsigned modeOf(const QString& path)
{
    struct stat found { };
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_mode & 07777U : 0U;
}

}

class OutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void log_onTheOutput();
    void log_inAFile();
    void log_inTwoForms();
    void log_overwritesRegularFilesOnly_data();
    void log_overwritesRegularFilesOnly();
    void output_closedEarly();
    void output_full();
    void descriptors_closedAtTheStart();
    void show_isPlainWithoutATerminal();
    void show_onATerminal();
    void show_canBeRunAgain();
    void hostileBytes_areEscaped();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

void OutputTest::log_onTheOutput()
{
    const auto result = run({u"run"_s, u"tcp-echo"_s, u"--log"_s, u"-"_s});
    QCOMPARE(result.code, 0);
    QVERIFY(goodLines(result.out) > 30);
    QVERIFY2(result.err.startsWith("tcp-echo: passed, "), result.err.constData());
}

void OutputTest::log_inAFile()
{
    const auto result = run({u"run"_s, u"errors"_s, u"--log"_s, path("log")});
    QCOMPARE(result.code, 0);
    QVERIFY(goodLines(contentOf(path("log"))) > 30);
    QCOMPARE(modeOf(path("log")), 0600U);
    QVERIFY(result.out.contains("# Twelve calls")); // the run is shown as well
}

void OutputTest::log_inTwoForms()
{
    QCOMPARE(run({u"run"_s, u"errors"_s, u"--log"_s, path("text"), u"--format"_s, u"text"_s}).code, 0);
    QVERIFY(contentOf(path("text")).contains("sa_family=AF_INET6, sin6_port=htons(0)"));
    const auto text = run({u"run"_s, u"errors"_s, u"--log"_s, u"-"_s, u"--format"_s, u"text"_s});
    QVERIFY(text.out.startsWith("# Twelve calls"));
}

void OutputTest::log_overwritesRegularFilesOnly_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("code");
    QFile old(path("old"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(QByteArray(1 << 20, 'x'));
    old.close();
    ::mkfifo(QFile::encodeName(path("pipe")).constData(), S_IRUSR | S_IWUSR);
    QTest::newRow("an old file") << path("old") << 0;
    QTest::newRow("a pipe") << path("pipe") << 73;
    QTest::newRow("a folder") << m_folder.path() << 73;
    QTest::newRow("a device") << u"/dev/null"_s << 73;
    QTest::newRow("no folder") << path("none/log") << 73;
}

void OutputTest::log_overwritesRegularFilesOnly()
{
    QFETCH(QString, target);
    QFETCH(int, code);
    const auto result = run({u"run"_s, u"unix-datagram"_s, u"--log"_s, target});
    QCOMPARE(result.code, code);
    if (code == 0) {
        QVERIFY(goodLines(contentOf(target)) > 0);
    } else {
        QVERIFY2(result.err.contains(target.toUtf8() + ": "), result.err.constData());
    }
}

void OutputTest::output_closedEarly()
{
    for (const char* format : {"text", "jsonl"}) {
        const auto result
            = pipeline(u"\"$CLI\" run tcp-echo --log - --format %1 | head -n 1"_s.arg(QLatin1String(format)));
        QCOMPARE(result.code, 0);
        QCOMPARE(result.out.count('\n'), 1);
    }
    QCOMPARE(pipeline(u"\"$CLI\" --help | head -n 1"_s).code, 0);
}

void OutputTest::output_full()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("there is no /dev/full");
    }
    QCOMPARE(shell(u"\"$CLI\" run tcp-echo > /dev/full"_s).code, 73);
    QCOMPARE(shell(u"\"$CLI\" scenarios > /dev/full"_s).code, 73);
}

void OutputTest::descriptors_closedAtTheStart()
{
    const QString log = path("bare");
    QCOMPARE(shell(u"\"$CLI\" run unix-datagram --log '%1' <&- >&- 2>&-"_s.arg(log)).code, 0);
    const QByteArray lines = contentOf(log);
    QVERIFY(goodLines(lines) > 0);
    for (const QByteArray& line : lines.split('\n')) {
        const auto event = QJsonDocument::fromJson(line).object();
        QVERIFY(event[u"call"_s].toString() != u"socket"_s || event[u"ret"_s].toInt() > 2);
    }
}

void OutputTest::show_isPlainWithoutATerminal()
{
    const auto result = run({u"run"_s, u"tcp-echo"_s});
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.contains("# A TCP echo server and its client\n"));
    QVERIFY(result.out.contains("\n> A socket starts without an address"));
    QVERIFY(result.out.contains("server: listen("));
    QVERIFY(!result.out.contains('\033'));
}

void OutputTest::show_onATerminal()
{
    if (QStandardPaths::findExecutable(u"script"_s).isEmpty()) {
        QSKIP("script(1) is not installed: no terminal to look at");
    }
    const QString script
        = u"env %1 script -qec 'stty cols 60; \"$CLI\" run errors --log -' /dev/null < /dev/null"_s;
    const auto coloured = shell(script.arg(u"-u NO_COLOR TERM=xterm"_s));
    QVERIFY(coloured.out.contains("\033[1;31m-1 EADDRINUSE\033[0m"));
    QVERIFY(coloured.out.contains("{AF_INET6, [::1]:0}"));
    const auto plain = shell(script.arg(u"NO_COLOR=1 TERM=xterm"_s));
    QVERIFY(!plain.out.contains('\033'));
    for (const QByteArray& line : plain.out.split('\n')) {
        QVERIFY2(!line.startsWith('>') || line.size() <= 61, line.constData()); // and the terminal's \r
    }
}

// What the log prints can be pasted into a scenario and runs.
void OutputTest::show_canBeRunAgain()
{
    for (const char* name : {"tcp-echo", "udp-echo", "accept-blocks"}) {
        const auto first = run({u"run"_s, QLatin1String(name)});
        QFile copy(path("again.scn"));
        QVERIFY(copy.open(QIODevice::WriteOnly | QIODevice::Truncate));
        copy.write(first.out);
        copy.close();
        const auto second = run({u"run"_s, copy.fileName(), u"--timeout"_s, u"20s"_s});
        QVERIFY2(second.code == 0, second.err.constData());
    }
}

void OutputTest::hostileBytes_areEscaped()
{
    QFile scenario(path("hostile.scn"));
    QVERIFY(scenario.open(QIODevice::WriteOnly));
    scenario.write("u = socket(AF_UNIX, SOCK_DGRAM, 0)\nbind(u, \"@\\x1b]0;x\\x07${tmp}\")\n"
                   "send(u, \"\\x1b[2J\\xff\\r\\n\") = -1 ENOTCONN\n");
    scenario.close();
    const auto text = run({u"run"_s, scenario.fileName()});
    QVERIFY2(text.code == 65 || text.code == 0, text.err.constData());
    const auto jsonl = run({u"run"_s, scenario.fileName(), u"--log"_s, u"-"_s});
    for (const QByteArray& all : {text.out, text.err, jsonl.out, jsonl.err}) {
        for (const char c : all) {
            QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
        }
    }
}

QTEST_GUILESS_MAIN(OutputTest)
#include "output_test.moc"

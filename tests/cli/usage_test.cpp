// Help, versions, wrong usage, and input that is not there or no good: exit codes, and where the words go.

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/program.h"

using namespace Qt::StringLiterals;
using cliTest::run;

class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void help_data();
    void help();
    void wrongUsage_data();
    void wrongUsage();
    void badInput_data();
    void badInput();
    void problem_namesItsPlace();
    void scenarios_list();
    void check_saysWhatWillHappen();
    void check_doesNothing();

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

void UsageTest::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("-h") << QStringList {u"-h"_s} << QByteArray("sockscope-cli COMMAND");
    QTest::newRow("--help") << QStringList {u"--help"_s} << QByteArray("scenarios");
    QTest::newRow("run --help") << QStringList {u"run"_s, u"--help"_s} << QByteArray("--allow-remote");
    QTest::newRow("run -h x") << QStringList {u"run"_s, u"x"_s, u"-h"_s} << QByteArray("FILE|NAME");
    QTest::newRow("check -h") << QStringList {u"check"_s, u"-h"_s} << QByteArray("check");
    QTest::newRow("-v") << QStringList {u"-v"_s} << QByteArray("sockscope-cli ");
    QTest::newRow("--version") << QStringList {u"--version"_s} << QByteArray("sockscope-cli ");
    QTest::newRow("scenarios -v") << QStringList {u"scenarios"_s, u"-v"_s} << QByteArray("sockscope-cli ");
    QTest::newRow("--") << QStringList {u"--"_s, u"scenarios"_s, u"--json"_s} << QByteArray("tcp-echo");
}

void UsageTest::help()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const auto result = run(arguments);
    QCOMPARE(result.code, 0);
    QVERIFY2(result.out.contains(says), result.out.constData());
    QCOMPARE(result.err, QByteArray());
}

void UsageTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QString& line) {
        QTest::newRow(qPrintable(line)) << line.split(u' ', Qt::SkipEmptyParts);
    };
    for (const QString& line : {u""_s, u"frobnicate"_s, u"--frobnicate"_s, u"-- --help"_s, u"sockets"_s,
             u"tap"_s, u"log"_s, u"run"_s, u"run a b"_s, u"run --frobnicate tcp-echo"_s, u"run --save"_s,
             u"run --format xml tcp-echo"_s, u"run --timeout 5 tcp-echo"_s, u"run --timeout 0s tcp-echo"_s,
             u"run --seed x tcp-echo"_s, u"run --var x tcp-echo"_s, u"run tcp-echo --log"_s, u"scenarios x"_s,
             u"check"_s}) {
        row(line);
    }
}

void UsageTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const auto result = run(arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

void UsageTest::badInput_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const QString pipe = m_folder.filePath(u"pipe"_s);
    ::mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR);
    QTest::newRow("missing") << m_folder.filePath(u"none.scn"_s) << 66 << QByteArray("No such file");
    QTest::newRow("no such name") << u"no-such-lesson"_s << 66 << QByteArray("Built in are: tcp-echo");
    QTest::newRow("folder") << m_folder.path() << 65 << QByteArray("is a folder");
    QTest::newRow("pipe") << pipe << 65 << QByteArray("not a regular file");
    QTest::newRow("endless") << u"/dev/zero"_s << 65 << QByteArray("not a regular file");
    QTest::newRow("huge") << file(u"huge"_s, QByteArray(5 << 20, '\n')) << 65 << QByteArray("larger than");
    QTest::newRow("binary") << file(u"binary"_s, QByteArray("a\xff\0b", 4)) << 65
                            << QByteArray("the byte 0xff");
    QTest::newRow("escape") << file(u"escape"_s, "> \x1b[2J\n") << 65 << QByteArray("U+001B");
    QTest::newRow("include") << file(u"include"_s, "include \"x\"\n") << 65 << QByteArray("expected");
    QTest::newRow("environment") << file(u"environment"_s, "> ${HOME}\n") << 65 << QByteArray("${HOME}");
    if (::geteuid() != 0) {
        const QString secret = file(u"secret"_s, "close(-1)\n");
        QFile::setPermissions(secret, {});
        QTest::newRow("unreadable") << secret << 66 << QByteArray("Permission denied");
    }
}

void UsageTest::badInput()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    for (const char* command : {"run", "check"}) {
        const auto result = run({QLatin1String(command), path});
        QCOMPARE(result.code, code);
        QVERIFY2(result.err.contains(says), result.err.constData());
        QCOMPARE(result.out, QByteArray());
    }
}

void UsageTest::problem_namesItsPlace()
{
    const QString path = file(u"bad.scn"_s, "# one\nlisten(nobody, 5)\nwait soon\n");
    const auto result = run({u"run"_s, path});
    QCOMPARE(result.code, 65);
    const QByteArray name = path.toUtf8();
    QVERIFY2(result.err.startsWith(name + ":2:8: found 'nobody', expected a socket"), result.err.constData());
    QVERIFY2(result.err.contains(name + ":3:6: found 'soon', expected a time"), result.err.constData());
}

void UsageTest::scenarios_list()
{
    const auto text = run({u"scenarios"_s});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.startsWith("tcp-echo "));
    const auto json = run({u"scenarios"_s, u"--json"_s});
    const QJsonArray all = QJsonDocument::fromJson(json.out).array();
    QCOMPARE(all.size(), text.out.count('\n'));
    QCOMPARE(all.first().toObject()[u"name"_s].toString(), u"tcp-echo"_s);
    QVERIFY(!all.first().toObject()[u"title"_s].toString().isEmpty());
    QVERIFY(all.first().toObject()[u"tags"_s].toArray().contains(u"stream"_s));
}

void UsageTest::check_saysWhatWillHappen()
{
    const QString path = file(u"remote.scn"_s,
        "let port = 80\ns = socket(AF_INET, SOCK_STREAM, 0)\n"
        "connect(s, 192.0.2.1:${port})\nwait 20ms\n");
    const auto result = run({u"check"_s, path, u"--var"_s, u"port=81"_s});
    QCOMPARE(result.code, 0);
    QVERIFY2(result.out.contains("3 steps, 2 calls, 1 socket"), result.out.constData());
    QVERIFY2(result.out.contains("! line 3     connect   192.0.2.1:81\n"), result.out.constData());
    QVERIFY2(result.out.contains("--allow-remote"), result.out.constData());
}

void UsageTest::check_doesNothing()
{
    const auto result = run({u"check"_s, u"unix-stream"_s});
    QCOMPARE(result.code, 0);
    QVERIFY2(result.out.contains("bind      ${tmp}/echo"), result.out.constData());
    QVERIFY2(result.out.contains("stays on this machine"), result.out.constData());
}

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"

// The log against strace: of each built-in scenario the two must agree call by call, thread by thread, in
// name, result and errno.

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <map>
#include <set>

#include "model/scenario/library.h"
#include "netcore/names/calls.h"
#include "tests/support/loopback.h"

using namespace Qt::StringLiterals;

namespace {

using Calls = QStringList; // "bind = -1 EADDRINUSE", in order
using ByThread = std::map<int, Calls>;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What libc's functions are called in the kernel.
QString kernelName(const QString& name)
{
    return name == u"send"_s ? u"sendto"_s : name == u"recv"_s ? u"recvfrom"_s : name;
}

ByThread callsInLog(const QByteArray& log)
{
    ByThread threads;
    for (const QByteArray& line : log.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        const bool isLibrarys = event[u"call"_s].toString() == u"getaddrinfo"_s; // it calls on another thread
        if (event[u"kind"_s].toString() != u"call"_s || isLibrarys) {
            continue;
        }
        const QString error = event[u"errno"_s].toString();
        threads[event[u"tid"_s].toInt()] << kernelName(event[u"call"_s].toString()) + u" = "_s
                + QString::number(event[u"ret"_s].toInt()) + (error.isEmpty() ? error : u' ' + error);
    }
    return threads;
}

bool isLogged(const QString& name)
{
    return netcore::callNamed(name.toStdString()).has_value();
}

// Sockscope asks what came out of a message, once for each descriptor.
bool asksWhatItIs(const QString& name, const QString& arguments)
{
    static const QRegularExpression kind(uR"(SO_(DOMAIN|TYPE|PROTOCOL), )"_s);
    return name == u"getsockopt"_s && kind.match(arguments).hasMatch();
}

bool isAboutFile(const QString& name, const QString& arguments, std::set<QString>& files)
{
    const QString number = arguments.section(u',', 0, 0);
    const bool moves = name == u"read"_s || name == u"write"_s;
    return name == u"close"_s ? files.erase(number) > 0 : moves && files.contains(number);
}

// fcntl() gives flags: 0x802.
QString decimal(const QString& number)
{
    bool isNumber = false;
    const int value = number.toInt(&isNumber, 0);
    return isNumber ? QString::number(value) : number;
}

// Of one thread. Files that it looks at on its own account (/proc) are left out, with their close().
Calls callsInTrace(const QByteArray& trace)
{
    static const QRegularExpression form(uR"(^(\w+)\((.*)\)\s+= (-?\w+|\?)(?: (E\w+))?)"_s);
    static const QRegularExpression number(uR"(\d+)"_s);
    Calls calls;
    std::set<QString> files;
    for (const QByteArray& line : trace.split('\n')) {
        const auto match = form.match(QString::fromUtf8(line));
        if (!match.hasMatch()) {
            continue;
        }
        const QString name = match.captured(1);
        const bool follows = !calls.isEmpty() && calls.back().startsWith(u"recvmsg"_s);
        if (follows && asksWhatItIs(name, match.captured(2))) {
            continue;
        }
        if (name == u"openat"_s) {
            files.insert(match.captured(3));
        } else if (name.startsWith(u"pipe"_s)) { // a sanitizer's way to look at memory
            for (auto end = number.globalMatch(match.captured(2)); end.hasNext();) {
                files.insert(end.next().captured());
            }
        } else if (isLogged(name) && !isAboutFile(name, match.captured(2), files)) {
            const bool interrupted
                = match.captured(4) == u"ERESTARTSYS"_s; // strace's word; the program gets EINTR
            const QString error = interrupted ? u"EINTR"_s : match.captured(4);
            calls << name + u" = "_s + (interrupted ? u"-1"_s : decimal(match.captured(3)))
                    + (error.isEmpty() ? error : u' ' + error);
        }
    }
    return calls;
}

}

class StraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void log_agreesWithStrace_data();
    void log_agreesWithStrace();

private:
    QString m_strace;
};

void StraceTest::initTestCase()
{
    m_strace = QStandardPaths::findExecutable(u"strace"_s);
    if (m_strace.isEmpty()) {
        QSKIP("strace is not installed: the log was NOT compared with the kernel's calls");
    }
    if (QProcess::execute(m_strace, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s}) != 0) {
        QSKIP(
            "strace may not trace here (ptrace is denied): the log was NOT compared with the kernel's calls");
    }
}

void StraceTest::log_agreesWithStrace_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : model::scenario::builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void StraceTest::log_agreesWithStrace()
{
    QFETCH(QString, name);
    if (name == u"ipv6-stream"_s && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no ::1");
    }
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"log"_s);
    QProcess strace;
    strace.setProcessChannelMode(QProcess::MergedChannels);
    strace.start(m_strace,
        {u"-ff"_s, u"-qq"_s, u"-e"_s,
            u"trace=network,close,fchmod,openat,pipe,pipe2,read,write,fcntl,dup,poll,ioctl"_s, u"-e"_s,
            u"signal=none"_s, u"-o"_s, folder.filePath(u"trace"_s), QStringLiteral(SOCKSCOPE_CLI), u"run"_s,
            name, u"--log"_s, log});
    QVERIFY(strace.waitForFinished(90'000));
    QVERIFY2(strace.exitCode() == 0, strace.readAll().constData());
    const ByThread threads = callsInLog(contentOf(log));
    QVERIFY(!threads.empty() || name == u"names"_s);
    for (const auto& [tid, calls] : threads) {
        QCOMPARE(callsInTrace(contentOf(folder.filePath(u"trace.%1"_s.arg(tid)))), calls);
    }
}

QTEST_GUILESS_MAIN(StraceTest)
#include "strace_test.moc"

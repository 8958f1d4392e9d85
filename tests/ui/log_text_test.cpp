// Rows in words: as they are painted, told and copied.

#include <QTest>
#include <sys/socket.h>

#include "tests/ui/made_log.h"
#include "ui/log/log_copy.h"
#include "ui/log/log_row_text.h"

using namespace ui;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

LogSelection one(std::uint64_t row)
{
    LogSelection rows;
    rows.add(row, row + 1);
    return rows;
}

}

class LogTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_columns();
    void text_threadsHaveNames();
    void text_wantedColumns();
    void text_sleepingCall();
    void text_hostileNote_data();
    void text_hostileNote();
    void text_hugeNoteIsCut();
    void toolTip_hasMeaning();
    void copy_lines();
    void copy_isComplete();
    void copy_hexAndC();
};

void LogTextTest::text_columns()
{
    MadeLog log;
    log.addStory();
    log.publish();
    const LogRowText row = logRowText(log.source(), 1);
    QCOMPARE(row.time, u"00:14.310022"_s);
    QCOMPARE(row.socket, u"7"_s);
    QCOMPARE(row.domain, AF_INET);
    QCOMPARE(row.thread, u"w1"_s);
    QCOMPARE(row.call, u"bind(7, {AF_INET, 127.0.0.1:80}, 16)"_s);
    QCOMPARE(row.call.left(row.nameLength), u"bind"_s);
    QCOMPARE(row.result, u"= -1 EADDRINUSE"_s);
    QCOMPARE(row.state, RowState::Failed);
    QCOMPARE(logRowText(log.source(), 0).socket, u"7"_s); // socket(): the one it made
    QCOMPARE(logRowText(log.source(), 4).thread, u"w2"_s);
}

void LogTextTest::text_threadsHaveNames()
{
    MadeLog log;
    log.actor = u"server\x1b[31m"_s;
    MadeLog::Facts facts;
    facts.actor = ActorId {1};
    log.call(log.addSocket(7, AF_INET), calls::listen(1), facts);
    log.publish();
    QCOMPARE(logRowText(log.source(), 0).thread, u"server␛[31m"_s);
}

void LogTextTest::text_wantedColumns()
{
    MadeLog log;
    log.addStory();
    log.publish();
    LogSource source = log.source();
    source.wallClock = -static_cast<std::int64_t>(MadeLog::kStart) + 3'600'000'000'000; // began at 01:00 UTC
    source.peer = [](SocketId) { return u"10.0.0.1:80"_s; };
    LogRowWants wants;
    wants.clock = wants.since = wants.data = wants.peer = true;
    LogRowText row = logRowText(source, 6, wants);
    QCOMPARE(row.number, u"6"_s);
    QVERIFY(row.clock.endsWith(u":22.700381"_s)); // hours depend on the place
    QCOMPARE(row.clock.size(), 15);
    QCOMPARE(row.since, u"+3.580 s"_s);
    QCOMPARE(row.data, u"hello"_s);
    QCOMPARE(row.size, u"5"_s);
    QCOMPARE(row.peer, u"10.0.0.1:80"_s);
    QCOMPARE(row.error, QString());
    QCOMPARE(row.nanoseconds, 12'000U);
    wants.hex = true;
    QCOMPARE(logRowText(source, 6, wants).data, u"68 65 6c 6c 6f"_s);
    row = logRowText(source, 1, wants);
    QCOMPARE(row.error, u"EADDRINUSE"_s);
    QCOMPARE(row.peer, u"127.0.0.1:80"_s); // the call's own address comes first
    QCOMPARE(logRowText(source, 0, wants).since, QString());
    QCOMPARE(logRowText(source, 9, wants).data, QString()); // of a sleeping call: nothing moved
}

void LogTextTest::text_sleepingCall()
{
    MadeLog log;
    const SocketId socket = log.addSocket(7, AF_INET);
    MadeLog::Facts facts;
    facts.end = 2'000'000;
    facts.took = 1'000'000;
    facts.ticket = Ticket {3};
    log.blocked(socket, calls::recv(100), facts);
    log.publish();
    log.now = MadeLog::kStart + 3'201'000'000;
    LogRowText row = logRowText(log.source(), 0);
    QCOMPARE(row.state, RowState::Blocked);
    QCOMPARE(row.result, u"blocked ⋯"_s);
    QCOMPARE(row.took, u"3.2 s"_s);
    log.now = MadeLog::kStart + 83'001'000'000;
    QCOMPARE(logRowText(log.source(), 0).took, u"1:23 min"_s);
    log.now = MadeLog::kStart + 6'001'001'000'000;
    QCOMPARE(logRowText(log.source(), 0).took, u"1:40 h"_s);
    log.now = 0; // a clock that is behind
    QCOMPARE(logRowText(log.source(), 0).took, u"0.0 s"_s);
    QVERIFY(logRowToolTip(log.source(), 0).contains(u"wait_woken"_s));

    facts.result = 5;
    log.call(socket, calls::recv(100), facts, "hello");
    log.publish();
    row = logRowText(log.source(), 0);
    QCOMPARE(row.state, RowState::Returned);
    QCOMPARE(row.result, u"returned"_s);
    QCOMPARE(row.took, QString());
}

void LogTextTest::text_hostileNote_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<QString>("shown");
    QTest::newRow("HTML") << QByteArray("<img src=x>&amp;") << u"<img src=x>&amp;"_s;
    QTest::newRow("ESC") << QByteArray("\x1b[2J") << u"␛[2J"_s;
    QTest::newRow("lines") << QByteArray("a\nb\tc") << u"a␊b␉c"_s;
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b")
                          << u"a<U+202e>b"_s;
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << u"a\\xff"_s;
    QTest::newRow("format") << QByteArray("%1 %n") << u"%1 %n"_s;
}

void LogTextTest::text_hostileNote()
{
    QFETCH(QByteArray, note);
    QFETCH(QString, shown);
    MadeLog log;
    log.note({note.constData(), static_cast<std::size_t>(note.size())}, {});
    log.publish();
    QCOMPARE(logRowText(log.source(), 0).call, shown);
    QCOMPARE(copiedRow(log.source(), 0, LogCopyForm::Lines), u"/* "_s + shown + u" */"_s);
}

void LogTextTest::text_hugeNoteIsCut()
{
    MadeLog log;
    const QByteArray note = u"ä"_s.repeated(5'000'000).toUtf8(); // a cut through a letter would show bytes
    log.note({note.constData(), static_cast<std::size_t>(note.size())}, {});
    log.publish();
    const QString shown = logRowText(log.source(), 0).call;
    QCOMPARE(shown, u"ä"_s.repeated(512) + u"…"_s);
    QCOMPARE(copiedRow(log.source(), 0, LogCopyForm::Lines).size(), 5'000'006);
}

void LogTextTest::toolTip_hasMeaning()
{
    MadeLog log;
    log.addStory();
    log.publish();
    QCOMPARE(logRowToolTip(log.source(), 1),
        u"bind(7, {AF_INET, 127.0.0.1:80}, 16) = -1 EADDRINUSE\nbegan 00:14.310017, took 5.0 µs\n"
        "Somebody has this address already."_s);
}

void LogTextTest::copy_lines()
{
    MadeLog log;
    log.addStory();
    log.state(SocketId {1});
    log.gap(3);
    log.publish();
    LogSelection rows;
    rows.add(1, 2);
    rows.add(6, 12);
    QCOMPARE(copiedRows(log.source(), rows, LogCopyForm::Lines),
        u"bind(7, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16)"
        " = -1 EADDRINUSE <0.000005>\n"
        "send(8, \"hello\", 5, MSG_NOSIGNAL) = 5 <0.000012>\n"
        "sendto(11, \"rubber duck\\n\", 12, MSG_NOSIGNAL, {sa_family=AF_UNIX, sun_path=\"/tmp/ud_ucase\"},"
        " 16) = 12 <0.000014>\n"
        "/* Now the client waits: nothing has been sent to it. */\n"
        "recv(8, <unfinished ...>\n"
        "/* 3 events could not be kept */"_s);
}

void LogTextTest::copy_isComplete()
{
    MadeLog log;
    const std::string data(100'000, 'x');
    MadeLog::Facts facts;
    facts.result = 100'000;
    log.call(log.addSocket(7, AF_INET), calls::send(data), facts, data);
    log.publish();
    QCOMPARE(copiedRows(log.source(), one(0), LogCopyForm::Lines),
        u"send(7, \""_s + u"x"_s.repeated(100'000) + u"\", 100000, MSG_NOSIGNAL) = 100000 <0.000000>"_s);
    QVERIFY(logRowText(log.source(), 0).call.size() < 400); // what is painted is not
}

void LogTextTest::copy_hexAndC()
{
    MadeLog log;
    log.addStory();
    log.publish();
    LogSelection rows;
    rows.add(5, 7);
    rows.add(9, 10);
    QCOMPARE(copiedRows(log.source(), rows, LogCopyForm::Hex), u"68 65 6c 6c 6f"_s);
    QCOMPARE(copiedRows(log.source(), rows, LogCopyForm::C),
        u"accept4(7, &addr, &addrlen, SOCK_CLOEXEC);\nsend(8, \"hello\", 5, MSG_NOSIGNAL);\n"
        "recv(8, buf, 4096, 0);"_s);
}

QTEST_GUILESS_MAIN(LogTextTest)
#include "log_text_test.moc"

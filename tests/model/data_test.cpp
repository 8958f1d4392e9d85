// What a socket has sent and received, on real sockets; and what is made to be sent: patterns, files,
// repeated calls.

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <sys/socket.h>
#include <sys/stat.h>

#include "model/data/file_reader.h"
#include "model/data/movements.h"
#include "model/data/pattern.h"
#include "model/data/repeater.h"
#include "tests/model/session_bench.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::Cut;
using model::FileContent;
using model::Movement;
using model::PatternKind;
using model::Repeater;
using model::Way;
using model::Zero;

namespace {

constexpr int kLong = 30'000;

// A bench whose movements are found batch by batch, as in the window.
struct DataBench : SessionBench {
    DataBench()
    {
        QObject::connect(&session, &model::Session::appended, &session, [this](quint64 first, quint64 count) {
            movements.extend(session.store(), session.graph(), first, first + count);
        });
    }
    ~DataBench() { session.disconnect(); } // its end has events too, and the movements are gone by then
    DataBench(const DataBench&) = delete;
    DataBench& operator=(const DataBench&) = delete;

    // "< 5", "> 0", with what is special about it.
    QStringList textOf(SocketId socket)
    {
        QStringList lines;
        for (const Movement& one : movements.of(socket)) {
            QString line = (one.way == Way::Sent ? u"> "_s : u"< "_s) + QString::number(one.moved);
            line += one.cut == Cut::Yes   ? u" of %1"_s.arg(one.whole)
                : one.cut == Cut::Perhaps ? u" perhaps cut"_s
                                          : QString();
            line += one.endOfStream ? u" end"_s : QString();
            line += one.peeked ? u" peeked"_s : QString();
            line += one.hasAddress ? u" address"_s : QString();
            lines += line;
        }
        return lines;
    }
    Zero zeroOf(SocketId socket)
    {
        return model::meaningOfZero(movements, node(socket), movements.of(socket).back());
    }
    model::Movements movements;
};

struct Connection {
    SocketId server;
    SocketId client;
    SocketId accepted;
};

Connection connected(DataBench& bench, int domain, int type)
{
    Connection made {};
    made.server = bench.bound(domain, type);
    bench.make(calls::listen(5), made.server);
    made.client = bench.socket(domain, type);
    bench.make(calls::connect(bench.node(made.server).local), made.client);
    bench.make(calls::accept(), made.server);
    made.accepted = bench.newest();
    return made;
}

}

class DataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stream_bytesAndItsEnd();
    void stream_noRoomIsNoEnd();
    void datagram_emptyIsAMessage();
    void datagram_cut();
    void seqpacket_emptyOrEnd();
    void failures_areNoData();
    void pattern_data();
    void pattern();
    void file_isRead();
    void file_problems();
    void file_onlyTheNewestCounts();
    void repeat_makesAll();
    void repeat_waitsForTheReturn();
    void repeat_stops();
    void repeat_endsWithAFailure();
};

void DataTest::stream_bytesAndItsEnd()
{
    DataBench bench;
    const Connection pair = connected(bench, AF_INET, SOCK_STREAM);
    bench.make(calls::send("hello"), pair.client);
    bench.make(calls::recv(3, MSG_PEEK), pair.accepted);
    bench.make(calls::recv(100), pair.accepted);
    bench.make(calls::shutdown(SHUT_WR), pair.client);
    bench.make(calls::recv(100), pair.accepted);
    QCOMPARE(bench.textOf(pair.client), QStringList {u"> 5"_s});
    QCOMPARE(bench.textOf(pair.accepted), (QStringList {u"< 3 peeked"_s, u"< 5"_s, u"< 0 end"_s}));
    QCOMPARE(bench.zeroOf(pair.accepted), Zero::End);
    const Movement& got = bench.movements.of(pair.accepted)[1];
    QCOMPARE(got.kept, 5U);
    QCOMPARE(bench.session.store().data(got.row).size(), 5U);
}

void DataTest::stream_noRoomIsNoEnd()
{
    DataBench bench;
    const Connection pair = connected(bench, AF_UNIX, SOCK_STREAM);
    bench.make(calls::send("x"), pair.client);
    bench.make(calls::recv(0), pair.accepted);
    QVERIFY(bench.textOf(pair.accepted).isEmpty());
}

void DataTest::datagram_emptyIsAMessage()
{
    DataBench bench;
    const SocketId one = bench.bound(AF_INET, SOCK_DGRAM);
    const SocketId two = bench.bound(AF_INET, SOCK_DGRAM);
    bench.make(calls::sendto("", bench.node(two).local), one);
    bench.make(calls::recvfrom(100), two);
    QCOMPARE(bench.textOf(one), QStringList {u"> 0 address"_s});
    QCOMPARE(bench.textOf(two), QStringList {u"< 0 address"_s});
    QCOMPARE(bench.zeroOf(two), Zero::Message);
}

void DataTest::datagram_cut()
{
    DataBench bench;
    const SocketId one = bench.bound(AF_INET, SOCK_DGRAM);
    const SocketId two = bench.bound(AF_INET, SOCK_DGRAM);
    const auto send = [&](std::size_t size) {
        bench.make(calls::sendto(std::string(size, 'x'), bench.node(two).local), one);
    };
    // The kernel's view has told what the next message is.
    send(100);
    QVERIFY(bench.waitFor([&] { return bench.node(two).view.receiveQueue == 100; }));
    bench.make(calls::recv(10), two);
    QCOMPARE(bench.textOf(two).last(), u"< 10 of 100"_s);
    // With MSG_TRUNC recv() tells.
    send(30);
    QVERIFY(bench.waitFor([&] { return bench.node(two).view.receiveQueue == 30; }));
    bench.make(calls::recv(10, MSG_TRUNC), two);
    QCOMPARE(bench.textOf(two).last(), u"< 10 of 30"_s);
    QCOMPARE(bench.movements.of(two).back().kept, 10U);
    // It fits exactly.
    send(10);
    QVERIFY(bench.waitFor([&] { return bench.node(two).view.receiveQueue == 10; }));
    bench.make(calls::recv(10), two);
    QCOMPARE(bench.textOf(two).last(), u"< 10"_s);
}

void DataTest::seqpacket_emptyOrEnd()
{
    DataBench bench;
    const Connection pair = connected(bench, AF_UNIX, SOCK_SEQPACKET);
    QVERIFY(bench.waitFor([&] { return bench.node(pair.accepted).peer == pair.client; }));
    bench.make(calls::send("a"), pair.client);
    bench.make(calls::send(""), pair.client);
    bench.make(calls::close(), pair.client);
    bench.make(calls::recv(10), pair.accepted);
    bench.make(calls::recv(10), pair.accepted);
    QCOMPARE(bench.textOf(pair.accepted).last(), u"< 0"_s);
    QCOMPARE(bench.zeroOf(pair.accepted), Zero::Message);
    bench.make(calls::recv(10), pair.accepted);
    QCOMPARE(bench.textOf(pair.accepted).last(), u"< 0"_s);
    QCOMPARE(bench.zeroOf(pair.accepted), Zero::End);
}

void DataTest::failures_areNoData()
{
    DataBench bench;
    const SocketId lonely = bench.socket(AF_INET, SOCK_STREAM);
    bench.make(calls::send("x"), lonely);
    bench.make(calls::recv(10), lonely);
    QVERIFY(bench.movements.of(lonely).empty());
    QVERIFY(bench.movements.of(SocketId {4711}).empty());
}

void DataTest::pattern_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("zeros") << static_cast<int>(PatternKind::Zeros) << QByteArray(4, '\0');
    QTest::newRow("counting") << static_cast<int>(PatternKind::Counting) << QByteArray("\0\1\2\3", 4);
    QTest::newRow("letters") << static_cast<int>(PatternKind::Letters) << QByteArray("AAAA");
    QTest::newRow("random") << static_cast<int>(PatternKind::Random) << QByteArray::fromHex("a52d7800");
}

void DataTest::pattern()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, start);
    const QByteArray bytes = model::made({static_cast<PatternKind>(kind), 600, 1});
    QCOMPARE(bytes.size(), 600);
    if (kind == static_cast<int>(PatternKind::Random)) {
        QCOMPARE(model::made({PatternKind::Random, 600, 1}), bytes);
        QVERIFY(model::made({PatternKind::Random, 600, 2}) != bytes);
        return;
    }
    QCOMPARE(bytes.first(4), start);
    QCOMPARE(bytes.mid(256, 4), start);
    QVERIFY(model::made({static_cast<PatternKind>(kind), 0, 1}).isEmpty());
}

void DataTest::file_isRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bytes"_s);
    const QByteArray bytes = model::made({PatternKind::Random, 100'000, 5});
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    model::FileReader reader;
    FileContent content;
    connect(&reader, &model::FileReader::done, this, [&](const FileContent& got) { content = got; });
    reader.read(path, 100'000);
    QTRY_COMPARE_WITH_TIMEOUT(content.size, 100'000, kLong);
    QCOMPARE(content.problem, FileContent::Problem::None);
    QCOMPARE(content.bytes, bytes);
}

void DataTest::file_problems()
{
    using Problem = FileContent::Problem;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bytes"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
    file.close();
    QCOMPARE(model::readWhole(path, 4).problem, Problem::TooLarge);
    QCOMPARE(model::readWhole(path, 4).size, 5);
    QVERIFY(model::readWhole(path, 4).bytes.isEmpty());
    QCOMPARE(model::readWhole(path, 5).problem, Problem::None);
    QCOMPARE(model::readWhole(folder.filePath(u"missing"_s), 5).problem, Problem::CannotOpen);
    QCOMPARE(model::readWhole(folder.filePath(u"missing"_s), 5).error, ENOENT);
    QCOMPARE(model::readWhole(folder.path(), 5).problem, Problem::NotRegular);
    QCOMPARE(model::readWhole(u"/dev/zero"_s, 5).problem, Problem::NotRegular);
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(model::readWhole(pipe, 5).problem, Problem::NotRegular); // nobody writes: it must not wait
    // Files without a size of their own are read all the same.
    QVERIFY(model::readWhole(u"/proc/self/status"_s, 1 << 20).bytes.startsWith("Name:"));
}

void DataTest::file_onlyTheNewestCounts()
{
    const QTemporaryDir folder;
    for (const char* name : {"one", "two"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name) == 3);
    }
    model::FileReader reader;
    QList<QByteArray> got;
    connect(&reader, &model::FileReader::done, this, [&](const FileContent& one) { got += one.bytes; });
    reader.read(folder.filePath(u"one"_s), 100);
    reader.read(folder.filePath(u"two"_s), 100);
    QTRY_VERIFY_WITH_TIMEOUT(!got.isEmpty(), kLong);
    QCOMPARE(got, QList<QByteArray> {"two"});
}

namespace {

Repeater::Post postTo(model::Session& session)
{
    return [&session](const Call& call, SocketId socket) {
        const auto posted = session.post(call, socket);
        return posted.ok() ? posted.value() : kNoTicket;
    };
}

}

void DataTest::repeat_makesAll()
{
    DataBench bench;
    const Connection pair = connected(bench, AF_INET, SOCK_STREAM);
    Repeater repeater(bench.session, postTo(bench.session));
    QList<Repeater::End> ends;
    connect(&repeater, &Repeater::ended, this, [&](Repeater::End how) { ends += how; });
    repeater.start(calls::send("ab"), pair.client, 7, 0);
    QVERIFY(repeater.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!repeater.isRunning(), kLong);
    QCOMPARE(ends, QList<Repeater::End> {Repeater::End::Done});
    QCOMPARE(repeater.made(), 7);
    QCOMPARE(bench.textOf(pair.client), QStringList(7, u"> 2"_s));
}

void DataTest::repeat_waitsForTheReturn()
{
    DataBench bench;
    const Connection pair = connected(bench, AF_INET, SOCK_STREAM);
    Repeater repeater(bench.session, postTo(bench.session));
    repeater.start(calls::recv(2), pair.accepted, 3, 0);
    QVERIFY(bench.waitFor([&] { return !bench.node(pair.accepted).blocked.empty(); }));
    QCOMPARE(bench.node(pair.accepted).blocked.size(), 1U); // one sleeps, not three
    bench.make(calls::send("abcdef"), pair.client);
    QTRY_VERIFY_WITH_TIMEOUT(!repeater.isRunning(), kLong);
    QCOMPARE(repeater.made(), 3);
}

void DataTest::repeat_stops()
{
    DataBench bench;
    const Connection pair = connected(bench, AF_INET, SOCK_STREAM);
    Repeater repeater(bench.session, postTo(bench.session));
    QList<Repeater::End> ends;
    connect(&repeater, &Repeater::ended, this, [&](Repeater::End how) { ends += how; });
    connect(&repeater, &Repeater::progressed, this, [&] {
        if (repeater.made() == 2) {
            repeater.stop();
        }
    });
    repeater.start(calls::send("a"), pair.client, 1000, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!repeater.isRunning(), kLong);
    QCOMPARE(ends, QList<Repeater::End> {Repeater::End::Stopped});
    bench.make(calls::send("last"), pair.client);
    QCOMPARE(bench.movements.of(pair.client).size(), 3U);
}

void DataTest::repeat_endsWithAFailure()
{
    DataBench bench;
    const SocketId lonely = bench.socket(AF_INET, SOCK_STREAM);
    Repeater repeater(bench.session, postTo(bench.session));
    QList<Repeater::End> ends;
    connect(&repeater, &Repeater::ended, this, [&](Repeater::End how) { ends += how; });
    repeater.start(calls::send("a"), lonely, 10, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!repeater.isRunning(), kLong);
    QCOMPARE(ends, QList<Repeater::End> {Repeater::End::Failed});
    QCOMPARE(repeater.error(), EPIPE);
    QCOMPARE(repeater.made(), 0);
}

QTEST_GUILESS_MAIN(DataTest)
#include "data_test.moc"

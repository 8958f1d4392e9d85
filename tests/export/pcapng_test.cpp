// A log exported as a capture, as tshark reads it: nothing malformed, every checksum right, and the streams
// have the bytes that were sent.

#include <QTest>
#include <algorithm>
#include <map>

#include "model/scenario/library.h"
#include "tests/export/played_session.h"
#include "tests/export/real_reader.h"
#include "tests/support/loopback.h"
#include "tests/support/temporary_folder.h"

using namespace model;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

class Capture {
public:
    explicit Capture(const PlayedSession& played, const ExportOptions& options = {})
        : m_path(m_folder.file("session.pcapng"))
    {
        support::writeFile(m_path, played.exported(ExportFormat::Pcapng, options));
    }

    ReaderResult read(const QStringList& arguments) const
    {
        return readBy(u"tshark"_s,
            QStringList {u"-r"_s, QString::fromStdString(m_path), u"-o"_s, u"tcp.check_checksum:TRUE"_s,
                u"-o"_s, u"udp.check_checksum:TRUE"_s, u"-o"_s, u"ip.check_checksum:TRUE"_s}
                + arguments);
    }

private:
    support::TemporaryFolder m_folder;
    std::string m_path;
};

// What each end of a stream sent, as hexadecimal digits; those that sent nothing left out.
QByteArrayList sentIn(const EventStore& store, const SocketGraph& graph)
{
    std::map<SocketId, QByteArray> sent;
    for (Row row = 0; row < store.size(); ++row) {
        const Event event = store.event(row);
        const SocketNode* node = graph.find(event.socket);
        if (event.kind != EventKind::Call || !sendsData(event.call) || event.result <= 0
            || !node->isStream()) {
            continue;
        }
        SocketId socket = event.socket;
        while (graph.find(socket)->duplicateOf != kNoSocket) {
            socket = graph.find(socket)->duplicateOf;
        }
        sent[socket]
            += QByteArray(reinterpret_cast<const char*>(store.data(row).data()), event.result).toHex();
    }
    QByteArrayList all;
    for (const auto& [socket, bytes] : sent) {
        all += bytes;
    }
    std::ranges::sort(all);
    return all;
}

QByteArrayList streamsOf(const QByteArray& fields)
{
    std::map<QByteArray, QByteArray> streams;
    for (const QByteArray& line : fields.split('\n')) {
        const qsizetype tab = line.lastIndexOf('\t');
        if (tab > 0 && tab + 1 < line.size()) {
            streams[line.left(tab)] += line.mid(tab + 1);
        }
    }
    QByteArrayList all;
    for (const auto& [end, bytes] : streams) {
        all += bytes;
    }
    std::ranges::sort(all);
    return all;
}

}

class PcapngTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void builtIns_data();
    void builtIns();
    void stream_canBeFollowed();
    void hostileBytes();
    void itSaysThatItIsMadeUp();
    void unixSockets_haveNames();
};

void PcapngTest::initTestCase()
{
    if (!readBy(u"tshark"_s, {u"--version"_s}).started) {
        QSKIP("tshark is not installed");
    }
}

void PcapngTest::builtIns_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : scenario::builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void PcapngTest::builtIns()
{
    QFETCH(QString, name);
    const PlayedSession played(PlayedSession::builtInText(name));
    if (!played.passed() && !support::hasIpv6Loopback()) {
        QSKIP("there is no IPv6 loopback here");
    }
    QVERIFY2(played.passed(), played.problem().c_str());
    const Capture capture(played);
    const auto bad = capture.read({u"-Y"_s,
        u"_ws.malformed || tcp.checksum.status == 0 || udp.checksum.status == 0 || ip.checksum.status == 0"
        " || tcp.analysis.retransmission || tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment"_s});
    QVERIFY2(bad.code == 0, bad.errors.constData());
    QCOMPARE(bad.output, QByteArray());
    const auto fields = capture.read({u"-T"_s, u"fields"_s, u"-e"_s, u"tcp.stream"_s, u"-e"_s, u"ip.src"_s,
        u"-e"_s, u"tcp.srcport"_s, u"-e"_s, u"tcp.payload"_s, u"-Y"_s, u"tcp.len > 0"_s});
    QCOMPARE(streamsOf(fields.output), sentIn(played.session().store(), played.session().graph()));
}

void PcapngTest::stream_canBeFollowed()
{
    const PlayedSession played(PlayedSession::builtInText(u"tcp-echo"_s));
    const auto followed = Capture(played).read({u"-q"_s, u"-z"_s, u"follow,tcp,raw,0"_s});
    QVERIFY2(followed.output.contains("\n68656c6c6f\n\t68656c6c6f\n\t627965\n"), followed.output.constData());
}

void PcapngTest::hostileBytes()
{
    PlayedSession played(hostileScenario());
    QVERIFY2(played.passed(), played.problem().c_str());
    const Capture capture(played);
    const auto fields = capture.read({u"-T"_s, u"fields"_s, u"-e"_s, u"tcp.stream"_s, u"-e"_s, u"ip.src"_s,
        u"-e"_s, u"tcp.srcport"_s, u"-e"_s, u"tcp.payload"_s, u"-Y"_s, u"tcp.len > 0"_s});
    QCOMPARE(streamsOf(fields.output), sentIn(played.session().store(), played.session().graph()));
    const auto bad = capture.read({u"-Y"_s, u"_ws.malformed || tcp.checksum.status == 0"_s});
    QCOMPARE(bad.output, QByteArray());
}

void PcapngTest::itSaysThatItIsMadeUp()
{
    const PlayedSession played(PlayedSession::builtInText(u"tcp-echo"_s));
    const std::string bytes = played.exported(ExportFormat::Pcapng);
    QVERIFY(bytes.find("SYNTHETIC") < 200);
    const auto remarks = Capture(played).read({u"-T"_s, u"fields"_s, u"-e"_s, u"frame.comment"_s});
    QVERIFY2(
        remarks.output.contains("send(") && remarks.output.contains("client: "), remarks.output.constData());
}

void PcapngTest::unixSockets_haveNames()
{
    const PlayedSession played(PlayedSession::builtInText(u"unix-stream"_s));
    const auto hosts = Capture(played).read({u"-q"_s, u"-z"_s, u"hosts"_s});
    QVERIFY2(hosts.output.contains("unix-") && hosts.output.contains("/echo"), hosts.output.constData());
}

QTEST_GUILESS_MAIN(PcapngTest)
#include "pcapng_test.moc"

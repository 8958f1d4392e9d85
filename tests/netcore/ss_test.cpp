// What is known of a socket against ss (iproute2), which asks the same kernel in another way: state, queues,
// memory, timers, inode, cookie, addresses, congestion control.

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/look.h"
#include "netcore/inspect/netlink.h"
#include "netcore/inspect/option_values.h"
#include "netcore/names/constants.h"
#include "tests/support/loopback.h"

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

struct Socket {
    Socket(int domain, int type) : fd(::socket(domain, type, 0)), descriptor {fd.get(), domain, type, 0} { }

    OwnedFd fd;
    Descriptor descriptor;
    Address goesTo; // of a connect() that is under way: the kernel tells no peer in SYN_SENT
};

bool bindTo(const Socket& socket, const Address& place)
{
    return ::bind(socket.fd.get(), place.data(), place.length()) == 0;
}

Address nameOf(const Socket& socket)
{
    sockaddr_storage storage {};
    socklen_t length = sizeof storage;
    ::getsockname(socket.fd.get(), reinterpret_cast<sockaddr*>(&storage), &length);
    return Address::fromKernel(storage, length);
}

bool connectTo(const Socket& socket, const Socket& listener)
{
    const Address name = nameOf(listener);
    return ::connect(socket.fd.get(), name.data(), name.length()) == 0;
}

Socket acceptedFrom(const Socket& listener)
{
    Socket socket(listener.descriptor.domain, listener.descriptor.type);
    socket.fd = OwnedFd(::accept(listener.fd.get(), nullptr, nullptr));
    socket.descriptor.fd = socket.fd.get();
    return socket;
}

// One line of ss: its columns, and what comes behind them.
struct Line {
    QString state;
    qint64 receiveQueue;
    qint64 sendQueue;
    QString local;
    QString peer;
    QString text;

    // "cwnd:10" gives 10; empty where there is none.
    QString word(const char* name) const
    {
        const QRegularExpression form(uR"(\b%1:([^\s]+))"_s.arg(QLatin1String(name)));
        return form.match(text).captured(1);
    }
};

std::optional<Line> lineOf(const QString& output, const KernelView& view, int domain)
{
    const QString inode = QString::number(view.inode);
    for (const QString& text : output.split(u'\n')) {
        const QStringList columns = text.simplified().split(u' ');
        if (columns.size() < 6) {
            continue;
        }
        const bool isUnix = domain == AF_UNIX && columns.size() >= 8 && columns[5] == inode;
        if (isUnix || (domain != AF_UNIX && columns.contains(u"ino:"_s + inode))) {
            return Line {columns[1], columns[2].toLongLong(), columns[3].toLongLong(), columns[4],
                isUnix ? columns[7] : columns[5], text};
        }
    }
    return std::nullopt;
}

KernelView viewOf(const Socket& socket, Netlink& link)
{
    KnownBefore before;
    if (!socket.goesTo.isEmpty()) {
        before.ends = endsOf(lookAt(socket.descriptor, link));
        before.ends.peer = socket.goesTo;
    }
    return lookAt(socket.descriptor, link, before);
}

// What ss calls the state.
QString stateOf(const KernelView& view, int domain)
{
    if (domain == AF_UNIX) {
        return view.backlog >= 0 ? u"LISTEN"_s : view.peerInode != 0 ? u"ESTAB"_s : u"UNCONN"_s;
    }
    switch (view.tcpState) {
    case TCP_ESTABLISHED:
        return u"ESTAB"_s;
    case TCP_LISTEN:
        return u"LISTEN"_s;
    case TCP_SYN_SENT:
        return u"SYN-SENT"_s;
    case TCP_FIN_WAIT2:
        return u"FIN-WAIT-2"_s;
    case TCP_CLOSE_WAIT:
        return u"CLOSE-WAIT"_s;
    case TCP_CLOSE:
        return u"UNCONN"_s;
    case -1: // UDP
        return view.peer.isEmpty() ? u"UNCONN"_s : u"ESTAB"_s;
    default:
        return {};
    }
}

QString memoryOf(const KernelView& view)
{
    constexpr const char* kNames[] = {"r", "rb", "t", "tb", "f", "w", "o", "bl", "d"};
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(view.memoryCount, std::size(kNames)); ++i) {
        parts += QLatin1String(kNames[i]) + QString::number(view.memory[i]);
    }
    return u'(' + parts.join(u',') + u')';
}

QString timerOf(const KernelView& view)
{
    switch (view.timer.kind) {
    case TimerKind::Retransmit:
        return u"on"_s;
    case TimerKind::Keepalive:
        return u"keepalive"_s;
    case TimerKind::Probe:
        return u"persist"_s;
    case TimerKind::TimeWait:
        return u"timewait"_s;
    default:
        return {};
    }
}

class Comparison {
public:
    void hold(const char* what, const QString& ours, const QString& theirs)
    {
        if (ours != theirs) {
            m_differences += QLatin1String(what) + u": we say "_s + ours + u", ss says "_s + theirs;
        }
    }
    void hold(const char* what, qint64 ours, qint64 theirs)
    {
        hold(what, QString::number(ours), QString::number(theirs));
    }
    const QStringList& differences() const { return m_differences; }

private:
    QStringList m_differences;
};

void compareQueues(Comparison& comparison, const KernelView& view, const Line& line, const Descriptor& socket)
{
    if (view.backlog >= 0) {
        comparison.hold("accept queue", view.acceptQueue, line.receiveQueue);
        comparison.hold("backlog", view.backlog, line.sendQueue);
    } else if (socket.type == SOCK_STREAM) {
        // ss counts sequence numbers, of which SYN and FIN have one each; we count bytes.
        const int fin = view.tcpState == TCP_CLOSE_WAIT ? 1 : 0;
        const int syn = view.tcpState == TCP_SYN_SENT ? 1 : 0;
        comparison.hold("Recv-Q", view.receiveQueue + fin, line.receiveQueue);
        if (socket.domain != AF_UNIX) { // of a UNIX socket ss shows memory, we what the peer has not read
            comparison.hold("Send-Q", view.sendQueue + syn, line.sendQueue);
        }
    }
}

void compareTcp(Comparison& comparison, const KernelView& view, const Line& line, const Descriptor& socket)
{
    const QString timer = line.word("timer").section(u',', 0, 0).remove(u'(');
    comparison.hold("timer", timerOf(view), timer);
    const OptionValue algorithm = readOption(socket.fd, *optionNamed("TCP_CONGESTION"));
    const QString name = QString::fromLatin1(reinterpret_cast<const char*>(algorithm.bytes.data()));
    comparison.hold("congestion control is named", line.text.contains(u' ' + name + u' ') ? 1 : 0, 1);
    if (view.tcpState != TCP_ESTABLISHED) {
        return;
    }
    const auto field = [&](const char* ours, const char* theirs, qint64 unit = 1) {
        const auto value = static_cast<qint64>(view.tcpInfo.value(ours).value_or(0)) / unit;
        comparison.hold(theirs, value, line.word(theirs).toLongLong());
    };
    field("rto", "rto", 1000);
    field("snd_mss", "mss");
    field("rcv_mss", "rcvmss");
    field("pmtu", "pmtu");
    field("advmss", "advmss");
    field("snd_cwnd", "cwnd");
    field("bytes_sent", "bytes_sent");
    field("bytes_received", "bytes_received");
}

// Empty: we agree.
QStringList differences(const Socket& socket, Netlink& link)
{
    const KernelView before = viewOf(socket, link);
    QProcess ss;
    ss.start(u"ss"_s, {u"-tuxaeimnHO"_s});
    if (!ss.waitForFinished(60'000)) {
        return {u"ss does not end"_s};
    }
    const int domain = socket.descriptor.domain;
    const auto line = lineOf(QString::fromUtf8(ss.readAllStandardOutput()), before, domain);
    if (!line) {
        return {u"ss does not show it: inode "_s + QString::number(before.inode)};
    }
    Comparison comparison;
    comparison.hold("state", stateOf(before, domain), line->state);
    compareQueues(comparison, before, *line, socket.descriptor);
    comparison.hold("memory", memoryOf(before), line->word("skmem"));
    if (domain == AF_UNIX) {
        comparison.hold("peer's inode", QString::number(before.peerInode), line->peer);
    } else {
        comparison.hold("cookie", QString::number(before.cookie, 16), line->word("sk"));
        comparison.hold("local address", QString::fromStdString(addressText(before.local)), line->local);
        const bool hasPeer = before.tcpState == TCP_ESTABLISHED || !before.peer.isEmpty();
        if (hasPeer) {
            comparison.hold("peer", QString::fromStdString(addressText(before.peer)), line->peer);
        }
    }
    if (before.tcpState >= 0) {
        compareTcp(comparison, before, *line, socket.descriptor);
    }
    return comparison.differences();
}

}

class SsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tcpListener_data();
    void tcpListener();
    void tcpConnection_data();
    void tcpConnection();
    void tcpHalfClosed();
    void tcpUnanswered();
    void udp();
    void unixSockets();

private:
    // Numbers of the kernel may still move between the two looks: until they agree, or never do.
    void agree(const Socket& socket)
    {
        QStringList last;
        const bool agreed
            = support::eventually([&] { return (last = differences(socket, m_link)).isEmpty(); });
        QVERIFY2(agreed, qPrintable(u'\n' + last.join(u'\n')));
    }

    Netlink m_link {NETLINK_SOCK_DIAG};
};

void SsTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"ss"_s).isEmpty()) {
        QSKIP("ss (iproute2) is not installed: what we know was NOT compared with it");
    }
    const Socket probe(AF_INET, SOCK_STREAM);
    QVERIFY(bindTo(probe, Address::ipv4(0x7f000001, 0)) && ::listen(probe.fd.get(), 1) == 0);
    QProcess ss;
    ss.start(u"ss"_s, {u"-tuxaeimnHO"_s});
    QVERIFY(ss.waitForFinished(60'000));
    const QString output = QString::fromUtf8(ss.readAllStandardOutput());
    if (!lineOf(output, lookAt(probe.descriptor, m_link), AF_INET)) {
        QSKIP("ss does not see the sockets of this program (sock_diag denied?): NOT compared with it");
    }
}

void SsTest::tcpListener_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("IPv4") << u"127.0.0.1:0"_s;
    QTest::newRow("IPv6") << u"[::1]:0"_s;
}

void SsTest::tcpListener()
{
    QFETCH(QString, place);
    const Address address = parseAddress(place.toStdString()).value();
    if (address.family() == AF_INET6 && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no ::1");
    }
    const Socket listener(address.family(), SOCK_STREAM);
    QVERIFY(bindTo(listener, address) && ::listen(listener.fd.get(), 3) == 0);
    agree(listener);
    const Socket first(address.family(), SOCK_STREAM);
    const Socket second(address.family(), SOCK_STREAM);
    QVERIFY(connectTo(first, listener) && connectTo(second, listener));
    agree(listener);
}

void SsTest::tcpConnection_data()
{
    tcpListener_data();
}

void SsTest::tcpConnection()
{
    QFETCH(QString, place);
    const Address address = parseAddress(place.toStdString()).value();
    if (address.family() == AF_INET6 && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no ::1");
    }
    const Socket listener(address.family(), SOCK_STREAM);
    QVERIFY(bindTo(listener, address) && ::listen(listener.fd.get(), 3) == 0);
    const Socket client(address.family(), SOCK_STREAM);
    const int on = 1;
    QCOMPARE(::setsockopt(client.fd.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on), 0);
    QCOMPARE(::setsockopt(client.fd.get(), IPPROTO_TCP, TCP_CONGESTION, "reno", 4), 0);
    QVERIFY(connectTo(client, listener));
    const Socket server = acceptedFrom(listener);
    agree(client); // with the keepalive timer
    agree(server);
    QCOMPARE(::send(client.fd.get(), "hello", 5, 0), ssize_t {5});
    agree(client);
    agree(server); // five bytes wait
}

void SsTest::tcpHalfClosed()
{
    const Socket listener(AF_INET, SOCK_STREAM);
    QVERIFY(bindTo(listener, Address::ipv4(0x7f000001, 0)) && ::listen(listener.fd.get(), 3) == 0);
    const Socket client(AF_INET, SOCK_STREAM);
    QVERIFY(connectTo(client, listener));
    const Socket server = acceptedFrom(listener);
    QCOMPARE(::shutdown(client.fd.get(), SHUT_WR), 0);
    agree(client); // FIN_WAIT2
    agree(server); // CLOSE_WAIT
}

// The accept queue is full: the SYN is repeated.
void SsTest::tcpUnanswered()
{
    const Socket listener(AF_INET, SOCK_STREAM);
    QVERIFY(bindTo(listener, Address::ipv4(0x7f000001, 0)) && ::listen(listener.fd.get(), 0) == 0);
    const Socket first(AF_INET, SOCK_STREAM);
    QVERIFY(connectTo(first, listener));
    Socket second(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    second.descriptor.type = SOCK_STREAM;
    QVERIFY(!connectTo(second, listener));
    second.goesTo = nameOf(listener);
    QVERIFY(stateOf(viewOf(second, m_link), AF_INET) == u"SYN-SENT"_s);
    agree(second);
    agree(listener);
}

void SsTest::udp()
{
    const Socket receiver(AF_INET, SOCK_DGRAM);
    QVERIFY(bindTo(receiver, Address::ipv4(0x7f000001, 0)));
    agree(receiver);
    const Socket sender(AF_INET, SOCK_DGRAM);
    QVERIFY(connectTo(sender, receiver));
    QCOMPARE(::send(sender.fd.get(), "hello", 5, 0), ssize_t {5});
    agree(sender);
    agree(receiver); // with the memory that the message takes
}

void SsTest::unixSockets()
{
    const Socket listener(AF_UNIX, SOCK_STREAM);
    QVERIFY(bindTo(listener, Address::unixUnnamed()) && ::listen(listener.fd.get(), 2) == 0);
    const Socket client(AF_UNIX, SOCK_STREAM);
    QVERIFY(connectTo(client, listener));
    agree(listener); // one waits
    const Socket server = acceptedFrom(listener);
    QCOMPARE(::send(client.fd.get(), "hello", 5, 0), ssize_t {5});
    agree(client);
    agree(server);
    agree(listener);
}

QTEST_GUILESS_MAIN(SsTest)
#include "ss_test.moc"

// Strangers at the other end: ncat and socat talk to what was clicked together, in both roles.

#include <QFile>

#include "tests/support/temporary_folder.h"
#include "tests/ui/support/program.h"
#include "tests/ui/support/window_under_test.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::EdgeKind;
using uitest::freePort;
using uitest::Program;
using uitest::WindowUnderTest;

namespace {

using Edges = std::vector<EdgeKind>;

#define NEEDS(program)                                                                                       \
    if (!Program::isInstalled(program)) {                                                                    \
        QSKIP("NOT TESTED: this program is not installed here. apt install ncat socat");                     \
    }

// How socat and ncat call the place: "127.0.0.1" and the port, apart.
struct Place {
    explicit Place(const QString& address)
        : host(address.section(u':', 0, -2).remove(u'[').remove(u']')), port(address.section(u':', -1))
    {
    }
    QString host;
    QString port;
};

// Bytes both ways between a stream socket of ours and a program that copies its standard input.
void talk(WindowUnderTest& window, SocketId ours, Program& theirs)
{
    theirs.write("from outside\n");
    EVENTUALLY_COMPARE(window.node(ours).view.receiveQueue, 13);
    window.clickChip(ours, CallId::Recv);
    EVENTUALLY_COMPARE(window.lastCall(ours), uR"(recv(fd, "from outside\n", 4096, 0) = 13)"_s);
    window.clickChip(ours, CallId::Send);
    window.typeInto(u"arg-buf"_s, u"from inside\\n"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.lastCall(ours), uR"(send(fd, "from inside\n", 12, MSG_NOSIGNAL) = 12)"_s);
    QVERIFY2(theirs.says("from inside\n"), theirs.messages().constData());
}

void closeAndSeeItEnd(WindowUnderTest& window, SocketId ours, Program& theirs)
{
    window.clickChip(ours, CallId::Close);
    EVENTUALLY_COMPARE(window.lastCall(ours), u"close(fd) = 0"_s);
    theirs.endInput();
    QVERIFY2(theirs.ends(), theirs.messages().constData());
}

// A listener that sleeps in accept() when the program connects.
SocketId acceptWhile(WindowUnderTest& window, SocketId server, const std::function<void()>& connect)
{
    window.clickChip(server, CallId::Accept4);
    const bool sleeps = QTest::qWaitFor([&] { return !window.node(server).blocked.empty(); }, uitest::kLong);
    connect();
    const bool accepted
        = QTest::qWaitFor([&] { return window.acceptedFrom(server) != kNoSocket; }, uitest::kLong);
    return sleeps && accepted ? window.acceptedFrom(server) : kNoSocket;
}

void connectTo(WindowUnderTest& window, SocketId client, const QString& address)
{
    window.clickChip(client, CallId::Connect);
    window.typeInto(u"arg-addr"_s, address);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect("_s));
    QVERIFY2(window.lastCall(client).endsWith(u"= 0"_s), qPrintable(window.lastCall(client)));
}

void sendTo(WindowUnderTest& window, SocketId socket, const QString& address, const QString& text)
{
    window.clickChip(socket, CallId::Sendto);
    window.typeInto(u"arg-dest_addr"_s, address);
    window.typeInto(u"arg-buf"_s, text);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(socket).startsWith(u"sendto(fd, \"%1\", "_s.arg(text)));
    QVERIFY2(
        window.lastCall(socket).endsWith(u"= %1"_s.arg(text.size())), qPrintable(window.lastCall(socket)));
}

void internetDomains()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("IPv4") << u"IPv4"_s;
    QTest::newRow("IPv6") << u"IPv6"_s;
}

}

class ForeignPeersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ncat_waitsToBeAccepted_data() { internetDomains(); }
    void ncat_waitsToBeAccepted();
    void accepted_leavesOthersInSight();
    void socat_waitsAtUnixListener();
    void ncat_connectsToUs_data() { internetDomains(); }
    void ncat_connectsToUs();
    void ncat_listens_data() { internetDomains(); }
    void ncat_listens();
    void socat_connectsToUnixStream();
    void socat_listensAtPath();
    void socat_unixDatagrams();
    void socat_takesUnixDatagrams();
    void socat_udp_data() { internetDomains(); }
    void socat_udp();
    void socat_takesUdp();
};

// Who is in the accept queue is seen before accept(), and stays where it is seen.
void ForeignPeersTest::ncat_waitsToBeAccepted()
{
    NEEDS(u"ncat"_s);
    QFETCH(QString, domain);
    WindowUnderTest window;
    const SocketId server = window.newSocket(domain, u"stream"_s, u"newSocketListen"_s);
    const Place place(window.addressOf(server));
    Program ncat(u"ncat"_s, {place.host, place.port});
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Queued}));
    EVENTUALLY(!window.board().board().cords().peers().empty());
    EVENTUALLY(window.board().board().cords().peers().begin()->second->title().startsWith(u"ncat["_s));
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::AcceptedFrom, EdgeKind::Foreign}));
    EVENTUALLY_COMPARE(window.board().board().cords().peers().size(), std::size_t {1});
}

// An accepted socket comes beside those who still wait, not onto them.
void ForeignPeersTest::accepted_leavesOthersInSight()
{
    NEEDS(u"ncat"_s);
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    const Place place(window.addressOf(server));
    std::vector<std::unique_ptr<Program>> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(std::make_unique<Program>(u"ncat"_s, QStringList {place.host, place.port}));
    }
    EVENTUALLY_COMPARE(window.board().board().cords().peers().size(), all.size());
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY(window.acceptedFrom(server) != kNoSocket);
    const QRectF card = window.card(window.acceptedFrom(server))->onBoard();
    for (const auto& [key, peer] : window.board().board().cords().peers()) {
        QVERIFY2(!peer->onBoard().intersects(card), qPrintable(peer->title()));
    }
}

void ForeignPeersTest::socat_waitsAtUnixListener()
{
    NEEDS(u"socat"_s);
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"UNIX"_s, u"stream"_s, u"newSocketListen"_s);
    const QString path = window.addressOf(server);
    Program first(u"socat"_s, {u"-"_s, u"UNIX-CONNECT:"_s + path});
    Program second(u"socat"_s, {u"-"_s, u"UNIX-CONNECT:"_s + path});
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Queued, EdgeKind::Queued}));
    EVENTUALLY_COMPARE(window.board().board().cords().peers().size(), std::size_t {2});
    EVENTUALLY(window.board().board().cords().peers().begin()->second->title().startsWith(u"socat["_s));
}

void ForeignPeersTest::ncat_connectsToUs()
{
    NEEDS(u"ncat"_s);
    QFETCH(QString, domain);
    WindowUnderTest window;
    const SocketId server = window.newSocket(domain, u"stream"_s, u"newSocketListen"_s);
    const Place place(window.addressOf(server));
    std::unique_ptr<Program> ncat;
    const SocketId ours = acceptWhile(window, server, [&] {
        ncat = std::make_unique<Program>(u"ncat"_s, QStringList {u"-n"_s, place.host, place.port});
    });
    QVERIFY(ours != kNoSocket);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::AcceptedFrom, EdgeKind::Foreign}));
    talk(window, ours, *ncat);
    closeAndSeeItEnd(window, ours, *ncat);
}

void ForeignPeersTest::ncat_listens()
{
    NEEDS(u"ncat"_s);
    QFETCH(QString, domain);
    const bool six = domain == u"IPv6"_s;
    const QString port = QString::number(freePort(six ? AF_INET6 : AF_INET, SOCK_STREAM));
    Program ncat(u"ncat"_s, {u"-n"_s, u"-v"_s, u"-l"_s, six ? u"::1"_s : u"127.0.0.1"_s, port});
    QVERIFY2(ncat.reports("Listening on"), ncat.messages().constData());
    WindowUnderTest window;
    const SocketId client = window.newSocket(domain, u"stream"_s);
    connectTo(window, client, (six ? u"[::1]:"_s : u"127.0.0.1:"_s) + port);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Foreign}));
    talk(window, client, ncat);
    closeAndSeeItEnd(window, client, ncat);
}

void ForeignPeersTest::socat_connectsToUnixStream()
{
    NEEDS(u"socat"_s);
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"UNIX"_s, u"stream"_s, u"newSocketListen"_s);
    const QString path = window.addressOf(server);
    std::unique_ptr<Program> socat;
    const SocketId ours = acceptWhile(window, server, [&] {
        socat = std::make_unique<Program>(u"socat"_s, QStringList {u"-"_s, u"UNIX-CONNECT:"_s + path});
    });
    QVERIFY(ours != kNoSocket);
    talk(window, ours, *socat);
    closeAndSeeItEnd(window, ours, *socat);
}

void ForeignPeersTest::socat_listensAtPath()
{
    NEEDS(u"socat"_s);
    const support::TemporaryFolder folder;
    const QString path = QString::fromStdString(folder.file("theirs"));
    Program socat(u"socat"_s, {u"-d"_s, u"-d"_s, u"-"_s, u"UNIX-LISTEN:"_s + path});
    QVERIFY2(socat.reports("listening on"), socat.messages().constData());
    WindowUnderTest window;
    const SocketId client = window.newSocket(u"UNIX"_s, u"stream"_s);
    connectTo(window, client, path);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Foreign}));
    talk(window, client, socat);
    closeAndSeeItEnd(window, client, socat);
}

void ForeignPeersTest::socat_unixDatagrams()
{
    NEEDS(u"socat"_s);
    const support::TemporaryFolder folder;
    const QString theirs = QString::fromStdString(folder.file("theirs"));
    WindowUnderTest window;
    const SocketId ours = window.newSocketAt(QString::fromStdString(folder.file("ours")), u"datagram"_s);
    Program socat(u"socat"_s,
        {u"-d"_s, u"-d"_s, u"-"_s, u"UNIX-SENDTO:%1,bind=%2"_s.arg(window.addressOf(ours), theirs)});
    QVERIFY2(socat.reports("starting data transfer loop"), socat.messages().constData());
    socat.write("from outside\n");
    window.clickChip(ours, CallId::Recvfrom);
    EVENTUALLY_COMPARE(window.lastCall(ours),
        uR"(recvfrom(fd, "from outside\n", 4096, 0, {AF_UNIX, %1}, [128 => %2]) = 13)"_s.arg(theirs).arg(
            theirs.size() + 3));
    sendTo(window, ours, theirs, u"from inside"_s);
    QVERIFY2(socat.says("from inside"), socat.messages().constData());
}

void ForeignPeersTest::socat_takesUnixDatagrams()
{
    NEEDS(u"socat"_s);
    const support::TemporaryFolder folder;
    const QString path = QString::fromStdString(folder.file("theirs"));
    Program socat(u"socat"_s, {u"-d"_s, u"-d"_s, u"-u"_s, u"UNIX-RECV:"_s + path, u"-"_s});
    QVERIFY2(socat.reports("starting data transfer loop"), socat.messages().constData());
    WindowUnderTest window;
    const SocketId ours = window.newSocket(u"UNIX"_s, u"datagram"_s);
    sendTo(window, ours, path, u"one "_s);
    sendTo(window, ours, path, u"and two"_s);
    QVERIFY2(socat.says("one and two"), socat.messages().constData());
}

void ForeignPeersTest::socat_udp()
{
    NEEDS(u"socat"_s);
    QFETCH(QString, domain);
    WindowUnderTest window;
    const SocketId ours = window.newSocket(domain, u"datagram"_s, u"newSocketBind"_s);
    const QString address = window.addressOf(ours);
    const QString kind = domain == u"IPv6"_s ? u"UDP6-SENDTO:"_s : u"UDP4-SENDTO:"_s;
    window.clickChip(ours, CallId::Recvfrom);
    EVENTUALLY_COMPARE(window.node(ours).blocked.size(), 1U);
    Program socat(u"socat"_s, {u"-"_s, kind + address});
    socat.write("from outside\n");
    EVENTUALLY(window.lastCall(ours).startsWith(uR"(recvfrom(fd, "from outside\n", 4096, 0, {AF_INET)"_s));
    // It stands in the log whom to answer.
    const QString peer = window.lastCall(ours).section(u'{', 1).section(u'}', 0, 0).section(u", "_s, 1);
    sendTo(window, ours, peer, u"from inside"_s);
    QVERIFY2(socat.says("from inside"), socat.messages().constData());
}

void ForeignPeersTest::socat_takesUdp()
{
    NEEDS(u"socat"_s);
    const QString port = QString::number(freePort(AF_INET, SOCK_DGRAM));
    Program socat(
        u"socat"_s, {u"-d"_s, u"-d"_s, u"-u"_s, u"UDP4-RECV:%1,bind=127.0.0.1"_s.arg(port), u"-"_s});
    QVERIFY2(socat.reports("starting data transfer loop"), socat.messages().constData());
    WindowUnderTest window;
    const SocketId ours = window.newSocket(u"IPv4"_s, u"datagram"_s);
    connectTo(window, ours, u"127.0.0.1:"_s + port);
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Foreign}));
    window.clickChip(ours, CallId::Send);
    window.typeInto(u"arg-buf"_s, u"by send"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.lastCall(ours), u"send(fd, \"by send\", 7, MSG_NOSIGNAL) = 7"_s);
    QVERIFY2(socat.says("by send"), socat.messages().constData());
}

QTEST_MAIN(ForeignPeersTest)
#include "foreign_peers_test.moc"

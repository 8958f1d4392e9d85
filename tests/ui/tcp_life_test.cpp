// The life of a server and its client, clicked together: streams of all three domains.

#include "tests/ui/support/window_under_test.h"
#include "ui/words.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::EdgeKind;
using uitest::WindowUnderTest;

namespace {

using Edges = std::vector<EdgeKind>;

QString lengthOf(const Address& address)
{
    return QString::number(address.length());
}

void checkListener(WindowUnderTest& window, SocketId server, const QString& family)
{
    const bool isUnix = family == u"AF_UNIX"_s;
    const QStringList calls = window.calls(server);
    QCOMPARE(calls.size(), isUnix ? 4 : 3);
    QCOMPARE(calls[0],
        u"socket(%1, SOCK_STREAM, %2) = %3"_s.arg(
            family, isUnix ? u"0"_s : u"IPPROTO_IP"_s, QString::number(window.node(server).fd)));
    if (isUnix) { // only we shall be able to connect: its mode goes before its name
        QCOMPARE(calls[1], u"fchmod(fd, 0600) = 0"_s);
    }
    const QString proposed = isUnix ? window.addressOf(server)
        : family == u"AF_INET"_s    ? u"127.0.0.1:0"_s
                                    : u"[::1]:0"_s;
    QCOMPARE(calls[isUnix ? 2 : 1],
        u"bind(fd, {%1, %2}, %3) = 0"_s.arg(family, proposed, lengthOf(window.node(server).local)));
}

// One message there and one back.
void talk(WindowUnderTest& window, SocketId client, SocketId accepted)
{
    window.clickChip(client, CallId::Send);
    window.typeInto(u"arg-buf"_s, u"ping\\n"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(client), uR"(send(fd, "ping\n", 5, MSG_NOSIGNAL) = 5)"_s);
    EVENTUALLY_COMPARE(window.node(accepted).view.receiveQueue, 5);
    window.clickChip(accepted, CallId::Recv);
    EVENTUALLY_COMPARE(window.lastCall(accepted), uR"(recv(fd, "ping\n", 4096, 0) = 5)"_s);

    window.clickChip(accepted, CallId::Send);
    window.typeInto(u"arg-buf"_s, uR"(\x00\xff "pong")"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.lastCall(accepted), uR"(send(fd, "\0\377 \"pong\"", 9, MSG_NOSIGNAL) = 9)"_s);
    window.clickChip(client, CallId::Recv);
    EVENTUALLY_COMPARE(window.lastCall(client), uR"(recv(fd, "\0\377 \"pong\"", 4096, 0) = 9)"_s);
}

// The client says that it will send no more; then all are closed.
void endOf(WindowUnderTest& window, SocketId client, SocketId accepted, SocketId server)
{
    window.clickChip(client, CallId::Shutdown);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(client), u"shutdown(fd, SHUT_WR) = 0"_s);
    window.clickChip(accepted, CallId::Recv);
    EVENTUALLY_COMPARE(window.lastCall(accepted), u"recv(fd, \"\", 4096, 0) = 0"_s);
    window.clickCard(accepted);
    EVENTUALLY(window.textOf(u"outcomeMeaning"_s).contains(u"end of file"_s));
    for (const SocketId socket : {accepted, client, server}) {
        window.clickChip(socket, CallId::Close);
        EVENTUALLY_COMPARE(window.lastCall(socket), u"close(fd) = 0"_s);
    }
    QCOMPARE(window.node(client).bytesSent, 5U);
    QCOMPARE(window.node(client).bytesReceived, 9U);
}

// Each call has its time, its thread, its result and how long it took.
void checkRows(WindowUnderTest& window)
{
    for (const ui::LogRowText& row : window.rows()) {
        QVERIFY2(row.state == ui::RowState::Done, qPrintable(row.line()));
        QVERIFY2(row.time.startsWith(u"00:"_s) && !row.thread.isEmpty() && row.result.startsWith(u"= "_s),
            qPrintable(row.line()));
        QVERIFY2(row.took.endsWith(u's'), qPrintable(row.line()));
        QVERIFY2(row.call.contains(u'(') && row.call.endsWith(u')'), qPrintable(row.line()));
    }
}

}

class TcpLifeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void life_byMouseAndKeys_data();
    void life_byMouseAndKeys();
    void closed_cardCanBeTakenOff();
    void keys_alone();
};

void TcpLifeTest::life_byMouseAndKeys_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("family");
    QTest::newRow("IPv4") << u"IPv4"_s << u"AF_INET"_s;
    QTest::newRow("IPv6") << u"IPv6"_s << u"AF_INET6"_s;
    QTest::newRow("UNIX") << u"UNIX"_s << u"AF_UNIX"_s;
}

void TcpLifeTest::life_byMouseAndKeys()
{
    QFETCH(QString, domain);
    QFETCH(QString, family);
    WindowUnderTest window;

    const SocketId server = window.newSocket(domain, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY_COMPARE(window.lastCall(server), u"listen(fd, 5) = 0"_s);
    checkListener(window, server, family);

    const SocketId client = window.newSocket(domain, u"stream"_s);
    window.clickChip(client, CallId::Connect);
    QCOMPARE(window.textOf(u"arg-addr"_s), window.addressOf(server));
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.lastCall(client),
        u"connect(fd, {%1, %2}, %3) = 0"_s.arg(
            family, window.addressOf(server), lengthOf(window.node(server).local)));
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Waiting}));

    window.clickChip(server, CallId::Accept4);
    EVENTUALLY(window.acceptedFrom(server) != kNoSocket);
    const SocketId accepted = window.acceptedFrom(server);
    const QString length = lengthOf(window.node(client).local);
    QCOMPARE(window.lastCall(server),
        u"accept4(fd, {%1, %2}, [128 => %3], SOCK_CLOEXEC) = %4"_s.arg(family,
            ui::words::address(window.node(client).local), length,
            QString::number(window.node(accepted).fd)));
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::Connected, EdgeKind::AcceptedFrom}));

    talk(window, client, accepted);
    endOf(window, client, accepted, server);
    checkRows(window);
}

void TcpLifeTest::closed_cardCanBeTakenOff()
{
    WindowUnderTest window;
    const SocketId first = window.newSocket(u"IPv4"_s, u"stream"_s);
    const SocketId second = window.newSocket(u"IPv6"_s, u"stream"_s);
    window.clickChip(first, CallId::Close);
    EVENTUALLY(!window.node(first).open);
    window.choose(u"actionDismissClosed"_s);
    EVENTUALLY(window.card(first) == nullptr);
    QVERIFY(window.card(second) != nullptr);
    QCOMPARE(window.calls(first).size(), 2); // the log keeps it
}

void TcpLifeTest::keys_alone()
{
    WindowUnderTest window;
    window.key(Qt::Key_N, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"newSocketPopup"_s));
    window.key(Qt::Key_Tab); // from the kinds to the address
    window.key(Qt::Key_Return); // a stream: all three
    EVENTUALLY_COMPARE(window.lastCall(window.newest()), u"listen(fd, 5) = 0"_s);
    const SocketId server = window.newest();
    QCOMPARE(window.textOf(u"inspectorTitle"_s), u"fd %1"_s.arg(window.node(server).fd));

    EVENTUALLY(window.textOf(u"callSignature"_s).startsWith(u"int accept4("_s)); // the form has gone on
    window.key(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.node(server).blocked.size(), 1U);
    window.key(Qt::Key_Period, Qt::ControlModifier);
    EVENTUALLY(window.lastCall(server).endsWith(u"= -1 EINTR"_s));
    window.key(Qt::Key_W, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.lastCall(server), u"close(fd) = 0"_s);
}

QTEST_MAIN(TcpLifeTest)
#include "tcp_life_test.moc"

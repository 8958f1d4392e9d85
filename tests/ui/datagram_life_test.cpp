// Datagrams by mouse and keys: both ways, connected, refused.

#include "tests/ui/support/program.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/words.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using model::EdgeKind;
using uitest::WindowUnderTest;

namespace {

using Edges = std::vector<EdgeKind>;

void domains()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("family");
    QTest::newRow("IPv4") << u"IPv4"_s << u"AF_INET"_s;
    QTest::newRow("IPv6") << u"IPv6"_s << u"AF_INET6"_s;
    QTest::newRow("UNIX") << u"UNIX"_s << u"AF_UNIX"_s;
}

struct Two {
    SocketId one;
    SocketId other;
};

// Both bound, with an address that can be typed.
Two twoBound(WindowUnderTest& window, const QString& domain)
{
    const auto bound = [&] {
        const SocketId socket = window.newSocket(domain, u"datagram"_s, u"newSocketBind"_s);
        if (window.addressOf(socket).isEmpty()) { // it waits for one
            QTest::qFail("The socket has no address.", __FILE__, __LINE__);
        }
        return socket;
    };
    const SocketId one = bound();
    return {one, bound()};
}

// From one to the other by the form, and taken there by the chip.
void sendAndTake(
    WindowUnderTest& window, const QString& family, SocketId from, SocketId to, const QString& text)
{
    window.clickChip(from, CallId::Sendto);
    window.typeInto(u"arg-dest_addr"_s, window.addressOf(to));
    window.typeInto(u"arg-buf"_s, text);
    window.key(Qt::Key_Return);
    const auto lengthOf
        = [&](SocketId socket) { return QString::number(window.node(socket).local.length()); };
    const QString size = QString::number(text.size());
    EVENTUALLY_COMPARE(window.lastCall(from),
        u"sendto(fd, \"%1\", %2, MSG_NOSIGNAL, {%3, %4}, %5) = %2"_s.arg(
            text, size, family, window.addressOf(to), lengthOf(to)));
    EVENTUALLY_COMPARE(window.node(to).view.receiveQueue, text.size());
    window.clickChip(to, CallId::Recvfrom);
    EVENTUALLY_COMPARE(window.lastCall(to),
        u"recvfrom(fd, \"%1\", 4096, 0, {%3, %4}, [128 => %5]) = %2"_s.arg(
            text, size, family, window.addressOf(from), lengthOf(from)));
}

}

class DatagramLifeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothWays_data() { domains(); }
    void bothWays();
    void sendtoOfAnUnconnected_showsItsWay_data() { domains(); }
    void sendtoOfAnUnconnected_showsItsWay();
    void sendtoToAStranger_showsItsAddress();
    void connected_data() { domains(); }
    void connected();
    void connectedUdp_isRefused();
};

void DatagramLifeTest::bothWays()
{
    QFETCH(QString, domain);
    QFETCH(QString, family);
    WindowUnderTest window;
    const auto [one, other] = twoBound(window, domain);
    sendAndTake(window, family, one, other, u"ping"_s);
    sendAndTake(window, family, other, one, u"a longer answer"_s);
    QCOMPARE(window.edges(), Edges {}); // nobody is connected
    for (const SocketId socket : {one, other}) {
        window.clickChip(socket, CallId::Close);
        EVENTUALLY_COMPARE(window.lastCall(socket), u"close(fd) = 0"_s);
    }
}

// Live it passes; at the moment of that call it stays.
void DatagramLifeTest::sendtoOfAnUnconnected_showsItsWay()
{
    QFETCH(QString, domain);
    QFETCH(QString, family);
    WindowUnderTest window;
    const auto [one, other] = twoBound(window, domain);
    sendAndTake(window, family, one, other, u"ping"_s);
    const ui::PassingCords& passing = window.board().board().passingCords();
    EVENTUALLY_COMPARE(passing.count(), 0U);
    window.key(Qt::Key_Left, Qt::AltModifier); // before the recvfrom()
    EVENTUALLY_COMPARE(passing.count(), 1U);
    window.key(Qt::Key_Left, Qt::AltModifier); // before the sendto()
    EVENTUALLY_COMPARE(passing.count(), 0U);
    window.key(Qt::Key_End, Qt::AltModifier);
    EVENTUALLY(window.isAtPresent());
    QCOMPARE(passing.count(), 0U);
}

void DatagramLifeTest::sendtoToAStranger_showsItsAddress()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"IPv4"_s, u"datagram"_s);
    window.clickChip(one, CallId::Sendto);
    const QString stranger = u"127.0.0.1:%1"_s.arg(uitest::freePort(AF_INET, SOCK_DGRAM));
    window.typeInto(u"arg-dest_addr"_s, stranger);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(one).startsWith(u"sendto("_s));
    window.clickChip(one, CallId::Close);
    EVENTUALLY_COMPARE(window.lastCall(one), u"close(fd) = 0"_s);
    window.key(Qt::Key_Left, Qt::AltModifier); // before the close()
    const auto isTheCard = [&](QGraphicsItem* item) {
        const auto* card = dynamic_cast<ui::ForeignCard*>(item);
        return card != nullptr && card->isVisible() && card->addresses() == QStringList {stranger};
    };
    EVENTUALLY(std::ranges::any_of(window.board().board().items(), isTheCard));
    window.key(Qt::Key_End, Qt::AltModifier);
    EVENTUALLY(std::ranges::none_of(window.board().board().items(), isTheCard));
}

void DatagramLifeTest::connected()
{
    QFETCH(QString, domain);
    WindowUnderTest window;
    const auto [server, client] = twoBound(window, domain);
    window.clickChip(client, CallId::Connect);
    QCOMPARE(window.textOf(u"arg-addr"_s), window.addressOf(server)); // proposed
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect(fd, "_s));
    EVENTUALLY_COMPARE(window.edges(), (Edges {EdgeKind::DatagramPeer}));
    EVENTUALLY_COMPARE(window.textOf(u"inspectorState"_s), ui::words::state(window.node(client)));

    window.clickChip(client, CallId::Send);
    window.typeInto(u"arg-buf"_s, u""_s); // a message of no bytes
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.lastCall(client), u"send(fd, \"\", 0, MSG_NOSIGNAL) = 0"_s);
    window.clickChip(server, CallId::Recvfrom);
    EVENTUALLY(window.lastCall(server).startsWith(u"recvfrom(fd, \"\", 4096, 0, "_s));
    EVENTUALLY(window.textOf(u"outcomeMeaning"_s).contains(u"message of no bytes"_s));
}

void DatagramLifeTest::connectedUdp_isRefused()
{
    WindowUnderTest window;
    const SocketId gone = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    const QString address = window.addressOf(gone);
    const SocketId client = window.newSocket(u"IPv4"_s, u"datagram"_s);
    window.clickChip(client, CallId::Connect);
    QCOMPARE(window.textOf(u"arg-addr"_s), address);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(client).endsWith(u"= 0"_s));
    window.clickChip(gone, CallId::Close);
    EVENTUALLY_COMPARE(window.lastCall(gone), u"close(fd) = 0"_s);

    window.clickChip(client, CallId::Send);
    window.key(Qt::Key_Return); // into the void: the answer comes by ICMP
    EVENTUALLY_COMPARE(window.lastCall(client), u"send(fd, \"hello\", 5, MSG_NOSIGNAL) = 5"_s);
    window.clickChip(client, CallId::Recv);
    EVENTUALLY_COMPARE(window.lastCall(client), u"recv(fd, buf, 4096, 0) = -1 ECONNREFUSED"_s);
    EVENTUALLY_COMPARE(window.textOf(u"outcomeResult"_s), u"recv() = -1 ECONNREFUSED"_s);
    EVENTUALLY_COMPARE(window.widget(u"outcome"_s)->property("situation").toString(), u"ECONNREFUSED.icmp"_s);
    QVERIFY(window.textOf(u"outcomeMeaning"_s).contains(u"5 bytes"_s)); // which datagram it was
}

QTEST_MAIN(DatagramLifeTest)
#include "datagram_life_test.moc"

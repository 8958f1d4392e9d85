// What belongs together on the board: a log made by hand goes in, edges as text come out.

#include <QTest>
#include <sys/socket.h>

#include "tests/model/made_facts.h"
#include "tests/model/made_store.h"
#include "tests/support/std_strings.h"

using namespace netcore;

namespace {

KernelView unixView(std::uint64_t inode, std::uint64_t peer, const Address& peerName = {})
{
    KernelView view;
    view.inode = inode;
    view.peerInode = peer;
    view.peer = peerName;
    return view;
}

}

class SocketEdgesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tcpLife();
    void ipv4AtAListenerOfIpv6();
    void unixPair();
    void datagrams();
    void foreign();
    void wildcardListener();
};

void SocketEdgesTest::tcpLife()
{
    MadeStore log;
    const SocketId server = log.opens(tcp(), 7);
    log.returns(server, calls::bind(at(80)));
    log.returns(server, calls::listen(5));
    const SocketId client = log.opens(tcp(), 8);
    QCOMPARE(log.edges(), std::string());
    log.returns(client, calls::connect(at(80)));
    log.state(client, viewOf(at(999), at(80)));
    QCOMPARE(log.edges(), std::string("Waiting 2>1"));
    const SocketId accepted = log.accepts(server, at(999), 9);
    log.state(accepted, viewOf(at(80), at(999)));
    QCOMPARE(log.edges(), std::string("Connected 2>3, AcceptedFrom 1>3"));
    log.returns(accepted, calls::close());
    QCOMPARE(log.edges(), std::string("Connected 2>3"));
}

// Each end writes the same two addresses its own way.
void SocketEdgesTest::ipv4AtAListenerOfIpv6()
{
    const auto mapped = [](std::uint16_t port) {
        return Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1}, port);
    };
    MadeStore log;
    const SocketId server = log.opens(calls::socket(AF_INET6, SOCK_STREAM, 0), 7);
    log.returns(server, calls::bind(Address::ipv6({}, 80)));
    log.returns(server, calls::listen(5));
    const SocketId client = log.opens(tcp(), 8);
    log.returns(client, calls::connect(at(80)));
    log.state(client, viewOf(at(999), at(80)));
    QCOMPARE(log.edges(), std::string("Waiting 2>1"));
    const SocketId accepted = log.accepts(server, mapped(999), 9);
    log.state(accepted, viewOf(mapped(80), mapped(999)));
    QCOMPARE(log.edges(), std::string("Connected 2>3, AcceptedFrom 1>3"));
}

void SocketEdgesTest::unixPair()
{
    MadeStore log;
    const SocketId server = log.opens(calls::socket(AF_UNIX, SOCK_STREAM), 7);
    log.returns(server, calls::bind(Address::unixPath("/x")));
    log.returns(server, calls::listen(5));
    const SocketId client = log.opens(calls::socket(AF_UNIX, SOCK_STREAM), 8);
    log.returns(client, calls::connect(Address::unixPath("/x")));
    log.state(client, unixView(100, 200, Address::unixPath("/x")));
    QCOMPARE(log.edges(), std::string("Waiting 2>1"));
    const SocketId accepted = log.accepts(server, Address::unixUnnamed(), 9);
    log.state(accepted, unixView(200, 100));
    QCOMPARE(log.edges(), std::string("Connected 2>3, AcceptedFrom 1>3"));
}

void SocketEdgesTest::datagrams()
{
    MadeStore log;
    const Call datagram = calls::socket(AF_UNIX, SOCK_DGRAM);
    const SocketId one = log.opens(datagram, 7);
    const SocketId two = log.opens(datagram, 8);
    log.returns(one, calls::bind(Address::unixPath("/1")));
    log.returns(two, calls::bind(Address::unixPath("/2")));
    log.state(one, unixView(100, 0));
    log.returns(two, calls::connect(Address::unixPath("/1")));
    log.state(two, unixView(200, 100, Address::unixPath("/1")));
    QCOMPARE(log.edges(), std::string("DatagramPeer 2>1")); // the other one knows nothing of it
    log.returns(one, calls::connect(Address::unixPath("/2")));
    log.state(one, unixView(100, 200, Address::unixPath("/2")));
    QCOMPARE(log.edges(), std::string("Connected 1>2, Connected 2>1"));
    const SocketId three = log.opens(datagram, 9);
    log.returns(three, calls::bind(Address::unixPath("/3")));
    log.state(three, unixView(300, 0));
    log.returns(two, calls::connect(Address::unixPath("/3"))); // and now another one
    log.state(two, unixView(200, 300, Address::unixPath("/3")));
    QCOMPARE(log.edges(), std::string("DatagramPeer 1>2, DatagramPeer 2>3"));
}

void SocketEdgesTest::foreign()
{
    MadeStore log;
    const SocketId client = log.opens(tcp(), 7);
    log.returns(client, calls::connect(at(9)));
    QCOMPARE(log.edges(), std::string("Foreign 1>127.0.0.1:9"));
    log.returns(client, calls::close());
    QCOMPARE(log.edges(), std::string());
}

void SocketEdgesTest::wildcardListener()
{
    MadeStore log;
    const SocketId server = log.opens(tcp(), 7);
    log.returns(server, calls::bind(Address::ipv4(0, 80)));
    log.returns(server, calls::listen(5));
    const SocketId client = log.opens(tcp(), 8);
    log.returns(client, calls::connect(at(80)));
    QCOMPARE(log.edges(), std::string("Waiting 2>1"));
}

QTEST_APPLESS_MAIN(SocketEdgesTest)
#include "socket_edges_test.moc"

// The options of a socket at any row of the log.

#include <QTest>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>

#include "model/graph/socket_options.h"

using namespace netcore;
using namespace model;

namespace {

constexpr SocketId kSocket {1};

OptionValue value(int level, int number, int content)
{
    const auto raw = std::as_bytes(std::span(&content, 1));
    return {level, number, 0, {raw.begin(), raw.end()}};
}

class OptionLog {
public:
    OptionLog()
    {
        Event event {};
        event.kind = EventKind::Call;
        event.call = CallId::Socket;
        event.result = 7;
        event.opened = kSocket;
        m_store.append(event, {});
    }

    void add(SocketId socket, const std::vector<OptionValue>& values)
    {
        Event event {};
        event.kind = EventKind::Options;
        event.socket = socket;
        const auto bytes = encode(values);
        event.dataSize = static_cast<std::uint32_t>(bytes.size());
        m_store.append(event, bytes);
    }

    const EventStore& store() const { return m_store; }
    std::vector<SocketOption> at(Row end)
    {
        SocketGraph graph;
        graph.apply(m_store, 0, end);
        m_node = *graph.find(kSocket);
        return optionsOf(m_store, m_node);
    }
    std::optional<OptionValue> one(int level, int number) { return optionOf(m_store, m_node, level, number); }

private:
    EventStore m_store;
    SocketNode m_node;
};

}

class SocketOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknown_isEmpty();
    void values_areThoseOfTheRow();
    void order_isTheTables();
    void strangers_areLeftOut();
};

void SocketOptionsTest::unknown_isEmpty()
{
    OptionLog log;
    QVERIFY(log.at(1).empty());
    QVERIFY(!log.one(SOL_SOCKET, SO_KEEPALIVE));
}

void SocketOptionsTest::values_areThoseOfTheRow()
{
    OptionLog log;
    log.add(kSocket, {value(SOL_SOCKET, SO_KEEPALIVE, 0), value(IPPROTO_IP, IP_TTL, 64)});
    log.add(kSocket, {value(SOL_SOCKET, SO_KEEPALIVE, 1)});
    log.add(kSocket, {{IPPROTO_IP, IP_TTL, ENOTCONN, {}}});

    auto options = log.at(2);
    QCOMPARE(options.size(), std::size_t {2});
    QVERIFY(!options[0].isChanged());
    QCOMPARE(options[0].changed, Row {1});

    options = log.at(3);
    QVERIFY(options[0].now == value(SOL_SOCKET, SO_KEEPALIVE, 1));
    QVERIFY(options[0].first == value(SOL_SOCKET, SO_KEEPALIVE, 0));
    QVERIFY(options[0].isChanged());
    QCOMPARE(options[0].changed, Row {2});
    QVERIFY(!options[1].isChanged());
    QVERIFY(log.one(SOL_SOCKET, SO_KEEPALIVE) == value(SOL_SOCKET, SO_KEEPALIVE, 1));
    QVERIFY(log.one(IPPROTO_IP, IP_TTL) == value(IPPROTO_IP, IP_TTL, 64));

    options = log.at(4);
    QCOMPARE(options[1].now.error, ENOTCONN);
}

void SocketOptionsTest::order_isTheTables()
{
    OptionLog log;
    log.add(kSocket, {value(7777, 1, 0), value(IPPROTO_IP, IP_TTL, 64), value(SOL_SOCKET, SO_KEEPALIVE, 0)});
    const auto options = log.at(2);
    QCOMPARE(options[0].now.number, SO_KEEPALIVE);
    QCOMPARE(options[1].description, optionNamed("IP_TTL"));
    QVERIFY(options[2].description == nullptr); // of a newer Sockscope
}

void SocketOptionsTest::strangers_areLeftOut()
{
    OptionLog log;
    log.add(SocketId {9}, {value(SOL_SOCKET, SO_KEEPALIVE, 0)});
    QVERIFY(log.at(2).empty());
}

QTEST_APPLESS_MAIN(SocketOptionsTest)
#include "socket_options_test.moc"

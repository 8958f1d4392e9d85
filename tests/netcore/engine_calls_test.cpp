// What each call gives on the real kernel, for each domain.

#include <netinet/in.h>
#include <unistd.h>

#include "netcore/base/quoted.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EngineBench;
using support::RecordedEvent;
using support::TemporaryFolder;

namespace {

// "recv "hello" 5": what tells one run from the next (numbers of descriptors, ports) is left out.
std::string story(const RecordedEvent& done)
{
    const bool takes = done.event.call == CallId::Recv || done.event.call == CallId::Recvfrom;
    const std::string result = done.event.opened == kNoSocket ? done.result() : "fd";
    return std::string(describe(done.event.call).name) + ' '
        + (takes && done.event.error == 0 ? netcore::quoted(done.dataText()) + ' ' : "") + result + "; ";
}

class Teller {
public:
    explicit Teller(EngineBench& bench) : m_bench(bench) { }
    const RecordedEvent& make(Call call, SocketId socket = {})
    {
        const RecordedEvent& done = m_bench.make(std::move(call), socket);
        m_text += story(done);
        return done;
    }
    const std::string& text() const { return m_text; }

private:
    EngineBench& m_bench;
    std::string m_text;
};

void addDomains()
{
    QTest::addColumn<std::string>("domain");
    for (const char* domain : {"ipv4", "ipv6", "path", "abstract", "unnamed"}) {
        QTest::newRow(domain) << std::string(domain);
    }
}

Call withoutAddress(Call call)
{
    call.wantsAddress = false;
    call.address.reset();
    return call;
}

Call withArgument(Call call, std::size_t slot, std::int64_t value)
{
    call.arguments[slot] = value;
    return call;
}

}

#define SKIP_WITHOUT_IPV6(domain)                                                                            \
    if ((domain) == "ipv6" && !support::hasIpv6Loopback())                                                   \
    QSKIP("this machine has no IPv6")

class EngineCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamSockets_talk_data() { addDomains(); }
    void streamSockets_talk();
    void datagramSockets_talk_data() { addDomains(); }
    void datagramSockets_talk();
    void autobind_givesAName();
    void nonblockingStream_neverSleeps_data() { addDomains(); }
    void nonblockingStream_neverSleeps();
    void nonblockingFlag_isTheSocketsOwn();
    void wrongCall_givesItsErrno_data();
    void wrongCall_givesItsErrno();
    void sendToAClosedPeer_givesEpipe_data() { addDomains(); }
    void sendToAClosedPeer_givesEpipe();
    void nameIntoSmallRoom_isCut();
    void everyCall_hasOneEvent();
    void events_areOrdered();
    void actorAndSocket_standInTheEvent();
};

void EngineCallsTest::streamSockets_talk()
{
    QFETCH(std::string, domain);
    SKIP_WITHOUT_IPV6(domain);
    const TemporaryFolder folder;
    EngineBench bench;
    Teller teller(bench);
    const int family = support::familyOf(domain);
    const SocketId server = teller.make(calls::socket(family, SOCK_STREAM)).event.opened;
    teller.make(calls::bind(support::placeFor(domain, folder, "server")), server);
    teller.make(calls::listen(5), server);
    const Address name = teller.make(calls::getsockname(), server).call().address;
    const SocketId client = teller.make(calls::socket(family, SOCK_STREAM)).event.opened;
    teller.make(calls::connect(name), client);
    const RecordedEvent& accepted = teller.make(calls::accept(), server);
    const SocketId peer = accepted.event.opened;
    const Address clientName = teller.make(calls::getsockname(), client).call().address;
    const Address peerOfClient = teller.make(calls::getpeername(), client).call().address;
    teller.make(calls::send("hello"), client);
    teller.make(calls::recv(3), peer);
    teller.make(calls::recvfrom(10), peer);
    teller.make(calls::sendto({std::byte {'!'}}, MSG_NOSIGNAL, Address()), peer);
    teller.make(calls::recv(10), client);
    teller.make(calls::shutdown(SHUT_WR), client);
    teller.make(calls::recv(10), peer);
    teller.make(calls::close(), peer);
    teller.make(calls::recv(10), client);
    teller.make(calls::close(), client);
    teller.make(calls::close(), server);

    QCOMPARE(teller.text(),
        R"(socket fd; bind 0; listen 0; getsockname 0; socket fd; connect 0; accept fd; getsockname 0; getpeername 0; )"
        R"(send 5; recv "hel" 3; recvfrom "lo" 2; sendto 1; recv "!" 1; shutdown 0; recv "" 0; close 0; recv "" 0; )"
        R"(close 0; close 0; )"s);
    QCOMPARE(addressText(accepted.call().address), addressText(clientName));
    QCOMPARE(addressText(peerOfClient), addressText(name));
}

void EngineCallsTest::datagramSockets_talk()
{
    QFETCH(std::string, domain);
    SKIP_WITHOUT_IPV6(domain);
    const TemporaryFolder folder;
    EngineBench bench;
    Teller teller(bench);
    const auto [near, far] = support::datagramPair(bench, domain, folder);
    const Address nearName = bench.nameOf(near);
    const Address farName = bench.nameOf(far);
    teller.make(calls::sendto("hello", farName), near);
    const RecordedEvent& received = teller.make(calls::recvfrom(10), far);
    teller.make(calls::sendto("", farName), near);
    teller.make(calls::recv(10), far);
    teller.make(calls::connect(farName), near);
    teller.make(calls::send("a longer one"), near);
    const RecordedEvent& cut = teller.make(calls::recv(4, MSG_TRUNC), far);
    teller.make(calls::send("x"), near);
    teller.make(withoutAddress(calls::recvfrom(10)), far);
    teller.make(calls::recv(10, MSG_DONTWAIT), far);
    teller.make(calls::close(), near);
    teller.make(calls::close(), far);

    QCOMPARE(teller.text(),
        R"(sendto 5; recvfrom "hello" 5; sendto 0; recv "" 0; connect 0; send 12; recv "a lo" 12; send 1; )"
        R"(recvfrom "x" 1; recv -1 EAGAIN; close 0; close 0; )"s);
    QCOMPARE(addressText(received.call().address), addressText(nearName));
    QCOMPARE(cut.event.result, 12);
    QCOMPARE(cut.event.dataSize, std::uint32_t {4});
}

void EngineCallsTest::autobind_givesAName()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_UNIX, SOCK_DGRAM);
    QCOMPARE(addressText(bench.nameOf(socket)), "(unnamed)"s);
    QCOMPARE(bench.resultOf(calls::bind(Address::unixUnnamed()), socket), "0"s);
    const Address name = bench.nameOf(socket);
    QCOMPARE(name.abstractName().size(), std::size_t {5});
    QCOMPARE(name.abstractName().find_first_not_of("0123456789abcdef"), std::string_view::npos);
}

void EngineCallsTest::nonblockingStream_neverSleeps()
{
    QFETCH(std::string, domain);
    SKIP_WITHOUT_IPV6(domain);
    const TemporaryFolder folder;
    EngineBench bench;
    Teller teller(bench);
    const int family = support::familyOf(domain);
    const bool overNetwork = family != AF_UNIX;
    const SocketId server = bench.socket(family, SOCK_STREAM | SOCK_NONBLOCK);
    bench.make(calls::bind(support::placeFor(domain, folder, "server")), server);
    bench.make(calls::listen(5), server);
    teller.make(calls::accept(), server);
    const SocketId client = bench.socket(family, SOCK_STREAM | SOCK_NONBLOCK);
    const Address name = bench.nameOf(server);
    teller.make(calls::connect(name), client);
    QVERIFY(bench.seesState(server, [](const KernelView& view) { return view.acceptQueue == 1; }));
    const SocketId peer = teller.make(calls::accept4(SOCK_NONBLOCK), server).event.opened;
    teller.make(calls::recv(10), peer);
    teller.make(calls::recvfrom(10), client);
    QCOMPARE(support::fill(bench, client), "-1 EAGAIN"s);
    QCOMPARE(teller.text(),
        "accept -1 EAGAIN; connect "s + (overNetwork ? "-1 EINPROGRESS" : "0")
            + "; accept4 fd; recv -1 EAGAIN; recvfrom -1 EAGAIN; ");
}

void EngineCallsTest::nonblockingFlag_isTheSocketsOwn()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "path", folder);
    QCOMPARE(bench.resultOf(calls::recv(10, MSG_DONTWAIT), near), "-1 EAGAIN"s);
    QVERIFY(bench.isBlocked(bench.post(calls::recv(10), near)));
    bench.make(calls::send("x"), far);
}

void EngineCallsTest::wrongCall_givesItsErrno_data()
{
    QTest::addColumn<std::string>("socket");
    QTest::addColumn<std::string>("calls");
    QTest::addColumn<std::string>("text");

    const auto row = [](const char* name, const std::string& socket, const std::string& calls,
                         const std::string& text) { QTest::newRow(name) << socket << calls << text; };
    row("accept without listen", "tcp", "accept", "accept -1 EINVAL; ");
    row("accept of datagrams", "udp", "accept", "accept -1 EOPNOTSUPP; ");
    row("listen of datagrams", "udp", "listen", "listen -1 EOPNOTSUPP; ");
    row("bind twice", "tcp", "bind bind", "bind 0; bind -1 EINVAL; ");
    row("bind NULL", "tcp", "bind-null", "bind -1 EFAULT; ");
    row("bind too short", "tcp", "bind-short", "bind -1 EINVAL; ");
    row("bind a foreign family", "tcp", "bind-ipv6", "bind -1 EAFNOSUPPORT; ");
    row("bind a foreign address", "tcp", "bind-foreign", "bind -1 EADDRNOTAVAIL; ");
    row("send unconnected", "tcp", "send", "send -1 EPIPE; ");
    row("send to nobody", "udp", "send", "send -1 EDESTADDRREQ; ");
    row("recv unconnected", "tcp", "recv", "recv -1 ENOTCONN; ");
    row("no peer", "tcp", "getpeername", "getpeername -1 ENOTCONN; ");
    row("shutdown unconnected", "tcp", "shutdown", "shutdown -1 ENOTCONN; ");
    row("shutdown nonsense", "tcp", "shutdown-9", "shutdown -1 EINVAL; ");
    row("room of -1", "tcp", "getsockname--1", "getsockname -1 EINVAL; ");
    row("no room", "tcp", "getsockname-0", "getsockname 0; ");
    row("connect to a listener that is none", "tcp", "connect-self", "connect -1 ECONNREFUSED; ");
    row("close twice", "tcp", "close close recv", "close 0; close -1 EBADF; recv -1 EBADF; ");
    row("too large for a datagram", "udp", "sendto-large", "sendto -1 EMSGSIZE; ");
}

void EngineCallsTest::wrongCall_givesItsErrno()
{
    QFETCH(std::string, socket);
    QFETCH(std::string, calls);
    QFETCH(std::string, text);
    const Address here = Address::ipv4(0x7f000001, 0);
    const Address nobody = Address::ipv4(0x7f000001, 1);
    const std::map<std::string, Call> known {{"accept", calls::accept()}, {"listen", calls::listen(1)},
        {"bind", calls::bind(here)}, {"bind-null", withoutAddress(calls::bind(here))},
        {"bind-short", withArgument(calls::bind(here), 2, 15)},
        {"bind-ipv6", calls::bind(Address::ipv6({}, 0))},
        {"bind-foreign", calls::bind(Address::ipv4(0xc0000263, 0))}, {"send", calls::send("x")},
        {"recv", calls::recv(1)}, {"getpeername", calls::getpeername()},
        {"shutdown", calls::shutdown(SHUT_WR)}, {"shutdown-9", calls::shutdown(9)},
        {"getsockname--1", withArgument(calls::getsockname(), 2, -1)},
        {"getsockname-0", withArgument(calls::getsockname(), 2, 0)}, {"connect-self", calls::connect(nobody)},
        {"close", calls::close()},
        {"sendto-large", calls::sendto(std::vector<std::byte>(65'508), 0, Address::ipv4(0x7f000001, 9))}};
    EngineBench bench;
    Teller teller(bench);
    const SocketId id = bench.socket(AF_INET, socket == "tcp" ? SOCK_STREAM : SOCK_DGRAM);
    for (const QString& name : QString::fromStdString(calls).split(u' ')) {
        teller.make(known.at(name.toStdString()), id);
    }
    QCOMPARE(teller.text(), text);
}

// Without MSG_NOSIGNAL: SIGPIPE would end this program.
void EngineCallsTest::sendToAClosedPeer_givesEpipe()
{
    QFETCH(std::string, domain);
    SKIP_WITHOUT_IPV6(domain);
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, domain, folder);
    bench.make(calls::close(), far);
    const Call send = calls::send({std::byte {'x'}}, 0);
    if (support::familyOf(domain) != AF_UNIX) {
        QCOMPARE(bench.resultOf(send, near), "1"s); // the kernel takes it; the peer answers with a reset
        QVERIFY(bench.seesState(near, [](const KernelView& view) { return view.peer.isEmpty(); }));
        bench.make(calls::recv(1), near); // takes ECONNRESET, if the reset was first
    }
    QCOMPARE(bench.resultOf(send, near), "-1 EPIPE"s);
    QCOMPARE(bench.resultOf(calls::send("x"), near), "-1 EPIPE"s);
}

void EngineCallsTest::nameIntoSmallRoom_isCut()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    const RecordedEvent& done = bench.make(withArgument(calls::getsockname(), 2, 2), socket);
    const std::string fd = std::to_string(bench.descriptorOf(socket));
    QCOMPARE(done.line(), "getsockname(" + fd + ", {sa_family=AF_INET}, [2 => 16]) = 0");
}

void EngineCallsTest::everyCall_hasOneEvent()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    std::vector<Ticket> tickets;
    for (int n = 0; n < 500; ++n) {
        tickets.push_back(bench.post(calls::getsockname(), socket));
    }
    for (const Ticket ticket : tickets) {
        QCOMPARE(bench.result(ticket), "0"s);
    }
    for (const Ticket ticket : tickets) {
        const auto isIts = [&](const RecordedEvent& e) { return e.event.ticket == ticket; };
        QCOMPARE(bench.recorder().count(isIts), std::size_t {1});
    }
}

void EngineCallsTest::events_areOrdered()
{
    const TemporaryFolder folder;
    EngineBench bench;
    const auto [near, far] = support::connectedPair(bench, "ipv4", folder);
    for (int n = 0; n < 200; ++n) {
        const Ticket receives = bench.post(calls::recv(1), far);
        const Ticket sends = bench.post(calls::send("x"), near);
        bench.done(receives);
        bench.done(sends);
    }
    std::uint64_t last = 0;
    for (const RecordedEvent& recorded : bench.recorder().all()) {
        QVERIFY(recorded.event.end() >= last);
        last = recorded.event.end();
    }
}

void EngineCallsTest::actorAndSocket_standInTheEvent()
{
    EngineBench bench;
    const SocketId socket = bench.socket(AF_INET, SOCK_DGRAM);
    const Event event = bench.done(bench.post(calls::getsockname(), socket, ActorId {42})).event;
    QCOMPARE(event.actor, ActorId {42});
    QCOMPARE(event.socket, socket);
    QVERIFY(event.tid != 0 && event.tid != static_cast<std::uint32_t>(::gettid()));
    QCOMPARE(event.flags, std::uint8_t {0});
}

QTEST_APPLESS_MAIN(EngineCallsTest)
#include "engine_calls_test.moc"

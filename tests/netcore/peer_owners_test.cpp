// Who is at the other end: of real connections, to another process and to this one.

#include <QTest>
#include <array>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/peer_owners.h"

using namespace netcore;

namespace {

constexpr std::uint32_t kLoopback = 0x7f000001;
constexpr std::array<std::uint8_t, 16> kLoopback6 {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

Address nameOf(const OwnedFd& fd, decltype(&::getsockname) ask)
{
    sockaddr_storage bytes {};
    socklen_t size = sizeof bytes;
    const bool named = ask(fd.get(), reinterpret_cast<sockaddr*>(&bytes), &size) == 0;
    return named ? Address::fromKernel(bytes, size) : Address();
}

OwnedFd boundTo(const Address& address, int type)
{
    OwnedFd fd(::socket(address.family(), type | SOCK_CLOEXEC, 0));
    return ::bind(fd.get(), address.data(), address.length()) == 0 ? std::move(fd) : OwnedFd();
}

// Both ends of a connection.
struct Ends {
    OwnedFd near;
    OwnedFd far;

    PeerQuestion question() const
    {
        return {SOCK_STREAM, nameOf(near, &::getsockname), nameOf(near, &::getpeername), 0};
    }
};

Ends connection(const Address& place)
{
    const OwnedFd listener = boundTo(place, SOCK_STREAM);
    ::listen(listener.get(), 1);
    const Address home = nameOf(listener, &::getsockname);
    OwnedFd near(::socket(home.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::connect(near.get(), home.data(), home.length()) != 0) {
        return {};
    }
    return {std::move(near), OwnedFd(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC))};
}

// A process that has the descriptors that are open now, and does nothing.
class Holding {
public:
    Holding() : m_pid(::fork())
    {
        if (m_pid == 0) {
            ::pause();
            ::_exit(0);
        }
    }
    ~Holding()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    Holding(const Holding&) = delete;
    Holding& operator=(const Holding&) = delete;

    pid_t pid() const { return m_pid; }

private:
    const pid_t m_pid;
};

Holder ownerOf(const PeerQuestion& question)
{
    const std::atomic<bool> stop {false};
    return findPeerOwners({&question, 1}, stop).front();
}

}

class PeerOwnersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tcp_isFound();
    void tcp_ofIpv4AcceptedByIpv6();
    void tcp_ofAnotherProcess();
    void udp_onAllAddresses();
    void unix_byItsInode();
    void nobody_isNotFound();
    void many_areAnsweredInOrder();
    void stop_endsEarly();
};

void PeerOwnersTest::tcp_isFound()
{
    for (const Address& place : {Address::ipv4(kLoopback, 0), Address::ipv6(kLoopback6, 0)}) {
        const Ends ends = connection(place);
        if (ends.far.get() < 0) {
            QSKIP("one of the two families has no loopback here");
        }
        const Holder owner = ownerOf(ends.question());
        QCOMPARE(owner.process, ::getpid());
        QVERIFY(!owner.program.empty());
        QVERIFY(owner.local == nameOf(ends.far, &::getsockname));
    }
}

// Its end is listed with IPv4's addresses, ours has them as IPv6 writes them; and the other way round.
void PeerOwnersTest::tcp_ofIpv4AcceptedByIpv6()
{
    const OwnedFd listener = boundTo(Address::ipv6({}, 0), SOCK_STREAM);
    const Address place = Address::ipv4(kLoopback, nameOf(listener, &::getsockname).port());
    const OwnedFd client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::listen(listener.get(), 1) != 0 || ::connect(client.get(), place.data(), place.length()) != 0) {
        QSKIP("no IPv6 here, or IPV6_V6ONLY is the rule");
    }
    const OwnedFd accepted(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    for (const OwnedFd* near : {&accepted, &client}) {
        const Holder owner
            = ownerOf({SOCK_STREAM, nameOf(*near, &::getsockname), nameOf(*near, &::getpeername), 0});
        QCOMPARE(owner.process, ::getpid());
        QVERIFY(owner.local == nameOf(near == &client ? accepted : client, &::getsockname));
    }
}

void PeerOwnersTest::tcp_ofAnotherProcess()
{
    Ends ends = connection(Address::ipv4(kLoopback, 0));
    QVERIFY(ends.far.get() >= 0);
    const PeerQuestion question = ends.question();
    const Holding other;
    ends.far = OwnedFd(); // it is the other's alone
    QCOMPARE(ownerOf(question).process, other.pid());
}

// It need not be connected to us.
void PeerOwnersTest::udp_onAllAddresses()
{
    const OwnedFd far = boundTo(Address::ipv4(0, 0), SOCK_DGRAM);
    const OwnedFd near = boundTo(Address::ipv4(kLoopback, 0), SOCK_DGRAM);
    const Address there = Address::ipv4(kLoopback, nameOf(far, &::getsockname).port());
    const Holder owner = ownerOf({SOCK_DGRAM, nameOf(near, &::getsockname), there, 0});
    QCOMPARE(owner.process, ::getpid());
}

void PeerOwnersTest::unix_byItsInode()
{
    int both[2] {};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both), 0);
    const OwnedFd near(both[0]);
    const OwnedFd far(both[1]);
    struct stat facts { };
    QCOMPARE(::fstat(far.get(), &facts), 0);
    const Holder owner = ownerOf({SOCK_STREAM, {}, {}, facts.st_ino});
    QCOMPARE(owner.process, ::getpid());
    QCOMPARE(owner.inode, facts.st_ino);
}

void PeerOwnersTest::nobody_isNotFound()
{
    Ends ends = connection(Address::ipv4(kLoopback, 0));
    QVERIFY(ends.far.get() >= 0);
    const PeerQuestion question = ends.question();
    ends = {}; // of nobody any more, though the kernel may still know it
    QCOMPARE(ownerOf(question).process, 0);
    QCOMPARE(ownerOf({SOCK_STREAM, {}, {}, 0}).process, 0);
}

void PeerOwnersTest::many_areAnsweredInOrder()
{
    const Ends one = connection(Address::ipv4(kLoopback, 0));
    const Ends other = connection(Address::ipv4(kLoopback, 0));
    QVERIFY(one.far.get() >= 0 && other.far.get() >= 0);
    const std::vector<PeerQuestion> questions {other.question(), {SOCK_STREAM, {}, {}, 0}, one.question()};
    const std::atomic<bool> stop {false};
    const std::vector<Holder> owners = findPeerOwners(questions, stop);
    QCOMPARE(owners.size(), 3U);
    QVERIFY(owners[0].local == questions[0].remote);
    QCOMPARE(owners[1].process, 0);
    QVERIFY(owners[2].local == questions[2].remote);
}

void PeerOwnersTest::stop_endsEarly()
{
    const Ends ends = connection(Address::ipv4(kLoopback, 0));
    QVERIFY(ends.far.get() >= 0);
    const std::vector<PeerQuestion> questions {ends.question()};
    const std::atomic<bool> stop {true};
    const std::vector<Holder> owners = findPeerOwners(questions, stop);
    QCOMPARE(owners.size(), 1U);
    QCOMPARE(owners.front().process, 0); // processes were not looked at
}

QTEST_APPLESS_MAIN(PeerOwnersTest)
#include "peer_owners_test.moc"

// The table of what is legal, held against the real kernel: every call in every state that can be reached.

#include <QTest>
#include <array>
#include <fcntl.h>
#include <functional>
#include <map>
#include <poll.h>
#include <span>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "model/lifecycle/legality.h"
#include "netcore/names/constants.h"
#include "tests/model/session_bench.h"
#include "tests/support/loopback.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using C = CallId;

namespace {

constexpr std::array kCalls {C::Bind, C::Listen, C::Accept, C::Accept4, C::Connect, C::Send, C::Sendto,
    C::Recv, C::Recvfrom, C::Shutdown, C::Getsockname, C::Getpeername, C::Read, C::Write, C::Sendmsg,
    C::Recvmsg, C::Getsockopt, C::Setsockopt, C::Fcntl, C::Dup, C::Poll, C::Ioctl, C::Close};

// A socket in one state, and what its calls need at the other end. Nothing waits: what would sleep is EAGAIN.
struct Scene {
    Scene(int domain_, int type_) : domain(domain_), type(type_)
    {
        other = isConnected() ? listener(0) : bench.bound(domain, SOCK_DGRAM);
    }
    bool isConnected() const { return type != SOCK_DGRAM; }
    SocketId listener(int flags, int backlog = 5)
    {
        const SocketId socket = bench.bound(domain, type | flags);
        bench.make(calls::listen(backlog), socket);
        return socket;
    }
    SocketId fresh() { return bench.socket(domain, type | SOCK_NONBLOCK); }
    SocketId bound() { return bench.bound(domain, type | SOCK_NONBLOCK); }
    SocketId connected() { return connectedFrom(fresh()); }
    SocketId connectedFrom(SocketId socket)
    {
        bench.make(calls::connect(bench.node(other).local), socket);
        if (isConnected()) {
            bench.make(calls::accept4(SOCK_NONBLOCK), other);
            farEnd = bench.newest();
            // A connect() that was not waited for is told by the kernel's view.
            bench.waitFor([&] { return bench.node(socket).connected; });
        }
        bench.make(calls::getsockname(), socket);
        return socket;
    }
    SocketId halfClosed(int how)
    {
        const SocketId socket = connected();
        bench.make(calls::shutdown(how), socket);
        return socket;
    }
    SocketId shutDownAlone()
    {
        const SocketId socket = bound();
        bench.make(calls::shutdown(SHUT_WR), socket);
        return socket;
    }
    SocketId hungUp(SocketId socket)
    {
        bench.make(calls::close(), farEnd);
        bench.waitFor([&] {
            const model::SocketNode& node = bench.node(socket);
            return domain == AF_UNIX ? node.ended : (node.view.readiness & POLLRDHUP) > 0;
        });
        return socket;
    }
    // The other end closes, and throws away what it has (TCP), or what it has not read (UNIX).
    SocketId reset()
    {
        const SocketId socket = connected();
        const linger atOnce {1, 0};
        const auto value = std::as_bytes(std::span(&atOnce, 1));
        bench.make(calls::setsockopt(SOL_SOCKET, SO_LINGER, {value.begin(), value.end()}), farEnd);
        bench.make(calls::send("unread"), socket);
        bench.make(calls::close(), farEnd);
        bench.waitFor([&] { return bench.node(socket).ended; });
        return socket;
    }
    SocketId pair()
    {
        bench.make(calls::socketpair(domain, type | SOCK_NONBLOCK));
        farEnd = SocketId {number(bench.newest()) - 1};
        return bench.newest();
    }
    SocketId accepted()
    {
        connected();
        return bench.newest();
    }
    SocketId closed()
    {
        const SocketId socket = fresh();
        bench.make(calls::close(), socket);
        return socket;
    }
    // A full accept queue takes no more: the next client goes on knocking.
    SocketId connecting()
    {
        const SocketId full = listener(0, 0);
        const Address place = bench.node(full).local;
        bench.make(calls::connect(place), bench.socket(domain, type));
        const SocketId socket = fresh();
        bench.make(calls::connect(place), socket);
        bench.make(calls::getsockname(), socket);
        return socket;
    }
    SocketId inState(const QString& state)
    {
        const std::map<QString, std::function<SocketId()>> states {
            {u"fresh"_s, [&] { return fresh(); }},
            {u"bound"_s, [&] { return bound(); }},
            {u"listening"_s, [&] { return listener(SOCK_NONBLOCK); }},
            {u"connecting"_s, [&] { return connecting(); }},
            {u"connected"_s, [&] { return connected(); }},
            {u"accepted"_s, [&] { return accepted(); }},
            {u"half-closed"_s, [&] { return halfClosed(SHUT_WR); }},
            {u"read-closed"_s, [&] { return halfClosed(SHUT_RD); }},
            {u"shut down alone"_s, [&] { return shutDownAlone(); }},
            {u"shut down, then connected"_s, [&] { return connectedFrom(shutDownAlone()); }},
            {u"both closed"_s, [&] { return halfClosed(SHUT_RDWR); }},
            {u"peer closed"_s, [&] { return hungUp(connected()); }},
            {u"peer reset"_s, [&] { return reset(); }},
            {u"pair"_s, [&] { return pair(); }},
            {u"pair, peer closed"_s, [&] { return hungUp(pair()); }},
            {u"closed"_s, [&] { return closed(); }},
        };
        return states.at(state)();
    }
    Call callOf(CallId id)
    {
        switch (id) {
        case C::Bind:
            return calls::bind(bench.freePlace(domain));
        case C::Listen:
            return calls::listen(5);
        case C::Accept:
            return calls::accept();
        case C::Accept4:
            return calls::accept4(SOCK_NONBLOCK);
        case C::Connect:
            return calls::connect(bench.node(other).local);
        case C::Send:
            return calls::send("x");
        case C::Sendto:
            return calls::sendto("x", bench.node(other).local);
        case C::Recv:
            return calls::recv(16);
        case C::Recvfrom:
            return calls::recvfrom(16);
        case C::Shutdown:
            return calls::shutdown(SHUT_WR);
        case C::Getsockname:
            return calls::getsockname();
        case C::Getpeername:
            return calls::getpeername();
        default:
            return otherCallOf(id);
        }
    }
    static Call otherCallOf(CallId id)
    {
        switch (id) {
        case C::Read:
            return calls::read(16);
        case C::Write:
            return calls::write("x");
        case C::Sendmsg:
            return calls::sendmsg("x");
        case C::Recvmsg: {
            MessageDetails room;
            room.bufferSizes = {16};
            return calls::recvmsg(room);
        }
        case C::Getsockopt:
            return calls::getsockopt(SOL_SOCKET, SO_TYPE);
        case C::Setsockopt:
            return calls::setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1);
        case C::Fcntl:
            return calls::fcntl(F_GETFL);
        case C::Dup:
            return calls::dup();
        case C::Poll:
            return calls::poll({}, 0);
        case C::Ioctl:
            return calls::ioctl(FIONREAD);
        default:
            return calls::close();
        }
    }

    SessionBench bench;
    const int domain;
    const int type;
    SocketId other;
    SocketId farEnd = kNoSocket; // of the last connection
};

// These say that it would go on: a blocking socket would sleep.
bool isLegal(const std::string& result)
{
    return !result.starts_with("-1") || result == "-1 EAGAIN" || result == "-1 EINPROGRESS"
        || result == "-1 EALREADY";
}

std::string told(const model::Legality& legality)
{
    return legality.legal ? "legal" : "-1 " + errnoText(legality.error);
}

}

class LegalityKernelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void table_isTheKernels_data();
    void table_isTheKernels();
};

void LegalityKernelTest::table_isTheKernels_data()
{
    QTest::addColumn<int>("domain");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("state");
    const QStringList common {u"fresh"_s, u"bound"_s, u"connected"_s, u"half-closed"_s, u"read-closed"_s,
        u"both closed"_s, u"shut down alone"_s, u"shut down, then connected"_s, u"closed"_s};
    const QStringList connected
        = common + QStringList {u"listening"_s, u"accepted"_s, u"peer closed"_s, u"peer reset"_s};
    const auto rows = [](const char* name, int domain, int type, const QStringList& states) {
        for (const QString& state : states) {
            QTest::addRow("%s, %s", name, qPrintable(state)) << domain << type << state;
        }
    };
    const QStringList pairs {u"pair"_s, u"pair, peer closed"_s};
    rows("IPv4 stream", AF_INET, SOCK_STREAM, connected + QStringList {u"connecting"_s});
    rows("IPv4 datagram", AF_INET, SOCK_DGRAM, common);
    if (support::hasIpv6Loopback()) {
        rows("IPv6 stream", AF_INET6, SOCK_STREAM, connected + QStringList {u"connecting"_s});
        rows("IPv6 datagram", AF_INET6, SOCK_DGRAM, common);
    }
    rows("UNIX stream", AF_UNIX, SOCK_STREAM, connected + pairs);
    rows("UNIX seqpacket", AF_UNIX, SOCK_SEQPACKET, connected + pairs);
    rows("UNIX datagram", AF_UNIX, SOCK_DGRAM, common + QStringList {u"pair"_s});
}

void LegalityKernelTest::table_isTheKernels()
{
    QFETCH(int, domain);
    QFETCH(int, type);
    QFETCH(QString, state);
    Scene scene(domain, type);
    QStringList disagreements;
    for (const CallId call : kCalls) {
        const SocketId socket = scene.inState(state);
        const std::string table = told(legality(scene.bench.node(socket), call));
        const std::string kernel = scene.bench.make(scene.callOf(call), socket);
        if (table != (isLegal(kernel) ? "legal" : kernel)) {
            disagreements
                += u"%1(): table %2, kernel %3"_s.arg(QString::fromUtf8(describe(call).name.data(),
                                                          static_cast<qsizetype>(describe(call).name.size())),
                    QString::fromStdString(table), QString::fromStdString(kernel));
        }
    }
    QVERIFY2(disagreements.isEmpty(), qPrintable(disagreements.join(u"; "_s)));
}

QTEST_GUILESS_MAIN(LegalityKernelTest)
#include "legality_kernel_test.moc"

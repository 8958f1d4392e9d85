// The table of what is legal, held against the real kernel: every call in every state that can be reached.

#include <QTest>
#include <array>
#include <sys/socket.h>

#include "model/lifecycle/legality.h"
#include "netcore/names/constants.h"
#include "tests/model/session_bench.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using C = CallId;

namespace {

constexpr std::array kCalls {C::Bind, C::Listen, C::Accept, C::Accept4, C::Connect, C::Send, C::Sendto,
    C::Recv, C::Recvfrom, C::Shutdown, C::Getsockname, C::Getpeername, C::Close};

// A socket in one state, and what its calls need at the other end. Nothing waits: what would sleep is EAGAIN.
struct Scene {
    Scene(int domain_, int type_) : domain(domain_), type(type_)
    {
        other = type == SOCK_STREAM ? bench.listener(domain) : bench.bound(domain, SOCK_DGRAM);
    }
    SocketId fresh() { return bench.socket(domain, type | SOCK_NONBLOCK); }
    SocketId bound() { return bench.bound(domain, type | SOCK_NONBLOCK); }
    SocketId connected()
    {
        const SocketId socket = fresh();
        bench.make(calls::connect(bench.node(other).local), socket);
        if (type == SOCK_STREAM) {
            bench.make(calls::accept4(SOCK_NONBLOCK), other);
            // A connect() that was not waited for is told by the kernel's view.
            bench.waitFor([&] { return bench.node(socket).connected; });
        }
        bench.make(calls::getsockname(), socket);
        return socket;
    }
    SocketId halfClosed()
    {
        const SocketId socket = connected();
        bench.make(calls::shutdown(SHUT_WR), socket);
        return socket;
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
        const SocketId full = bench.listener(domain, 0, 0);
        const Address place = bench.node(full).local;
        bench.make(calls::connect(place), bench.socket(domain, type));
        const SocketId socket = fresh();
        bench.make(calls::connect(place), socket);
        bench.make(calls::getsockname(), socket);
        return socket;
    }
    SocketId inState(const QString& state)
    {
        if (state == u"fresh") {
            return fresh();
        }
        if (state == u"bound") {
            return bound();
        }
        if (state == u"listening") {
            return bench.listener(domain, SOCK_NONBLOCK);
        }
        if (state == u"connecting") {
            return connecting();
        }
        if (state == u"half-closed") {
            return halfClosed();
        }
        if (state == u"closed") {
            return closed();
        }
        return state == u"accepted" ? accepted() : connected();
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
            return calls::close();
        }
    }

    SessionBench bench;
    const int domain;
    const int type;
    SocketId other;
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
    const std::array domains {
        std::pair("IPv4", AF_INET), std::pair("IPv6", AF_INET6), std::pair("UNIX", AF_UNIX)};
    const QStringList common {u"fresh"_s, u"bound"_s, u"connected"_s, u"half-closed"_s, u"closed"_s};
    for (const auto& [name, domain] : domains) {
        for (const QString& state : common + QStringList {u"listening"_s, u"accepted"_s}) {
            QTest::addRow("%s stream, %s", name, qPrintable(state)) << domain << int {SOCK_STREAM} << state;
        }
        for (const QString& state : common) {
            QTest::addRow("%s datagram, %s", name, qPrintable(state)) << domain << int {SOCK_DGRAM} << state;
        }
    }
    QTest::newRow("IPv4 stream, connecting") << AF_INET << int {SOCK_STREAM} << u"connecting"_s;
    QTest::newRow("IPv6 stream, connecting") << AF_INET6 << int {SOCK_STREAM} << u"connecting"_s;
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

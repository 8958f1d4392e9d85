#include <sys/syscall.h>

#include "netcore/names/calls.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

// As in the SYNOPSIS of the man page.
std::string prototype(const CallDescription& call)
{
    std::string parameters;
    for (const Parameter& parameter : call.parameters) {
        parameters += (parameters.empty() ? "" : ", ") + std::string(parameter.declaration);
    }
    return std::string(call.returns) + ' ' + std::string(call.name) + '(' + parameters + ')';
}

}

class CallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void call_isDescribed_data();
    void call_isDescribed();
    void table_holds();
    void parameterName_isInItsDeclaration();
    void unknownId_isNoCall();
    void unknownName_isNoCall();
    void parameter_isFoundByKind();
};

void CallsTest::call_isDescribed_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("kernelNumber");
    QTest::addColumn<bool>("opensSocket");

    const auto row = [](const char* name, const char* text, int kernelNumber, bool opensSocket) {
        QTest::newRow(name) << std::string(name) << std::string(text) << kernelNumber << opensSocket;
    };
    row("socket", "int socket(int domain, int type, int protocol)", SYS_socket, true);
    row("bind", "int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen)", SYS_bind, false);
    row("listen", "int listen(int sockfd, int backlog)", SYS_listen, false);
    row("accept", "int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen)", SYS_accept, true);
    row("accept4", "int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags)",
        SYS_accept4, true);
    row("connect", "int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen)", SYS_connect,
        false);
    row("send", "ssize_t send(int sockfd, const void *buf, size_t len, int flags)", SYS_sendto, false);
    row("sendto",
        "ssize_t sendto(int sockfd, const void *buf, size_t len, int flags, "
        "const struct sockaddr *dest_addr, socklen_t addrlen)",
        SYS_sendto, false);
    row("recv", "ssize_t recv(int sockfd, void *buf, size_t len, int flags)", SYS_recvfrom, false);
    row("recvfrom",
        "ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags, "
        "struct sockaddr *src_addr, socklen_t *addrlen)",
        SYS_recvfrom, false);
    row("shutdown", "int shutdown(int sockfd, int how)", SYS_shutdown, false);
    row("close", "int close(int fd)", SYS_close, false);
    row("getsockname", "int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen)",
        SYS_getsockname, false);
    row("getpeername", "int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen)",
        SYS_getpeername, false);
    row("fchmod", "int fchmod(int fd, mode_t mode)", SYS_fchmod, false);
    row("socketpair", "int socketpair(int domain, int type, int protocol, int sv[2])", SYS_socketpair, false);
    row("sendmsg", "ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags)", SYS_sendmsg, false);
    row("recvmsg", "ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags)", SYS_recvmsg, false);
    row("read", "ssize_t read(int fd, void *buf, size_t count)", SYS_read, false);
    row("write", "ssize_t write(int fd, const void *buf, size_t count)", SYS_write, false);
    row("getsockopt", "int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen)",
        SYS_getsockopt, false);
    row("setsockopt",
        "int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen)",
        SYS_setsockopt, false);
    row("fcntl", "int fcntl(int fd, int op, int arg)", SYS_fcntl, false);
    row("dup", "int dup(int oldfd)", SYS_dup, true);
    row("poll", "int poll(struct pollfd *fds, nfds_t nfds, int timeout)", SYS_poll, false);
    row("ioctl", "int ioctl(int fd, unsigned long op, int *value)", SYS_ioctl, false);
}

void CallsTest::call_isDescribed()
{
    QFETCH(std::string, name);
    QFETCH(std::string, text);
    QFETCH(int, kernelNumber);
    QFETCH(bool, opensSocket);
    const auto id = callNamed(name);
    QVERIFY(id.has_value());
    const CallDescription& call = describe(*id);
    QCOMPARE(prototype(call), text);
    QCOMPARE(call.kernelNumber, static_cast<long>(kernelNumber));
    QCOMPARE(call.opensSocket, opensSocket);
    QCOMPARE(std::string(call.manPage), name + "(2)");
}

void CallsTest::table_holds()
{
    QCOMPARE(allCalls().size(), kCallIds - 1);
    for (const CallDescription& call : allCalls()) {
        QCOMPARE(describe(call.id).name, call.name);
        QCOMPARE(callNamed(call.name), std::optional(call.id));
        QVERIFY(call.parameters.size() <= kMostParameters);
    }
}

void CallsTest::parameterName_isInItsDeclaration()
{
    for (const CallDescription& call : allCalls()) {
        for (const Parameter& parameter : call.parameters) {
            QVERIFY(parameter.declaration.find(parameter.name) != std::string_view::npos);
        }
    }
}

void CallsTest::unknownId_isNoCall()
{
    QVERIFY(describe(CallId::None).name.empty());
    QVERIFY(describe(CallId {kCallIds}).name.empty());
    QVERIFY(describe(CallId {0xffff}).name.empty());
    QVERIFY(describe(CallId {0xffff}).parameters.empty());
}

void CallsTest::unknownName_isNoCall()
{
    QVERIFY(!callNamed("").has_value());
    QVERIFY(!callNamed("Socket").has_value());
    QVERIFY(!callNamed("ptrace").has_value());
}

void CallsTest::parameter_isFoundByKind()
{
    QCOMPARE(parameterOf(describe(CallId::Sendto), ParameterKind::AddressIn), std::optional(std::size_t {4}));
    QCOMPARE(
        parameterOf(describe(CallId::Recvfrom), ParameterKind::LengthInOut), std::optional(std::size_t {5}));
    QVERIFY(!parameterOf(describe(CallId::Close), ParameterKind::AddressIn).has_value());
}

QTEST_APPLESS_MAIN(CallsTest)
#include "calls_test.moc"

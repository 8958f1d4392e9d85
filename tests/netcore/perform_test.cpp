#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>
#include <netinet/in.h>

#include "netcore/base/quoted.h"
#include "netcore/engine/perform.h"
#include "netcore/events/event_stream.h"
#include "netcore/sys/traced_syscalls.h"
#include "tests/support/event_recorder.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;
using support::EventRecorder;

namespace {

// No kernel: says what it was asked, fills every byte of room it was offered, and gives the results it was
// told.
class FakeSyscalls final : public Syscalls {
public:
    CallResult result {0, 0};
    socklen_t nameLength = 16;
    std::string asked;

    CallResult socket(int domain, int type, int protocol) override
    {
        return say("socket", domain, type, protocol);
    }
    CallResult bind(int fd, const sockaddr* address, socklen_t length) override
    {
        return say("bind", fd, given(address), length);
    }
    CallResult listen(int fd, int backlog) override { return say("listen", fd, backlog); }
    CallResult accept(int fd, sockaddr* address, socklen_t* length) override
    {
        return say("accept", fd, name(address, length));
    }
    CallResult accept4(int fd, sockaddr* address, socklen_t* length, int flags) override
    {
        return say("accept4", fd, name(address, length), flags);
    }
    CallResult connect(int fd, const sockaddr* address, socklen_t length) override
    {
        return say("connect", fd, given(address), length);
    }
    CallResult send(int fd, const void* data, std::size_t size, int flags) override
    {
        return say("send", fd, text(data, size), size, flags);
    }
    CallResult sendto(int fd, const void* data, std::size_t size, int flags, const sockaddr* address,
        socklen_t length) override
    {
        return say("sendto", fd, text(data, size), size, flags, given(address), length);
    }
    CallResult recv(int fd, void* data, std::size_t size, int flags) override
    {
        return say("recv", fd, filled(data, size), size, flags);
    }
    CallResult recvfrom(
        int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length) override
    {
        return say("recvfrom", fd, filled(data, size), size, flags, name(address, length));
    }
    CallResult shutdown(int fd, int how) override { return say("shutdown", fd, how); }
    CallResult close(int fd) override { return say("close", fd); }
    CallResult getsockname(int fd, sockaddr* address, socklen_t* length) override
    {
        return say("getsockname", fd, name(address, length));
    }
    CallResult getpeername(int fd, sockaddr* address, socklen_t* length) override
    {
        return say("getpeername", fd, name(address, length));
    }
    CallResult fchmod(int fd, mode_t mode) override { return say("fchmod", fd, mode); }
    CallResult socketpair(int domain, int type, int protocol, int* pair) override
    {
        pair[0] = 8;
        pair[1] = 9;
        return say("socketpair", domain, type, protocol);
    }
    CallResult sendmsg(int fd, const msghdr* message, int flags) override
    {
        return say("sendmsg", fd, given(static_cast<const sockaddr*>(message->msg_name)),
            message->msg_namelen, buffers(*message), message->msg_controllen, flags);
    }
    CallResult recvmsg(int fd, msghdr* message, int flags) override
    {
        return say("recvmsg", fd, name(static_cast<sockaddr*>(message->msg_name), &message->msg_namelen),
            buffers(*message), message->msg_controllen, flags);
    }
    CallResult read(int fd, void* data, std::size_t size) override
    {
        return say("read", fd, filled(data, size), size);
    }
    CallResult write(int fd, const void* data, std::size_t size) override
    {
        return say("write", fd, text(data, size), size);
    }
    CallResult getsockopt(int fd, int level, int name, void* value, socklen_t* length) override
    {
        return say("getsockopt", fd, level, name, std::string(value == nullptr ? "NULL" : "value"), *length);
    }
    CallResult setsockopt(int fd, int level, int name, const void* value, socklen_t length) override
    {
        return say("setsockopt", fd, level, name, text(value, value == nullptr ? 0 : length), length);
    }
    CallResult fcntl(int fd, int command, int argument) override
    {
        return say("fcntl", fd, command, argument);
    }
    CallResult dup(int fd) override { return say("dup", fd); }
    CallResult poll(pollfd* entries, nfds_t count, int timeout) override
    {
        std::string set;
        for (nfds_t i = 0; i < count; ++i) {
            set += std::to_string(entries[i].fd) + '/' + std::to_string(entries[i].events) + ' ';
            entries[i].revents = entries[i].events;
        }
        return say("poll", set + "of", count, timeout);
    }
    CallResult ioctl(int fd, unsigned long request, int* value) override
    {
        return say("ioctl", fd, request, *value);
    }
    CallResult getaddrinfo(const LookUpDetails& wanted, std::vector<FoundAddress>& found) override
    {
        found.push_back({0, AF_INET, SOCK_STREAM, 6, Address::ipv4(1, 2), {}});
        return say("getaddrinfo", wanted.node.value_or("NULL"), wanted.service.value_or("NULL"));
    }

private:
    static std::string word(const std::string& text) { return text; }
    template<typename Number> static std::string word(Number number) { return std::to_string(number); }

    template<typename... Arguments> CallResult say(const char* call, Arguments... arguments)
    {
        asked += std::string(call);
        ((asked += ' ' + word(arguments)), ...);
        return result;
    }
    static std::string buffers(const msghdr& message)
    {
        std::string sizes = "buffers";
        for (std::size_t i = 0; i < message.msg_iovlen; ++i) {
            sizes += '/' + std::to_string(message.msg_iov[i].iov_len);
        }
        return sizes;
    }
    static std::string given(const sockaddr* address) { return address == nullptr ? "NULL" : "address"; }
    static std::string text(const void* data, std::size_t size)
    {
        return quoted({static_cast<const std::byte*>(data), size}, 8);
    }
    static std::string filled(void* data, std::size_t size)
    {
        std::fill_n(static_cast<char*>(data), size, 'x');
        return "buffer";
    }
    // As the kernel does: never more than an address has, nor more than the room.
    std::string name(sockaddr* address, socklen_t* length) const
    {
        if (address == nullptr) {
            return length == nullptr ? "NULL NULL" : "NULL length";
        }
        const socklen_t room = *length;
        std::memset(address, 1, std::min<std::size_t>(room, sizeof(sockaddr_storage)));
        *length = nameLength;
        return "room " + std::to_string(room);
    }
};

class NoRegistry final : public SocketRegistry {
public:
    SocketId created(int /*fd*/, int /*domain*/, int /*type*/, int /*protocol*/) override
    {
        return SocketId {1};
    }
    SocketId accepted(int /*fd*/, SocketId /*listener*/) override { return SocketId {2}; }
    SocketId duplicated(int /*fd*/, SocketId /*original*/) override { return SocketId {3}; }
    OpenedDescriptor received(int fd) override { return {SocketId {4}, fd, AF_UNIX, SOCK_STREAM, 0, {}}; }
};

Call withArgument(Call call, std::size_t slot, std::int64_t value)
{
    call.arguments[slot] = value;
    return call;
}

Call withoutAddress(Call call)
{
    call.wantsAddress = false;
    call.address.reset();
    return call;
}

}

Q_DECLARE_METATYPE(netcore::Call)

class PerformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void call_reachesItsMethod_data();
    void call_reachesItsMethod();
    void noCall_isNotMade();
    void trace_tellsWhatCameBack_data();
    void trace_tellsWhatCameBack();
    void trace_carriesItsContext();
};

void PerformTest::call_reachesItsMethod_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<std::string>("asked");

    const auto row = [](const char* name, const Call& call, const std::string& asked) {
        QTest::newRow(name) << call << asked;
    };
    const Address name = Address::ipv4(0x7f000001, 80);
    const std::int64_t far = std::numeric_limits<std::int64_t>::max();
    row("socket", calls::socket(2, 1, 6), "socket 2 1 6");
    row("bind", calls::bind(name), "bind 7 address 16");
    row("bind, wrong length", withArgument(calls::bind(name), 2, 200), "bind 7 address 200");
    row("bind, negative length", withArgument(calls::bind(name), 2, -1), "bind 7 address 4294967295");
    row("bind, NULL", withoutAddress(calls::bind(name)), "bind 7 NULL 16");
    row("listen", calls::listen(-1), "listen 7 -1");
    row("accept", calls::accept(), "accept 7 room 128");
    row("accept, no room", withArgument(calls::accept(), 2, 0), "accept 7 room 0");
    row("accept, room of -1", withArgument(calls::accept(), 2, -1), "accept 7 room 4294967295");
    row("accept, too much room", withArgument(calls::accept(), 2, 100'000), "accept 7 room 100000");
    row("accept, NULL", withoutAddress(calls::accept()), "accept 7 NULL NULL");
    row("accept4", calls::accept4(2048), "accept4 7 room 128 2048");
    row("connect", calls::connect(name), "connect 7 address 16");
    row("send", calls::send("hello"), R"(send 7 "hello" 5 16384)");
    row("send less", withArgument(calls::send("hello"), 2, 2), R"(send 7 "he" 2 16384)");
    row("send more", withArgument(calls::send("hello"), 2, 7), R"(send 7 "hello\0\0" 7 16384)");
    row("send -1 byte", withArgument(calls::send("hello"), 2, -1), R"(send 7 "" 0 16384)");
    row("send all memory", withArgument(calls::send(""), 2, far),
        R"(send 7 "\0\0\0\0\0\0\0\0"... 67108864 16384)");
    row("sendto", calls::sendto("hi", name), R"(sendto 7 "hi" 2 16384 address 16)");
    row("sendto NULL", withoutAddress(calls::sendto("hi", name)), R"(sendto 7 "hi" 2 16384 NULL 16)");
    row("recv", calls::recv(9, 2), "recv 7 buffer 9 2");
    row("recv nothing", calls::recv(0), "recv 7 buffer 0 0");
    row("recv -1 byte", withArgument(calls::recv(9), 2, -1), "recv 7 buffer 0 0");
    row("recv all memory", withArgument(calls::recv(9), 2, far), "recv 7 buffer 67108864 0");
    row("recvfrom", calls::recvfrom(9), "recvfrom 7 buffer 9 0 room 128");
    row("recvfrom, NULL", withoutAddress(calls::recvfrom(9)), "recvfrom 7 buffer 9 0 NULL NULL");
    row("shutdown", calls::shutdown(9), "shutdown 7 9");
    row("close", calls::close(), "close 7");
    row("getsockname", calls::getsockname(), "getsockname 7 room 128");
    row("getpeername", calls::getpeername(), "getpeername 7 room 128");
    row("socketpair", calls::socketpair(1, 5), "socketpair 1 5 0");
    MessageDetails message;
    message.bufferSizes = {2, 0, 3};
    message.control = {{1, 1, std::vector<std::byte>(4), {}}};
    row("sendmsg", calls::sendmsg("hello", message, 0), "sendmsg 7 NULL 0 buffers/2/0/3 24 0");
    message.controlRoom = 64;
    row("recvmsg", calls::recvmsg(message), "recvmsg 7 room 128 buffers/2/0/3 64 0");
    row("read", calls::read(3), "read 7 buffer 3");
    row("write", calls::write("abc"), R"(write 7 "abc" 3)");
    row("getsockopt", calls::getsockopt(1, 2), "getsockopt 7 1 2 value 4");
    row("getsockopt, NULL", withoutAddress(calls::getsockopt(1, 2)), "getsockopt 7 1 2 NULL 4");
    row("getsockopt, length -1", withArgument(calls::getsockopt(1, 2), 4, -1),
        "getsockopt 7 1 2 value 4294967295");
    row("setsockopt", calls::setsockopt(1, 2, 1), R"(setsockopt 7 1 2 "\1\0\0\0" 4)");
    row("setsockopt, longer", withArgument(calls::setsockopt(1, 2, {}), 4, 2),
        R"(setsockopt 7 1 2 "\0\0" 2)");
    row("fcntl", calls::fcntl(4, 2048), "fcntl 7 4 2048");
    row("dup", calls::dup(), "dup 7");
    row("poll", calls::poll({{kNoSocket, 5, 1, 0}, {kNoSocket, 6, 4, 0}}, 10), "poll 5/1 6/4 of 2 10");
    row("ioctl", calls::ioctl(0x5421, 1), "ioctl 7 21537 1");
    LookUpDetails lookUp;
    lookUp.service = "80";
    row("getaddrinfo", calls::getaddrinfo(lookUp), "getaddrinfo NULL 80");
}

void PerformTest::call_reachesItsMethod()
{
    QFETCH(Call, call);
    QFETCH(std::string, asked);
    FakeSyscalls kernel;
    perform(kernel, call, 7);
    QCOMPARE(kernel.asked, asked);
}

void PerformTest::noCall_isNotMade()
{
    FakeSyscalls kernel;
    QCOMPARE(perform(kernel, Call(), 7).error, ENOSYS);
    Call unknown;
    unknown.id = CallId {0xffff};
    QCOMPARE(perform(kernel, unknown, 7).error, ENOSYS);
    QCOMPARE(kernel.asked, ""s);
}

void PerformTest::trace_tellsWhatCameBack_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("nameLength");
    QTest::addColumn<std::string>("line");

    const auto row = [](const char* name, const Call& call, int result, int error, int nameLength,
                         const std::string& line) {
        QTest::newRow(name) << call << result << error << nameLength << line;
    };
    const std::string two = R"({sa_family=0x101})";
    row("recv in part", calls::recv(4), 2, 0, 0, R"(recv(7, "xx", 4, 0) = 2)");
    row("recv nothing", calls::recv(4), 0, 0, 0, R"(recv(7, "", 4, 0) = 0)");
    row("recv, longer than its room", calls::recv(4, MSG_TRUNC), 100, 0, 0,
        R"(recv(7, "xxxx", 4, MSG_TRUNC) = 100)");
    row("recv failed", calls::recv(4), -1, EAGAIN, 0, "recv(7, buf, 4, 0) = -1 EAGAIN");
    row("send in part", calls::send("hello"), 2, 0, 0, R"(send(7, "hello", 5, MSG_NOSIGNAL) = 2)");
    row("send failed", calls::send("hello"), -1, EPIPE, 0, R"(send(7, "hello", 5, MSG_NOSIGNAL) = -1 EPIPE)");
    row("a name of two bytes", calls::getsockname(), 0, 0, 2, "getsockname(7, " + two + ", [128 => 2]) = 0");
    row("a name longer than its room", withArgument(calls::getsockname(), 2, 2), 0, 0, 16,
        "getsockname(7, " + two + ", [2 => 16]) = 0");
    row("a name into no room", withArgument(calls::getsockname(), 2, 0), 0, 0, 16,
        "getsockname(7, &addr, [0 => 16]) = 0");
    row("no name wanted", withoutAddress(calls::getpeername()), 0, 0, 16, "getpeername(7, NULL, NULL) = 0");
    row("socketpair", calls::socketpair(AF_UNIX, SOCK_STREAM), 0, 0, 0,
        "socketpair(AF_UNIX, SOCK_STREAM, 0, [8, 9]) = 0");
    row("socketpair failed", calls::socketpair(AF_INET, SOCK_STREAM), -1, EOPNOTSUPP, 0,
        "socketpair(AF_INET, SOCK_STREAM, IPPROTO_IP, sv) = -1 EOPNOTSUPP");
    MessageDetails message;
    message.bufferSizes = {2, 3};
    row("sendmsg", calls::sendmsg("hello", message), 5, 0, 0,
        R"(sendmsg(7, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="he", iov_len=2}, )"
        R"({iov_base="llo", iov_len=3}], msg_iovlen=2, msg_controllen=0, msg_flags=0}, MSG_NOSIGNAL) = 5)");
    row("poll", calls::poll({{kNoSocket, 5, 1, 0}}, 10), 1, 0, 0, "poll([{fd=5, events=POLLIN}], 1, 10) = 1");
    row("getsockopt failed", calls::getsockopt(1, 9999), -1, ENOPROTOOPT, 0,
        "getsockopt(7, SOL_SOCKET, 0x270f, &optval, [4]) = -1 ENOPROTOOPT");
    row("getaddrinfo", calls::getaddrinfo({}), 0, 0, 0,
        R"(getaddrinfo(NULL, NULL, NULL, [{ai_socktype=SOCK_STREAM, )"
        R"(ai_addr={sa_family=AF_INET, sin_port=htons(2), sin_addr=inet_addr("0.0.0.1")}}]) = 0)");
    row("no name came", calls::recvfrom(4), 2, 0, 0, R"(recvfrom(7, "xx", 4, 0, &src_addr, [128 => 0]) = 2)");
    row("room of -1", withArgument(calls::accept(), 2, -1), -1, EINVAL, 16,
        "accept(7, &addr, [-1]) = -1 EINVAL");
    row("bind NULL", withoutAddress(calls::bind(Address())), -1, EFAULT, 0, "bind(7, NULL, 0) = -1 EFAULT");
    row("bind a negative length", withArgument(calls::bind(Address::ipv4(0x7f000001, 80)), 2, -1), -1, EINVAL,
        0,
        R"(bind(7, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, -1) = -1 EINVAL)");
}

void PerformTest::trace_tellsWhatCameBack()
{
    QFETCH(Call, call);
    QFETCH(int, result);
    QFETCH(int, error);
    QFETCH(int, nameLength);
    QFETCH(std::string, line);
    FakeSyscalls kernel;
    kernel.result = {result, error};
    kernel.nameLength = static_cast<socklen_t>(nameLength);
    EventStream stream;
    EventRecorder recorder(stream);
    NoRegistry registry;
    TracedSyscalls traced(kernel, stream.open(), registry);
    const CallResult given = perform(traced, call, 7);
    QCOMPARE(given.value, std::int64_t {result});
    QCOMPARE(given.error, error);
    const auto* event = recorder.waitFor([](const auto&) { return true; });
    QVERIFY(event != nullptr);
    QCOMPARE(event->line(), line);
}

void PerformTest::trace_carriesItsContext()
{
    FakeSyscalls kernel;
    EventStream stream;
    EventRecorder recorder(stream);
    NoRegistry registry;
    TracedSyscalls traced(kernel, stream.open(), registry);
    traced.setContext({SocketId {5}, Ticket {6}, ActorId {7}, eventFlags::kAutomatic});
    perform(traced, calls::accept(), 7);
    perform(traced, calls::close(), 7);
    QVERIFY(recorder.waitFor([](const auto& recorded) { return recorded.event.call == CallId::Close; })
        != nullptr);
    const Event& accept = recorder.all().front().event;
    QCOMPARE(accept.socket, SocketId {5});
    QCOMPARE(accept.opened, SocketId {2});
    QCOMPARE(accept.ticket, Ticket {6});
    QCOMPARE(accept.actor, ActorId {7});
    QCOMPARE(accept.flags, eventFlags::kAutomatic);
    QCOMPARE(recorder.all().back().event.opened, kNoSocket);
}

QTEST_APPLESS_MAIN(PerformTest)
#include "perform_test.moc"

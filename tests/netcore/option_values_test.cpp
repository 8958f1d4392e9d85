// The sampler of options: what it reads, what it tells, and that it leaves no trace.

#include <QTest>
#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sys/socket.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/option_values.h"
#include "tests/support/process_counts.h"

using namespace netcore;

namespace {

constexpr SocketId kFirst {1};
constexpr SocketId kSecond {2};

Descriptor made(int domain, int type, int protocol = 0)
{
    return {::socket(domain, type, protocol), domain, type, protocol};
}

// A look that is told.
std::vector<OptionValue> lookAt(OptionMemory& memory, SocketId id, const Descriptor& socket)
{
    const auto bytes = memory.look(id, socket);
    memory.told();
    return decodeOptionValues(bytes);
}

const OptionValue* find(const std::vector<OptionValue>& values, int level, int number)
{
    const auto found = std::ranges::find_if(
        values, [&](const OptionValue& value) { return value.level == level && value.number == number; });
    return found == values.end() ? nullptr : &*found;
}

void set(const Descriptor& socket, int level, int number, int value)
{
    QCOMPARE(::setsockopt(socket.fd, level, number, &value, sizeof value), 0);
}

}

class OptionValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_areReadBack();
    void hostileBytes_areSurvived();
    void changes_areFound();
    void firstLook_tellsAll();
    void laterLooks_tellChanges();
    void looking_leavesNoTrace();
    void untold_isToldAgain();
    void closed_tellsNothing();
    void gone_isForgotten();
    void calls_thatMayChange();
};

void OptionValuesTest::values_areReadBack()
{
    const std::vector<OptionValue> values {{SOL_SOCKET, SO_KEEPALIVE, 0, {std::byte {1}, std::byte {0}}},
        {IPPROTO_IP, IP_MTU, ENOTCONN, {}}, {-1, 1 << 30, 0, std::vector<std::byte>(300, std::byte {0xff})}};
    QVERIFY(decodeOptionValues(encode(values)) == values);
    QVERIFY(decodeOptionValues(encode({})).empty());
}

void OptionValuesTest::hostileBytes_areSurvived()
{
    const auto whole = encode(std::vector<OptionValue> {{1, 2, 0, std::vector<std::byte>(4)}, {3, 4, 5, {}}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QVERIFY(decodeOptionValues(std::span(whole).first(size)).size() <= 1);
    }
    std::mt19937 random(58);
    for (int attempt = 0; attempt < 5000; ++attempt) {
        std::vector<std::byte> bytes(random() % 100);
        std::ranges::generate(bytes, [&] { return static_cast<std::byte>(random() % 5); });
        QVERIFY(decodeOptionValues(bytes).size() <= bytes.size() / 16);
    }
}

void OptionValuesTest::changes_areFound()
{
    const OptionValue a {1, 1, 0, {std::byte {1}}};
    const OptionValue b {1, 2, 0, {std::byte {1}}};
    const OptionValue otherB {1, 2, 0, {std::byte {2}}};
    const OptionValue failedB {1, 2, ENOTCONN, {}};
    const std::vector<OptionValue> before {a, b};
    QVERIFY(changesIn(before, before).empty());
    QVERIFY(changesIn(before, std::vector {a, otherB}) == std::vector {otherB});
    QVERIFY(changesIn(before, std::vector {a, failedB}) == std::vector {failedB});
    QVERIFY(changesIn({}, before) == before);
}

void OptionValuesTest::firstLook_tellsAll()
{
    const Descriptor socket = made(AF_INET, SOCK_STREAM);
    const OwnedFd owner(socket.fd);
    OptionMemory memory;
    const auto values = lookAt(memory, kFirst, socket);
    QCOMPARE(values.size(), sampledOptions(AF_INET, SOCK_STREAM, 0).size());
    QVERIFY(find(values, SOL_SOCKET, SO_KEEPALIVE)->bytes == std::vector<std::byte>(4));
    QCOMPARE(find(values, IPPROTO_IP, IP_MTU)->error, ENOTCONN); // an answer too
    QVERIFY(find(values, IPPROTO_TCP, TCP_NODELAY) != nullptr);
    QVERIFY(find(values, IPPROTO_TCP, TCP_INFO) == nullptr); // it moves by itself
    QVERIFY(find(values, SOL_SOCKET, SO_ERROR) == nullptr); // reading clears it
    QVERIFY(find(values, IPPROTO_IPV6, IPV6_V6ONLY) == nullptr);
}

void OptionValuesTest::laterLooks_tellChanges()
{
    const Descriptor socket = made(AF_INET, SOCK_STREAM);
    const OwnedFd owner(socket.fd);
    OptionMemory memory;
    QVERIFY(!lookAt(memory, kFirst, socket).empty());
    QVERIFY(lookAt(memory, kFirst, socket).empty());

    set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    set(socket, SOL_SOCKET, SO_RCVBUF, 5000);
    const auto values = lookAt(memory, kFirst, socket);
    QCOMPARE(find(values, IPPROTO_TCP, TCP_NODELAY)->bytes[0], std::byte {1});
    QCOMPARE(find(values, SOL_SOCKET, SO_RCVBUF)->bytes.size(), std::size_t {4});
    QCOMPARE(
        find(values, SOL_SOCKET, SO_BUF_LOCK)->bytes[0], std::byte {2}); // what follows from it is told, too
    QVERIFY(values.size() < 8);
    QVERIFY(lookAt(memory, kFirst, socket).empty());
}

void OptionValuesTest::looking_leavesNoTrace()
{
    int pair[2] = {};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    const OwnedFd near(pair[0]);
    const OwnedFd far(pair[1]);
    const Descriptor socket {pair[0], AF_UNIX, SOCK_STREAM, 0};
    const std::size_t descriptors = support::openDescriptors();
    OptionMemory memory;
    for (int i = 0; i < 10; ++i) {
        lookAt(memory, kFirst, socket);
    }
    QCOMPARE(support::openDescriptors(), descriptors); // SO_PEERPIDFD would have opened ten
}

void OptionValuesTest::untold_isToldAgain()
{
    const Descriptor socket = made(AF_INET, SOCK_DGRAM);
    const OwnedFd owner(socket.fd);
    OptionMemory memory;
    const auto whole = memory.look(kFirst, socket); // no room for the event
    QVERIFY(memory.look(kFirst, socket) == whole);
    memory.told();
    QVERIFY(memory.look(kFirst, socket).empty());
}

void OptionValuesTest::closed_tellsNothing()
{
    Descriptor socket = made(AF_INET6, SOCK_DGRAM);
    OwnedFd(socket.fd).reset();
    socket.fd = -1;
    OptionMemory memory;
    QVERIFY(lookAt(memory, kFirst, socket).empty());
}

void OptionValuesTest::gone_isForgotten()
{
    const Descriptor socket = made(AF_INET, SOCK_DGRAM);
    const OwnedFd owner(socket.fd);
    OptionMemory memory;
    lookAt(memory, kFirst, socket);
    lookAt(memory, kSecond, socket);
    memory.forget(kFirst);
    QVERIFY(lookAt(memory, kSecond, socket).empty());
    QVERIFY(!lookAt(memory, kFirst, socket).empty()); // as if it were new
}

void OptionValuesTest::calls_thatMayChange()
{
    for (const CallId call : {CallId::Bind, CallId::Listen, CallId::Connect, CallId::Setsockopt}) {
        QVERIFY(mayChangeOptions(call));
    }
    for (const CallId call :
        {CallId::Send, CallId::Recv, CallId::Getsockname, CallId::Accept, CallId::Close}) {
        QVERIFY(!mayChangeOptions(call));
    }
}

QTEST_APPLESS_MAIN(OptionValuesTest)
#include "option_values_test.moc"

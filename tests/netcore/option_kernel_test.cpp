// The table of options against this kernel, on real sockets: what can be read has the size of its type, what
// is set is read back, and accept() hands on what the table says it does.

#include <QTest>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "netcore/inspect/option_values.h"
#include "netcore/names/option_text.h"
#include "netcore/sys/address.h"
#include "tests/netcore/option_good_values.h"
#include "tests/support/loopback.h"
#include "tests/support/std_strings.h"

using namespace netcore;

namespace {

struct Kind {
    const char* name;
    int domain;
    int type;
    int protocol;
};

constexpr Kind kKinds[] = {
    {"TCP", AF_INET, SOCK_STREAM, 0},
    {"TCP 6", AF_INET6, SOCK_STREAM, 0},
    {"MPTCP", AF_INET, SOCK_STREAM, IPPROTO_MPTCP},
    {"MPTCP 6", AF_INET6, SOCK_STREAM, IPPROTO_MPTCP},
    {"UDP", AF_INET, SOCK_DGRAM, 0},
    {"UDP 6", AF_INET6, SOCK_DGRAM, 0},
    {"UDP-Lite", AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE},
    {"UDP-Lite 6", AF_INET6, SOCK_DGRAM, IPPROTO_UDPLITE},
    {"raw", AF_INET, SOCK_RAW, IPPROTO_ICMP},
    {"raw 6", AF_INET6, SOCK_RAW, IPPROTO_ICMPV6},
    {"UNIX stream", AF_UNIX, SOCK_STREAM, 0},
    {"UNIX datagram", AF_UNIX, SOCK_DGRAM, 0},
    {"UNIX seqpacket", AF_UNIX, SOCK_SEQPACKET, 0},
};

OwnedFd made(const Kind& kind)
{
    return OwnedFd(::socket(kind.domain, kind.type, kind.protocol));
}

KernelVersion runningKernel()
{
    utsname system {};
    ::uname(&system);
    const QStringList parts = QString::fromLatin1(system.release).split(QLatin1Char('.'));
    const auto part = [&](qsizetype i) { return static_cast<std::uint8_t>(parts.value(i).toUInt()); };
    return {part(0), part(1), 0};
}

bool isLacking(int error)
{
    return error == ENOPROTOOPT || error == EOPNOTSUPP;
}

std::string shown(const OptionDescription& option, const OptionValue& value)
{
    return value.error != 0 ? errnoText(value.error)
                            : optionValueText(option.level, option.number, value.bytes, OptionUse::Got);
}

std::int32_t asInt(const OptionValue& value)
{
    std::int32_t number = 0;
    std::memcpy(&number, value.bytes.data(), std::min(sizeof number, value.bytes.size()));
    return number;
}

bool isTried(const OptionDescription& option)
{
    const bool value = sizeOf(option.type) != 0 || option.type == OptionType::Text;
    return option.access == OptionAccess::Both && option.isSafeToRead() && value
        && !kNotTried.contains(option.name);
}

std::vector<std::byte> otherValue(const OptionDescription& option, const OptionValue& now)
{
    if (const auto good = kGoodValues.find(option.name); good != kGoodValues.end()) {
        return parseOptionValue(option.level, option.number, good->second).value();
    }
    const std::int32_t other = option.type == OptionType::Bool ? (asInt(now) == 0 ? 1 : 0) : asInt(now) + 1;
    const auto raw = std::as_bytes(std::span(&other, 1));
    return {raw.begin(), raw.end()};
}

// 0, or the errno.
int set(int fd, const OptionDescription& option, const std::vector<std::byte>& value)
{
    return ::setsockopt(fd, option.level, option.number, value.data(), static_cast<socklen_t>(value.size()))
            == 0
        ? 0
        : errno;
}

bool begins(const std::vector<std::byte>& whole, const std::vector<std::byte>& with)
{
    return whole.size() >= with.size() && std::equal(with.begin(), with.end(), whole.begin());
}

// What accept() returns for a client of this listener; the client with it.
struct Accepted {
    OwnedFd client;
    OwnedFd child;
};
Accepted acceptedFrom(int listener, const Kind& kind)
{
    sockaddr_storage storage {};
    socklen_t length = sizeof storage;
    auto* const address = reinterpret_cast<sockaddr*>(&storage);
    OwnedFd client = made(kind);
    if (::listen(listener, 4) != 0 || ::getsockname(listener, address, &length) != 0
        || ::connect(client.get(), address, length) != 0) {
        return {};
    }
    ::send(client.get(), "x", 1, 0); // TCP_DEFER_ACCEPT waits for it
    return {std::move(client), OwnedFd(::accept(listener, nullptr, nullptr))};
}

OwnedFd boundListener(const Kind& kind)
{
    OwnedFd listener = made(kind);
    const Address place = kind.domain == AF_UNIX ? Address::unixUnnamed()
        : kind.domain == AF_INET                 ? parseAddress("127.0.0.1:0").value()
                                                 : parseAddress("[::1]:0").value();
    return ::bind(listener.get(), place.data(), place.length()) == 0 ? std::move(listener) : OwnedFd();
}

}

class OptionKernelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readable_hasItsSize_data();
    void readable_hasItsSize();
    void written_isReadBack_data();
    void written_isReadBack();
    void accept_handsOn_data();
    void accept_handsOn();
    void buffers_areDoubled();
    void errors_areTakenByReading();
    void filters_areReadWhole();
};

void OptionKernelTest::readable_hasItsSize_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kKinds)); ++i) {
        QTest::newRow(kKinds[i].name) << i;
    }
}

void OptionKernelTest::readable_hasItsSize()
{
    QFETCH(int, index);
    const Kind& kind = kKinds[index];
    const OwnedFd socket = made(kind);
    if (!socket.isOpen()) {
        QSKIP("this kernel does not make such a socket");
    }
    QStringList lacking;
    int known = 0;
    for (const OptionDescription& option : allOptions()) {
        if (!option.isSafeToRead() || !appliesTo(option, kind.domain, kind.type, kind.protocol)) {
            continue;
        }
        const OptionValue value = readOption(socket.get(), option);
        if (isLacking(value.error)) {
            const bool due = runningKernel() >= option.since;
            lacking += QString::fromStdString(std::string(option.name)) + QLatin1String(due ? "!" : "");
            continue;
        }
        ++known;
        const bool fits
            = value.error != 0 || sizeOf(option.type) == 0 || value.bytes.size() == sizeOf(option.type);
        QVERIFY2(fits, (std::string(option.name) + ' ' + shown(option, value)).c_str());
        const bool usual = value.error == 0 || value.error == ENOTCONN || value.error == EINVAL
            || value.error == ENODATA || value.error == EPERM;
        QVERIFY2(usual, (std::string(option.name) + ' ' + shown(option, value)).c_str());
    }
    qInfo("%d can be read; this kernel has not (! though it is new enough): %s", known,
        qPrintable(lacking.join(u' ')));
    QVERIFY(lacking.filter(QStringLiteral("!")).size() * 10 < known);
}

void OptionKernelTest::written_isReadBack_data()
{
    readable_hasItsSize_data();
}

void OptionKernelTest::written_isReadBack()
{
    QFETCH(int, index);
    const Kind& kind = kKinds[index];
    if (!made(kind).isOpen()) {
        QSKIP("this kernel does not make such a socket");
    }
    QStringList refused;
    QStringList wrong;
    int written = 0;
    for (const OptionDescription& option : allOptions()) {
        if (!isTried(option) || !appliesTo(option, kind.domain, kind.type, kind.protocol)) {
            continue;
        }
        const OwnedFd socket = made(kind);
        const OptionValue before = readOption(socket.get(), option);
        const auto wanted = otherValue(option, before);
        const int error = before.error != 0 ? before.error : set(socket.get(), option, wanted);
        const QString name = QString::fromStdString(std::string(option.name));
        if (error != 0) {
            QVERIFY2((error != EPERM && error != EACCES) || option.needsPrivilege(), qPrintable(name));
            refused += name + u' ' + QString::fromStdString(errnoText(error));
            continue;
        }
        ++written;
        const OptionValue after = readOption(socket.get(), option);
        if (!begins(after.bytes, wanted) && !option.has(optionTraits::kAdjusted)) {
            wrong += name + u' '
                + QString::fromStdString(shown(option, before) + " -> " + shown(option, after));
        }
    }
    qInfo("%d written; refused: %s", written, qPrintable(refused.join(QStringLiteral(", "))));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral(", "))));
    QVERIFY(refused.size() < written);
}

void OptionKernelTest::accept_handsOn_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kKinds)); ++i) {
        if (kKinds[i].type != SOCK_DGRAM && kKinds[i].type != SOCK_RAW
            && kKinds[i].protocol != IPPROTO_MPTCP) {
            QTest::newRow(kKinds[i].name) << i;
        }
    }
}

void OptionKernelTest::accept_handsOn()
{
    QFETCH(int, index);
    const Kind& kind = kKinds[index];
    if (kind.domain == AF_INET6 && !support::hasIpv6Loopback()) {
        QSKIP("this machine has no ::1");
    }
    const OwnedFd plain = boundListener(kind);
    QVERIFY(plain.isOpen());
    const Accepted usual = acceptedFrom(plain.get(), kind);
    QVERIFY(usual.child.isOpen());
    QStringList wrong;
    int tried = 0;
    for (const OptionDescription& option : allOptions()) {
        const Inheritance claim = kind.domain == AF_UNIX ? option.acrossUnixAccept : option.acrossTcpAccept;
        if (claim == Inheritance::DoesNotApply || !isTried(option)
            || !appliesTo(option, kind.domain, kind.type, kind.protocol)) {
            continue;
        }
        const OwnedFd listener = boundListener(kind);
        const OptionValue before = readOption(listener.get(), option);
        if (before.error != 0 || set(listener.get(), option, otherValue(option, before)) != 0) {
            continue; // lacking, or not allowed: said by the tests above
        }
        const OptionValue given = readOption(listener.get(), option);
        const Accepted pair = acceptedFrom(listener.get(), kind);
        if (!pair.child.isOpen() || given == before) {
            continue;
        }
        ++tried;
        const OptionValue child = readOption(pair.child.get(), option);
        const OptionValue without = readOption(usual.child.get(), option);
        const bool adjusted = option.has(optionTraits::kAdjusted) || option.has(optionTraits::kMoves);
        const bool handedOn = child == given || (adjusted && child != without);
        if (handedOn != (claim == Inheritance::Inherited)) {
            wrong += QString::fromStdString(std::string(option.name) + (handedOn ? " is" : " is not")
                + " handed on: listener " + shown(option, given) + ", accepted " + shown(option, child)
                + ", usual " + shown(option, without));
        }
    }
    qInfo("%d options tried", tried);
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    QVERIFY(tried > 20);
}

// socket(7): the kernel doubles the value, to leave room for its own book-keeping.
void OptionKernelTest::buffers_areDoubled()
{
    for (const char* name : {"SO_RCVBUF", "SO_SNDBUF"}) {
        const OptionDescription& option = *optionNamed(name);
        QVERIFY(option.has(optionTraits::kAdjusted));
        const OwnedFd socket = made(kKinds[0]);
        QCOMPARE(
            set(socket.get(), option, parseOptionValue(option.level, option.number, "10000").value()), 0);
        QCOMPARE(asInt(readOption(socket.get(), option)), 20000);
    }
}

// Which is why the sampler never reads it.
void OptionKernelTest::errors_areTakenByReading()
{
    const OwnedFd socket = made(kKinds[4]);
    OwnedFd nobody = boundListener(kKinds[4]);
    sockaddr_in address {};
    socklen_t length = sizeof address;
    QCOMPARE(::getsockname(nobody.get(), reinterpret_cast<sockaddr*>(&address), &length), 0);
    QCOMPARE(::connect(socket.get(), reinterpret_cast<sockaddr*>(&address), length), 0);
    nobody.reset(); // nobody has the port now
    QCOMPARE(::send(socket.get(), "x", 1, 0), ssize_t {1});

    readOptions({socket.get(), AF_INET, SOCK_DGRAM, 0}); // must not take it
    const OptionDescription& option = *optionNamed("SO_ERROR");
    QVERIFY(!option.isSafeToRead());
    QCOMPARE(asInt(readOption(socket.get(), option)), ECONNREFUSED);
    QCOMPARE(asInt(readOption(socket.get(), option)), 0);
}

// The trap of SO_GET_FILTER: its length is a number of instructions, and it writes eight bytes for each.
void OptionKernelTest::filters_areReadWhole()
{
    const OwnedFd socket = made(kKinds[4]);
    const OptionDescription& option = *optionNamed("SO_ATTACH_FILTER");
    std::string text = "[";
    for (int i = 0; i < 100; ++i) {
        text += "BPF_STMT(BPF_LD|BPF_W|BPF_IMM, 0x1), ";
    }
    text += "BPF_STMT(BPF_RET|BPF_K, 0xffff)]";
    auto instructions = parseOptionValue(option.level, option.number, text).value();
    struct {
        unsigned short count;
        void* instructions;
    } const program {101, instructions.data()};
    QCOMPARE(::setsockopt(socket.get(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program), 0);
    const OptionValue value = readOption(socket.get(), option);
    QCOMPARE(value.error, 0);
    QCOMPARE(value.bytes.size(), std::size_t {808});
    QCOMPARE(shown(option, value), text);
}

QTEST_APPLESS_MAIN(OptionKernelTest)
#include "option_kernel_test.moc"

// Options against strace: this program runs itself under it, makes the calls of a list, and holds the names
// and values that strace prints against ours.

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "netcore/base/owned_fd.h"
#include "netcore/names/option_text.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kMakeCalls = "--make-calls";

struct Setting {
    const char* name;
    std::vector<std::byte> bytes;
};

template<typename Value> std::vector<std::byte> raw(const Value& value, std::size_t size = sizeof(Value))
{
    const auto bytes = std::as_bytes(std::span(&value, 1)).first(size);
    return {bytes.begin(), bytes.end()};
}

std::vector<std::byte> text(std::string_view characters)
{
    const auto bytes = std::as_bytes(std::span(characters));
    return {bytes.begin(), bytes.end()};
}

in_addr internet(const char* host)
{
    return {::inet_addr(host)};
}

// What strace has decoded for many years, and decodes as we do. strace shows a value that the kernel would
// refuse as an address: such ones are got, not set.
std::vector<Setting> settings()
{
    std::vector<Setting> all;
    for (const char* name :
        {"SO_KEEPALIVE", "SO_REUSEADDR", "TCP_NODELAY", "IP_TTL", "IPV6_UNICAST_HOPS", "UDP_CORK"}) {
        all.push_back({name, raw(1)});
    }
    all.push_back({"SO_PEEK_OFF", raw(-1)});
    all.push_back({"SO_BROADCAST", raw(std::int64_t {1})}); // longer than needed
    all.push_back({"SO_LINGER", raw(linger {1, 5})});
    all.push_back({"TCP_CONGESTION", text("cubic")});
    all.push_back({"TCP_CONGESTION", text(std::string_view("re\0no", 5))});
    all.push_back({"SO_BINDTODEVICE", text("lo")});
    all.push_back({"IP_ADD_MEMBERSHIP", raw(ip_mreq {internet("239.0.0.1"), internet("127.0.0.1")})});
    ipv6_mreq six {};
    ::inet_pton(AF_INET6, "ff02::9", &six.ipv6mr_multiaddr);
    six.ipv6mr_interface = 1;
    all.push_back({"IPV6_ADD_MEMBERSHIP", raw(six)});
    group_req group {};
    group.gr_interface = 1;
    const sockaddr_in address {AF_INET, htons(7), internet("239.0.0.3"), {}};
    std::memcpy(&group.gr_group, &address, sizeof address);
    all.push_back({"MCAST_JOIN_GROUP", raw(group)});
    return all;
}

struct Getting {
    const char* name;
    socklen_t length;
};

std::vector<Getting> gettings()
{
    return {{"SO_LINGER", 8}, {"SO_LINGER", 5}, {"SO_LINGER", 4}, {"SO_LINGER", 3}, {"SO_PEERCRED", 12},
        {"SO_PEERCRED", 7}, {"SO_PEERCRED", 4}, {"SO_REUSEADDR", 4}, {"SO_REUSEADDR", 2}, {"SO_TIMESTAMP", 3},
        {"TCP_CC_INFO", 0}};
}

int domainFor(const OptionDescription& option)
{
    return option.level == IPPROTO_IPV6                ? AF_INET6
        : (option.kinds & socketKinds::kInternet) == 0 ? AF_UNIX
                                                       : AF_INET;
}

int typeFor(const OptionDescription& option)
{
    return (option.kinds & (socketKinds::kTcp | socketKinds::kUnix)) != 0 && option.level != IPPROTO_IP
            && option.level != IPPROTO_IPV6
        ? SOCK_STREAM
        : SOCK_DGRAM;
}

OwnedFd socketFor(const OptionDescription& option)
{
    return OwnedFd(::socket(domainFor(option), typeFor(option), 0));
}

// In the child: every option's number once, then the two lists.
int makeCalls()
{
    std::array<std::byte, 256> room {};
    for (const OptionDescription& option : allOptions()) {
        socklen_t length = 0;
        ::getsockopt(-1, option.level, option.number, room.data(), &length);
    }
    for (const Setting& setting : settings()) {
        const OptionDescription& option = *optionNamed(setting.name);
        ::setsockopt(socketFor(option).get(), option.level, option.number, setting.bytes.data(),
            static_cast<socklen_t>(setting.bytes.size()));
    }
    for (const Getting& getting : gettings()) {
        const OptionDescription& option = *optionNamed(getting.name);
        socklen_t length = getting.length;
        ::getsockopt(socketFor(option).get(), option.level, option.number, room.data(), &length);
    }
    return 0;
}

struct TracedCall {
    QString call;
    QString level;
    QString name;
    QString rest; // the value and its length
};

}

class OptionStraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names_areStraces();
    void setValues_areStraces();
    void gotValues_areStraces();

private:
    std::vector<TracedCall> m_calls;
};

void OptionStraceTest::initTestCase()
{
    const QString strace = QStandardPaths::findExecutable(u"strace"_s);
    if (strace.isEmpty()) {
        QSKIP("strace is not installed: options were NOT compared with what it prints");
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trace"_s);
    if (QProcess::execute(strace, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s}) != 0) {
        QSKIP("strace may not trace here (ptrace is denied): options were NOT compared with what it prints");
    }
    QProcess process;
    process.start(strace,
        {u"-qq"_s, u"-v"_s, u"-s"_s, u"1000"_s, u"-e"_s, u"trace=getsockopt,setsockopt"_s, u"-e"_s,
            u"signal=none"_s, u"-o"_s, path, QCoreApplication::applicationFilePath(),
            QString::fromLatin1(kMakeCalls)});
    QVERIFY(process.waitForFinished(60'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression form(
        uR"(^([gs]etsockopt)\(-?\d+, (0x\w+|\w+)(?: /\*.*?\*/)?, (0x\w+|\w+)(?: /\*.*?\*/)?, (.*)\)\s+= )"_s);
    while (!file.atEnd()) {
        const auto match = form.match(QString::fromUtf8(file.readLine()));
        if (match.hasMatch()) {
            m_calls.push_back({match.captured(1), match.captured(2), match.captured(3), match.captured(4)});
        }
    }
    QCOMPARE(m_calls.size(), allOptions().size() + settings().size() + gettings().size());
}

// What strace does not know (it may be older than the kernel) it prints as a number.
void OptionStraceTest::names_areStraces()
{
    std::size_t known = 0;
    for (std::size_t i = 0; i < allOptions().size(); ++i) {
        const OptionDescription& option = allOptions()[i];
        const TracedCall& call = m_calls[i];
        const auto level = valueOf(optionLevels(), call.level.toStdString());
        const bool isNumber = call.name.at(0).isDigit();
        if (!level || isNumber) {
            continue;
        }
        ++known;
        const auto number = valueOf(optionsOf(static_cast<int>(*level)), call.name.toStdString());
        QVERIFY2(
            number == option.number, (std::string(option.name) + " is " + call.name.toStdString()).c_str());
        QCOMPARE(*level, std::int64_t {option.level});
    }
    qInfo("strace knows %zu of %zu options", known, allOptions().size());
    QVERIFY(known > allOptions().size() / 2);
}

void OptionStraceTest::setValues_areStraces()
{
    std::size_t at = allOptions().size();
    for (const Setting& setting : settings()) {
        const OptionDescription& option = *optionNamed(setting.name);
        const std::string ours = optionValueText(option.level, option.number, setting.bytes, OptionUse::Set);
        const std::string rest = m_calls.at(at++).rest.toStdString();
        QCOMPARE(rest, ours + ", " + std::to_string(setting.bytes.size()));
    }
}

void OptionStraceTest::gotValues_areStraces()
{
    std::size_t at = allOptions().size() + settings().size();
    std::array<std::byte, 256> room {};
    for (const Getting& getting : gettings()) {
        const OptionDescription& option = *optionNamed(getting.name);
        socklen_t length = getting.length;
        const OwnedFd socket = socketFor(option);
        const TracedCall& call = m_calls.at(at++);
        if (::getsockopt(socket.get(), option.level, option.number, room.data(), &length) != 0
            || length == 0) {
            continue;
        }
        const std::string ours = optionValueText(
            option.level, option.number, std::span<const std::byte>(room).first(length), OptionUse::Got);
        QVERIFY2(call.rest.startsWith(QString::fromStdString(ours + ", [")),
            qPrintable(QString::fromStdString(ours) + u" is "_s + call.rest));
    }
}

int main(int argc, char** argv)
{
    if (argc > 1 && std::string_view(argv[1]) == kMakeCalls) {
        return makeCalls();
    }
    const QCoreApplication application(argc, argv);
    OptionStraceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "option_strace_test.moc"

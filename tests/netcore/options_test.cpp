// The table of options: each row makes sense by itself, names lead to rows and back.

#include <QTest>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <set>
#include <sys/socket.h>

#include "netcore/names/options.h"
#include "tests/support/std_strings.h"

using namespace netcore;

class OptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_makeSense();
    void rows_areNamedOnce();
    void names_leadToRows();
    void otherNames_leadToTheSameRow();
    void numbers_areOfTheirLevel();
    void unknown_isANumber();
    void kinds_followTheSocket();
    void sampled_leaveOutWhatChanges();
    void filters_needMoreRoom();
    void controls_areOfTheirLevel();
};

void OptionsTest::rows_makeSense()
{
    QVERIFY(allOptions().size() > 200);
    for (const OptionDescription& option : allOptions()) {
        const std::string name(option.name);
        QVERIFY2(nameOf(optionLevels(), option.level).has_value(), name.c_str());
        QVERIFY2(option.canRead() || option.canWrite(), name.c_str());
        QVERIFY2(option.kinds != 0, name.c_str());
        QVERIFY2((option.since >= KernelVersion {2, 2, 0}), name.c_str());
        const bool wantsNames = option.type == OptionType::Enumeration || option.type == OptionType::Flags
            || option.type == OptionType::Timestamping || option.type == OptionType::TransmitTime;
        QVERIFY2((option.names != nullptr) == wantsNames, name.c_str());
        QVERIFY2(option.names == nullptr || !option.names().empty(), name.c_str());
        const bool onListeners = (option.kinds & (socketKinds::kTcp | socketKinds::kMptcp)) != 0;
        QVERIFY2(onListeners || option.acrossTcpAccept == Inheritance::DoesNotApply, name.c_str());
        const bool onUnix = (option.kinds & socketKinds::kUnix) != 0;
        QVERIFY2(onUnix || option.acrossUnixAccept == Inheritance::DoesNotApply, name.c_str());
    }
}

void OptionsTest::rows_areNamedOnce()
{
    std::set<std::pair<int, int>> numbers;
    std::set<std::pair<int, std::string_view>> names;
    for (const OptionDescription& option : allOptions()) {
        QVERIFY2(numbers.emplace(option.level, option.number).second, std::string(option.name).c_str());
        QVERIFY2(names.emplace(option.level, option.name).second, std::string(option.name).c_str());
    }
}

void OptionsTest::names_leadToRows()
{
    for (const OptionDescription& option : allOptions()) {
        QCOMPARE(describeOption(option.level, option.number), &option);
        QCOMPARE(optionNamed(option.level, option.name), &option);
        QCOMPARE(optionNamed(option.name)->name, option.name);
        QCOMPARE(optionText(option.level, option.number), std::string(option.name));
    }
    QVERIFY(optionNamed("SO_NOTHING") == nullptr);
    QVERIFY(optionNamed(SOL_SOCKET, "TCP_NODELAY") == nullptr);
}

void OptionsTest::otherNames_leadToTheSameRow()
{
    QCOMPARE(optionNamed("SO_GET_FILTER"), describeOption(SOL_SOCKET, SO_ATTACH_FILTER));
    QCOMPARE(optionNamed("SO_RCVTIMEO_OLD"), optionNamed("SO_RCVTIMEO"));
    QCOMPARE(optionNamed("IPV6_JOIN_GROUP"), optionNamed("IPV6_ADD_MEMBERSHIP"));
    QCOMPARE(optionNamed(IPPROTO_IPV6, "IPV6_LEAVE_GROUP")->number, IPV6_DROP_MEMBERSHIP);
    QCOMPARE(optionNamed(IPPROTO_IPV6, "MCAST_JOIN_GROUP")->level, int {IPPROTO_IPV6});
    QCOMPARE(valueOf(optionLevels(), "SOL_TCP"), std::optional<std::int64_t>(IPPROTO_TCP));
    QCOMPARE(valueOf(optionLevels(), "IPPROTO_TCP"), std::optional<std::int64_t>(IPPROTO_TCP));
    QCOMPARE(constantText(optionLevels(), IPPROTO_TCP), std::string("IPPROTO_TCP"));
}

void OptionsTest::numbers_areOfTheirLevel()
{
    QCOMPARE(optionText(SOL_SOCKET, 2), std::string("SO_REUSEADDR"));
    QCOMPARE(optionText(IPPROTO_TCP, 2), std::string("TCP_MAXSEG"));
    QCOMPARE(optionText(IPPROTO_IP, 2), std::string("IP_TTL"));
    QCOMPARE(optionText(IPPROTO_IPV6, 2), std::string("IPV6_2292PKTINFO"));
    QCOMPARE(optionText(284, 2), std::string("MPTCP_TCPINFO"));
}

void OptionsTest::unknown_isANumber()
{
    QCOMPARE(optionText(SOL_SOCKET, 9999), std::string("0x270f"));
    QCOMPARE(optionText(7777, 3), std::string("0x3"));
    QVERIFY(describeOption(7777, 3) == nullptr);
    QVERIFY(optionsOf(7777).empty());
}

void OptionsTest::kinds_followTheSocket()
{
    const auto applies = [](std::string_view name, int domain, int type, int protocol = 0) {
        return appliesTo(*optionNamed(name), domain, type, protocol);
    };
    QVERIFY(applies("TCP_NODELAY", AF_INET, SOCK_STREAM));
    QVERIFY(applies("TCP_NODELAY", AF_INET6, SOCK_STREAM | SOCK_NONBLOCK, IPPROTO_TCP));
    QVERIFY(applies("TCP_NODELAY", AF_INET, SOCK_STREAM, IPPROTO_MPTCP));
    QVERIFY(!applies("TCP_NODELAY", AF_INET, SOCK_DGRAM));
    QVERIFY(!applies("TCP_NODELAY", AF_UNIX, SOCK_STREAM));
    QVERIFY(applies("IP_TTL", AF_INET6, SOCK_DGRAM)); // it may speak IPv4
    QVERIFY(!applies("IPV6_V6ONLY", AF_INET, SOCK_STREAM));
    QVERIFY(applies("SO_PASSCRED", AF_UNIX, SOCK_SEQPACKET));
    QVERIFY(!applies("SO_PASSCRED", AF_INET, SOCK_STREAM));
    QVERIFY(applies("UDPLITE_SEND_CSCOV", AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE));
    QVERIFY(applies("SO_REUSEADDR", AF_NETLINK, SOCK_RAW));
    QVERIFY(!applies("IP_TTL", AF_NETLINK, SOCK_RAW));
    QCOMPARE(socketKindOf(AF_INET, SOCK_RAW, IPPROTO_ICMP), socketKinds::kRaw4);
    QCOMPARE(socketKindOf(AF_INET, SOCK_STREAM, IPPROTO_SCTP), socketKinds::kOther);
}

void OptionsTest::sampled_leaveOutWhatChanges()
{
    for (const char* name : {"SO_ERROR", "SO_PEERPIDFD", "TCP_SAVED_SYN", "TCP_ZEROCOPY_RECEIVE",
             "SO_SNDBUFFORCE", "IP_MSFILTER", "SO_PEERNAME"}) {
        QVERIFY2(!optionNamed(name)->isSafeToRead(), name);
    }
    for (const char* name : {"SO_KEEPALIVE", "TCP_INFO", "IP_MTU", "TCP_CONGESTION", "SO_ATTACH_FILTER"}) {
        QVERIFY2(optionNamed(name)->isSafeToRead(), name);
    }
}

void OptionsTest::filters_needMoreRoom()
{
    QCOMPARE(bytesFor(SOL_SOCKET, SO_ATTACH_FILTER, 100), std::size_t {800});
    QCOMPARE(bytesFor(SOL_SOCKET, SO_RCVBUF, 100), std::size_t {100});
    QCOMPARE(bytesFor(IPPROTO_IP, SO_ATTACH_FILTER, 100), std::size_t {100});
    QCOMPARE(bytesFor(SOL_SOCKET, SO_ATTACH_FILTER, UINT32_MAX), std::size_t {8} * UINT32_MAX);
}

void OptionsTest::controls_areOfTheirLevel()
{
    QCOMPARE(nameOf(controlTypes(SOL_SOCKET), SCM_RIGHTS), std::optional<std::string_view>("SCM_RIGHTS"));
    QCOMPARE(
        nameOf(controlTypes(SOL_SOCKET), SO_TIMESTAMPNS), std::optional<std::string_view>("SCM_TIMESTAMPNS"));
    QCOMPARE(nameOf(controlTypes(IPPROTO_IP), IP_PKTINFO), std::optional<std::string_view>("IP_PKTINFO"));
    QCOMPARE(
        nameOf(controlTypes(IPPROTO_IPV6), IPV6_RECVERR), std::optional<std::string_view>("IPV6_RECVERR"));
    QCOMPARE(nameOf(controlTypes(IPPROTO_TCP), 36), std::optional<std::string_view>("TCP_CM_INQ"));
    QVERIFY(controlTypes(7777).empty());
}

QTEST_APPLESS_MAIN(OptionsTest)
#include "options_test.moc"

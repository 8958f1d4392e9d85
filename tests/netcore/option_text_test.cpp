// Values of options as text and back; hostile bytes and hostile text.

#include <QTest>
#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sys/socket.h>

#include "netcore/names/option_text.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using Reason = OptionProblem::Reason;

namespace {

using Bytes = std::vector<std::byte>;

// "01 00 00 00"
Bytes hex(const char* text)
{
    const QByteArray raw = QByteArray::fromHex(text);
    const auto bytes = std::as_bytes(std::span(raw.data(), static_cast<std::size_t>(raw.size())));
    return {bytes.begin(), bytes.end()};
}

QByteArray shown(const Bytes& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex(' ');
}

const OptionDescription& option(const QString& name)
{
    return *optionNamed(name.toStdString());
}

}

class OptionTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_isText_data();
    void value_isText();
    void text_isValue_data();
    void text_isValue();
    void wrongText_isAProblem_data();
    void wrongText_isAProblem();
    void printed_isReadBack();
    void unknown_isRaw();
    void filters();
    void hostileBytes_arePrinted();
    void hostileText_isRead();
};

void OptionTextTest::value_isText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* bytes, const char* text) {
        QTest::addRow("%s %s", name, bytes)
            << QString::fromLatin1(name) << QByteArray(bytes) << QByteArray(text);
    };
    row("SO_KEEPALIVE", "01 00 00 00", "[1]");
    row("SO_KEEPALIVE", "01 00", R"("\x01\x00")");
    row("SO_KEEPALIVE", "", R"("")");
    row("SO_PEEK_OFF", "ff ff ff ff", "[-1]");
    row("TCP_NOTSENT_LOWAT", "ff ff ff ff", "[4294967295]");
    row("SO_MAX_PACING_RATE", "ff ff ff ff ff ff ff ff", "[18446744073709551615]");
    row("SO_MAX_PACING_RATE", "10 00 00 00", "[16]");
    row("SO_TYPE", "05 00 00 00", "[SOCK_SEQPACKET]");
    row("SO_TYPE", "63 00 00 00", "[99]");
    row("SO_ERROR", "6f 00 00 00", "[ECONNREFUSED]");
    row("SO_DOMAIN", "0a 00 00 00", "[AF_INET6]");
    row("IP_TOS", "10 00 00 00", "[IPTOS_LOWDELAY]");
    row("IP_MTU_DISCOVER", "02 00 00 00", "[IP_PMTUDISC_DO]");
    row("SO_LINGER", "01 00 00 00 05 00 00 00", "{l_onoff=1, l_linger=5}");
    row("SO_LINGER", "01 00 00 00", "{l_onoff=1}");
    row("SO_LINGER", "01 00 00", R"({l_onoff="\x01\x00\x00"})");
    row("SO_LINGER", "01 00 00 00 05", R"({l_onoff=1, l_linger="\x05"})");
    row("SO_LINGER", "01 00 00 00 05 00 00 00 2a", R"({l_onoff=1, l_linger=5, /* bytes 8..8 */ "\x2a"})");
    row("SO_RCVTIMEO", "01 00 00 00 00 00 00 00 20 a1 07 00 00 00 00 00", "{tv_sec=1, tv_usec=500000}");
    row("TCP_CONGESTION", "63 75 62 69 63 00 00 00 00 00 00 00 00 00 00 00", R"("cubic")");
    row("TCP_CONGESTION", "72 00 61 00", R"("r\0a")");
    row("SO_PEERCRED", "01 00 00 00 ff ff ff ff 07 00 00 00", "{pid=1, uid=-1, gid=7}");
    row("IP_ADD_MEMBERSHIP", "ef 00 00 01 00 00 00 00 00 00 00 00",
        R"({imr_multiaddr=inet_addr("239.0.0.1"), imr_address=inet_addr("0.0.0.0"), imr_ifindex=0})");
    row("IP_ADD_MEMBERSHIP", "ef 00 00 01 7f 00 00 01",
        R"({imr_multiaddr=inet_addr("239.0.0.1"), imr_interface=inet_addr("127.0.0.1")})");
    row("IP_ADD_SOURCE_MEMBERSHIP", "ef 00 00 01 7f 00 00 01 0a 00 00 01",
        R"({imr_multiaddr=inet_addr("239.0.0.1"), imr_interface=inet_addr("127.0.0.1"), )"
        R"(imr_sourceaddr=inet_addr("10.0.0.1")})");
    row("IP_MULTICAST_IF", "7f 00 00 01", R"([inet_addr("127.0.0.1")])");
    row("IPV6_ADD_MEMBERSHIP", "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 09 00 00 00 00",
        R"({inet_pton(AF_INET6, "ff02::9", &ipv6mr_multiaddr), ipv6mr_interface=0})");
    row("SO_TIMESTAMPING", "10 00 00 00 00 00 00 00", "{flags=SOF_TIMESTAMPING_SOFTWARE, bind_phc=0}");
    row("SO_TIMESTAMPING", "18 00 00 00", "[SOF_TIMESTAMPING_RX_SOFTWARE|SOF_TIMESTAMPING_SOFTWARE]");
    row("SO_TXTIME", "01 00 00 00 02 00 00 00", "{clockid=CLOCK_MONOTONIC, flags=SOF_TXTIME_REPORT_ERRORS}");
    row("SO_BUF_LOCK", "03 00 00 00", "[SOCK_SNDBUF_LOCK|SOCK_RCVBUF_LOCK]");
    row("IP_LOCAL_PORT_RANGE", "40 9c a4 9c", "[40000-40100]");
    row("IP_LOCAL_PORT_RANGE", "00 00 00 00", "[0]");
    row("IP_UNICAST_IF", "00 00 00 00", "[0]");
    row("SO_PEERGROUPS", "00 00 00 00 0a 00 00 00", "[0, 10]");
    row("SO_MEMINFO", "01 00 00 00 02 00 00 00", "{[SK_MEMINFO_RMEM_ALLOC]=1, [SK_MEMINFO_RCVBUF]=2}");
    row("TCP_FASTOPEN_KEY", "01 02 41 00", R"("\1\2A\0")");
    row("TCP_INFO", "01 04 02 00 00 07 a7",
        "{tcpi_state=TCP_ESTABLISHED, tcpi_ca_state=TCP_CA_Loss, tcpi_retransmits=2, "
        "tcpi_probes=0, tcpi_backoff=0, "
        "tcpi_options=TCPI_OPT_TIMESTAMPS|TCPI_OPT_SACK|TCPI_OPT_WSCALE, "
        "tcpi_snd_wscale=7, tcpi_rcv_wscale=10}");
    row("MCAST_JOIN_GROUP", "00 00 00 00 00 00 00 00 02 00 00 00 ef 00 00 03",
        R"({gr_interface=0, gr_group="\x02\x00\x00\x00\xef\x00\x00\x03"})");
}

void OptionTextTest::value_isText()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    const Bytes value = hex(bytes.constData());
    const OptionDescription& row = option(name);
    QCOMPARE(optionValueText(row.level, row.number, value, OptionUse::Got), text.toStdString());
}

void OptionTextTest::text_isValue_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const char* text, const char* bytes) {
        QTest::addRow("%s %s", name, text)
            << QString::fromLatin1(name) << QByteArray(text) << QByteArray(bytes);
    };
    for (const char* text : {"1", "[1]", "on", "true", " yes ", "0x1", "[ on ]"}) {
        row("SO_KEEPALIVE", text, "01 00 00 00");
    }
    row("SO_KEEPALIVE", "off", "00 00 00 00");
    row("SO_KEEPALIVE", "{01 00}", "01 00");
    row("SO_KEEPALIVE", "{}", "");
    row("SO_KEEPALIVE", R"("\1\0\0\0\x05")", "01 00 00 00 05");
    row("SO_RCVBUF", "-1", "ff ff ff ff");
    row("TCP_NOTSENT_LOWAT", "4294967295", "ff ff ff ff");
    row("SO_MAX_PACING_RATE", "1000000", "40 42 0f 00 00 00 00 00");
    row("SO_MAX_PACING_RATE", "-1", "ff ff ff ff ff ff ff ff");
    row("SO_RCVTIMEO", "1.5s", "01 00 00 00 00 00 00 00 20 a1 07 00 00 00 00 00");
    row("SO_RCVTIMEO", "1500ms", "01 00 00 00 00 00 00 00 20 a1 07 00 00 00 00 00");
    row("SO_RCVTIMEO", "{tv_usec=500000, tv_sec=1}", "01 00 00 00 00 00 00 00 20 a1 07 00 00 00 00 00");
    row("SO_RCVTIMEO", "{tv_usec=1}", "00 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00");
    row("SO_LINGER", "{l_onoff=1, l_linger=5}", "01 00 00 00 05 00 00 00");
    row("SO_LINGER", "5s", "01 00 00 00 05 00 00 00");
    row("SO_LINGER", "0", "01 00 00 00 00 00 00 00");
    row("SO_LINGER", "off", "00 00 00 00 00 00 00 00");
    row("TCP_CONGESTION", R"("cubic")", "63 75 62 69 63");
    row("TCP_CONGESTION", "cubic", "63 75 62 69 63");
    row("SO_BINDTODEVICE", R"("lo\0")", "6c 6f 00");
    row("IP_MTU_DISCOVER", "IP_PMTUDISC_DO", "02 00 00 00");
    row("IP_MTU_DISCOVER", "[2]", "02 00 00 00");
    row("SO_BUF_LOCK", "SOCK_SNDBUF_LOCK|0x2", "03 00 00 00");
    row("SO_TIMESTAMPING", "SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_RX_SOFTWARE", "18 00 00 00");
    row("ICMP_FILTER", "1<<ICMP_ECHO", "00 01 00 00");
    row("IP_ADD_MEMBERSHIP", "239.0.0.1", "ef 00 00 01 00 00 00 00 00 00 00 00");
    row("IP_ADD_MEMBERSHIP", "239.0.0.1@127.0.0.1", "ef 00 00 01 7f 00 00 01 00 00 00 00");
    row("IP_ADD_MEMBERSHIP", "239.0.0.1@7", "ef 00 00 01 00 00 00 00 07 00 00 00");
    row("IP_ADD_MEMBERSHIP",
        R"({imr_multiaddr=inet_addr("239.0.0.1"), imr_interface=inet_addr("127.0.0.1")})",
        "ef 00 00 01 7f 00 00 01");
    row("IP_ADD_SOURCE_MEMBERSHIP",
        R"({imr_multiaddr=239.0.0.1, imr_interface=127.0.0.1, imr_sourceaddr=inet_addr("10.0.0.1")})",
        "ef 00 00 01 7f 00 00 01 0a 00 00 01");
    row("IP_MULTICAST_IF", "127.0.0.1", "7f 00 00 01");
    row("IPV6_ADD_MEMBERSHIP", "ff02::9@3", "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 09 03 00 00 00");
    row("IPV6_ADD_MEMBERSHIP", "ff02::9%3", "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 09 03 00 00 00");
    row("IPV6_ADD_MEMBERSHIP", R"({inet_pton(AF_INET6, "ff02::9", &ipv6mr_multiaddr), ipv6mr_interface=3})",
        "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 09 03 00 00 00");
    row("IP_LOCAL_PORT_RANGE", "40000-40100", "40 9c a4 9c");
    row("IPV6_UNICAST_IF", "3", "00 00 00 03");
    row("SO_TXTIME", "{clockid=CLOCK_MONOTONIC, flags=0}", "01 00 00 00 00 00 00 00");
    row("SO_PEERCRED", "{pid=1, uid=-1, gid=4294967295}", "01 00 00 00 ff ff ff ff ff ff ff ff");
}

void OptionTextTest::text_isValue()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    const OptionDescription& row = option(name);
    const auto value = parseOptionValue(row.level, row.number, text.toStdString());
    QVERIFY2(value.ok(),
        value.ok() ? ""
                   : qPrintable(QStringLiteral("%1 at %2")
                                    .arg(static_cast<int>(value.problem().reason))
                                    .arg(value.problem().column)));
    QCOMPARE(shown(value.value()), bytes);
}

void OptionTextTest::wrongText_isAProblem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("column");
    const auto row = [](const char* name, const char* text, Reason reason, int column) {
        QTest::addRow("%s %s", name, text)
            << QString::fromLatin1(name) << QByteArray(text) << static_cast<int>(reason) << column;
    };
    row("SO_KEEPALIVE", "", Reason::Empty, 0);
    row("SO_KEEPALIVE", "  ", Reason::Empty, 0);
    row("SO_KEEPALIVE", "maybe", Reason::NotOnOrOff, 0);
    row("SO_KEEPALIVE", "[1", Reason::Unclosed, 2);
    row("SO_KEEPALIVE", "1 2", Reason::Surplus, 2);
    row("SO_RCVBUF", "12x", Reason::NotANumber, 0);
    row("SO_RCVBUF", "4294967296", Reason::OutOfRange, 0);
    row("SO_RCVBUF", "99999999999999999999", Reason::OutOfRange, 0);
    row("SO_RCVBUF", "{0}", Reason::BadHex, 1);
    row("SO_RCVBUF", "{01 00", Reason::Unclosed, 6);
    row("SO_RCVBUF", R"("\1)", Reason::NotAString, 3);
    row("SO_RCVBUF", R"("\q")", Reason::BadEscape, 2);
    row("SO_RCVTIMEO", "1.5 h", Reason::Surplus, 4);
    row("SO_RCVTIMEO", "1.5h", Reason::NotATime, 0);
    row("SO_RCVTIMEO", "-1s", Reason::OutOfRange, 0);
    row("SO_RCVTIMEO", "nan", Reason::NotATime, 0);
    row("SO_RCVTIMEO", "1e300", Reason::OutOfRange, 0);
    row("SO_RCVTIMEO", "{tv_sec=1, tv_hour=2}", Reason::UnknownField, 11);
    row("SO_RCVTIMEO", "{tv_sec 1}", Reason::EqualsMissing, 8);
    row("SO_RCVTIMEO", "{tv_sec=1", Reason::Unclosed, 9);
    row("IP_MTU_DISCOVER", "IP_PMTUDISC_MAYBE", Reason::UnknownName, 0);
    row("SO_BUF_LOCK", "SOCK_SNDBUF_LOCK|", Reason::UnknownName, 17);
    row("IP_ADD_MEMBERSHIP", "239.0.0", Reason::NotAnAddress, 0);
    row("IP_ADD_MEMBERSHIP", "239.0.0.1@nosuchif0", Reason::UnknownInterface, 10);
    row("IPV6_ADD_MEMBERSHIP", "ff02::1@nosuchif0", Reason::UnknownInterface, 8);
    row("IP_LOCAL_PORT_RANGE", "1-70000", Reason::OutOfRange, 0);
    row("SO_ATTACH_FILTER", "[BPF_NOTHING(1)]", Reason::NotAList, 1);
    row("TCP_MD5SIG", "hello", Reason::BadHex, 0);
}

void OptionTextTest::wrongText_isAProblem()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(int, reason);
    QFETCH(int, column);
    const OptionDescription& row = option(name);
    const auto value = parseOptionValue(row.level, row.number, text.toStdString());
    QVERIFY(!value.ok());
    QCOMPARE(static_cast<int>(value.problem().reason), reason);
    QCOMPARE(static_cast<int>(value.problem().column), column);
}

// What the log prints can be pasted: whole values of every option that can be written come back as they were.
void OptionTextTest::printed_isReadBack()
{
    std::mt19937 random(56);
    for (const OptionDescription& row : allOptions()) {
        const std::size_t size = sizeOf(row.type);
        if (size == 0 || row.type == OptionType::GroupMembership || row.type == OptionType::GroupSource
            || row.type == OptionType::MtuInfo) {
            continue; // addresses of no family are not written back
        }
        for (int attempt = 0; attempt < 50; ++attempt) {
            Bytes bytes(size);
            std::ranges::generate(bytes, [&] { return static_cast<std::byte>(random()); });
            const std::string text = optionValueText(row.level, row.number, bytes, OptionUse::Got);
            const auto back = parseOptionValue(row.level, row.number, text);
            QVERIFY2(back.ok() && back.value() == bytes, (std::string(row.name) + ' ' + text).c_str());
        }
    }
}

void OptionTextTest::unknown_isRaw()
{
    QCOMPARE(optionValueText(7777, 3, hex("01 00 00 00"), OptionUse::Set), std::string("[1]"));
    QCOMPARE(optionValueText(7777, 3, hex("41 00 00 00 01"), OptionUse::Set), std::string(R"("A\0\0\0\1")"));
    QCOMPARE(optionValueText(SOL_SOCKET, SO_BROADCAST, hex("01 00 00 00 07 07 07"), OptionUse::Set),
        std::string("[1]")); // the kernel reads the first four
    QCOMPARE(shown(parseOptionValue(7777, 3, "258").value()), QByteArray("02 01 00 00"));
    QCOMPARE(shown(parseOptionValue(7777, 3, "{01 02 03}").value()), QByteArray("01 02 03"));
}

void OptionTextTest::filters()
{
    const std::string text
        = "[BPF_STMT(BPF_LD|BPF_H|BPF_ABS, 0xc), BPF_JUMP(BPF_JMP|BPF_K|BPF_JEQ, 0x800, 0, 0x1), "
          "BPF_STMT(BPF_RET|BPF_K, 0xffff), BPF_STMT(BPF_RET|BPF_K, 0)]";
    const auto parsed = parseOptionValue(SOL_SOCKET, SO_ATTACH_FILTER, text);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value().size(), 4 * sizeof(sock_filter));
    QCOMPARE(optionValueText(SOL_SOCKET, SO_ATTACH_FILTER, parsed.value(), OptionUse::Got), text);

    const std::string dumped
        = "{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 1, 0x00000800 },\n{ 0x6, 0, 0, 0x0000ffff },\n"
          "{ 0x6, 0, 0, 0x00000000 },\n"; // tcpdump -dd
    const auto pasted = parseOptionValue(SOL_SOCKET, SO_ATTACH_FILTER, dumped);
    QVERIFY(pasted.ok());
    QVERIFY(pasted.value() == parsed.value());

    const sock_fprog program {4, nullptr};
    const auto raw = std::as_bytes(std::span(&program, 1));
    QVERIFY(
        optionValueText(SOL_SOCKET, SO_ATTACH_FILTER, raw, OptionUse::Set).starts_with("{len=4, filter="));
}

void OptionTextTest::hostileBytes_arePrinted()
{
    std::mt19937 random(61);
    std::vector<std::pair<int, int>> options {{7777, 3}, {SOL_SOCKET, 9999}};
    for (const OptionDescription& row : allOptions()) {
        options.emplace_back(row.level, row.number);
    }
    for (const auto& [level, number] : options) {
        for (std::size_t length = 0; length <= 64; ++length) {
            Bytes bytes(length);
            std::ranges::generate(bytes, [&] { return static_cast<std::byte>(random()); });
            for (const OptionUse use : {OptionUse::Set, OptionUse::Got}) {
                const std::string text = optionValueText(level, number, bytes, use);
                QVERIFY(!text.empty());
                QVERIFY(std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; }));
            }
        }
    }
}

void OptionTextTest::hostileText_isRead()
{
    constexpr std::string_view kPieces[] = {"{", "}", "[", "]", "\"", "\\", "x", "1", "-", "0x", ",", "=",
        "|", "@", "inet_addr(", "inet_pton(AF_INET6,", "if_nametoindex(", "htonl(", ")", "tv_sec", "l_onoff",
        "gr_group", "sa_family=", "239.0.0.1", "ff02::1", "lo", " ", "\n", "BPF_STMT(", "BPF_RET", "on", "9",
        "1<<", "\xff", "%"};
    std::mt19937 random(57);
    for (const OptionDescription& row : allOptions()) {
        for (int attempt = 0; attempt < 200; ++attempt) {
            std::string text;
            for (auto piece = random() % 9; piece > 0; --piece) {
                text += kPieces[random() % std::size(kPieces)];
            }
            const auto value = parseOptionValue(row.level, row.number, text);
            QVERIFY2(value.ok() || value.problem().column <= text.size(), text.c_str());
        }
    }
}

QTEST_APPLESS_MAIN(OptionTextTest)
#include "option_text_test.moc"

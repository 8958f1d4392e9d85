#include <netinet/in.h>
#include <sys/un.h>

#include "netcore/base/quoted.h"
#include "netcore/sys/address.h"
#include "netcore/sys/same_place.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

// The first `length` bytes of it, zeros behind.
Address ofLength(const Address& address, std::size_t length)
{
    const std::byte* first = reinterpret_cast<const std::byte*>(address.data());
    return Address::fromBytes({first, length});
}

Address typed(std::string_view text)
{
    return parseAddress(text).value();
}

}

Q_DECLARE_METATYPE(netcore::Address)

class AddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_hasTexts_data();
    void address_hasTexts();
    void unixLength_isTheKernels_data();
    void unixLength_isTheKernels();
    void overlongBytes_areCut();
    void longUnixNames_areCut();
    void place_isOneInEachNotation_data();
    void place_isOneInEachNotation();
    void facts_areRead_data();
    void facts_areRead();
    void differentLengths_areNotEqual();
    void bytes_areReadBack();
};

void AddressTest::address_hasTexts_data()
{
    QTest::addColumn<Address>("address");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("strace");

    const auto row = [](const char* name, const Address& address, const std::string& text,
                         const std::string& strace) { QTest::newRow(name) << address << text << strace; };
    const Address ipv4 = typed("127.0.0.1:80");
    const Address ipv6 = typed("[fe80::1%lo]:80");
    const std::string ipv6Host = R"({sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), )"
                                 R"(inet_pton(AF_INET6, "fe80::1", &sin6_addr))";
    row("none", Address(), "", "{sa_family=AF_UNSPEC}");
    row("one byte", ofLength(ipv4, 1), "{sa_family=AF_UNSPEC}", "{sa_family=AF_UNSPEC}");
    row("IPv4", ipv4, "127.0.0.1:80",
        R"({sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")})");
    row("IPv4, too long", ofLength(ipv4, 128), "127.0.0.1:80",
        R"({sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")})");
    row("IPv4, family only", ofLength(ipv4, 2), "{sa_family=AF_INET}", "{sa_family=AF_INET}");
    row("IPv4, port only", ofLength(ipv4, 4), R"({sa_family=AF_INET, sa_data="\0P"})",
        R"({sa_family=AF_INET, sa_data="\0P"})");
    row("IPv4, a byte short", ofLength(ipv4, 15),
        R"({sa_family=AF_INET, sa_data="\0P\177\0\0\1\0\0\0\0\0\0\0"})",
        R"({sa_family=AF_INET, sa_data="\0P\177\0\0\1\0\0\0\0\0\0\0"})");
    row("IPv6", ipv6, "[fe80::1%lo]:80", ipv6Host + R"(, sin6_scope_id=if_nametoindex("lo")})");
    row("IPv6 of RFC 2133", ofLength(ipv6, 24), "[fe80::1]:80", ipv6Host + '}');
    row("IPv6 without zone", typed("[::1]:0"), "[::1]:0",
        R"({sa_family=AF_INET6, sin6_port=htons(0), sin6_flowinfo=htonl(0), )"
        R"(inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0})");
    row("IPv6, port only", ofLength(ipv6, 4), R"({sa_family=AF_INET6, sa_data="\0P"})",
        R"({sa_family=AF_INET6, sa_data="\0P"})");
    row("path", typed("/tmp/a"), "/tmp/a", R"({sa_family=AF_UNIX, sun_path="/tmp/a"})");
    row("path without its NUL", ofLength(typed("/tmp/a"), 8), "/tmp/a",
        R"({sa_family=AF_UNIX, sun_path="/tmp/a"})");
    row("path, cut", ofLength(typed("/tmp/a"), 6), "/tmp", R"({sa_family=AF_UNIX, sun_path="/tmp"})");
    row("path with NULs behind", ofLength(typed("/tmp/a"), 110), "/tmp/a",
        R"({sa_family=AF_UNIX, sun_path="/tmp/a"})");
    row("path with a line end", typed("/a\n"), R"(/a\x0a)", R"({sa_family=AF_UNIX, sun_path="/a\n"})");
    row("path with an umlaut", typed("/\303\244"), "/\303\244",
        R"({sa_family=AF_UNIX, sun_path="/\303\244"})");
    row("path with a C1 control", typed("/\302\233"), R"(/\xc2\x9b)",
        R"({sa_family=AF_UNIX, sun_path="/\302\233"})");
    row("path that turns the writing", typed("/\342\200\256"), R"(/\xe2\x80\xae)",
        R"({sa_family=AF_UNIX, sun_path="/\342\200\256"})");
    row("path that is no UTF-8", typed("/\377"), R"(/\xff)", R"({sa_family=AF_UNIX, sun_path="/\377"})");
    row("path with an overlong form", typed("/\300\257"), R"(/\xc0\xaf)",
        R"({sa_family=AF_UNIX, sun_path="/\300\257"})");
    row("abstract", typed("@a"), "@a", R"({sa_family=AF_UNIX, sun_path=@"a"})");
    row("abstract with NUL", typed("@a\0b"s), R"(@a\x00b)", R"({sa_family=AF_UNIX, sun_path=@"a\0b"})");
    row("abstract, empty", typed("@"), "@", R"({sa_family=AF_UNIX, sun_path=@""})");
    row("unnamed", Address::unixUnnamed(), "(unnamed)", "{sa_family=AF_UNIX}");
    row("unspecified", Address::fromBytes(bytesOf("\0\0\1\2"s)), R"({sa_family=AF_UNSPEC, sa_data="\1\2"})",
        R"({sa_family=AF_UNSPEC, sa_data="\1\2"})");
    row("unknown family", Address::fromBytes(bytesOf("\x63\0ab"s)), R"({sa_family=0x63, sa_data="ab"})",
        R"({sa_family=0x63, sa_data="ab"})");
}

void AddressTest::address_hasTexts()
{
    QFETCH(Address, address);
    QFETCH(std::string, text);
    QFETCH(std::string, strace);
    QCOMPARE(addressText(address), text);
    QCOMPARE(sockaddrText(address), strace);
}

void AddressTest::unixLength_isTheKernels_data()
{
    QTest::addColumn<Address>("address");
    QTest::addColumn<int>("length");

    QTest::newRow("path with its NUL") << typed("/tmp/a") << 2 + 6 + 1;
    QTest::newRow("abstract: its NUL and no other") << typed("@ab") << 2 + 1 + 2;
    QTest::newRow("abstract, empty") << typed("@") << 2 + 1;
    QTest::newRow("unnamed") << Address::unixUnnamed() << 2;
    QTest::newRow("longest path") << typed("/" + std::string(106, 'x')) << 110;
    QTest::newRow("longest abstract name") << typed("@" + std::string(107, 'x')) << 110;
    QTest::newRow("IPv4") << typed("127.0.0.1:80") << 16;
    QTest::newRow("IPv6") << typed("[::1]:80") << 28;
    QTest::newRow("none") << Address() << 0;
}

void AddressTest::unixLength_isTheKernels()
{
    QFETCH(Address, address);
    QFETCH(int, length);
    QCOMPARE(static_cast<int>(address.length()), length);
    QCOMPARE(static_cast<int>(address.bytes().size()), length);
}

void AddressTest::overlongBytes_areCut()
{
    const std::vector<std::byte> many(1000, std::byte {1});
    QCOMPARE(std::size_t {Address::fromBytes(many).length()}, sizeof(sockaddr_storage));
    QCOMPARE(std::size_t {Address::fromKernel(sockaddr_storage(), 1000).length()}, sizeof(sockaddr_storage));
    QVERIFY(Address::fromBytes({}).isEmpty());
}

void AddressTest::longUnixNames_areCut()
{
    const std::string name(200, 'x');
    QCOMPARE(Address::unixPath(name).path().size(), kLongestUnixName);
    QCOMPARE(Address::unixAbstract(name).abstractName().size(), kLongestUnixName);
}

void AddressTest::place_isOneInEachNotation_data()
{
    QTest::addColumn<std::string>("remote");
    QTest::addColumn<std::string>("local");
    QTest::addColumn<bool>("isSame");
    QTest::addColumn<bool>("reached");

    QTest::newRow("itself") << "127.0.0.1:80"s
                            << "127.0.0.1:80"s << true << true;
    QTest::newRow("mapped") << "127.0.0.1:80"s
                            << "[::ffff:127.0.0.1]:80"s << true << true;
    QTest::newRow("mapped, to IPv4") << "[::ffff:127.0.0.1]:80"s
                                     << "127.0.0.1:80"s << true << true;
    QTest::newRow("other port") << "127.0.0.1:80"s
                                << "[::ffff:127.0.0.1]:81"s << false << false;
    QTest::newRow("other host") << "127.0.0.1:80"s
                                << "[::ffff:127.0.0.2]:80"s << false << false;
    QTest::newRow("IPv6 is no IPv4") << "127.0.0.1:80"s
                                     << "[::1]:80"s << false << false;
    QTest::newRow("any of IPv4") << "127.0.0.1:80"s
                                 << "0.0.0.0:80"s << false << true;
    QTest::newRow("any of IPv6") << "127.0.0.1:80"s
                                 << "[::]:80"s << false << true;
    QTest::newRow("IPv6, any of IPv4") << "[::1]:80"s
                                       << "0.0.0.0:80"s << false << false;
    QTest::newRow("mapped, any of IPv4") << "[::ffff:127.0.0.1]:80"s
                                         << "0.0.0.0:80"s << false << true;
    QTest::newRow("any, other port") << "127.0.0.1:80"s
                                     << "[::]:81"s << false << false;
    QTest::newRow("path") << "/tmp/a"s
                          << "/tmp/a"s << true << true;
    QTest::newRow("other path") << "/tmp/a"s
                                << "/tmp/b"s << false << false;
}

void AddressTest::place_isOneInEachNotation()
{
    QFETCH(std::string, remote);
    QFETCH(std::string, local);
    QTEST(isSamePlace(typed(remote), typed(local)), "isSame");
    QTEST(isSamePlace(typed(local), typed(remote)), "isSame");
    QTEST(reaches(typed(remote), typed(local)), "reached");
    QVERIFY(!reaches({}, typed(local)) && !reaches(typed(remote), {}));
}

void AddressTest::facts_areRead_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("family");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isWildcard");
    QTest::addColumn<bool>("isLoopback");

    QTest::newRow("loopback") << "127.0.0.1:80"s << AF_INET << 80 << false << true;
    QTest::newRow("all of 127/8") << "127.255.0.9:80"s << AF_INET << 80 << false << true;
    QTest::newRow("128/8") << "128.0.0.1:80"s << AF_INET << 80 << false << false;
    QTest::newRow("wildcard") << "0.0.0.0:65535"s << AF_INET << 65535 << true << false;
    QTest::newRow("IPv6 loopback") << "[::1]:256"s << AF_INET6 << 256 << false << true;
    QTest::newRow("IPv6 wildcard") << "[::]:1"s << AF_INET6 << 1 << true << false;
    QTest::newRow("mapped loopback") << "[::ffff:127.0.0.1]:1"s << AF_INET6 << 1 << false << true;
    QTest::newRow("mapped other") << "[::ffff:10.0.0.1]:1"s << AF_INET6 << 1 << false << false;
    QTest::newRow("path") << "/tmp/a"s << AF_UNIX << 0 << false << false;
    QTest::newRow("abstract") << "@a"s << AF_UNIX << 0 << false << false;
}

void AddressTest::facts_areRead()
{
    QFETCH(std::string, text);
    QFETCH(int, family);
    QFETCH(int, port);
    QFETCH(bool, isWildcard);
    QFETCH(bool, isLoopback);
    const Address address = typed(text);
    QCOMPARE(address.family(), family);
    QCOMPARE(int {address.port()}, port);
    QCOMPARE(address.isWildcard(), isWildcard);
    QCOMPARE(address.isLoopback(), isLoopback);
}

void AddressTest::differentLengths_areNotEqual()
{
    const Address path = typed("/tmp/a");
    QVERIFY(path == typed("/tmp/a"));
    QVERIFY(path != ofLength(path, 8));
    QVERIFY(typed("@a") != typed("@a\0"s));
    QVERIFY(Address() != Address::unixUnnamed());
}

void AddressTest::bytes_areReadBack()
{
    const Address address = typed("[fe80::1%lo]:80");
    QVERIFY(Address::fromBytes(address.bytes()) == address);
}

QTEST_APPLESS_MAIN(AddressTest)
#include "address_test.moc"

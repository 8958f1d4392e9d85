#include <map>

#include "netcore/sys/address.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

std::string nameOf(AddressProblem::Reason reason)
{
    using Reason = AddressProblem::Reason;
    static const std::map<Reason, std::string> names {{Reason::Empty, "Empty"}, {Reason::Space, "Space"},
        {Reason::NotAnAddress, "NotAnAddress"}, {Reason::HostMissing, "HostMissing"},
        {Reason::HostNotNumeric, "HostNotNumeric"}, {Reason::PortMissing, "PortMissing"},
        {Reason::PortNotANumber, "PortNotANumber"}, {Reason::PortTooLarge, "PortTooLarge"},
        {Reason::PortLeadingZero, "PortLeadingZero"}, {Reason::BracketMissing, "BracketMissing"},
        {Reason::BracketUnclosed, "BracketUnclosed"}, {Reason::ZoneMissing, "ZoneMissing"},
        {Reason::ZoneUnknown, "ZoneUnknown"}, {Reason::ZoneNotAllowed, "ZoneNotAllowed"},
        {Reason::NameTooLong, "NameTooLong"}, {Reason::BadEscape, "BadEscape"},
        {Reason::NulInPath, "NulInPath"}};
    return names.at(reason);
}

// "127.0.0.1:80", or "PortTooLarge at 10".
std::string parsed(const std::string& text)
{
    const auto address = parseAddress(text);
    return address.ok()
        ? addressText(address.value())
        : nameOf(address.problem().reason) + " at " + std::to_string(address.problem().column);
}

}

static std::string umlauts(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "\303\274";
    }
    return text;
}

class AddressParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodText_isItsOwnNotation_data();
    void goodText_isItsOwnNotation();
    void goodText_isNormalised_data();
    void goodText_isNormalised();
    void badText_saysWhyAndWhere_data();
    void badText_saysWhyAndWhere();
};

void AddressParserTest::goodText_isItsOwnNotation_data()
{
    QTest::addColumn<std::string>("text");

    const auto row = [](const char* name, const std::string& text) { QTest::newRow(name) << text; };
    row("IPv4", "127.0.0.1:80");
    row("port 0", "127.0.0.1:0");
    row("largest port", "127.0.0.1:65535");
    row("wildcard", "0.0.0.0:5000");
    row("broadcast", "255.255.255.255:9");
    row("IPv6", "[::1]:80");
    row("IPv6 wildcard", "[::]:0");
    row("IPv6 in full", "[2001:db8:1:2:3:4:5:6]:65535");
    row("IPv4-mapped", "[::ffff:127.0.0.1]:80");
    row("link-local", "[fe80::1%lo]:80");
    row("link-local multicast", "[ff02::1%lo]:80");
    row("zone by a number nobody has", "[fe80::1%987654]:80");
    row("path", "/tmp/socket");
    row("the root itself", "/");
    row("path with blanks", "/tmp/a socket ");
    row("path with @", "/@tmp");
    row("path with a colon", "/tmp/socket:80");
    row("path in UTF-8", "/tmp/gr\303\274n");
    row("path with a backslash", R"(/tmp/a\\b)");
    row("path with a line end", R"(/tmp/a\x0ab)");
    row("path of 107 bytes", "/" + std::string(106, 'x'));
    row("107 bytes of letters of two", "/" + umlauts(53));
    row("abstract", "@name");
    row("abstract with blanks", "@ a name ");
    row("abstract without a letter", "@");
    row("abstract with NUL", R"(@a\x00b)");
    row("abstract with NUL at the end", R"(@a\x00)");
    row("abstract of 107 bytes", "@" + std::string(107, 'x'));
    row(
        "abstract of 107 NULs", "@" + [] {
            std::string nuls;
            for (int i = 0; i < 107; ++i) {
                nuls += "\\x00";
            }
            return nuls;
        }());
}

void AddressParserTest::goodText_isItsOwnNotation()
{
    QFETCH(std::string, text);
    QCOMPARE(parsed(text), text);
}

void AddressParserTest::goodText_isNormalised_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("notation");

    const auto row = [](const char* name, const std::string& text, const std::string& notation) {
        QTest::newRow(name) << text << notation;
    };
    row("zeros of IPv6", "[0:0:0:0:0:0:0:1]:80", "[::1]:80");
    row("path not in UTF-8", "/tmp/\377", R"(/tmp/\xff)");
    row("large letters", "[2001:DB8::A]:80", "[2001:db8::a]:80");
    row("zone by number", "[fe80::1%1]:80", "[fe80::1%lo]:80");
    row("escaped letter", R"(/\x41)", "/A");
    row("large hex digits", R"(@\x0A)", R"(@\x0a)");
    row("raw NUL in an abstract name", "@a\0b"s, R"(@a\x00b)");
    row("raw line end", "/a\nb", R"(/a\x0ab)");
}

void AddressParserTest::goodText_isNormalised()
{
    QFETCH(std::string, text);
    QFETCH(std::string, notation);
    QCOMPARE(parsed(text), notation);
}

void AddressParserTest::badText_saysWhyAndWhere_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("problem");

    const auto row = [](const char* name, const std::string& text, const std::string& problem) {
        QTest::newRow(name) << text << problem;
    };
    row("nothing", "", "Empty at 0");
    row("a blank before", " 127.0.0.1:80", "Space at 0");
    row("a blank and a port", " 80", "Space at 0");
    row("a blank inside", "127.0.0.1: 80", "Space at 10");
    row("a blank behind", "127.0.0.1:80 ", "Space at 12");
    row("a line end behind", "127.0.0.1:80\n", "Space at 12");
    row("a tab in brackets", "[::1\t]:80", "Space at 4");
    row("a word", "hello", "NotAnAddress at 0");
    row("a port alone", "080", "NotAnAddress at 0");
    row("a relative path", "tmp/socket", "NotAnAddress at 0");
    row("home", "~/socket", "NotAnAddress at 0");
    row("host alone", "127.0.0.1", "PortMissing at 9");
    row("host and colon", "127.0.0.1:", "PortMissing at 10");
    row("host name", "localhost:80", "HostNotNumeric at 0");
    row("no host", ":80", "HostMissing at 0");
    row("colon alone", ":", "HostMissing at 0");
    row("port one too large", "127.0.0.1:65536", "PortTooLarge at 10");
    row("port that wraps", "127.0.0.1:4294967376", "PortTooLarge at 10");
    row("port far too large", "127.0.0.1:99999999999999999999999", "PortTooLarge at 10");
    row("port 080", "127.0.0.1:080", "PortLeadingZero at 10");
    row("port 00", "127.0.0.1:00", "PortLeadingZero at 10");
    row("hex port", "127.0.0.1:0x50", "PortNotANumber at 11");
    row("negative port", "127.0.0.1:-1", "PortNotANumber at 10");
    row("port with plus", "127.0.0.1:+80", "PortNotANumber at 10");
    row("Arabic digits", "127.0.0.1:\u0668\u0660", "PortNotANumber at 10");
    row("service name", "127.0.0.1:8http", "PortNotANumber at 11");
    row("hex port in brackets", "[::1]:0x50", "PortNotANumber at 7");
    row("three numbers", "127.0.1:80", "HostNotNumeric at 0");
    row("octal host", "0177.0.0.1:80", "HostNotNumeric at 0");
    row("hex host", "0x7f.0.0.1:80", "HostNotNumeric at 0");
    row("host out of range", "256.0.0.1:80", "HostNotNumeric at 0");
    row("two ports", "127.0.0.1:80:90", "NotAnAddress at 0");
    row("IPv6 without brackets", "::1", "BracketMissing at 0");
    row("IPv6 and a port without brackets", "::1:80", "BracketMissing at 0");
    row("link-local without brackets", "fe80::1%lo", "BracketMissing at 0");
    row("unclosed", "[::1", "BracketUnclosed at 4");
    row("unclosed with a port", "[::1:80", "BracketUnclosed at 7");
    row("opened only", "[", "BracketUnclosed at 1");
    row("closed only", "::1]:80", "NotAnAddress at 0");
    row("brackets without a port", "[::1]", "PortMissing at 5");
    row("brackets and colon", "[::1]:", "PortMissing at 6");
    row("brackets and no colon", "[::1]80", "NotAnAddress at 5");
    row("empty brackets", "[]:80", "HostMissing at 1");
    row("IPv4 in brackets", "[127.0.0.1]:80", "HostNotNumeric at 1");
    row("name in brackets", "[localhost]:80", "HostNotNumeric at 1");
    row("link-local without zone", "[fe80::1]:80", "ZoneMissing at 8");
    row("link-local multicast without zone", "[ff02::1]:80", "ZoneMissing at 8");
    row("zone of nobody", "[fe80::1%nosuch0]:80", "ZoneUnknown at 9");
    row("empty zone", "[fe80::1%]:80", "ZoneUnknown at 9");
    row("zone 0", "[fe80::1%0]:80", "ZoneUnknown at 9");
    row("zone beyond 32 bits", "[fe80::1%4294967297]:80", "ZoneUnknown at 9");
    row("zone where none belongs", "[::1%lo]:80", "ZoneNotAllowed at 4");
    row("NUL behind IPv4", "127.0.0.1\0x:80"s, "HostNotNumeric at 0");
    row("NUL behind IPv6", "[::1\0x]:80"s, "HostNotNumeric at 1");
    row("NUL in a zone", "[fe80::1%lo\0x]:80"s, "ZoneUnknown at 9");
    row("NUL in a port",
        "127.0.0.1:8\0"
        "0"s,
        "PortNotANumber at 11");
    row("path of 108 bytes", "/" + std::string(107, 'x'), "NameTooLong at 108");
    row("109 bytes of letters of two", "/" + umlauts(54), "NameTooLong at 109");
    row("abstract of 108 bytes", "@" + std::string(108, 'x'), "NameTooLong at 109");
    row("unknown escape", R"(/tmp/\n)", "BadEscape at 5");
    row("half an escape", R"(@a\x0)", "BadEscape at 2");
    row("no hex", R"(@a\xg0)", "BadEscape at 2");
    row("signed hex", R"(@a\x-1)", "BadEscape at 2");
    row("backslash at the end", R"(/tmp\)", "BadEscape at 4");
    row("NUL in a path", R"(/tmp\x00)", "NulInPath at 4");
    row("NUL behind escapes, as typed", R"(/\\\x41\x00)", "NulInPath at 7");
    row("raw NUL in a path", "/tmp\0"s, "NulInPath at 4");
}

void AddressParserTest::badText_saysWhyAndWhere()
{
    QFETCH(std::string, text);
    QFETCH(std::string, problem);
    QCOMPARE(parsed(text), problem);
}

QTEST_APPLESS_MAIN(AddressParserTest)
#include "address_parser_test.moc"

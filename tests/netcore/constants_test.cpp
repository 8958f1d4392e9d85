#include <cerrno>
#include <cstring>
#include <map>
#include <set>

#include "netcore/names/constants.h"
#include "tests/support/std_strings.h"

using namespace netcore;
using namespace std::string_literals;

namespace {

NameTable table(const std::string& name)
{
    static const std::map<std::string, NameTable> tables {{"AF", addressFamilies()}, {"SOCK", socketTypes()},
        {"SOCK flags", socketTypeFlags()}, {"IPPROTO", internetProtocols()}, {"MSG", messageFlags()},
        {"SHUT", shutdownDirections()}, {"errno", errnos()}, {"TCP", tcpStates()}};
    return tables.at(name);
}

}

class ConstantsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constant_hasText_data();
    void constant_hasText();
    void flags_haveText_data();
    void flags_haveText();
    void socketType_hasText_data();
    void socketType_hasText();
    void errno_hasText_data();
    void errno_hasText();
    void everyErrnoOfThisSystem_isKnown();
    void name_isReadBack_data();
    void name_isReadBack();
    void names_areUnique_data();
    void names_areUnique();
    void everyRow_readsBackToItsValue_data();
    void everyRow_readsBackToItsValue();
};

void ConstantsTest::constant_hasText_data()
{
    QTest::addColumn<std::string>("tableName");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<std::string>("text");

    QTest::newRow("AF_UNSPEC") << "AF"s << qint64 {0} << "AF_UNSPEC"s;
    QTest::newRow("AF_UNIX, not AF_LOCAL") << "AF"s << qint64 {1} << "AF_UNIX"s;
    QTest::newRow("AF_INET6") << "AF"s << qint64 {10} << "AF_INET6"s;
    QTest::newRow("unknown family") << "AF"s << qint64 {99} << "0x63"s;
    QTest::newRow("negative family") << "AF"s << qint64 {-1} << "0xffffffff"s;
    QTest::newRow("IPPROTO_IP") << "IPPROTO"s << qint64 {0} << "IPPROTO_IP"s;
    QTest::newRow("IPPROTO_MPTCP") << "IPPROTO"s << qint64 {262} << "IPPROTO_MPTCP"s;
    QTest::newRow("SHUT_RDWR") << "SHUT"s << qint64 {2} << "SHUT_RDWR"s;
    QTest::newRow("no direction") << "SHUT"s << qint64 {9} << "0x9"s;
    QTest::newRow("TCP_LISTEN") << "TCP"s << qint64 {10} << "TCP_LISTEN"s;
    QTest::newRow("beyond 32 bits is cut as int is") << "AF"s << (qint64 {1} << 32) + 99 << "0x63"s;
}

void ConstantsTest::constant_hasText()
{
    QFETCH(std::string, tableName);
    QFETCH(qint64, value);
    QFETCH(std::string, text);
    QCOMPARE(constantText(table(tableName), value), text);
}

void ConstantsTest::flags_haveText_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<std::string>("text");

    QTest::newRow("none") << qint64 {0} << "0"s;
    QTest::newRow("one") << qint64 {0x4000} << "MSG_NOSIGNAL"s;
    QTest::newRow("several, low bit first") << qint64 {0x4042} << "MSG_PEEK|MSG_DONTWAIT|MSG_NOSIGNAL"s;
    QTest::newRow("known and unknown") << qint64 {0x8000002} << "MSG_PEEK|0x8000000"s;
    QTest::newRow("unknown only") << qint64 {0x8000000} << "0x8000000"s;
    QTest::newRow("two unknown ones") << qint64 {0x18000000} << "0x18000000"s;
    QTest::newRow("the sign bit") << qint64 {INT32_MIN} << "0x80000000"s;
}

void ConstantsTest::flags_haveText()
{
    QFETCH(qint64, value);
    QFETCH(std::string, text);
    QCOMPARE(flagsText(messageFlags(), value), text);
}

void ConstantsTest::socketType_hasText_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<std::string>("text");

    QTest::newRow("plain") << qint64 {1} << "SOCK_STREAM"s;
    QTest::newRow("with a flag") << qint64 {1 | 02000000} << "SOCK_STREAM|SOCK_CLOEXEC"s;
    QTest::newRow("with both") << qint64 {2 | 02000000 | 04000} << "SOCK_DGRAM|SOCK_CLOEXEC|SOCK_NONBLOCK"s;
    QTest::newRow("99 is SOCK_RAW and flags") << qint64 {99} << "SOCK_RAW|0x60"s;
    QTest::newRow("no type") << qint64 {0} << "0x0"s;
    QTest::newRow("unknown type") << qint64 {9} << "0x9"s;
}

void ConstantsTest::socketType_hasText()
{
    QFETCH(qint64, value);
    QFETCH(std::string, text);
    QCOMPARE(socketTypeText(value), text);
}

void ConstantsTest::errno_hasText_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<std::string>("text");

    QTest::newRow("EAGAIN, not EWOULDBLOCK") << EAGAIN << "EAGAIN"s;
    QTest::newRow("EOPNOTSUPP, not ENOTSUP") << EOPNOTSUPP << "EOPNOTSUPP"s;
    QTest::newRow("EDEADLK") << EDEADLK << "EDEADLK"s;
    QTest::newRow("EADDRINUSE") << EADDRINUSE << "EADDRINUSE"s;
    QTest::newRow("not one of Linux") << 4095 << "errno 4095"s;
    QTest::newRow("negative") << -1 << "errno -1"s;
}

void ConstantsTest::errno_hasText()
{
    QFETCH(int, error);
    QFETCH(std::string, text);
    QCOMPARE(errnoText(error), text);
}

void ConstantsTest::everyErrnoOfThisSystem_isKnown()
{
    for (int error = 1; error < 4096; ++error) {
        if (const char* name = ::strerrorname_np(error)) {
            QCOMPARE(errnoText(error), std::string(name));
        }
    }
}

void ConstantsTest::name_isReadBack_data()
{
    QTest::addColumn<std::string>("tableName");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<qint64>("value"); // -1: not known

    QTest::newRow("first name") << "AF"s
                                << "AF_UNIX"s << qint64 {1};
    QTest::newRow("second name") << "AF"s
                                 << "AF_LOCAL"s << qint64 {1};
    QTest::newRow("EWOULDBLOCK") << "errno"s
                                 << "EWOULDBLOCK"s << qint64 {EAGAIN};
    QTest::newRow("lower case") << "AF"s
                                << "af_unix"s << qint64 {-1};
    QTest::newRow("a part") << "AF"s
                            << "AF_"s << qint64 {-1};
    QTest::newRow("nothing") << "AF"s
                             << ""s << qint64 {-1};
    QTest::newRow("of another table") << "AF"s
                                      << "SOCK_STREAM"s << qint64 {-1};
}

void ConstantsTest::name_isReadBack()
{
    QFETCH(std::string, tableName);
    QFETCH(std::string, name);
    QFETCH(qint64, value);
    QCOMPARE(qint64 {valueOf(table(tableName), name).value_or(-1)}, value);
}

void ConstantsTest::names_areUnique_data()
{
    QTest::addColumn<std::string>("tableName");
    for (const char* name : {"AF", "SOCK", "SOCK flags", "IPPROTO", "MSG", "SHUT", "errno", "TCP"}) {
        QTest::newRow(name) << std::string(name);
    }
}

void ConstantsTest::names_areUnique()
{
    QFETCH(std::string, tableName);
    std::set<std::string_view> names;
    for (const NamedValue& row : table(tableName)) {
        QVERIFY2(names.insert(row.name).second, std::string(row.name).c_str());
    }
}

void ConstantsTest::everyRow_readsBackToItsValue_data()
{
    names_areUnique_data();
}

void ConstantsTest::everyRow_readsBackToItsValue()
{
    QFETCH(std::string, tableName);
    for (const NamedValue& row : table(tableName)) {
        QCOMPARE(valueOf(table(tableName), row.name), std::optional(row.value));
        QVERIFY(nameOf(table(tableName), row.value).has_value());
    }
}

QTEST_APPLESS_MAIN(ConstantsTest)
#include "constants_test.moc"

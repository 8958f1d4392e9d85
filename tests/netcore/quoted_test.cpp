#include "netcore/base/quoted.h"
#include "tests/support/std_strings.h"

using namespace std::string_literals;

class QuotedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes_areEscapedAsStraceDoes_data();
    void bytes_areEscapedAsStraceDoes();
    void longBytes_areCut_data();
    void longBytes_areCut();
};

void QuotedTest::bytes_areEscapedAsStraceDoes_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("text");

    QTest::newRow("nothing") << ""s
                             << R"("")"s;
    QTest::newRow("letters") << "hello"s
                             << R"("hello")"s;
    QTest::newRow("line end") << "a\r\n"s
                              << R"("a\r\n")"s;
    QTest::newRow("short escapes") << "\t\v\f"s
                                   << R"("\t\v\f")"s;
    QTest::newRow("quote and backslash") << R"(a"b\c)"s
                                         << R"("a\"b\\c")"s;
    QTest::newRow("NUL") << "\0"s
                         << R"("\0")"s;
    QTest::newRow("NUL before a letter") << "\0x"s
                                         << R"("\0x")"s;
    QTest::newRow("NUL before an octal digit") << "\0"
                                                  "7"s
                                               << R"("\0007")"s;
    QTest::newRow("NUL before 8, no octal digit") << "\0"
                                                     "8"s
                                                  << R"("\08")"s;
    QTest::newRow("two digits") << "\033["s
                                << R"("\33[")"s;
    QTest::newRow("two digits before a digit") << "\0331"s
                                               << R"("\0331")"s;
    QTest::newRow("DEL") << "\177"s
                         << R"("\177")"s;
    QTest::newRow("a high byte") << "\377"s
                                 << R"("\377")"s;
    QTest::newRow("UTF-8 is bytes") << "\303\274"s
                                    << R"("\303\274")"s;
    QTest::newRow("percent is nothing special") << "%s"s
                                                << R"("%s")"s;
}

void QuotedTest::bytes_areEscapedAsStraceDoes()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, text);
    QCOMPARE(netcore::quoted(bytes), text);
}

void QuotedTest::longBytes_areCut_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("most");
    QTest::addColumn<std::string>("text");

    QTest::newRow("just fits") << "hello"s << 5 << R"("hello")"s;
    QTest::newRow("one too many") << "hello"s << 4 << R"("hell"...)"s;
    QTest::newRow("nothing shown") << "hello"s << 0 << R"(""...)"s;
    QTest::newRow("nothing there") << ""s << 0 << R"("")"s;
    QTest::newRow("the cut digit does not count") << "\0"
                                                     "7"s
                                                  << 1 << R"("\0"...)"s;
}

void QuotedTest::longBytes_areCut()
{
    QFETCH(std::string, bytes);
    QFETCH(int, most);
    QFETCH(std::string, text);
    QCOMPARE(netcore::quoted(netcore::bytesOf(bytes), static_cast<std::size_t>(most)), text);
}

QTEST_APPLESS_MAIN(QuotedTest)
#include "quoted_test.moc"

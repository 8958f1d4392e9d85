// What people type as C escapes, into bytes.

#include <QTest>

#include "model/text/escapes.h"

using namespace Qt::StringLiterals;
using model::bytesFromEscaped;

class EscapesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void bad_data();
    void bad();
};

void EscapesTest::good_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("plain") << u"hello"_s << QByteArray("hello");
    QTest::newRow("UTF-8") << u"ü 😀"_s << QByteArray("\xc3\xbc \xf0\x9f\x98\x80");
    QTest::newRow("letters") << uR"(\n\r\t\\\")"_s << QByteArray("\n\r\t\\\"");
    QTest::newRow("zero") << uR"(a\0b)"_s << QByteArray("a\0b", 3);
    QTest::newRow("hex") << uR"(\x00\x7f\xFF\xaB)"_s << QByteArray("\x00\x7f\xff\xab", 4);
    QTest::newRow("two digits only") << uR"(\x414)"_s << QByteArray("A4");
    QTest::newRow("backslash n") << uR"(\\n)"_s << QByteArray("\\n");
    QTest::newRow("quote as it is") << u"\"'"_s << QByteArray("\"'");
}

void EscapesTest::good()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    QVERIFY(bytesFromEscaped(text).has_value());
    QCOMPARE(*bytesFromEscaped(text), bytes);
}

void EscapesTest::bad_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("at the end") << uR"(hello\)"_s;
    QTest::newRow("unknown letter") << uR"(\q)"_s;
    QTest::newRow("no digits") << uR"(\x)"_s;
    QTest::newRow("one digit") << uR"(\x4)"_s;
    QTest::newRow("one digit and more") << uR"(\x4g)"_s;
    QTest::newRow("a sign") << uR"(\x+4)"_s;
    QTest::newRow("a minus") << uR"(\x-0)"_s;
    QTest::newRow("a blank") << uR"(\x 4)"_s;
    QTest::newRow("a blank behind") << uR"(\x4 )"_s;
    QTest::newRow("the same prefix twice") << uR"(\x0x)"_s;
    QTest::newRow("octal") << uR"(\101)"_s;
    QTest::newRow("before a letter of several bytes") << uR"(\ü)"_s;
}

void EscapesTest::bad()
{
    QFETCH(QString, text);
    QVERIFY(!bytesFromEscaped(text).has_value());
}

QTEST_APPLESS_MAIN(EscapesTest)
#include "escapes_test.moc"

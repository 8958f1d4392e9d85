// Hexadecimal as people have it at hand, into bytes.

#include <QRandomGenerator>
#include <QTest>

#include "model/text/byte_forms.h"
#include "model/text/hex_text.h"
#include "netcore/base/quoted.h"

using namespace Qt::StringLiterals;
using model::ByteForm;
using model::inForm;
using model::parseHex;
using model::TextProblem;

namespace {

std::span<const std::byte> spanOf(const QByteArray& bytes)
{
    return netcore::bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray noise(QRandomGenerator& numbers, int size)
{
    QByteArray bytes(size, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(numbers.bounded(256));
    }
    return bytes;
}

}

class HexTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void tooLong();
    void roundTrip_data();
    void roundTrip();
    void noise_neverHurts();
};

void HexTextTest::good_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char* name, const QString& text, const char* hex) {
        QTest::newRow(name) << text << QByteArray(hex);
    };
    row("empty", {}, "");
    row("blanks only", u" \n\t\n"_s, "");
    row("run together", u"68656c6c6f"_s, "68656c6c6f");
    row("pairs", u"68 65 6c 6C 6F"_s, "68656c6c6f");
    row("commas", u"0x68, 0x65,0x6c"_s, "68656c");
    row("C array", u"{ 0x68, 0x00 };"_s, "6800");
    row("C string", uR"("\x68\x00")"_s, "6800");
    row("prefix before a run", u"0x6865"_s, "6865");
    row("colons", u"de:ad:be:ef"_s, "deadbeef");
    row("one digit", u"7"_s, "07");
    row("one digit with prefix", u"0x7 0xA"_s, "070a");
    row("a digit is left over", u"486"_s, "4806");
    row("single digits", u"1 2 3"_s, "010203");
    row("NULs", u"00 00 00"_s, "000000");
    row("line ends", u"68\n65\r\n6c"_s, "68656c");
    row("groups of four are no offsets", u"4865 6c6c\n6f0a 0000"_s, "48656c6c6f0a0000");
    row("two words and two blanks", u"deadbeef  cafebabe"_s, "deadbeefcafebabe");
    row("xxd",
        u"00000000: 6865 6c6c 6f20 776f 726c 6420 6162 6364  hello world abcd\n"
        "00000010: 6162 6364                                abcd\n"_s,
        "68656c6c6f20776f726c64206162636461626364");
    row("xxd, text that looks like hex", u"00000000: 6162 6364 6566                           abcdef"_s,
        "616263646566");
    row("hexdump -C",
        u"00000000  68 65 6c 6c 6f 20 77 6f  72 6c 64 0a 7c 00 01 02  |hello world.|...|\n"
        "00000010  03                                                |.|\n00000011\n"_s,
        "68656c6c6f20776f726c640a7c00010203");
    row("hexdump -C, squeezed",
        u"00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n*\n"
        "00000020  01                                                |.|\n00000021\n"_s,
        "000000000000000000000000000000000000000000000000000000000000000001");
    row("tcpdump -X", u"\t0x0000:  4500 0034  E..4\n\t0x0008:  beef       ..\n"_s, "45000034beef");
    row("Wireshark",
        u"0000   68 65 6c 6c 6f 20 77 6f 72 6c 64 21 21 21 21 21   hello world!!!!!\n"
        "0010   0a                                                .\n"_s,
        "68656c6c6f20776f726c6421212121210a");
    row("halves without text", u"0000  68 65 6c 6c 6f 20 77 6f  72 6c 64"_s, "68656c6c6f20776f726c64");
    row("a part of a dump", u"00000040: 6865 6c6c  hell\n00000044: 6f0a  o.\n"_s, "68656c6c6f0a");
}

void HexTextTest::good()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, hex);
    const auto parsed = parseHex(text);
    QVERIFY2(parsed.ok(), qPrintable(u"problem at %1"_s.arg(parsed.ok() ? 0 : parsed.problem().position)));
    QCOMPARE(parsed.value().toHex(), hex);
}

void HexTextTest::bad_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::newRow("a letter") << u"68 6g"_s << qsizetype {4};
    QTest::newRow("words") << u"hello"_s << qsizetype {0};
    QTest::newRow("in the second line") << u"68 65\n6c zz"_s << qsizetype {9};
    QTest::newRow("a sign") << u"-1"_s << qsizetype {0};
    QTest::newRow("prefix within a pair") << u"10x41"_s << qsizetype {2};
    QTest::newRow("other digits") << u"\u0661\u0662"_s << qsizetype {0};
    QTest::newRow("behind an offset") << u"00000000: 68 6g"_s << qsizetype {14};
    QTest::newRow("a star alone") << u"*"_s << qsizetype {0};
}

void HexTextTest::bad()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, position);
    const auto parsed = parseHex(text);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.problem().reason, TextProblem::Reason::NotHex);
    QCOMPARE(parsed.problem().position, position);
}

void HexTextTest::tooLong()
{
    QVERIFY(parseHex(u"00 01 02 03"_s, 4).ok());
    QCOMPARE(parseHex(u"00 01 02 03 04"_s, 4).problem().reason, TextProblem::Reason::TooLong);
    // A squeezed dump may claim any length.
    const QString bomb = u"00000000: 0000\n*\nffffffffffff0000: 00"_s;
    QCOMPARE(parseHex(bomb, 1000).problem().reason, TextProblem::Reason::TooLong);
}

void HexTextTest::roundTrip_data()
{
    QTest::addColumn<ByteForm>("form");
    QTest::newRow("hex") << ByteForm::Hex;
    QTest::newRow("dump") << ByteForm::Dump;
}

void HexTextTest::roundTrip()
{
    QFETCH(ByteForm, form);
    QRandomGenerator numbers(11);
    for (int size = 0; size < 200; ++size) {
        QByteArray bytes = noise(numbers, size);
        if (size % 3 == 0) { // text that looks like hex
            for (char& byte : bytes) {
                byte = "0123456789abcdef |:"[numbers.bounded(19)];
            }
        }
        const auto parsed = parseHex(inForm(spanOf(bytes), form));
        QVERIFY(parsed.ok());
        QCOMPARE(parsed.value(), bytes);
    }
}

void HexTextTest::noise_neverHurts()
{
    QRandomGenerator numbers(7);
    const QString letters = u"0123456789abcdefABCDEFxX\\ :,|*\n\t.-g{};\"\u00fc"_s;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        const int size = static_cast<int>(numbers.bounded(60));
        for (int k = 0; k < size; ++k) {
            text += letters[numbers.bounded(static_cast<int>(letters.size()))];
        }
        const auto parsed = parseHex(text, 4096);
        if (parsed.ok()) {
            QVERIFY(parsed.value().size() <= 4096);
        } else {
            const TextProblem problem = parsed.problem();
            QVERIFY(problem.position >= 0 && problem.length >= 0);
            QVERIFY2(problem.position + problem.length <= text.size(), qPrintable(text));
        }
    }
}

QTEST_APPLESS_MAIN(HexTextTest)
#include "hex_text_test.moc"

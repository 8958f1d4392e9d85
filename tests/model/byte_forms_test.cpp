// Bytes as text to copy, and back where there is a way back.

#include <QRandomGenerator>
#include <QTest>

#include "model/text/byte_forms.h"
#include "model/text/escapes.h"
#include "netcore/base/quoted.h"

using namespace Qt::StringLiterals;
using model::ByteForm;
using model::inForm;
using model::TextProblem;

namespace {

std::span<const std::byte> spanOf(const QByteArray& bytes)
{
    return netcore::bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

}

class ByteFormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void form_data();
    void form();
    void escaped_comesBack();
    void escapes_sayWhere_data();
    void escapes_sayWhere();
};

void ByteFormsTest::form_data()
{
    QTest::addColumn<ByteForm>("form");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QByteArray nul("a\0b", 3);
    QTest::newRow("hex") << ByteForm::Hex << nul << u"61 00 62"_s;
    QTest::newRow("hex of nothing") << ByteForm::Hex << QByteArray() << QString();
    QTest::newRow("C") << ByteForm::CArray << nul
                       << u"const unsigned char data[3] = {\n    0x61, 0x00, 0x62,\n};\n"_s;
    QTest::newRow("text") << ByteForm::Text << QByteArray("h\xc3\xbc") << u"h\u00fc"_s;
    QTest::newRow("text that is none") << ByteForm::Text << QByteArray("\xff") << u"\ufffd"_s;
    QTest::newRow("escaped") << ByteForm::Escaped << QByteArray("\0\n\x1b\"\\\xff\xc3\xbc", 8)
                             << uR"(\x00\n\x1b\"\\\xff)"_s + u"\u00fc"_s;
    QTest::newRow("escaped C1") << ByteForm::Escaped << QByteArray("\xc2\x9b") << uR"(\xc2\x9b)"_s;
    QTest::newRow("dump")
        << ByteForm::Dump << QByteArray("hello world\n")
        << u"00000000  68 65 6c 6c 6f 20 77 6f  72 6c 64 0a              |hello world.|\n"_s;
}

void ByteFormsTest::form()
{
    QFETCH(ByteForm, form);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(inForm(spanOf(bytes), form), text);
}

void ByteFormsTest::escaped_comesBack()
{
    QRandomGenerator numbers(3);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes(numbers.bounded(40), '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(numbers.bounded(256));
        }
        const auto back = model::parseEscaped(inForm(spanOf(bytes), ByteForm::Escaped));
        QVERIFY(back.ok());
        QCOMPARE(back.value(), bytes);
    }
}

void ByteFormsTest::escapes_sayWhere_data()
{
    using Reason = TextProblem::Reason;
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextProblem::Reason>("reason");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    const auto row = [](const QString& text, Reason reason, qsizetype position, qsizetype length) {
        QTest::newRow(qPrintable(text)) << text << reason << position << length;
    };
    row(uR"(ab\)"_s, Reason::UnfinishedEscape, 2, 1);
    row(uR"(ab\qc)"_s, Reason::UnknownEscape, 2, 2);
    row(uR"(\n\x4)"_s, Reason::HexEscapeTooShort, 2, 3);
    row(uR"(\x)"_s, Reason::HexEscapeTooShort, 0, 2);
    row(uR"(\x4gh)"_s, Reason::HexEscapeTooShort, 0, 4);
    row(u"\u00fc\U0001f600\\q"_s, Reason::UnknownEscape, 3, 2); // in UTF-16, as an editor counts
}

void ByteFormsTest::escapes_sayWhere()
{
    QFETCH(QString, text);
    QFETCH(TextProblem::Reason, reason);
    QFETCH(qsizetype, position);
    QFETCH(qsizetype, length);
    const auto parsed = model::parseEscaped(text);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.problem().reason, reason);
    QCOMPARE(parsed.problem().position, position);
    QCOMPARE(parsed.problem().length, length);
}

QTEST_APPLESS_MAIN(ByteFormsTest)
#include "byte_forms_test.moc"

#include "model/text/byte_forms.h"

#include <QByteArray>
#include <string_view>

#include "netcore/base/printable.h"

namespace model {

namespace {

constexpr int kPerLine = 16;
constexpr int kPerCLine = 12;

void appendPair(QString& text, std::byte byte)
{
    constexpr auto kDigits = u"0123456789abcdef";
    const auto value = std::to_integer<unsigned>(byte);
    text += QChar(kDigits[value >> 4]);
    text += QChar(kDigits[value & 15]);
}

QString asHex(std::span<const std::byte> bytes)
{
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()) * 3);
    for (const std::byte byte : bytes) {
        if (!text.isEmpty()) {
            text += u' ';
        }
        appendPair(text, byte);
    }
    return text;
}

QString asCArray(std::span<const std::byte> bytes)
{
    QString text = QStringLiteral("const unsigned char data[%1] = {").arg(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += i % kPerCLine == 0 ? QStringLiteral("\n    0x") : QStringLiteral(" 0x");
        appendPair(text, bytes[i]);
        text += u',';
    }
    return text + QStringLiteral("\n};\n");
}

// Characters that show something stay as they are; everything else is \n, \r, \t or \xNN.
QString asEscaped(std::span<const std::byte> bytes)
{
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    QString text;
    while (!rest.empty()) {
        const std::size_t shown = netcore::printableCharacter(rest);
        const std::size_t length = std::max<std::size_t>(shown, 1);
        const char first = rest.front();
        if (first == '\\' || first == '"') {
            text += u'\\';
            text += QLatin1Char(first);
        } else if (shown > 0) {
            text += QString::fromUtf8(rest.data(), static_cast<qsizetype>(shown));
        } else if (const auto known = std::string_view("\n\r\t").find(first);
                   known != std::string_view::npos) {
            text += u'\\';
            text += QLatin1Char("nrt"[known]);
        } else {
            text += QStringLiteral("\\x");
            appendPair(text, static_cast<std::byte>(first));
        }
        rest.remove_prefix(length);
    }
    return text;
}

QString asDump(std::span<const std::byte> bytes)
{
    QString text;
    for (std::size_t at = 0; at < bytes.size(); at += kPerLine) {
        const auto line = bytes.subspan(at, std::min<std::size_t>(kPerLine, bytes.size() - at));
        text += QStringLiteral("%1  ").arg(at, 8, 16, QLatin1Char('0')) + dumpPairs(line, kPerLine)
            + QStringLiteral("  |") + dumpText(line) + QStringLiteral("|\n");
    }
    return text;
}

}

QString dumpPairs(std::span<const std::byte> line, int perLine)
{
    QString text;
    for (int i = 0; i < perLine; ++i) {
        if (i > 0) {
            text += i % 8 == 0 ? QStringLiteral("  ") : QStringLiteral(" ");
        }
        if (static_cast<std::size_t>(i) < line.size()) {
            appendPair(text, line[static_cast<std::size_t>(i)]);
        } else {
            text += QStringLiteral("  ");
        }
    }
    return text;
}

QString dumpText(std::span<const std::byte> line)
{
    QString text;
    for (const std::byte byte : line) {
        const auto value = std::to_integer<char16_t>(byte);
        text += value >= 0x20 && value < 0x7f ? QChar(value) : QChar(u'.');
    }
    return text;
}

QString inForm(std::span<const std::byte> bytes, ByteForm form)
{
    switch (form) {
    case ByteForm::Text:
        return QString::fromUtf8(
            reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    case ByteForm::Hex:
        return asHex(bytes);
    case ByteForm::CArray:
        return asCArray(bytes);
    case ByteForm::Escaped:
        return asEscaped(bytes);
    case ByteForm::Dump:
        return asDump(bytes);
    }
    return {};
}

}

#include "model/text/escapes.h"

namespace model {

namespace {

using Reason = TextProblem::Reason;

// toUInt() would take a sign and blanks as well.
int hexDigit(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= '0' && code <= '9') {
        return code - '0';
    }
    const char16_t lower = code | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<char> simpleEscape(QChar letter)
{
    switch (letter.unicode()) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case '0':
        return '\0';
    case '\\':
    case '"':
        return static_cast<char>(letter.unicode());
    default:
        return std::nullopt;
    }
}

}

netcore::Outcome<QByteArray, TextProblem> parseEscaped(const QString& text)
{
    QByteArray bytes;
    qsizetype plain = 0; // where the part without an escape begins
    for (qsizetype i = text.indexOf(u'\\'); i >= 0; i = text.indexOf(u'\\', plain)) {
        bytes += QStringView(text).mid(plain, i - plain).toUtf8();
        if (i + 1 == text.size()) {
            return TextProblem {Reason::UnfinishedEscape, i, 1};
        }
        const QChar letter = text[i + 1];
        if (const auto simple = simpleEscape(letter)) {
            bytes += *simple;
            plain = i + 2;
            continue;
        }
        if (letter != u'x') {
            return TextProblem {Reason::UnknownEscape, i, 2};
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        const int low = i + 3 < text.size() ? hexDigit(text[i + 3]) : -1;
        if (high < 0 || low < 0) {
            return TextProblem {Reason::HexEscapeTooShort, i, std::min<qsizetype>(4, text.size() - i)};
        }
        bytes += static_cast<char>(high * 16 + low);
        plain = i + 4;
    }
    return bytes += QStringView(text).mid(plain).toUtf8();
}

std::optional<QByteArray> bytesFromEscaped(const QString& text)
{
    const auto parsed = parseEscaped(text);
    return parsed.ok() ? std::optional(parsed.value()) : std::nullopt;
}

}

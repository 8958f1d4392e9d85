#include "model/text/escapes.h"

#include <algorithm>

namespace model {

namespace {

// toUInt() would take a sign and blanks as well.
bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::optional<char> simpleEscape(char letter)
{
    switch (letter) {
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
        return letter;
    default:
        return std::nullopt;
    }
}

}

std::optional<QByteArray> bytesFromEscaped(const QString& text)
{
    const QByteArray typed = text.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (typed[i] != '\\') {
            bytes += typed[i];
            continue;
        }
        if (++i == typed.size()) {
            return std::nullopt;
        }
        if (const auto simple = simpleEscape(typed[i])) {
            bytes += *simple;
            continue;
        }
        const QByteArray digits = typed.mid(i + 1, 2);
        if (typed[i] != 'x' || digits.size() != 2 || !std::ranges::all_of(digits, isHexDigit)) {
            return std::nullopt;
        }
        bytes += static_cast<char>(digits.toUInt(nullptr, 16));
        i += 2;
    }
    return bytes;
}

}

#include "model/text/escapes.h"

namespace model {

namespace {

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
        bool isHex = false;
        const QByteArray digits = typed.mid(i + 1, 2);
        const uint value = digits.toUInt(&isHex, 16);
        if (typed[i] != 'x' || digits.size() != 2 || !isHex) {
            return std::nullopt;
        }
        bytes += static_cast<char>(value);
        i += 2;
    }
    return bytes;
}

}

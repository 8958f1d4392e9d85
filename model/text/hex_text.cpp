#include "model/text/hex_text.h"

#include <algorithm>
#include <optional>

namespace model {

namespace {

using Reason = TextProblem::Reason;
using Parsed = netcore::Outcome<QByteArray, TextProblem>;

int hexDigit(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= '0' && code <= '9') {
        return code - '0';
    }
    const char16_t lower = code | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isBetween(QChar c) // tokens
{
    return c.isSpace() || QStringView(u",:;{}\"'").contains(c);
}

bool isPrefix(QStringView at)
{
    return at.size() >= 2
        && ((at[0] == u'0' && (at[1].unicode() | 0x20) == 'x') || (at[0] == u'\\' && at[1] == u'x'));
}

// `start`: where the part stands in the whole text.
Parsed parseTokens(QStringView part, qsizetype start)
{
    QByteArray bytes;
    int high = -1;
    const auto end = [&] {
        if (high >= 0) {
            bytes += static_cast<char>(high);
            high = -1;
        }
    };
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (isBetween(part[i])) {
            end();
            continue;
        }
        // "10x41" is no prefix within a pair: only where a byte begins.
        if (high < 0 && isPrefix(part.mid(i))) {
            ++i;
            continue;
        }
        if (part[i] == u'\\' && isPrefix(part.mid(i))) {
            end();
            ++i;
            continue;
        }
        const int digit = hexDigit(part[i]);
        if (digit < 0) {
            return TextProblem {Reason::NotHex, start + i, 1};
        }
        if (high < 0) {
            high = digit;
        } else {
            bytes += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    end();
    return bytes;
}

struct Offset {
    qulonglong value;
    qsizetype end; // of it in the line
    bool sure; // a colon stands behind it
};

// "00000010: ", "0x0010:  ", "0010  "
std::optional<Offset> offsetOf(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && line[i].isSpace()) {
        ++i;
    }
    i += isPrefix(line.mid(i)) && line[i] == u'0' ? 2 : 0;
    const qsizetype first = i;
    qulonglong value = 0;
    while (i < line.size() && hexDigit(line[i]) >= 0) {
        value = value * 16 + static_cast<qulonglong>(hexDigit(line[i++]));
    }
    const qsizetype digits = i - first;
    if (digits < 4 || digits > 16) {
        return std::nullopt;
    }
    const QStringView rest = line.mid(i);
    const auto blank = [&](qsizetype at) { return at >= rest.size() || rest[at].isSpace(); };
    if (rest.startsWith(u':') && blank(1)) {
        return Offset {value, i + 1, true};
    }
    return blank(0) && blank(1) ? std::optional(Offset {value, i, false}) : std::nullopt;
}

// Two digits, blank, two digits ...: the right half of a dump whose middle has a wider gap.
bool arePairs(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i % 3 == 2 ? text[i] != u' ' : hexDigit(text[i]) < 0) {
            return false;
        }
    }
    return text.size() % 3 == 2;
}

// The part of a dump's line before the column of text.
QStringView withoutText(QStringView rest)
{
    if (const qsizetype bar = rest.indexOf(u'|'); bar >= 0) {
        return rest.first(bar);
    }
    QStringView best = rest;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const bool gap = rest[i].isSpace() && i + 1 < rest.size() && rest[i + 1].isSpace();
        const bool gapBegins = gap && i > 0 && !rest[i - 1].isSpace();
        if (!gapBegins) {
            continue;
        }
        const auto before = parseTokens(rest.first(i), 0);
        if (!before.ok()) {
            break;
        }
        QStringView after = rest.mid(i);
        // The text may begin with blanks of its own: any part of the gap may belong to it.
        const qsizetype bytes = before.value().size();
        const QStringView shown = after.trimmed();
        const bool halves = bytes == 8 && arePairs(shown);
        if (bytes > 0 && shown.size() <= bytes && after.size() >= bytes + 2 - (bytes - shown.size())
            && !halves && (shown.size() == bytes || !parseTokens(after, 0).ok())) {
            return rest.first(i);
        }
        if (!parseTokens(after, 0).ok()) {
            best = rest.first(i);
        }
    }
    return best;
}

// Takes a text line by line.
class DumpReader {
public:
    explicit DumpReader(qsizetype most) : m_most(most) { }

    std::optional<TextProblem> take(QStringView line, qsizetype start)
    {
        if (line.trimmed() == u"*" && !m_lastLine.isEmpty()) {
            m_squeezed = true;
            return std::nullopt;
        }
        const auto offset = offsetOf(line);
        if (!offset || !believes(*offset, line)) {
            return add(parseTokens(line, start), start, line.size());
        }
        if (!m_base) {
            m_base = offset->value - static_cast<qulonglong>(m_bytes.size());
        }
        if (m_squeezed && !repeatUntil(*offset)) {
            return TextProblem {Reason::TooLong, start, line.size()};
        }
        const QStringView hex = withoutText(line.mid(offset->end));
        return add(parseTokens(hex, start + offset->end), start, line.size());
    }
    QByteArray bytes() const { return m_bytes; }

private:
    // Four digits and two blanks may be data as well: an offset counts on from the lines before.
    bool believes(const Offset& offset, QStringView line) const
    {
        if (offset.sure) {
            return true;
        }
        if (m_base) {
            const qulonglong here = *m_base + static_cast<qulonglong>(m_bytes.size());
            return m_squeezed ? offset.value >= here : offset.value == here;
        }
        return offset.value == static_cast<qulonglong>(m_bytes.size()) || line.contains(u'|');
    }
    bool repeatUntil(const Offset& offset)
    {
        m_squeezed = false;
        const qulonglong wanted = offset.value - *m_base;
        if (wanted > static_cast<qulonglong>(m_most)) {
            return false;
        }
        if (wanted <= static_cast<qulonglong>(m_bytes.size())) {
            return true;
        }
        while (static_cast<qulonglong>(m_bytes.size()) < wanted) {
            m_bytes += m_lastLine;
        }
        m_bytes.truncate(static_cast<qsizetype>(wanted));
        return true;
    }
    std::optional<TextProblem> add(const Parsed& parsed, qsizetype start, qsizetype length)
    {
        if (!parsed.ok()) {
            return parsed.problem();
        }
        if (m_bytes.size() + parsed.value().size() > m_most) {
            return TextProblem {Reason::TooLong, start, length};
        }
        m_lastLine = parsed.value().isEmpty() ? m_lastLine : parsed.value();
        m_bytes += parsed.value();
        return std::nullopt;
    }

    const qsizetype m_most;
    QByteArray m_bytes;
    QByteArray m_lastLine;
    std::optional<qulonglong> m_base; // the offset of the first byte
    bool m_squeezed = false;
};

}

Parsed parseHex(const QString& text, qsizetype most)
{
    DumpReader reader(most);
    for (qsizetype start = 0; start <= text.size();) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (const auto problem = reader.take(QStringView(text).mid(start, end - start), start)) {
            return *problem;
        }
        start = end + 1;
    }
    return reader.bytes();
}

}

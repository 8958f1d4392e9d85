#include "ui/log/filter/filter_words.h"

#include <QCoreApplication>
#include <array>

#include "netcore/sys/address.h"
#include "ui/words.h"

namespace ui {

using namespace model::filter;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FilterWords", text);
}

// By Field.
constexpr std::array kMeanings {
    QT_TRANSLATE_NOOP("FilterWords", "number of the row, from 0"),
    QT_TRANSLATE_NOOP("FilterWords", "when it was known, since the start"),
    QT_TRANSLATE_NOOP("FilterWords", "how long the call took"),
    QT_TRANSLATE_NOOP("FilterWords", "the socket: its identity, never used again"),
    QT_TRANSLATE_NOOP("FilterWords", "the socket's descriptor: a number that is used again"),
    QT_TRANSLATE_NOOP("FilterWords", "the socket that the call opened"),
    QT_TRANSLATE_NOOP("FilterWords", "who made the call, by name"),
    QT_TRANSLATE_NOOP("FilterWords", "the kernel's number of the thread"),
    QT_TRANSLATE_NOOP("FilterWords", "the function"),
    QT_TRANSLATE_NOOP("FilterWords", "what the row is: call, blocked, note, gap, state, options, finding"),
    QT_TRANSLATE_NOOP("FilterWords", "what the call returned"),
    QT_TRANSLATE_NOOP("FilterWords", "the error; alone: any"),
    QT_TRANSLATE_NOOP("FilterWords", "the bytes that the call moved"),
    QT_TRANSLATE_NOOP("FilterWords", "how many bytes it moved"),
    QT_TRANSLATE_NOOP("FilterWords", "how many of them were kept"),
    QT_TRANSLATE_NOOP("FilterWords", "the address of the other end"),
    QT_TRANSLATE_NOOP("FilterWords", "our own address"),
    QT_TRANSLATE_NOOP("FilterWords", "any address of the call or its socket"),
    QT_TRANSLATE_NOOP("FilterWords", "the port of any of them"),
    QT_TRANSLATE_NOOP("FilterWords", "the socket's domain: ipv4, ipv6, unix, AF_*"),
    QT_TRANSLATE_NOOP("FilterWords", "the socket's type: stream, datagram, SOCK_*"),
    QT_TRANSLATE_NOOP("FilterWords", "flags of sends and receives: MSG_*"),
    QT_TRANSLATE_NOOP("FilterWords", "level of an option: SOL_*, IPPROTO_*"),
    QT_TRANSLATE_NOOP("FilterWords", "a socket option: SO_*, TCP_* ..."),
    QT_TRANSLATE_NOOP("FilterWords", "the row as strace prints it"),
    QT_TRANSLATE_NOOP("FilterWords", "the call returned -1"),
    QT_TRANSLATE_NOOP("FilterWords", "was seen asleep in the kernel"),
    QT_TRANSLATE_NOOP("FilterWords", "send(), write() and their like"),
    QT_TRANSLATE_NOOP("FilterWords", "recv(), read() and their like"),
    QT_TRANSLATE_NOOP("FilterWords", "has a mark"),
    QT_TRANSLATE_NOOP("FilterWords", "has a comment"),
    QT_TRANSLATE_NOOP("FilterWords", "made by Sockscope itself"),
    QT_TRANSLATE_NOOP("FilterWords", "what Sockscope has looked at by itself"),
    QT_TRANSLATE_NOOP("FilterWords", "a remark"),
    QT_TRANSLATE_NOOP("FilterWords", "events that could not be kept"),
    QT_TRANSLATE_NOOP("FilterWords", "of an IPv4 socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of an IPv6 socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of a UNIX socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of a stream socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of a datagram socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of a seqpacket socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of an internet stream socket"),
    QT_TRANSLATE_NOOP("FilterWords", "of an internet datagram socket"),
};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString row(const QString& code, const QString& words)
{
    return QStringLiteral("<tr><td style='padding-right:14px'><code>%1</code></td><td>%2</td></tr>")
        .arg(code.toHtmlEscaped(), words.toHtmlEscaped());
}

}

QString meaning(Field field)
{
    static_assert(kMeanings.size() == static_cast<std::size_t>(Field::Udp) + 1);
    return tr(kMeanings[static_cast<std::size_t>(field)]);
}

QString hint(const Completion& completion, const Facts& facts)
{
    if (completion.kind == Completion::Kind::Field) {
        return meaning(completion.field);
    }
    const SocketFacts* socket = facts.socket(completion.socket);
    if (completion.socket == netcore::kNoSocket || socket == nullptr) {
        return {};
    }
    const netcore::Address& end = socket->remote.isEmpty() ? socket->local : socket->remote;
    const QString kind = words::domain(socket->domain) + QStringLiteral(" · ") + words::type(socket->type);
    return tr("fd %1, %2").arg(socket->fd).arg(kind)
        + (end.isEmpty() ? QString() : QStringLiteral(" · ") + words::address(end));
}

QString filterHelp()
{
    QString text = QStringLiteral("<table cellspacing='3'>");
    text += row(
        QStringLiteral("socket in {7 8} and call == send"), tr("conditions, joined by and, or, not, ( )"));
    text += row(
        QStringLiteral("== != < <= > >= in {a b 3..9}"), tr("the same, another, smaller, one of a set"));
    text
        += row(QStringLiteral("data contains \"GET\""), tr("text, \"GET\"i in any case, or bytes: 47:45:54"));
    text += row(QStringLiteral("data matches \"^GET .*HTTP\""), tr("a regular expression (RE2) over bytes"));
    text += row(QStringLiteral("errno   peer   data"), tr("a field alone: the row has one"));
    text += row(QStringLiteral("took > 10ms   time < 00:12.5"), tr("times have a unit: ns us ms s min h"));
    text += QStringLiteral("</table><hr><table cellspacing='3'>");
    for (const FieldDescription& field : allFields()) {
        text += row(latin(field.name), meaning(field.field));
    }
    return text + QStringLiteral("</table>");
}

}

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"

namespace ui::words {

using namespace netcore;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("words", text);
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

bool changesDirection(char32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff;
}

QString escapedCode(char32_t c)
{
    return QStringLiteral("<U+%1>").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
}

}

QString withoutPrefix(std::string_view name)
{
    const std::size_t underscore = name.find('_');
    return latin(name.substr(underscore + 1));
}

QString shown(std::string_view bytes)
{
    QString text;
    const QString decoded = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (decoded.toUtf8() != QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))) {
        for (const char byte : bytes) {
            const auto value = static_cast<uchar>(byte);
            text += value >= 0x20 && value < 0x7f
                ? QString(QLatin1Char(byte))
                : QStringLiteral("\\x%1").arg(value, 2, 16, QLatin1Char('0'));
        }
        return text;
    }
    for (const char32_t c : decoded.toUcs4()) {
        if (c < 0x20) {
            text += QChar(static_cast<char16_t>(0x2400 + c));
        } else if (c == 0x7f) {
            text += QChar(0x2421);
        } else if ((c >= 0x80 && c < 0xa0) || changesDirection(c)) {
            text += escapedCode(c);
        } else {
            text += QString::fromUcs4(&c, 1);
        }
    }
    return text;
}

QString plainToolTip(const QString& text)
{
    return QStringLiteral("<span style='white-space:pre-wrap'>") + text.toHtmlEscaped()
        + QStringLiteral("</span>");
}

QString domain(int domain)
{
    switch (domain) {
    case AF_INET:
        return QStringLiteral("IPv4");
    case AF_INET6:
        return QStringLiteral("IPv6");
    case AF_UNIX:
        return QStringLiteral("UNIX");
    default:
        return QString::fromStdString(constantText(addressFamilies(), domain));
    }
}

QString type(int type)
{
    switch (type) {
    case SOCK_STREAM:
        return tr("stream");
    case SOCK_DGRAM:
        return tr("datagram");
    case SOCK_SEQPACKET:
        return tr("seqpacket");
    default:
        return QString::fromStdString(constantText(socketTypes(), type));
    }
}

QString kind(const model::SocketNode& socket)
{
    if (!socket.isSocket) {
        return tr("a file, no socket");
    }
    return domain(socket.domain) + QStringLiteral(" · ") + type(socket.type);
}

QString role(model::SocketRole role)
{
    switch (role) {
    case model::SocketRole::Fresh:
        return {}; // not decided yet: bind() and listen(), or connect()
    case model::SocketRole::Active:
        return tr("active");
    case model::SocketRole::Passive:
        return tr("passive");
    case model::SocketRole::Accepted:
        return tr("accepted");
    case model::SocketRole::Paired:
        return tr("pair");
    case model::SocketRole::Datagram:
        return tr("unconnected");
    case model::SocketRole::ConnectedDatagram:
        return tr("connected");
    }
    return {};
}

QString state(const model::SocketNode& socket)
{
    if (!socket.open) {
        const auto left = socket.lingering ? nameOf(tcpStates(), socket.lingering->tcpState) : std::nullopt;
        return left ? withoutPrefix(*left) : tr("CLOSED");
    }
    if (!socket.isSocket) {
        return tr("FILE");
    }
    if (socket.connected && socket.ended) {
        const bool byPeer = socket.domain == AF_UNIX && !(socket.shutRead && socket.shutWrite);
        return byPeer                                  ? tr("PEER GONE")
            : socket.reset || socket.view.errorWaits() ? tr("RESET")
                                                       : tr("ENDED");
    }
    const auto tcpState = nameOf(tcpStates(), socket.view.tcpState);
    if (tcpState && !socket.view.isClosed()) {
        return withoutPrefix(*tcpState);
    }
    if (socket.listening) {
        return QStringLiteral("LISTEN");
    }
    if (socket.connected) {
        return tr("CONNECTED");
    }
    if (socket.connecting) {
        return tr("CONNECTING");
    }
    const bool named = socket.bound || socket.local.port() != 0;
    return named ? tr("BOUND") : tr("NEW");
}

QString address(const Address& address)
{
    return address.isEmpty() ? QStringLiteral("–") : shown(addressText(address));
}

QString addresses(const model::SocketNode& socket)
{
    if (!socket.isSocket) {
        return shown(socket.target);
    }
    const bool unnamed = socket.domain == AF_UNIX ? socket.local.bytes().size() <= sizeof(sa_family_t)
                                                  : socket.local.port() == 0;
    if (socket.remote.isEmpty()) {
        return unnamed ? tr("no address yet") : address(socket.local);
    }
    if (socket.domain == AF_UNIX) {
        return address(socket.local) + QStringLiteral(" ⇄ ") + address(socket.remote);
    }
    // A client's own address is of little interest beyond its port.
    const QString local = socket.accepted || socket.bound ? address(socket.local)
                                                          : u':' + QString::number(socket.local.port());
    const bool short_ = socket.accepted;
    return local + QStringLiteral(" ⇄ ")
        + (short_ ? u':' + QString::number(socket.remote.port()) : address(socket.remote));
}

QString count(quint64 things)
{
    QLocale locale = QLocale::c();
    locale.setNumberOptions({}); // with groups: C has none of its own
    return locale.toString(things);
}

QString bytes(qint64 count)
{
    const QLocale c = QLocale::c();
    if (count < 1000) {
        return QStringLiteral("%1 B").arg(count);
    }
    if (count < 1'000'000) {
        return c.toString(static_cast<double>(count) / 1e3, 'f', 1) + QStringLiteral(" kB");
    }
    return c.toString(static_cast<double>(count) / 1e6, 'f', 1) + QStringLiteral(" MB");
}

QString took(quint64 nanoseconds)
{
    const QLocale c = QLocale::c();
    const auto value = static_cast<double>(nanoseconds);
    if (nanoseconds < 1'000) {
        return QStringLiteral("%1 ns").arg(nanoseconds);
    }
    if (nanoseconds < 1'000'000) {
        return QStringLiteral("%1 µs").arg(c.toString(value / 1e3, 'f', nanoseconds < 10'000 ? 1 : 0));
    }
    if (nanoseconds < 1'000'000'000) {
        return QStringLiteral("%1 ms").arg(c.toString(value / 1e6, 'f', nanoseconds < 100'000'000 ? 1 : 0));
    }
    return QStringLiteral("%1 s").arg(c.toString(value / 1e9, 'f', nanoseconds < 100'000'000'000 ? 3 : 0));
}

QString moment(quint64 nanosecondsSinceStart)
{
    const quint64 micro = nanosecondsSinceStart / 1000;
    const quint64 seconds = micro / 1'000'000;
    const QLatin1Char zero('0');
    return QStringLiteral("%1:%2.%3")
        .arg(seconds / 60, 2, 10, zero)
        .arg(seconds % 60, 2, 10, zero)
        .arg(micro % 1'000'000, 6, 10, zero);
}

QString callName(CallId call)
{
    return latin(describe(call).name);
}

QString signature(CallId call)
{
    const CallDescription& description = describe(call);
    QStringList parameters;
    for (const Parameter& parameter : description.parameters) {
        parameters += latin(parameter.declaration);
    }
    return latin(description.returns) + u' ' + latin(description.name) + u'('
        + parameters.join(QStringLiteral(", ")) + u')';
}

// Why is only told where the file of the log was the reason.
static QString gapText(const Event& event)
{
    const bool begins = (event.flags & eventFlags::kGapBegins) != 0;
    const QString why = (event.flags & eventFlags::kBudget) != 0 ? tr(": the log may take no more room")
        : event.error != 0 ? QStringLiteral(": ") + QString::fromStdString(errnoText(event.error))
                           : QString();
    return begins ? tr("From here events could not be kept%1").arg(why)
                  : tr("%1 events could not be kept%2").arg(QString::number(event.result), why);
}

QString call(const model::EventStore& store, model::Row row)
{
    const Event event = store.event(row);
    const auto data = store.data(row);
    if (event.kind == EventKind::Note) {
        return shown({reinterpret_cast<const char*>(data.data()), data.size()});
    }
    if (event.kind == EventKind::Gap) {
        return gapText(event);
    }
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    if (event.kind == EventKind::Blocked) {
        const QString text
            = QString::fromStdString(callText(store.call(row), {}, 0, CallStage::Unfinished, style));
        return QString(text).replace(QStringLiteral("<unfinished ...>"), QStringLiteral("…"));
    }
    const CallStage stage = event.result < 0 ? CallStage::Failed : CallStage::Done;
    return QString::fromStdString(callText(store.call(row), data, event.dataSize, stage, style));
}

QString result(const Event& event)
{
    return QString::fromStdString(resultText(event.call, event.result, event.error));
}

QString spokenSocket(const model::SocketNode& socket)
{
    QStringList parts {
        QStringLiteral("fd %1").arg(socket.fd), domain(socket.domain) + u' ' + type(socket.type)};
    if (!socket.open) {
        parts.append(tr("closed"));
    } else if (socket.listening) {
        parts.append(tr("listening on %1").arg(address(socket.local)));
    } else if (socket.connected && !socket.ended) {
        parts.append(tr("connected to %1").arg(address(socket.remote)));
    } else {
        parts.append(state(socket).toLower());
        parts.append(addresses(socket));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString traffic(const model::EventStore& store, model::Row row)
{
    constexpr std::size_t kPreview = 18;
    const Event event = store.event(row);
    const auto data = store.data(row);
    const auto first = data.first(std::min(data.size(), kPreview));
    const QString text = shown({reinterpret_cast<const char*>(first.data()), first.size()});
    return bytes(event.result) + QStringLiteral(" “") + text
        + (first.size() < data.size() ? QStringLiteral("…”") : QStringLiteral("”"));
}

}

#include "ui/inspector/fields/call_field.h"

#include "netcore/names/constants.h"
#include "ui/inspector/fields/address_field.h"
#include "ui/inspector/fields/constant_field.h"
#include "ui/inspector/fields/control_fields.h"
#include "ui/inspector/fields/data_field.h"
#include "ui/inspector/fields/message_fields.h"
#include "ui/inspector/fields/option_field.h"
#include "ui/inspector/fields/poll_field.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using K = ParameterKind;

namespace {

constexpr std::int64_t kReceiveSize = 4096;
constexpr std::int64_t kBacklog = 5; // small, so that a full accept queue can be seen
constexpr std::int64_t kPollTimeout = 1000; // ms

}

std::size_t FieldContext::slot(ParameterKind kind) const
{
    return parameterOf(describe(call), kind).value_or(0);
}

bool FieldContext::has(ParameterKind kind) const
{
    return parameterOf(describe(call), kind).has_value();
}

QString FieldContext::key(const QString& field) const
{
    return words::callName(call) + u' ' + field;
}

CallField* makeField(const FieldContext& context, const Parameter& parameter, QWidget* parent)
{
    const QString name = latin(parameter.name);
    const auto constant = [&](ConstantEdit::Names names, std::int64_t value) {
        return new ConstantField(context, parameter.kind, name, names, value, parent);
    };
    switch (parameter.kind) {
    case K::AddressIn:
        return new AddressField(context, name, parent);
    case K::AddressOut:
        return new RoomField(context, parent);
    case K::DataIn:
        return new DataField(context, name, parent);
    case K::Backlog:
        return constant({}, kBacklog);
    case K::Size: // of what is sent: beside the data
        return context.has(K::DataIn) ? nullptr : constant({}, kReceiveSize);
    case K::Direction:
        return constant({shutdownDirections(), {}}, SHUT_WR);
    case K::MessageFlags:
        return constant({{}, messageFlags()}, sendsData(context.call) ? MSG_NOSIGNAL : 0);
    case K::TypeFlags:
        return constant({{}, socketTypeFlags()}, SOCK_CLOEXEC);
    case K::Mode:
        return constant({}, 0600);
    case K::Timeout:
        return constant({}, kPollTimeout);
    case K::MessageIn:
        return new SendMessageField(context, parent);
    case K::MessageOut:
        return new ReceiveMessageField(context, parent);
    case K::OptionLevel: // the name, the value and its length with it
        return new OptionField(context, parent);
    case K::FileCommand: // the argument with it
        return new FileCommandField(context, parent);
    case K::ControlRequest: // the value with it
        return new ControlRequestField(context, parent);
    case K::PollSet: // the count with it
        return new PollField(context, parent);
    default:
        return nullptr; // the descriptor, lengths, and where the kernel writes
    }
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<std::vector<std::byte>> bytesFromHex(const QString& text)
{
    std::vector<std::byte> bytes;
    QString digits;
    for (const QChar c : text) {
        const bool isDigit = c.unicode() < 128 && std::isxdigit(c.unicode()) != 0;
        if (!isDigit && (!c.isSpace() || digits.size() == 1)) {
            return std::nullopt;
        }
        digits += isDigit ? QString(c) : QString();
        if (digits.size() == 2) {
            bytes.push_back(static_cast<std::byte>(digits.toUInt(nullptr, 16)));
            digits.clear();
        }
    }
    return digits.isEmpty() ? std::optional(bytes) : std::nullopt;
}

QString hexOf(std::span<const std::byte> bytes)
{
    QStringList pairs;
    for (const std::byte byte : bytes) {
        pairs += QStringLiteral("%1").arg(static_cast<uint>(byte), 2, 16, QLatin1Char('0'));
    }
    return pairs.join(u' ');
}

QString socketWords(const model::SocketNode& socket)
{
    return QStringLiteral("fd %1 · ").arg(socket.fd)
        + (socket.isSocket ? words::kind(socket) : words::shown(socket.target));
}

}

#include "model/export/c_call.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>

#include "netcore/names/constants.h"
#include "netcore/names/details_text.h"

namespace model {

using namespace netcore;
using Meaning = AddressBook::Meaning;

namespace {

constexpr std::size_t kLiteralLine = 96; // columns
constexpr std::size_t kLongest = 512; // bytes that stand where they are used

std::string indexOf(SocketId socket)
{
    return std::to_string(netcore::number(socket));
}

bool isDuplication(const CallRecord& record)
{
    return record.call == CallId::Fcntl
        && (record.arguments[1] == F_DUPFD || record.arguments[1] == F_DUPFD_CLOEXEC);
}

std::string hostOf(const Address& address)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    const std::size_t offset = address.family() == AF_INET ? 4 : 8;
    ::inet_ntop(address.family(), address.bytes().data() + offset, text.data(), text.size());
    return text.data();
}

}

std::string cString(std::span<const std::byte> bytes)
{
    std::string text = "\"";
    std::size_t column = 0;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        const bool plain = value >= 0x20 && value < 0x7f && value != '"' && value != '\\' && value != '?';
        if (column >= kLiteralLine) {
            text += "\"\n        \"";
            column = 0;
        }
        if (plain) {
            text += static_cast<char>(value);
            column += 1;
        } else {
            text += '\\';
            text += static_cast<char>('0' + (value >> 6));
            text += static_cast<char>('0' + ((value >> 3) & 7));
            text += static_cast<char>('0' + (value & 7));
            column += 4;
        }
    }
    return text + '"';
}

std::string cString(std::string_view text)
{
    return cString(std::as_bytes(std::span(text)));
}

std::string CCall::number(std::size_t slot) const
{
    return std::to_string(static_cast<std::int32_t>(at(slot)));
}

std::string CCall::descriptor() const
{
    return m_call.event.socket == kNoSocket ? "-1" : "s[" + indexOf(m_call.event.socket) + ']';
}

// Names that a header may not have yet are defined before the function.
std::string CCall::named(const std::string& text, std::int64_t value)
{
    const bool isName = !text.empty() && text.front() >= 'A' && text.front() <= 'Z'
        && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string::npos;
    if (isName) {
        m_constants.emplace(text, value);
        return text;
    }
    return std::to_string(value);
}

std::string CCall::flags(std::int64_t value)
{
    for (const NamedValue& flag : messageFlags()) {
        if ((value & flag.value) == flag.value && flag.value != 0) {
            m_constants.emplace(std::string(flag.name), flag.value);
        }
    }
    return flagsText(messageFlags(), value);
}

// An expression that is a pointer to `size` bytes, of which the first are these.
std::string CCall::data(std::span<const std::byte> bytes, std::size_t size)
{
    const std::size_t period = repeatedPart(bytes);
    if (period == bytes.size() && bytes.size() == size && size <= kLongest) {
        return "plain(" + cString(bytes) + ')';
    }
    const std::size_t count = period == 0 ? 0 : bytes.size() / period;
    return "repeated(" + cString(bytes.first(period)) + ", " + std::to_string(period) + ", "
        + std::to_string(count) + ", " + std::to_string(std::max(size, bytes.size())) + ')';
}

std::string CCall::addressExpression(const Address& address)
{
    const Meaning meaning = m_addresses.meaningOf(address, m_row, m_call.event);
    const bool internet = address.family() == AF_INET || address.family() == AF_INET6;
    switch (meaning.kind) {
    case Meaning::Kind::Sender:
        return "sender_of(" + indexOf(meaning.socket) + ')';
    case Meaning::Kind::InFolder:
        return (meaning.isAbstract ? "abstract_name(" : "path(") + cString(meaning.name) + ')';
    case Meaning::Kind::Local:
        if (!internet) {
            return "name_of(" + indexOf(meaning.socket) + ')';
        }
        break;
    case Meaning::Kind::Literal: {
        const auto read = parseAddress(addressText(address));
        if (!internet || !read.ok() || !(read.value() == address)) {
            return "bytes(" + cString(address.bytes()) + ", " + std::to_string(address.length()) + ')';
        }
        break;
    }
    }
    const std::string port = meaning.kind == Meaning::Kind::Local ? "port_of(" + indexOf(meaning.socket) + ')'
                                                                  : std::to_string(address.port());
    if (address.family() == AF_INET) {
        return "ipv4(" + cString(hostOf(address)) + ", " + port + ')';
    }
    std::uint32_t scope = 0;
    std::memcpy(&scope, address.bytes().data() + 24, sizeof scope);
    return "ipv6(" + cString(hostOf(address)) + ", " + port + ", " + std::to_string(scope) + ')';
}

// Its pointer is `addr` from then on; returns the length to pass.
std::string CCall::address()
{
    const CallRecord& record = m_call.record;
    m_before += "    const struct sockaddr *addr = "
        + (record.hasAddress ? addressExpression(record.address) : "no_address()") + ";\n";
    const auto slot = parameterOf(describe(record.call), ParameterKind::LengthIn);
    const bool follows
        = record.hasAddress && slot && static_cast<socklen_t>(at(*slot)) == record.address.length();
    return follows ? "address_length" : "(socklen_t)" + (slot ? number(*slot) : std::string("0"));
}

std::string CCall::socketCall()
{
    const std::string fd = descriptor();
    const auto room
        = [this](std::size_t slot) { m_before += "    socklen_t room = (socklen_t)" + number(slot) + ";\n"; };
    const auto outgoing = [this](std::size_t slot) {
        const int index = static_cast<int>(netcore::number(m_call.event.socket));
        return at(slot) == kNullPointer ? std::string("nowhere, NULL")
                                        : "out(" + std::to_string(index) + "), &room";
    };
    switch (m_call.record.call) {
    case CallId::Socket:
        return "socket(" + named(constantText(addressFamilies(), at(0)), at(0)) + ", " + socketTypeText(at(1))
            + ", " + number(2) + ')';
    case CallId::Socketpair:
        m_before += "    int pair[2] = {-1, -1};\n";
        return "socketpair(" + named(constantText(addressFamilies(), at(0)), at(0)) + ", "
            + socketTypeText(at(1)) + ", " + number(2) + ", pair)";
    case CallId::Bind:
    case CallId::Connect: {
        const std::string length = address();
        return std::string(describe(m_call.record.call).name) + '(' + fd + ", addr, " + length + ')';
    }
    case CallId::Listen:
        return "listen(" + fd + ", " + number(1) + ')';
    case CallId::Accept:
    case CallId::Accept4:
    case CallId::Getsockname:
    case CallId::Getpeername: {
        room(2);
        const bool four = m_call.record.call == CallId::Accept4;
        const bool names = m_call.record.call == CallId::Getsockname
            || m_call.record.call == CallId::Getpeername; // its answer is no sender
        const std::string place
            = names && at(1) != kNullPointer ? "(struct sockaddr *)in(4096), &room" : outgoing(1);
        m_before += place.ends_with("NULL") ? "    (void)room;\n" : "";
        return std::string(describe(m_call.record.call).name) + '(' + fd + ", " + place
            + (four ? ", " + flagsText(socketTypeFlags(), at(3)) : "") + ')';
    }
    case CallId::Shutdown:
        return "shutdown(" + fd + ", " + named(constantText(shutdownDirections(), at(1)), at(1)) + ')';
    case CallId::Close:
        return "close(" + fd + ')';
    case CallId::Fchmod:
        return "fchmod(" + fd + ", (mode_t)" + number(1) + ')';
    case CallId::Dup:
        return "dup(" + fd + ')';
    case CallId::Recvfrom: {
        room(5);
        const std::string place = outgoing(4);
        m_before += place.ends_with("NULL") ? "    (void)room;\n" : "";
        return "recvfrom(" + fd + ", in(" + std::to_string(at(2)) + "), " + std::to_string(at(2)) + ", "
            + flags(at(3)) + ", " + place + ')';
    }
    default:
        return expression();
    }
}

std::string CCall::expression()
{
    const std::string fd = descriptor();
    const std::string size = std::to_string(std::max<std::int64_t>(at(2), 0));
    const auto bytes
        = [&] { return data(m_call.data, static_cast<std::size_t>(std::max<std::int64_t>(at(2), 0))); };
    switch (m_call.record.call) {
    case CallId::Send:
        return "send(" + fd + ", " + bytes() + ", " + size + ", " + flags(at(3)) + ')';
    case CallId::Sendto: {
        const std::string length = address();
        return "sendto(" + fd + ", " + bytes() + ", " + size + ", " + flags(at(3)) + ", addr, " + length
            + ')';
    }
    case CallId::Recv:
        return "recv(" + fd + ", in(" + size + "), " + size + ", " + flags(at(3)) + ')';
    case CallId::Read:
        return "read(" + fd + ", in(" + size + "), " + size + ')';
    case CallId::Write:
        return "write(" + fd + ", " + bytes() + ", " + size + ')';
    case CallId::Sendmsg:
    case CallId::Recvmsg:
        return message(m_call.record.call == CallId::Recvmsg);
    case CallId::Poll:
        return pollCall();
    case CallId::Getaddrinfo:
        return lookUp();
    default:
        return optionCall();
    }
}

std::string CCall::told(const std::string& text) const
{
    const Event& event = m_call.event;
    const bool opens
        = event.result >= 0 && (describe(event.call).opensSocket || isDuplication(m_call.record));
    const bool own = event.call == CallId::Fcntl && at(1) == F_GETOWN && event.result >= 0;
    return "told(" + cString(text) + ",\n        %CALL%, "
        + (opens || own ? std::string("DESCRIPTOR") : std::to_string(event.result)) + ", "
        + std::to_string(event.call == CallId::Getaddrinfo ? 0 : event.error) + ')';
}

std::string CCall::body(const std::string& text, bool payload)
{
    const Event& event = m_call.event;
    const std::string call = socketCall();
    std::string statement = told(text);
    statement.replace(statement.rfind("%CALL%"), 6, call);
    const bool opens = event.opened != kNoSocket && event.result >= 0
        && (describe(event.call).opensSocket || isDuplication(m_call.record));
    std::string lines = m_before + "    "
        + (opens ? "s[" + indexOf(event.opened) + "] = (int)" : std::string()) + statement + ";\n" + m_after;
    const bool whole = event.result > 0 && m_call.data.size() >= static_cast<std::size_t>(event.result);
    if (payload && receivesData(event.call) && whole) {
        const auto bytes = m_call.data.first(static_cast<std::size_t>(event.result));
        lines += "    received(" + data(bytes, bytes.size()) + ", " + std::to_string(bytes.size()) + ");\n";
    }
    return lines + after();
}

// What later calls may ask for.
std::string CCall::after() const
{
    const Event& event = m_call.event;
    if (event.socket == kNoSocket) {
        return {};
    }
    const std::string socket = indexOf(event.socket);
    switch (event.call) {
    case CallId::Bind:
    case CallId::Connect:
    case CallId::Listen:
    case CallId::Sendto:
    case CallId::Sendmsg:
        return "    learn(" + socket + ");\n";
    case CallId::Accept:
    case CallId::Accept4:
        return (at(1) == kNullPointer ? std::string() : "    peer_length[" + socket + "] = room;\n")
            + (event.opened == kNoSocket ? std::string() : "    learn(" + indexOf(event.opened) + ");\n");
    case CallId::Recvfrom:
        return at(4) == kNullPointer ? std::string() : "    peer_length[" + socket + "] = room;\n";
    default:
        return {};
    }
}

}

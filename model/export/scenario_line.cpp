#include "model/export/scenario_line.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>

#include "model/scenario/structure_filler.h"
#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"
#include "netcore/names/details_text.h"
#include "netcore/names/option_text.h"
#include "netcore/names/options.h"

namespace model {

using namespace netcore;
using Kind = ParameterKind;
using Meaning = AddressBook::Meaning;

namespace {

constexpr std::int64_t kAddressRoom = sizeof(sockaddr_storage);

std::string numberText(std::int64_t value)
{
    return std::to_string(static_cast<std::int32_t>(value));
}

std::string octalText(std::int64_t value)
{
    std::array<char, 24> text {};
    std::snprintf(text.data(), text.size(), "%#llo", static_cast<unsigned long long>(value));
    return text.data();
}

// An address that a scenario reads as exactly these bytes.
std::string literal(const Address& address)
{
    const bool internet = address.family() == AF_INET || address.family() == AF_INET6;
    if (internet) {
        const std::string text = addressText(address);
        const auto read = parseAddress(text);
        if (read.ok() && read.value() == address) {
            return text;
        }
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "sockaddr{";
    for (const std::byte byte : address.bytes()) {
        text += text.ends_with('{') ? "" : " ";
        text += kDigits[std::to_integer<std::size_t>(byte >> 4)];
        text += kDigits[std::to_integer<std::size_t>(byte & std::byte {15})];
    }
    return text + '}';
}

}

std::string ScenarioLine::call()
{
    const CallDescription& call = describe(m_call.record.call);
    std::string text = std::string(call.name) + '(';
    for (std::size_t slot = 0; slot < call.parameters.size(); ++slot) {
        if (const auto written = argument(slot, call.parameters[slot].kind)) {
            text += (text.ends_with('(') ? "" : ", ") + *written;
        }
    }
    return text + ')';
}

std::string ScenarioLine::number(std::size_t slot) const
{
    return numberText(m_call.record.arguments[slot]);
}

// Nothing: it follows from the others, or is what a scenario takes by itself.
std::optional<std::string> ScenarioLine::argument(std::size_t slot, Kind kind)
{
    const std::int64_t value = m_call.record.arguments[slot];
    switch (kind) {
    case Kind::Descriptor:
        return m_call.event.socket == kNoSocket ? "-1" : scenarioName(m_call.event.socket);
    case Kind::Family:
        return constantText(addressFamilies(), value);
    case Kind::Type:
        return socketTypeText(value);
    case Kind::Protocol:
        return value == 0 ? "0" : numberText(value);
    case Kind::Direction:
        return constantText(shutdownDirections(), value);
    case Kind::TypeFlags:
        return flagsText(socketTypeFlags(), value);
    case Kind::MessageFlags: {
        const bool isDefault = value == (sendsData(m_call.record.call) ? MSG_NOSIGNAL : 0);
        return isDefault && m_call.record.call != CallId::Sendto && m_call.record.call != CallId::Recvfrom
            ? std::nullopt
            : std::optional(flagsText(messageFlags(), value));
    }
    case Kind::AddressIn:
        if (!m_call.record.hasAddress) {
            m_addressLength = -1;
            return "NULL";
        }
        m_addressLength = m_call.record.address.length();
        return address(m_call.record.address, {});
    case Kind::AddressOut:
        return value == kNullPointer ? std::optional<std::string>("NULL") : std::nullopt;
    case Kind::DataIn:
        return scenarioString(m_call.data);
    case Kind::DataOut:
        return std::nullopt;
    case Kind::Size: {
        // Where flags follow, a number alone would be the size.
        const bool follows = m_call.record.call == CallId::Write
            || (m_call.record.call == CallId::Send && m_call.record.arguments[slot + 1] == MSG_NOSIGNAL);
        return follows && value == static_cast<std::int64_t>(m_call.data.size())
            ? std::nullopt
            : std::optional(std::to_string(std::max<std::int64_t>(value, 0)));
    }
    default:
        return structure(slot, kind);
    }
}

std::optional<std::string> ScenarioLine::structure(std::size_t slot, Kind kind)
{
    const CallRecord& record = m_call.record;
    const std::int64_t value = record.arguments[slot];
    const auto* lookUp = std::get_if<LookUpDetails>(&record.details);
    const auto name = [](const std::optional<std::string>& text) {
        return text ? quoted(std::string_view(*text)) : std::string("NULL");
    };
    switch (kind) {
    case Kind::LengthIn: {
        const auto* option = std::get_if<OptionBytes>(&record.details);
        const std::int64_t known = record.call == CallId::Setsockopt
            ? static_cast<std::int64_t>(option == nullptr ? 0 : option->bytes.size())
            : m_addressLength.value_or(-1);
        const bool follows = static_cast<std::uint32_t>(value) == static_cast<std::uint32_t>(known);
        return follows ? std::nullopt : std::optional(numberText(value));
    }
    case Kind::LengthInOut: {
        if (record.arguments[slot - 1] == kNullPointer && record.call != CallId::Getsockopt) {
            return "NULL";
        }
        Call call;
        call.id = record.call;
        call.arguments = record.arguments;
        const bool isDefault = value == scenario::defaultRoom(call);
        return isDefault ? std::nullopt : std::optional('[' + numberText(value) + ']');
    }
    case Kind::OptionLevel:
        return constantText(optionLevels(), value);
    case Kind::OptionName:
        return optionText(static_cast<int>(record.arguments[slot - 1]), static_cast<int>(value));
    case Kind::OptionIn:
    case Kind::OptionOut:
        return value == kNullPointer ? "NULL" : option();
    case Kind::MessageIn:
    case Kind::MessageOut:
        return message(kind == Kind::MessageOut);
    case Kind::FileCommand:
        return constantText(fileCommands(), value);
    case Kind::FileArgument:
        return fileArgumentText(record.arguments[slot - 1], value);
    case Kind::ControlRequest:
        return constantText(controlRequests(), value);
    case Kind::ControlValue: {
        const auto request = record.arguments[slot - 1];
        const bool asks = request == FIONREAD && m_call.event.result == 0;
        return asks ? '[' + numberText(value) + ']' : numberText(value);
    }
    case Kind::PollSet:
        return pollSet();
    case Kind::DescriptorPair:
        return pair();
    case Kind::Mode:
        return octalText(value);
    case Kind::HostName:
        return name(lookUp == nullptr ? std::nullopt : lookUp->node);
    case Kind::ServiceName:
        return name(lookUp == nullptr ? std::nullopt : lookUp->service);
    case Kind::Hints:
        return hintsText(record.details);
    case Kind::AddressList:
        return std::nullopt;
    default:
        return numberText(value);
    }
}

// `field`: how an address begins where a string alone is no address.
std::string ScenarioLine::address(const Address& address, std::string_view field)
{
    const Meaning meaning = m_addresses.meaningOf(address, m_row, m_call.event);
    switch (meaning.kind) {
    case Meaning::Kind::Local:
        return "addr(" + scenarioName(meaning.socket) + ')';
    case Meaning::Kind::Sender:
        return "from(" + scenarioName(meaning.socket) + ')';
    case Meaning::Kind::InFolder: {
        const std::string path = "\"${tmp}/" + meaning.name + '"';
        // The length that was passed is that of the other path.
        if (m_call.record.call == CallId::Sendmsg || !field.empty()) {
            return std::string("{sa_family=AF_UNIX, sun_path=") + (meaning.isAbstract ? "@" : "") + path
                + '}';
        }
        m_addressLength = m_addressLength ? m_call.record.addressLength : 0;
        return meaning.isAbstract ? "\"@${tmp}/" + meaning.name + '"' : path;
    }
    case Meaning::Kind::Literal:
        break;
    }
    if (address.family() == AF_UNIX) {
        const std::string text = addressText(address);
        const auto read = parseAddress(text);
        if (field.empty() && read.ok() && read.value() == address) {
            return quoted(std::string_view(text));
        }
    }
    return literal(address);
}

std::string ScenarioLine::message(bool received)
{
    const auto* message = std::get_if<MessageDetails>(&m_call.record.details);
    std::string text = "{";
    const auto add = [&text](const std::string& item) { text += (text.size() > 1 ? ", " : "") + item; };
    if (message == nullptr) {
        return text + '}';
    }
    std::size_t from = 0;
    for (const std::uint32_t size : message->bufferSizes) {
        const std::size_t begin = std::min(from, m_call.data.size());
        const auto part = m_call.data.subspan(begin, std::min<std::size_t>(size, m_call.data.size() - begin));
        const bool whole = part.size() == size;
        add(received    ? std::to_string(size)
                : whole ? scenarioString(part)
                        : "{iov_base=" + scenarioString(part) + ", iov_len=" + std::to_string(size) + '}');
        from += size;
    }
    if (!received && m_call.record.hasAddress) {
        add("msg_name=" + address(m_call.record.address, "msg_name"));
    }
    if (received && message->nameRoom != kAddressRoom) {
        add("msg_namelen=" + std::to_string(message->nameRoom));
    }
    if (received && message->controlRoom > 0) {
        add("msg_controllen=" + std::to_string(message->controlRoom));
    }
    if (!received) {
        for (const ControlMessage& one : message->control) {
            add(control(one));
        }
    } else if (!message->opened.empty()) {
        std::string names;
        for (const OpenedDescriptor& opened : message->opened) {
            names += (names.empty() ? "" : ", ") + scenarioName(opened.id);
        }
        add("SCM_RIGHTS [" + names + ']');
    }
    return text + '}';
}

std::string ScenarioLine::control(const ControlMessage& control) const
{
    if (control.level == SOL_SOCKET && control.type == SCM_RIGHTS) {
        std::string names;
        for (std::size_t at = 0; at + sizeof(int) <= control.data.size(); at += sizeof(int)) {
            int fd = -1;
            std::memcpy(&fd, control.data.data() + at, sizeof fd);
            const SocketId socket = m_open.at(fd);
            names += (names.empty() ? "" : ", ") + (socket == kNoSocket ? "-1" : scenarioName(socket));
        }
        return "SCM_RIGHTS [" + names + ']';
    }
    return "msg_control=[{cmsg_level=" + std::to_string(control.level)
        + ", cmsg_type=" + std::to_string(control.type) + ", cmsg_data=" + quoted(control.data) + "}]";
}

std::string ScenarioLine::pollSet() const
{
    const auto* poll = std::get_if<PollDetails>(&m_call.record.details);
    std::string text;
    for (const PollEntry& entry : poll == nullptr ? std::vector<PollEntry>() : poll->entries) {
        text += (text.empty() ? "{fd=" : ", {fd=")
            + (entry.socket == kNoSocket ? "-1" : scenarioName(entry.socket))
            + ", events=" + flagsText(pollEvents(), entry.events) + '}';
    }
    return '[' + text + ']';
}

std::string ScenarioLine::pair() const
{
    const auto* list = std::get_if<OpenedList>(&m_call.record.details);
    if (list == nullptr || list->opened.size() != 2) {
        return "sv";
    }
    return '[' + scenarioName(list->opened[0].id) + ", " + scenarioName(list->opened[1].id) + ']';
}

// The value that is set, or the one that must come back.
std::string ScenarioLine::option() const
{
    const auto* value = std::get_if<OptionBytes>(&m_call.record.details);
    const auto level = static_cast<int>(m_call.record.arguments[1]);
    const auto name = static_cast<int>(m_call.record.arguments[2]);
    const bool sets = m_call.record.call == CallId::Setsockopt;
    if (value == nullptr || (!sets && !answersTheSame())) {
        return sets ? "\"\"" : "optval";
    }
    const std::string text = optionValueText(level, name, value->bytes, OptionUse::Got);
    const auto read = parseOptionValue(level, name, text);
    return read.ok() && read.value() == value->bytes ? text : quoted(value->bytes);
}

}

#include "netcore/names/call_text.h"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <linux/sockios.h>
#include <optional>
#include <sys/ioctl.h>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"
#include "netcore/names/details_text.h"
#include "netcore/names/options.h"

namespace netcore {

namespace {

class Writer {
public:
    Writer(const CallRecord& record, std::span<const std::byte> data, std::size_t dataSize, CallStage stage,
        const CallTextStyle& style)
        : m_record(record), m_data(data), m_dataSize(dataSize), m_stage(stage), m_style(style)
    {
    }

    // Nothing: the kernel has not filled it in yet.
    std::optional<std::string> argument(std::size_t slot, const Parameter& parameter) const
    {
        const std::int64_t value = m_record.arguments[slot];
        switch (parameter.kind) {
        case ParameterKind::Descriptor:
        case ParameterKind::Backlog:
        case ParameterKind::LengthIn:
            return std::to_string(static_cast<std::int32_t>(value));
        case ParameterKind::Size:
            return std::to_string(value);
        case ParameterKind::Family:
            return constantText(addressFamilies(), value);
        case ParameterKind::Type:
            return socketTypeText(value);
        case ParameterKind::Protocol:
            return protocolText(value);
        case ParameterKind::Direction:
            return constantText(shutdownDirections(), value);
        case ParameterKind::MessageFlags:
            return flagsText(messageFlags(), value);
        case ParameterKind::TypeFlags:
            return flagsText(socketTypeFlags(), value);
        case ParameterKind::Mode:
            return modeText(value);
        case ParameterKind::DataIn:
            return dataText();
        case ParameterKind::AddressIn:
            return m_record.hasAddress ? addressText() : "NULL";
        case ParameterKind::DataOut:
        case ParameterKind::AddressOut:
        case ParameterKind::LengthInOut:
        case ParameterKind::OptionOut:
            return outgoing(slot, parameter);
        default:
            return structure(slot, parameter);
        }
    }

private:
    // Of the calls with structures and with numbers of their own.
    std::optional<std::string> structure(std::size_t slot, const Parameter& parameter) const
    {
        const std::int64_t value = m_record.arguments[slot];
        switch (parameter.kind) {
        case ParameterKind::OptionLevel:
            return constantText(optionLevels(), value);
        case ParameterKind::OptionName:
            return optionText(static_cast<int>(m_record.arguments[slot - 1]), static_cast<int>(value));
        case ParameterKind::OptionIn:
            return value == kNullPointer ? "NULL" : optionValueText(m_record);
        case ParameterKind::MessageIn:
            return messageText(m_record, {m_data, m_dataSize}, m_style, nameText());
        case ParameterKind::FileCommand:
            return constantText(fileCommands(), value);
        case ParameterKind::FileArgument:
            return fileArgumentText(m_record.arguments[slot - 1], value);
        case ParameterKind::PollSet:
            return pollSetText(m_record.details);
        case ParameterKind::Count:
        case ParameterKind::Timeout:
            return std::to_string(static_cast<std::int32_t>(value));
        case ParameterKind::ControlRequest:
            return constantText(controlRequests(), value);
        case ParameterKind::HostName:
        case ParameterKind::ServiceName:
            return lookedUpText(parameter.kind);
        case ParameterKind::Hints:
            return hintsText(m_record.details);
        default:
            return structureOut(slot, parameter);
        }
    }

    std::optional<std::string> structureOut(std::size_t slot, const Parameter& parameter) const
    {
        if (parameter.kind == ParameterKind::ControlValue && setsValue(m_record.arguments[slot - 1])) {
            return '[' + std::to_string(m_record.arguments[slot]) + ']';
        }
        if (m_stage == CallStage::Unfinished) {
            return std::nullopt;
        }
        const bool isArray = parameter.kind == ParameterKind::DescriptorPair;
        if (m_stage != CallStage::Done) {
            return isArray ? std::string(parameter.name) : '&' + std::string(parameter.name);
        }
        switch (parameter.kind) {
        case ParameterKind::DescriptorPair:
            return pairText(m_record.details);
        case ParameterKind::MessageOut:
            return messageText(m_record, {m_data, m_dataSize}, m_style, nameText());
        case ParameterKind::ControlValue:
            return '[' + std::to_string(m_record.arguments[slot]) + ']';
        case ParameterKind::AddressList:
            return addressListText(m_record.details, m_style);
        default:
            return std::string();
        }
    }

    static bool setsValue(std::int64_t request)
    {
        return request == FIONBIO || request == FIOASYNC || request == FIOSETOWN || request == SIOCSPGRP;
    }

    std::string nameText() const
    {
        const bool named = m_record.hasAddress && m_record.address.length() >= sizeof(sa_family_t);
        return named ? addressText() : "NULL";
    }

    std::string lookedUpText(ParameterKind kind) const
    {
        const auto* lookUp = std::get_if<LookUpDetails>(&m_record.details);
        if (lookUp == nullptr) {
            return "NULL";
        }
        const auto& name = kind == ParameterKind::HostName ? lookUp->node : lookUp->service;
        return name ? quoted(std::string_view(*name)) : "NULL";
    }

    // What the kernel fills in.
    std::optional<std::string> outgoing(std::size_t slot, const Parameter& parameter) const
    {
        const bool isLength = parameter.kind == ParameterKind::LengthInOut;
        const bool isData = parameter.kind == ParameterKind::DataOut;
        const bool isOption = parameter.kind == ParameterKind::OptionOut;
        if (!isData && m_record.arguments[isLength ? slot - 1 : slot] == kNullPointer) {
            return "NULL";
        }
        if (m_stage == CallStage::Unfinished) {
            return std::nullopt;
        }
        if (isLength) {
            return lengthText(static_cast<std::int32_t>(m_record.arguments[slot]), parameter);
        }
        if (isData) {
            return m_stage == CallStage::Done ? dataText() : std::string(parameter.name);
        }
        if (isOption) {
            return m_stage == CallStage::Done ? optionValueText(m_record) : '&' + std::string(parameter.name);
        }
        // A stream's recvfrom() names nobody: then nothing was written there.
        const bool named = m_record.address.length() >= sizeof(sa_family_t);
        return m_stage == CallStage::Done && named ? addressText() : '&' + std::string(parameter.name);
    }

    // [128 => 16]: the room that was offered, and what the kernel needed of it.
    std::string lengthText(std::int64_t room, const Parameter& parameter) const
    {
        if (m_stage == CallStage::Planned) {
            return '&' + std::string(parameter.name);
        }
        const std::string offered = '[' + std::to_string(room);
        const std::int64_t found = foundLength().value_or(room);
        return offered + (found != room ? " => " + std::to_string(found) : "") + ']';
    }

    // What the kernel wrote into the length, if it did.
    std::optional<std::int64_t> foundLength() const
    {
        if (const auto* value = std::get_if<OptionBytes>(&m_record.details)) {
            return value->length;
        }
        return m_record.hasAddress ? std::optional<std::int64_t>(m_record.addressLength) : std::nullopt;
    }

    std::string protocolText(std::int64_t value) const
    {
        const bool internet = m_record.arguments[0] == AF_INET || m_record.arguments[0] == AF_INET6;
        return internet ? constantText(internetProtocols(), value) : std::to_string(value);
    }

    static std::string modeText(std::int64_t value)
    {
        std::array<char, 24> text {};
        std::snprintf(text.data(), text.size(), "%#03llo", static_cast<unsigned long long>(value));
        return text.data();
    }

    std::string dataText() const
    {
        std::string text = quoted(m_data, m_style.mostData);
        if (m_data.size() < m_dataSize && !text.ends_with("...")) {
            text += "...";
        }
        return text;
    }

    std::string addressText() const
    {
        if (m_style.addresses == CallTextStyle::Addresses::Strace) {
            return sockaddrText(m_record.address);
        }
        return '{' + constantText(addressFamilies(), m_record.address.family()) + ", "
            + netcore::addressText(m_record.address) + '}';
    }

    const CallRecord& m_record;
    std::span<const std::byte> m_data;
    std::size_t m_dataSize;
    CallStage m_stage;
    const CallTextStyle& m_style;
};

}

std::string callText(const CallRecord& record, std::span<const std::byte> data, std::size_t dataSize,
    CallStage stage, const CallTextStyle& style)
{
    const CallDescription& call = describe(record.call);
    const Writer writer(record, data, dataSize, stage, style);
    std::string text = std::string(call.name) + '(';
    for (std::size_t slot = 0; slot < call.parameters.size(); ++slot) {
        const auto argument = writer.argument(slot, call.parameters[slot]);
        if (slot > 0) {
            text += ", ";
        }
        if (!argument) {
            return text + "<unfinished ...>";
        }
        text += *argument;
    }
    return text + (stage == CallStage::Unfinished ? " <unfinished ...>" : ")");
}

std::string resultText(CallId call, std::int64_t result, int error)
{
    std::string text = std::to_string(result);
    if (call == CallId::Getaddrinfo && result != 0) {
        text += ' ' + constantText(lookUpProblems(), result);
    }
    return text + (error == 0 ? "" : ' ' + errnoText(error));
}

std::string resultNote(const CallRecord& record, std::int64_t result)
{
    if (const auto* poll = std::get_if<PollDetails>(&record.details); poll != nullptr && result >= 0) {
        return result == 0 ? "Timeout" : pollResultText(*poll);
    }
    const bool getsFlags = record.call == CallId::Fcntl && record.arguments[1] == F_GETFL;
    return getsFlags && result >= 0 ? "flags " + openFlagsText(result) : std::string();
}

}

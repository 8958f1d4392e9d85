#include "netcore/names/call_text.h"

#include <array>
#include <cstdio>
#include <optional>

#include "netcore/base/quoted.h"
#include "netcore/names/constants.h"

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
            return outgoing(slot, parameter);
        }
        return std::string();
    }

private:
    // What the kernel fills in.
    std::optional<std::string> outgoing(std::size_t slot, const Parameter& parameter) const
    {
        const bool isLength = parameter.kind == ParameterKind::LengthInOut;
        const bool isData = parameter.kind == ParameterKind::DataOut;
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
        const bool changed = m_record.hasAddress && m_record.addressLength != room;
        return offered + (changed ? " => " + std::to_string(m_record.addressLength) : "") + ']';
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

std::string resultText(std::int64_t result, int error)
{
    return std::to_string(result) + (error == 0 ? "" : ' ' + errnoText(error));
}

}

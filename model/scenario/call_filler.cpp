// fillCall(): arguments as written go to the parameters that they fit.

#include <algorithm>
#include <array>
#include <sys/socket.h>

#include "model/scenario/arguments.h"
#include "model/scenario/structure_filler.h"
#include "model/scenario/structure_reader.h"

namespace model::scenario {

using namespace netcore;
using Shape = Argument::Shape;
using Kind = ParameterKind;

namespace {

bool fits(Kind kind, const Argument& argument)
{
    switch (kind) {
    case Kind::Descriptor:
        return argument.shape == Shape::Name || argument.shape == Shape::Number;
    case Kind::LengthIn:
    case Kind::Size:
        return argument.shape == Shape::Number;
    case Kind::AddressIn:
        return argument.shape == Shape::Address || argument.shape == Shape::AddressOf
            || argument.shape == Shape::Null || argument.shape == Shape::Text;
    case Kind::AddressOut:
        return argument.shape == Shape::Address || argument.shape == Shape::Null
            || argument.shape == Shape::Placeholder;
    case Kind::LengthInOut:
        return argument.shape == Shape::Room || argument.shape == Shape::Null
            || argument.shape == Shape::Placeholder;
    case Kind::HostName:
    case Kind::ServiceName:
        return argument.shape == Shape::Text || argument.shape == Shape::Null;
    case Kind::ControlValue:
        return argument.shape == Shape::Number || argument.shape == Shape::Constant
            || argument.shape == Shape::Room || argument.shape == Shape::Placeholder;
    case Kind::DataIn:
        return argument.shape == Shape::Text;
    case Kind::DataOut:
        return argument.shape == Shape::Text || argument.shape == Shape::Placeholder;
    default:
        return isStructure(kind) ? argument.shape == Shape::Structure
                                 : argument.shape == Shape::Number || argument.shape == Shape::Constant;
    }
}

class Filler {
public:
    Filler(TokenReader& tokens, CallId id, bool unfinished)
        : m_tokens(tokens), m_description(describe(id)), m_unfinished(unfinished)
    {
        m_filled.call.id = id;
    }

    std::optional<FilledCall> run(const std::vector<Argument>& arguments)
    {
        std::size_t next = 0;
        for (std::size_t slot = 0; slot < m_description.parameters.size(); ++slot) {
            const Parameter& parameter = m_description.parameters[slot];
            if (next < arguments.size() && fits(parameter.kind, arguments[next])) {
                if (!put(slot, parameter.kind, arguments[next++])) {
                    return std::nullopt;
                }
            } else if (!leaveOut(slot, parameter, next < arguments.size() ? &arguments[next] : nullptr)) {
                return std::nullopt;
            }
        }
        if (next < arguments.size()) {
            const Token& surplus = arguments[next].token;
            m_tokens.fail(surplus, {Say::RightArgument, {signature()}});
            return std::nullopt;
        }
        addStructure(m_filled);
        return std::move(m_filled);
    }

private:
    std::string signature() const
    {
        std::string text = std::string(m_description.name) + '(';
        for (const Parameter& parameter : m_description.parameters) {
            text += (text.ends_with('(') ? "" : ", ") + std::string(parameter.declaration);
        }
        return text + ')';
    }

    bool put(std::size_t slot, Kind kind, const Argument& argument)
    {
        std::int64_t& value = m_filled.call.arguments[slot];
        switch (kind) {
        case Kind::Descriptor:
            m_filled.descriptor = argument;
            return true;
        case Kind::AddressIn:
            return putAddress(slot, argument);
        case Kind::AddressOut:
            m_filled.call.wantsAddress = argument.shape != Shape::Null;
            if (argument.shape == Shape::Address && !argument.address.isEmpty()) {
                m_filled.written = argument.address;
            }
            return true;
        case Kind::LengthInOut:
            value = argument.shape == Shape::Room ? argument.number : defaultRoom(m_filled.call);
            return true;
        case Kind::DataIn:
            return putData(slot, argument);
        case Kind::DataOut:
            if (argument.shape == Shape::Text) {
                m_filled.receivedData = argument.token.text;
                m_filled.receivedDataGoesOn = argument.token.cut;
            }
            return true;
        case Kind::HostName:
        case Kind::ServiceName:
            return putName(kind, argument);
        case Kind::ControlValue:
            value = argument.shape == Shape::Placeholder ? 0 : argument.number;
            m_filled.answered = argument.shape == Shape::Room ? std::optional(argument.number) : std::nullopt;
            return true;
        default:
            if (isStructure(kind)) {
                if (kind != Kind::AddressList) { // the kernel's answer says nothing about what is asked
                    m_filled.structure = argument.structure;
                }
                return true;
            }
            value = argument.number;
            m_filled.lengthFollowsAddress &= kind != Kind::LengthIn;
            return kind == Kind::Size ? checkSize(argument) : checkInt(argument);
        }
    }

    bool putName(Kind kind, const Argument& argument)
    {
        auto& name = kind == Kind::HostName ? m_filled.node : m_filled.service;
        if (argument.shape == Shape::Text) {
            name = argument.token.text;
        }
        return true;
    }

    bool putAddress(std::size_t slot, const Argument& argument)
    {
        if (argument.shape == Shape::AddressOf) {
            m_filled.addressOf = argument;
            return true;
        }
        if (argument.shape == Shape::Null) {
            return true;
        }
        Address address = argument.address;
        if (argument.shape == Shape::Text) {
            const auto read = addressFrom(argument.token.text);
            if (!read.ok()) {
                return m_tokens.fail(argument.token, read.problem());
            }
            address = read.value();
        }
        m_filled.call.address = address;
        m_filled.call.arguments[slot + 1] = address.length(); // unless a length follows
        return true;
    }

    bool putData(std::size_t slot, const Argument& argument)
    {
        if (argument.token.cut) {
            return m_tokens.fail(argument.token.column, Say::CutString, Say::AllBytes);
        }
        for (const char c : argument.token.text) {
            m_filled.call.data.push_back(static_cast<std::byte>(c));
        }
        m_filled.call.arguments[slot + 1] = static_cast<std::int64_t>(m_filled.call.data.size());
        return true;
    }

    bool checkSize(const Argument& argument)
    {
        return (argument.number >= 0 && argument.number <= kLargestBuffer)
            || m_tokens.fail(argument.token.column, inQuotes(std::to_string(argument.number)),
                {Say::Size, {std::to_string(kLargestBuffer)}});
    }
    bool checkInt(const Argument& argument)
    {
        return (argument.number >= INT32_MIN && argument.number <= UINT32_MAX)
            || m_tokens.fail(
                argument.token.column, inQuotes(std::to_string(argument.number)), Say::NumberOf32Bits);
    }

    // What a parameter has when nothing is written for it.
    bool leaveOut(std::size_t slot, const Parameter& parameter, const Argument* instead)
    {
        const bool sends = sendsData(m_description.id);
        switch (parameter.kind) {
        case Kind::MessageFlags:
            m_filled.call.arguments[slot] = sends ? MSG_NOSIGNAL : 0;
            return true;
        case Kind::LengthInOut:
            m_filled.call.arguments[slot] = defaultRoom(m_filled.call);
            return true;
        case Kind::LengthIn:
            m_filled.lengthIsGiven = false;
            return true;
        case Kind::Protocol:
        case Kind::TypeFlags:
        case Kind::OptionOut:
        case Kind::DescriptorPair:
        case Kind::AddressList:
        case Kind::Hints:
        case Kind::ServiceName:
        case Kind::FileArgument:
        case Kind::ControlValue:
        case Kind::Count:
        case Kind::AddressOut:
        case Kind::DataOut:
            return true;
        case Kind::MessageOut:
            m_filled.sizeIsMissing = true;
            break;
        case Kind::Size:
            if (sends) {
                return true;
            }
            m_filled.sizeIsMissing = true;
            break;
        default:
            break;
        }
        if (m_unfinished && instead == nullptr) {
            return true;
        }
        const Phrase expected(Say::ParameterOf, {std::string(parameter.declaration), signature()});
        return instead != nullptr ? m_tokens.fail(instead->token, expected)
                                  : m_tokens.fail(m_tokens.peek(), expected);
    }

    TokenReader& m_tokens;
    const CallDescription& m_description;
    bool m_unfinished;
    FilledCall m_filled;
};

}

std::optional<FilledCall> fillCall(
    TokenReader& tokens, CallId id, const std::vector<Argument>& arguments, bool unfinished)
{
    return Filler(tokens, id, unfinished).run(arguments);
}

}

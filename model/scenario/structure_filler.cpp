#include "model/scenario/structure_filler.h"

#include <fcntl.h>
#include <sys/ioctl.h>

#include "netcore/names/options.h"

namespace model::scenario {

using namespace netcore;

namespace {

constexpr std::int64_t kAddressRoom = sizeof(sockaddr_storage);
constexpr std::int64_t kVaryingRoom = 1024; // for an option whose size varies

std::vector<std::byte> bytesIn(const std::string& text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

void addMessage(FilledCall& filled, const Structure& structure)
{
    filled.call.address = structure.address;
    filled.call.wantsAddress = structure.wantsAddress;
    if (structure.addressOf) {
        Argument argument;
        argument.shape = Argument::Shape::AddressOf;
        argument.token = structure.addressOf->first;
        argument.which = argument.token.text == "addr" ? AddressOf::Which::Local : AddressOf::Which::Sender;
        argument.name = structure.addressOf->second;
        filled.addressOf = argument;
    }
    if (filled.call.id == CallId::Sendmsg) {
        filled.call.data = bytesIn(structure.data);
    } else {
        filled.written = structure.address;
        if (structure.hasData) {
            filled.receivedData = structure.data;
            filled.receivedDataGoesOn = structure.dataGoesOn;
        }
    }
}

}

std::int64_t defaultRoom(const Call& call)
{
    if (call.id != CallId::Getsockopt) {
        return kAddressRoom;
    }
    const auto* option
        = describeOption(static_cast<int>(call.arguments[1]), static_cast<int>(call.arguments[2]));
    const std::size_t size = option == nullptr ? sizeof(int) : sizeOf(option->type);
    return size == 0 ? kVaryingRoom : static_cast<std::int64_t>(size);
}

void addStructure(FilledCall& filled)
{
    Call& call = filled.call;
    if (filled.structure) {
        call.details = filled.structure->details;
    }
    switch (call.id) {
    case CallId::Sendmsg:
    case CallId::Recvmsg:
        if (filled.structure) {
            addMessage(filled, *filled.structure);
        }
        break;
    case CallId::Setsockopt:
    case CallId::Getsockopt:
        call.wantsAddress = !filled.structure || filled.structure->wantsAddress;
        if (const auto* value = std::get_if<OptionBytes>(&call.details);
            value != nullptr && call.id == CallId::Setsockopt && !filled.lengthIsGiven) {
            call.arguments[4] = value->length;
        }
        break;
    case CallId::Poll:
        if (const auto* poll = std::get_if<PollDetails>(&call.details)) {
            call.arguments[1] = static_cast<std::int64_t>(poll->entries.size());
        }
        break;
    case CallId::Getaddrinfo: {
        const auto* hints = std::get_if<LookUpDetails>(&call.details);
        LookUpDetails lookUp = hints == nullptr ? LookUpDetails() : *hints;
        lookUp.node = filled.node;
        lookUp.service = filled.service;
        call.details = std::move(lookUp);
        break;
    }
    default:
        break;
    }
}

}

#include "netcore/events/call_record.h"

#include <algorithm>
#include <cstring>

#include "netcore/base/byte_stream.h"

namespace netcore {

namespace {

constexpr std::uint16_t kNoAddress = 0xffff;

}

int CallRecord::fd() const
{
    const auto& parameters = describe(call).parameters;
    const bool takesOne = !parameters.empty() && parameters.front().kind == ParameterKind::Descriptor;
    return takesOne ? static_cast<int>(arguments[0]) : -1;
}

std::span<const std::byte> encode(const CallRecord& record, std::vector<std::byte>& room)
{
    room.clear();
    ByteWriter out(room);
    const auto parameters = describe(record.call).parameters.size();
    out.append(std::as_bytes(std::span(record.arguments).first(parameters)));
    if (!record.hasAddress && record.details.index() == 0) {
        return room;
    }
    const auto bytes = record.address.bytes();
    out.put(record.hasAddress ? static_cast<std::uint16_t>(bytes.size()) : kNoAddress);
    if (record.hasAddress) {
        out.put(record.addressLength);
        out.append(bytes);
    }
    encodeDetails(record.details, room);
    return room;
}

CallRecord decodeCall(CallId call, std::span<const std::byte> block)
{
    CallRecord record;
    record.call = describe(call).id;
    const std::size_t scalars = describe(call).parameters.size() * sizeof(std::int64_t);
    if (!block.empty()) {
        std::memcpy(record.arguments.data(), block.data(), std::min(scalars, block.size()));
    }
    if (block.size() <= scalars) {
        return record;
    }
    ByteReader in(block.subspan(scalars));
    const auto stored = in.get<std::uint16_t>();
    if (stored != kNoAddress) {
        record.hasAddress = true;
        record.addressLength = in.get<std::uint32_t>();
        const auto rest = in.rest();
        const std::size_t length = std::min<std::size_t>(stored, rest.size());
        record.address = Address::fromBytes(rest.first(length));
        in = ByteReader(rest.subspan(length));
    }
    record.details = decodeDetails(in.rest());
    return record;
}

std::vector<SocketId> openedBy(const CallRecord& record, SocketId opened)
{
    const auto* list = std::get_if<OpenedList>(&record.details);
    const auto* message = std::get_if<MessageDetails>(&record.details);
    if (list == nullptr && message == nullptr) {
        return opened == kNoSocket ? std::vector<SocketId>() : std::vector {opened};
    }
    std::vector<SocketId> ids;
    for (const OpenedDescriptor& one : list != nullptr ? list->opened : message->opened) {
        ids.push_back(one.id);
    }
    return ids;
}

}

#include "netcore/events/call_record.h"

#include <algorithm>
#include <cstring>

namespace netcore {

int CallRecord::fd() const
{
    const auto& parameters = describe(call).parameters;
    const bool takesOne = !parameters.empty() && parameters.front().kind == ParameterKind::Descriptor;
    return takesOne ? static_cast<int>(arguments[0]) : -1;
}

std::span<const std::byte> encode(const CallRecord& record, std::span<std::byte, kLargestCallRecord> room)
{
    const std::size_t scalars = describe(record.call).parameters.size() * sizeof(std::int64_t);
    std::memcpy(room.data(), record.arguments.data(), scalars);
    std::size_t used = scalars;
    if (record.hasAddress) {
        std::memcpy(room.data() + used, &record.addressLength, sizeof record.addressLength);
        used += sizeof record.addressLength;
        const auto bytes = record.address.bytes();
        std::ranges::copy(bytes, room.data() + used);
        used += bytes.size();
    }
    return room.first(used);
}

CallRecord decodeCall(CallId call, std::span<const std::byte> block)
{
    CallRecord record;
    record.call = describe(call).id;
    const std::size_t scalars = describe(call).parameters.size() * sizeof(std::int64_t);
    if (!block.empty()) {
        std::memcpy(record.arguments.data(), block.data(), std::min(scalars, block.size()));
    }
    if (block.size() >= scalars + sizeof record.addressLength) {
        record.hasAddress = true;
        std::memcpy(&record.addressLength, block.data() + scalars, sizeof record.addressLength);
        record.address = Address::fromBytes(block.subspan(scalars + sizeof record.addressLength));
    }
    return record;
}

}

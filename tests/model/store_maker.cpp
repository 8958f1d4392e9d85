#include "tests/model/store_maker.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>

using namespace netcore;
using namespace model;

namespace storeMaker {

namespace {

constexpr std::size_t kArguments = 32;

std::size_t dataSizeOf(Row row)
{
    return row % 5 == 0 ? 0 : row * 7 % 200;
}

}

Event eventOf(Row row)
{
    const auto small = static_cast<std::uint32_t>(row);
    Event event {};
    event.time = 1'000'000 + row * 1'000;
    event.took = row % 777;
    event.dataSize = static_cast<std::uint32_t>(dataSizeOf(row));
    event.result = static_cast<std::int32_t>(row % 1'000) - 500;
    event.socket = SocketId {1 + small % 3};
    event.opened = SocketId {small % 11 == 0 ? small : 0};
    event.ticket = Ticket {small * 3};
    event.tid = small % 17;
    event.argumentsSize = row % 3 == 0 ? kArguments : 0;
    event.error = static_cast<std::uint16_t>(small % 130);
    event.call = static_cast<CallId>(small % kCallIds);
    event.actor = ActorId {static_cast<std::uint16_t>(small % 5)};
    event.kind = EventKind::Call;
    event.flags = static_cast<std::uint8_t>(small % 4);
    return event;
}

std::vector<std::byte> recordOf(Row row)
{
    std::vector<std::byte> bytes(eventOf(row).argumentsSize + dataSizeOf(row));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(row * 31 + i);
    }
    return bytes;
}

void fill(EventStore& store, Row rows)
{
    for (const Row end = store.size() + rows; store.size() < end;) {
        const Row row = store.size();
        store.append(eventOf(row), recordOf(row));
    }
}

std::string differenceFromMade(const EventStore& store)
{
    std::uint64_t offset = 0;
    for (Row row = 0; row < store.size(); ++row) {
        Event made = eventOf(row);
        const auto record = recordOf(row);
        const Event read = store.event(row);
        made.payload = offset;
        made.payloadSize = static_cast<std::uint32_t>(record.size());
        const auto data = store.data(row);
        const auto wanted = std::span(record).subspan(made.argumentsSize);
        offset += wanted.size();
        if (std::memcmp(&made, &read, sizeof made) != 0) {
            return "event " + std::to_string(row);
        }
        if (!std::ranges::equal(data, wanted)) {
            return "data " + std::to_string(row);
        }
        const CallRecord call = store.call(row);
        const CallRecord same = decodeCall(made.call, std::span(record).first(made.argumentsSize));
        if (call.call != same.call || call.arguments != same.arguments) {
            return "arguments " + std::to_string(row);
        }
    }
    return {};
}

std::unique_ptr<EventStore> read(const std::string& path)
{
    auto opened = EventStore::open(path);
    if (!opened.ok()) {
        return nullptr;
    }
    while (opened.value()->readOn()) { }
    return std::move(opened.value());
}

OwnedFd createFile(const std::string& path)
{
    return OwnedFd(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
}

std::vector<std::byte> bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string text {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

void writeBytes(const std::string& path, std::span<const std::byte> bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}

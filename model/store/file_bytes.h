// Bytes to a file and from it, whole or with the reason why not: short writes and EINTR are gone on with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace model {

// 0 or an errno. Any thread.
int writeAt(int fd, std::span<const std::byte> bytes, std::uint64_t offset);
// How many bytes there were: fewer at the end of the file, or where the disk can't read it.
std::size_t readAt(int fd, std::span<std::byte> room, std::uint64_t offset);

template<typename Value> std::span<const std::byte> bytesOfValue(const Value& value)
{
    return std::as_bytes(std::span(&value, 1));
}

}

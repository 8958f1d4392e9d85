// Reads a plain struct out of bytes that came from outside: of any alignment, and perhaps too few.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>

namespace netcore {

// What the bytes do not reach stays zero.
template<typename Value> Value valueAt(std::span<const std::byte> bytes)
{
    static_assert(std::is_trivially_copyable_v<Value>);
    Value value {};
    std::memcpy(&value, bytes.data(), std::min(sizeof value, bytes.size()));
    return value;
}

}

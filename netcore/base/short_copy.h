// Copies of some dozen bytes, without a call: argument blocks and small messages are copied twice for each
// event.
#pragma once

#include <cstddef>
#include <cstring>
#include <span>

namespace netcore {

// The bytes must not overlap with the place they go to.
inline void copyShort(std::byte* to, std::span<const std::byte> from)
{
    const std::size_t size = from.size();
    // Two halves that overlap where the size is none of these.
    const auto halves = [&]<std::size_t Half>() {
        std::memcpy(to, from.data(), Half);
        std::memcpy(to + size - Half, from.data() + size - Half, Half);
    };
    if (size > 64) {
        std::memcpy(to, from.data(), size);
    } else if (size >= 32) {
        halves.template operator()<32>();
    } else if (size >= 16) {
        halves.template operator()<16>();
    } else if (size >= 8) {
        halves.template operator()<8>();
    } else {
        for (std::size_t i = 0; i < size; ++i) {
            to[i] = from[i];
        }
    }
}

}

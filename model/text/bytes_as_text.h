// Bytes looked at as characters, as they are: whoever shows them escapes them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace model {

inline std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}

// What two threads write must not share a cache line: it would travel between their processors.
#pragma once

#include <cstddef>

namespace netcore {

inline constexpr std::size_t kCacheLine = 64;

}

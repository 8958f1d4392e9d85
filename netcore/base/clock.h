// Time of events: nanoseconds of CLOCK_MONOTONIC. It never jumps; it has no date.
#pragma once

#include <cstdint>
#include <ctime>

namespace netcore {

inline std::uint64_t monotonicNow()
{
    timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now); // a read of the vDSO, about 20 ns, no system call
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(now.tv_nsec);
}

}

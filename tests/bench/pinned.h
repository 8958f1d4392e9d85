// Threads on one processor: latency work on two measures little but the wake-up.
#pragma once

#include <cstddef>
#include <sched.h>

namespace bench {

inline void pinThisThread(int processor)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(processor), &set);
    ::sched_setaffinity(0, sizeof set, &set); // of this thread; where it is denied, it stays where it is
}

}

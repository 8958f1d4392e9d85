// What of all that happens is kept, and why not all: values that the window shows.
#pragma once

#include <cstdint>

#include "model/store/row.h"

namespace model {

inline constexpr std::uint32_t kAllPayload = UINT32_MAX;

struct KeepingRules {
    // Of the bytes that a call moved, the first so many are kept: dataSize still says how many there were.
    std::uint32_t payload = kAllPayload;
    // Bytes of the log, in memory or in the file; 0: as many as there is room for.
    std::uint64_t budget = 0;
};

// Since that row nothing is kept. Told by a Gap there, and by another one, with the count, when it is over.
struct KeepingTrouble {
    int error = 0; // errno: of the file, or ENOMEM; 0: the budget is used up
    Row since = 0; // of the Gap
    std::uint64_t lost = 0; // events, so far
};

}

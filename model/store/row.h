// The number of an event in the log, from 0. It never changes.
#pragma once

#include <cstdint>

namespace model {

using Row = std::uint64_t;

}

// What this process holds: to see that nothing was left behind.
#pragma once

#include <cstddef>

namespace support {

std::size_t openDescriptors();
std::size_t threads();

}

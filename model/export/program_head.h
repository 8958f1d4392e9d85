// What every exported C program begins with: the helpers that its steps are written with.
#pragma once

#include <cstddef>
#include <string_view>

namespace model {

// In parts, from 0; empty behind the last. To be put behind the line that defines SOCKETS.
std::string_view programHead(std::size_t part);

}

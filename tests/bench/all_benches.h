// The benches, a file each.
#pragma once

#include "tests/bench/measured.h"

namespace bench {

std::vector<Measured> pingPong(const Settings& settings);
std::vector<Measured> pipeline(const Settings& settings);
std::vector<Measured> tailFollow(const Settings& settings);

}

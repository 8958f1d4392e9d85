// The benches, a file each.
#pragma once

#include "tests/bench/measured.h"

namespace bench {

std::vector<Measured> pingPong(const Settings& settings);
std::vector<Measured> pipeline(const Settings& settings);
std::vector<Measured> searching(const Settings& settings);
std::vector<Measured> filtering(const Settings& settings);
std::vector<Measured> writing(const Settings& settings);
std::vector<Measured> opening(const Settings& settings);
std::vector<Measured> memory(const Settings& settings);
std::vector<Measured> soak(const Settings& settings);
std::vector<Measured> sequence(const Settings& settings);
std::vector<Measured> tailFollow(const Settings& settings);
std::vector<Measured> boardFrames(const Settings& settings);
std::vector<Measured> starting(const Settings& settings);
std::vector<Measured> slider(const Settings& settings);
std::vector<Measured> stalls(const Settings& settings);

}

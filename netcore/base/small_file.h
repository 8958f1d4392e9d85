// The files of /proc: small, made by the kernel the moment they are read.
#pragma once

#include <string>

namespace netcore {

// The first 512 bytes; empty where it is not there or may not be read.
std::string smallFile(const std::string& path);

}

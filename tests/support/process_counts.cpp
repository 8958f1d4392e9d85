#include "tests/support/process_counts.h"

#include <filesystem>
#include <iterator>

namespace support {

namespace {

std::size_t entries(const char* folder)
{
    const std::filesystem::directory_iterator all(folder);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}

std::size_t openDescriptors()
{
    return entries("/proc/self/fd") - 1; // without the one that reads the folder
}

std::size_t threads()
{
    return entries("/proc/self/task");
}

}

#include "tests/support/temporary_folder.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/stat.h>

namespace support {

TemporaryFolder::TemporaryFolder() : m_path("/tmp/sockscope-XXXXXX")
{
    if (::mkdtemp(m_path.data()) == nullptr) {
        throw std::runtime_error("mkdtemp: no folder for this test");
    }
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void writeFile(const std::string& path, std::string_view content)
{
    std::ofstream(path, std::ios::binary) << content;
}

std::string readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string kindAndMode(const std::string& path)
{
    struct stat found { };
    if (::lstat(path.c_str(), &found) != 0) {
        return "none";
    }
    const char* kind = S_ISSOCK(found.st_mode) ? "socket" : S_ISREG(found.st_mode) ? "file" : "other";
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%s %04o", kind, found.st_mode & 07777U);
    return text.data();
}

}

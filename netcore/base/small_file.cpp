#include "netcore/base/small_file.h"

#include <array>
#include <fcntl.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"

namespace netcore {

std::string smallFile(const std::string& path)
{
    const OwnedFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text {};
    const ssize_t length = file.isOpen() ? ::read(file.get(), text.data(), text.size()) : 0;
    return {text.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
}

}

#include "model/store/file_bytes.h"

#include <cerrno>
#include <unistd.h>

namespace model {

int writeAt(int fd, std::span<const std::byte> bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        if (written == 0) {
            return ENOSPC; // nothing was written, and nothing is said to be wrong: don't ask for ever
        }
        if (written > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(written));
            offset += static_cast<std::uint64_t>(written);
        }
    }
    return 0;
}

std::size_t readAt(int fd, std::span<std::byte> room, std::uint64_t offset)
{
    std::size_t all = 0;
    while (all < room.size()) {
        const auto rest = room.subspan(all);
        const ssize_t got = ::pread(fd, rest.data(), rest.size(), static_cast<off_t>(offset + all));
        if (got == 0 || (got < 0 && errno != EINTR)) {
            break;
        }
        all += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return all;
}

}

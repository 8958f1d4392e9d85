#include "model/streams/saved_bytes.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

#include "model/store/replacing_file.h"

namespace model {

namespace {

int writeAll(int fd, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return 0;
}

}

std::optional<FileProblem> saveBytes(const std::string& path, std::span<const std::byte> bytes)
{
    auto file = ReplacingFile::begin(path);
    if (!file.ok()) {
        return file.problem();
    }
    int error = writeAll(file.value().fd(), bytes);
    error = error != 0 ? error : file.value().commit(bytes.size());
    return error == 0 ? std::nullopt : std::optional(FileProblem {FileTrouble::System, error, path});
}

}

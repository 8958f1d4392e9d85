// Which file it is, whatever its name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>

namespace netcore {

// The birth tells apart two that had the same inode number one after the other.
struct FileIdentity {
    std::uint32_t deviceMajor = 0;
    std::uint32_t deviceMinor = 0;
    std::uint64_t inode = 0;
    std::int64_t bornSecond = 0; // zero where the file system does not tell
    std::uint32_t bornNanosecond = 0;

    bool operator==(const FileIdentity&) const = default;
};

struct FileStatus {
    FileIdentity identity;
    mode_t mode = 0; // with the kind: S_ISSOCK() ...
    uid_t owner = 0;
    std::uint64_t size = 0; // bytes
};

// Of the link itself where the last part of the path is one. Nothing: statx(2) has failed.
std::optional<FileStatus> fileStatus(const std::string& path);
// The socket file at that path; nothing where something else is.
std::optional<FileIdentity> socketFileAt(const std::string& path);

}

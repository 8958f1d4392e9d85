#include "netcore/sys/file_identity.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace netcore {

std::optional<FileStatus> fileStatus(const std::string& path)
{
    struct statx found { };
    constexpr unsigned kWanted = STATX_BASIC_STATS | STATX_BTIME;
    if (::statx(AT_FDCWD, path.c_str(), AT_SYMLINK_NOFOLLOW, kWanted, &found) != 0) {
        return std::nullopt;
    }
    const FileIdentity identity {found.stx_dev_major, found.stx_dev_minor, found.stx_ino,
        found.stx_btime.tv_sec, found.stx_btime.tv_nsec};
    return FileStatus {identity, found.stx_mode, found.stx_uid, found.stx_size};
}

std::optional<FileIdentity> socketFileAt(const std::string& path)
{
    const auto status = fileStatus(path);
    return status && S_ISSOCK(status->mode) ? std::optional(status->identity) : std::nullopt;
}

}

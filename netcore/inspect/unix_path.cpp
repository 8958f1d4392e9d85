#include "netcore/inspect/unix_path.h"

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"

namespace netcore {

namespace {

void block(PathFacts& facts, PathObstacle obstacle, const std::string& at)
{
    facts.obstacle = obstacle;
    facts.obstacleAt = at.empty() ? "/" : at;
    struct stat found { };
    if (::stat(facts.obstacleAt.c_str(), &found) == 0) {
        facts.mode = found.st_mode & 07777U;
        facts.owner = found.st_uid;
    }
}

PathObstacle obstacleOf(int error)
{
    switch (error) {
    case ENOENT:
        return PathObstacle::MissingFolder;
    case ENOTDIR:
        return PathObstacle::NotAFolder;
    case EACCES:
        return PathObstacle::NoSearch;
    case ELOOP:
        return PathObstacle::Loop;
    case ENAMETOOLONG:
        return PathObstacle::NameTooLong;
    default:
        return PathObstacle::None;
    }
}

// Follows the folders on the way, one component after the other. True: they can all be passed.
bool walk(const std::string& path, PathFacts& facts)
{
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        struct stat found { };
        if (::stat(folder.c_str(), &found) != 0) {
            const PathObstacle obstacle = obstacleOf(errno);
            // What must not be searched is the folder that holds this one.
            const bool above = obstacle == PathObstacle::NoSearch;
            block(facts, obstacle, above ? folder.substr(0, folder.rfind('/')) : folder);
            return false;
        }
        if (!S_ISDIR(found.st_mode)) {
            block(facts, PathObstacle::NotAFolder, folder);
            return false;
        }
    }
    return true;
}

bool belongsTo(const UnixSocket& socket, const std::string& path, const FileStatus& file)
{
    const bool sameName = socket.holder.local.path() == path;
    const bool sameFile = socket.fileInode != 0
        && socket.fileInode == static_cast<std::uint32_t>(file.identity.inode)
        && socket.fileDevice == (file.identity.deviceMajor << 20U | file.identity.deviceMinor);
    return sameName || sameFile;
}

// Whether a socket stands behind the file, by the kernel's own word, in whichever network namespace: the
// lists see one namespace only, and not every file system's inodes. connect() of a datagram socket sends
// nothing and wakes nobody; it finds nobody (ECONNREFUSED), or somebody (0, EPROTOTYPE, EPERM). Nothing: it
// can't be asked.
std::optional<bool> isTaken(const std::string& path)
{
    if (path.size() > kLongestUnixName) {
        return std::nullopt;
    }
    const OwnedFd probe(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const Address there = Address::unixPath(path);
    if (!probe.isOpen()) {
        return std::nullopt;
    }
    if (::connect(probe.get(), there.data(), there.length()) == 0 || errno == EPROTOTYPE || errno == EPERM) {
        return true;
    }
    return errno == ECONNREFUSED ? std::optional(false) : std::nullopt;
}

PathKind kindOfSocketFile(const std::string& path, const FileStatus& file, std::vector<UnixSocket>& holders)
{
    const bool listed = listUnixSockets([&](UnixSocket&& socket) {
        if (belongsTo(socket, path, file)) {
            holders.push_back(std::move(socket));
        }
    });
    if (const auto taken = isTaken(path)) {
        return *taken ? PathKind::LiveSocket : PathKind::StaleSocket;
    }
    return listed && !holders.empty() ? PathKind::LiveSocket : PathKind::Unknown;
}

// What the path leads to, over a symbolic link if need be.
std::string target(const std::string& path, PathFacts& facts)
{
    facts.isLink = true;
    std::error_code ignored;
    return std::filesystem::canonical(path, ignored).string();
}

void lookAtFile(const std::string& path, PathFacts& facts, std::vector<UnixSocket>& holders)
{
    auto file = fileStatus(path);
    std::string place = path;
    if (file && S_ISLNK(file->mode)) {
        struct stat behind { };
        const bool leads = ::stat(path.c_str(), &behind) == 0;
        if (!leads && (errno == ELOOP || errno == ENAMETOOLONG)) {
            block(facts, obstacleOf(errno), path);
            return;
        }
        place = target(path, facts);
        file = leads ? fileStatus(place) : file;
    }
    if (!file) {
        facts.kind = errno == ENOENT ? PathKind::Nothing : PathKind::Unknown;
        if (errno != ENOENT) {
            const bool folder = errno == EACCES;
            block(facts, obstacleOf(errno), folder ? path.substr(0, path.rfind('/')) : path);
        }
        return;
    }
    facts.mode = file->mode & 07777U;
    facts.owner = file->owner;
    facts.mine = file->owner == ::geteuid();
    facts.size = file->size;
    facts.file = file->identity;
    facts.kind = S_ISSOCK(file->mode) ? kindOfSocketFile(place, *file, holders)
        : S_ISREG(file->mode)         ? PathKind::File
        : S_ISDIR(file->mode)         ? PathKind::Folder
        : S_ISLNK(file->mode)         ? PathKind::DanglingLink
                                      : PathKind::Other;
}

void lookForRights(const std::string& path, PathFacts& facts)
{
    const std::string folder = path.substr(0, path.rfind('/'));
    const std::string parent = folder.empty() ? "/" : folder;
    struct statvfs system { };
    const bool file = facts.kind == PathKind::LiveSocket || facts.kind == PathKind::StaleSocket;
    if (facts.kind == PathKind::Nothing && ::statvfs(parent.c_str(), &system) == 0
        && (system.f_flag & ST_RDONLY) != 0) {
        block(facts, PathObstacle::ReadOnly, parent);
    } else if (facts.kind == PathKind::Nothing
        && ::faccessat(AT_FDCWD, parent.c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
        block(facts, PathObstacle::NoWrite, parent);
    } else if (file && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0 && errno == EACCES) {
        block(facts, PathObstacle::NoWrite, path);
    }
}

}

PathFacts lookAtPath(const std::string& path, std::vector<UnixSocket>& holders)
{
    PathFacts facts;
    std::error_code ignored; // the folder we are in has vanished: the path stays as it is
    facts.path = std::filesystem::absolute(path, ignored).string();
    facts.path = facts.path.empty() ? path : facts.path;
    if (walk(facts.path, facts)) {
        lookAtFile(facts.path, facts, holders);
        if (facts.obstacle == PathObstacle::None) {
            lookForRights(facts.path, facts);
        }
    }
    return facts;
}

int removeStaleSocket(const std::string& path, const FileIdentity& file)
{
    const auto found = fileStatus(path);
    if (!found) {
        return errno;
    }
    if (found->identity != file || !S_ISSOCK(found->mode)) {
        return ESTALE;
    }
    if (found->owner != ::geteuid()) {
        return EPERM;
    }
    std::vector<UnixSocket> holders;
    if (kindOfSocketFile(path, *found, holders) != PathKind::StaleSocket) {
        return EBUSY;
    }
    return ::unlink(path.c_str()) == 0 ? 0 : errno;
}

}

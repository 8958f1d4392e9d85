#include "model/store/state_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/store/log_file_reader.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::string_view kPrefix = "session-";
constexpr std::string_view kSuffix = ".sockscope";
constexpr int kMostOfASecond = 100;

std::string nameFor(const FileStart& start, int attempt)
{
    const auto seconds = static_cast<std::time_t>(start.wall / 1'000'000'000U);
    std::tm day {};
    ::gmtime_r(&seconds, &day);
    char time[32];
    std::strftime(time, sizeof time, "%Y%m%dT%H%M%SZ", &day);
    std::string name = std::string(kPrefix) + time + '-' + std::to_string(start.pid);
    name += attempt > 0 ? '-' + std::to_string(attempt + 1) : "";
    return name + std::string(kSuffix);
}

bool hasOurName(std::string_view name)
{
    return name.starts_with(kPrefix) && name.ends_with(kSuffix);
}

// All parts that are missing, as the XDG base directory specification wants them.
int makeFolders(const std::string& folder)
{
    for (std::size_t slash = folder.find('/', 1); slash != std::string::npos;
         slash = folder.find('/', slash + 1)) {
        ::mkdir(folder.substr(0, slash).c_str(), 0700);
    }
    ::mkdir(folder.c_str(), 0700);
    struct stat about { };
    if (::stat(folder.c_str(), &about) != 0) {
        return errno;
    }
    if (!S_ISDIR(about.st_mode)) {
        return ENOTDIR;
    }
    if (about.st_uid != ::geteuid()) {
        return EPERM; // somebody else's: not for what people send each other
    }
    return (about.st_mode & 077U) == 0 || ::chmod(folder.c_str(), 0700) == 0 ? 0 : errno;
}

struct Found {
    LeftSession session;
    OwnedFd lock;
};

// Nothing: somebody uses it, or it is none of ours.
std::optional<Found> lookAt(const std::string& path)
{
    Found found;
    found.lock.reset(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat about { };
    if (!found.lock.isOpen() || ::fstat(found.lock.get(), &about) != 0 || !S_ISREG(about.st_mode)
        || about.st_uid != ::geteuid() || ::flock(found.lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return std::nullopt;
    }
    const auto reader = LogFileReader::open(OwnedFd(::fcntl(found.lock.get(), F_DUPFD_CLOEXEC, 0)), path);
    if (!reader.ok()) {
        return std::nullopt;
    }
    found.session = {path, reader.value()->start(), reader.value()->rows(),
        static_cast<std::uint64_t>(about.st_blocks) * 512U};
    found.session.ended = reader.value()->hasEnded();
    return found;
}

// The newest first.
std::vector<Found> lookThrough(const std::string& folder)
{
    std::vector<Found> all;
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::opendir(folder.c_str()), ::closedir);
    while (const dirent* entry = entries ? ::readdir(entries.get()) : nullptr) {
        if (hasOurName(entry->d_name)) {
            if (auto found = lookAt(folder + '/' + entry->d_name)) {
                all.push_back(std::move(*found));
            }
        }
    }
    std::ranges::sort(all, [](const Found& one, const Found& other) {
        return one.session.start.wall > other.session.start.wall;
    });
    return all;
}

}

std::string defaultStateFolder()
{
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && state[0] == '/') { // relative ones are to be ignored, says the specification
        return std::string(state) + "/sockscope/sessions";
    }
    const char* home = std::getenv("HOME");
    return home != nullptr && home[0] == '/' ? std::string(home) + "/.local/state/sockscope/sessions"
                                             : std::string();
}

Outcome<KeptFile, int> createKeptFile(const std::string& folder, const FileStart& start)
{
    if (folder.empty()) {
        return ENOENT;
    }
    if (const int error = makeFolders(folder); error != 0) {
        return error;
    }
    for (int attempt = 0; attempt < kMostOfASecond; ++attempt) {
        KeptFile kept;
        kept.path = folder + '/' + nameFor(start, attempt);
        kept.file.reset(::open(kept.path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (kept.file.isOpen()) {
            // Somebody may just look at it (lookAt): wait for that. Where a file system has no locks, names
            // must do.
            while (::flock(kept.file.get(), LOCK_EX) != 0 && errno == EINTR) { }
            return kept;
        }
        if (errno != EEXIST) {
            return errno;
        }
    }
    return EEXIST;
}

std::vector<LeftSession> lookForLeft(const std::string& folder)
{
    std::vector<LeftSession> left;
    for (const Found& found : lookThrough(folder)) {
        if (found.session.rows > 0) {
            left.push_back(found.session);
        }
    }
    return left;
}

std::vector<LeftSession> lookForCrashed(const std::string& folder)
{
    std::vector<LeftSession> crashed;
    for (const Found& found : lookThrough(folder)) {
        if (!found.session.ended && found.session.rows > 0) {
            crashed.push_back(found.session);
        }
    }
    return crashed;
}

std::size_t removeOld(const std::string& folder, const KeepLimits& limits)
{
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    std::size_t removed = 0;
    for (const Found& found : lookThrough(folder)) {
        const bool isEmpty = found.session.rows == 0;
        if (!found.session.ended && !isEmpty) {
            continue;
        }
        files += isEmpty ? 0 : 1;
        bytes += isEmpty ? 0 : found.session.bytes;
        if (isEmpty || files > limits.files || bytes > limits.bytes) {
            removed += ::unlink(found.session.path.c_str()) == 0 ? 1U : 0U;
        }
    }
    return removed;
}

int removeKept(const std::string& path)
{
    const auto slash = path.rfind('/');
    if (!hasOurName(std::string_view(path).substr(slash == std::string::npos ? 0 : slash + 1))) {
        return EINVAL;
    }
    const auto found = lookAt(path);
    return !found ? EBUSY : ::unlink(path.c_str()) == 0 ? 0 : errno;
}

}

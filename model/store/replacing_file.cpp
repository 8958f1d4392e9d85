#include "model/store/replacing_file.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace model {

using namespace netcore;

namespace {

constexpr int kAttempts = 16;

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string nameIn(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string temporaryName(const std::string& name)
{
    std::uint32_t number = 0;
    if (::getrandom(&number, sizeof number, 0) != sizeof number) {
        number = static_cast<std::uint32_t>(::getpid());
    }
    char text[16];
    std::snprintf(text, sizeof text, ".%08x", number);
    return '.' + name.substr(0, 200) + text; // 255 bytes is a name's limit
}

}

ReplacingFile::ReplacingFile(std::string path, OwnedFd folder)
    : m_path(std::move(path)), m_name(nameIn(m_path)), m_folder(std::move(folder))
{
}

ReplacingFile::~ReplacingFile()
{
    if (m_folder.isOpen() && !m_temporary.empty()) {
        ::unlinkat(m_folder.get(), m_temporary.c_str(), 0);
    }
}

Outcome<ReplacingFile, FileProblem> ReplacingFile::begin(const std::string& path)
{
    OwnedFd folder(::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen()) {
        return FileProblem {FileTrouble::System, errno, path};
    }
    ReplacingFile file(path, std::move(folder));
    struct stat about { };
    if (file.m_name.empty()) {
        return FileProblem {FileTrouble::NotRegular, 0, path};
    }
    if (::fstatat(file.m_folder.get(), file.m_name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0) {
        if (!S_ISREG(about.st_mode)) {
            return FileProblem {FileTrouble::NotRegular, 0, path};
        }
    } else if (errno != ENOENT) {
        return FileProblem {FileTrouble::System, errno, path};
    }
    if (const int error = file.create(); error != 0) {
        return FileProblem {FileTrouble::System, error, path};
    }
    return file;
}

// Without a name where the file system can do that: killed now, it leaves nothing behind.
int ReplacingFile::create()
{
    m_file.reset(::openat(m_folder.get(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    for (int attempt = 0; !m_file.isOpen() && attempt < kAttempts; ++attempt) {
        const std::string name = temporaryName(m_name);
        m_file.reset(::openat(m_folder.get(), name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (m_file.isOpen()) {
            m_temporary = name;
        } else if (errno != EEXIST) {
            return errno;
        }
    }
    return m_file.isOpen() ? 0 : EEXIST;
}

int ReplacingFile::giveName()
{
    const std::string self = "/proc/self/fd/" + std::to_string(m_file.get());
    for (int attempt = 0; m_temporary.empty() && attempt < kAttempts; ++attempt) {
        const std::string name = temporaryName(m_name);
        if (::linkat(AT_FDCWD, self.c_str(), m_folder.get(), name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            m_temporary = name;
        } else if (errno != EEXIST) {
            return errno;
        }
    }
    return m_temporary.empty() ? EEXIST : 0;
}

// A network's file system may say only now that there was no room.
int ReplacingFile::close()
{
    return ::close(m_file.release()) == 0 || errno == EINTR ? 0 : errno;
}

int ReplacingFile::commit(std::uint64_t size)
{
    struct stat about { };
    if (::fdatasync(m_file.get()) != 0 || ::fstat(m_file.get(), &about) != 0) {
        return errno;
    }
    if (static_cast<std::uint64_t>(about.st_size) != size) {
        return EIO;
    }
    int error = giveName();
    error = error != 0 ? error : close();
    if (error != 0) {
        return error;
    }
    if (::renameat(m_folder.get(), m_temporary.c_str(), m_folder.get(), m_name.c_str()) != 0) {
        return errno;
    }
    m_temporary.clear();
    ::fsync(m_folder.get()); // that it is there is true already; this makes it last
    return 0;
}

}

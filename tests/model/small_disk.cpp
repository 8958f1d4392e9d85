#include "tests/model/small_disk.h"

#include <array>
#include <csignal>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace smallDisk {

namespace {

bool makeDisk(const std::string& folder)
{
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        return false;
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("tmpfs", folder.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=64k") == 0;
}

}

bool grow(const std::string& folder)
{
    return ::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | MS_NOSUID | MS_NODEV, "size=64m") == 0;
}

std::string with(const std::function<std::string(const std::string& folder)>& work)
{
    const support::TemporaryFolder folder;
    int ends[2];
    if (::pipe(ends) != 0) {
        return "no pipe";
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string text = makeDisk(folder.path())
            ? work(folder.path())
            : std::string("denied: ") + std::strerror(errno); // NOLINT: one thread
        const bool told = ::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::_exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    std::string text;
    std::array<char, 4'096> room {};
    for (ssize_t got = 0; (got = ::read(ends[0], room.data(), room.size())) > 0;) {
        text.append(room.data(), static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? "ended by signal " + std::to_string(WTERMSIG(status)) : text;
}

void killWhen(const std::function<void()>& work, const std::function<bool()>& isTime)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    while (!isTime()) {
        if (::waitpid(child, &status, WNOHANG) != 0) {
            return; // it has ended by itself, and its number is free
        }
        ::sched_yield();
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
}

}

#include "netcore/engine/thread_state.h"

#include <array>
#include <charconv>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

#include "netcore/base/owned_fd.h"

namespace netcore {

namespace {

std::string taskFile(pid_t tid, const char* name)
{
    const std::string path = "/proc/self/task/" + std::to_string(tid) + '/' + name;
    const OwnedFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text {};
    const ssize_t length = file.isOpen() ? ::read(file.get(), text.data(), text.size()) : 0;
    return {text.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
}

// "47 0x7 0x7f... " while it sleeps, "running" while it does not.
bool isIn(std::string_view syscallLine, long systemCall)
{
    long found = -1;
    std::from_chars(syscallLine.data(), syscallLine.data() + syscallLine.size(), found);
    return found == systemCall;
}

// The state letter stands behind the name, which may itself hold blanks and brackets.
bool isSleeping(std::string_view statLine)
{
    const std::size_t close = statLine.rfind(')');
    return close != std::string_view::npos && statLine.substr(close).starts_with(") S");
}

}

std::optional<Asleep> asleepIn(pid_t tid, long systemCall)
{
    if (!isIn(taskFile(tid, "syscall"), systemCall) || !isSleeping(taskFile(tid, "stat"))) {
        return std::nullopt;
    }
    std::string function = taskFile(tid, "wchan");
    return Asleep {function == "0" ? std::string() : std::move(function)};
}

}

#include "netcore/engine/thread_state.h"

#include <charconv>
#include <string_view>

#include "netcore/base/small_file.h"

namespace netcore {

namespace {

std::string taskFile(pid_t tid, const char* name)
{
    return smallFile("/proc/self/task/" + std::to_string(tid) + '/' + name);
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

// Whether a thread of this process sleeps in the kernel, from the kernel's own word:
// /proc/self/task/TID/syscall, stat and wchan (proc(5)). No privilege is needed for threads of one's own.
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>

namespace netcore {

struct Asleep {
    std::string kernelFunction; // "inet_csk_accept"; empty where the kernel does not tell
};

// Nothing: it runs, or sleeps somewhere else, or is gone.
std::optional<Asleep> asleepIn(pid_t tid, long systemCall);

}

// Which program has a socket open: /proc/PID/fd (proc(5)), as far as this user may look.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>

#include "netcore/inspect/finding.h"

namespace netcore {

// Fills in process, program and commandLine of those holders that have an inode and are nobody of ours. Of
// several processes that share a socket, the one with the lowest pid. Of another user's programs only root
// sees it; those stay at 0. Some milliseconds on a busy machine; ends early when `stop` becomes true.
void findProcesses(std::span<Holder> holders, const std::atomic<bool>& stop);

inline constexpr std::size_t kLongestCommandLine = 256;

}

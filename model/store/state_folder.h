// The folder where logs are kept while they grow: names, locks, and what earlier sessions have left.
//
// A file in use is held by flock(2), which ends with its process, however that ends.
// Threads: any.
#pragma once

#include <string>
#include <vector>

#include "model/store/file_format.h"
#include "model/store/file_problem.h"
#include "netcore/base/outcome.h"
#include "netcore/base/owned_fd.h"

namespace model {

// $XDG_STATE_HOME/sockscope/sessions, or ~/.local/state/...; empty where there is no home.
std::string defaultStateFolder();

struct KeptFile {
    netcore::OwnedFd file; // locked, empty, 0600
    std::string path;
};
// Makes the folder (0700) if need be. The problem is an errno.
netcore::Outcome<KeptFile, int> createKeptFile(const std::string& folder, const FileStart& start);

struct LeftSession {
    std::string path;
    FileStart start;
    Row rows = 0;
    std::uint64_t bytes = 0; // that it takes of the disk
    bool ended = true; // false: its program has crashed
};
// Files that nobody uses, the newest first; those without a row are left out.
std::vector<LeftSession> lookForLeft(const std::string& folder);
// Files that nobody uses and that were not ended: their program has crashed. The newest first.
std::vector<LeftSession> lookForCrashed(const std::string& folder);

struct KeepLimits {
    std::size_t files = 10;
    std::uint64_t bytes = std::uint64_t {4} << 30;
};
// Removes what was ended, the oldest first, until the rest is within both limits, and crashed ones without a
// row. Only files that are ours by name and by content, that nobody uses. Returns how many it removed.
std::size_t removeOld(const std::string& folder, const KeepLimits& limits = {});
// One that was offered and is not wanted. The same conditions. 0 or an errno.
int removeKept(const std::string& path);

}

// A session file from what a store has: Save and Save As. Compact, ended, old-or-new (replacing_file.h).
//
// Threads: planned on the session's thread; written by any, while the log goes on. The store must outlive it.
#pragma once

#include <functional>
#include <optional>

#include "model/store/event_store.h"

namespace model {

// What will be in the copy: a whole number of rows, and what was said beside them up to now.
struct SavePlan {
    const EventStore* store = nullptr;
    Row rows = 0;
    std::vector<Record> records;
    FileStart start;
};

// Bytes that are written, and of how many. Returns whether to go on.
using SaveProgress = std::function<bool(std::uint64_t done, std::uint64_t all)>;

// Nothing: it is saved. A problem: what was at the path is still there.
std::optional<FileProblem> saveCopy(
    const SavePlan& plan, const std::string& path, const SaveProgress& progress = {});

}

// A file that is there as a whole or not at all: what was at its path stays until all has reached the disk.
// (QSaveFile says true on a full disk, and replaces devices; ../shared/field/faults.md tells.)
//
// Never over anything but a regular file: a symbolic link is not followed. Mode 0600. Killed at any moment it
// leaves the old file or the new one; between two calls at the end also a hidden one beside it.
//
// Threads: any, one at a time.
#pragma once

#include <string>

#include "model/store/file_problem.h"
#include "netcore/base/outcome.h"
#include "netcore/base/owned_fd.h"

namespace model {

class ReplacingFile {
public:
    static netcore::Outcome<ReplacingFile, FileProblem> begin(const std::string& path);
    ReplacingFile(ReplacingFile&&) noexcept = default;
    ReplacingFile& operator=(ReplacingFile&&) noexcept = default;
    ~ReplacingFile(); // without commit(): nothing has happened

    int fd() const { return m_file.get(); }
    // size: what the file must have, or it is not put in place. 0 or an errno.
    int commit(std::uint64_t size);

private:
    ReplacingFile(std::string path, netcore::OwnedFd folder);
    int create();
    int giveName();
    int close();

    std::string m_path;
    std::string m_name; // the last part of it
    std::string m_temporary; // its name in the folder; empty while it has none
    netcore::OwnedFd m_folder;
    netcore::OwnedFd m_file;
};

}

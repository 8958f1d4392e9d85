// Writes a log to its file while it grows. Its order makes the file good at any moment: see file_format.h.
//
// All is written with pwrite(): a full disk is an errno, and what could not be written stays pending in
// memory until write() is called again. A block that has become full is sealed and adopted by its lane.
//
// Threads: the store's writer. The lanes must outlive it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/store/file_problem.h"
#include "model/store/lanes.h"
#include "model/store/records.h"
#include "netcore/base/outcome.h"
#include "netcore/base/owned_fd.h"

namespace model {

class LogFileWriter {
public:
    // The file is empty, open for reading and writing. What the lanes hold already is written by write().
    static netcore::Outcome<std::unique_ptr<LogFileWriter>, int> begin(
        netcore::OwnedFd file, Lanes& lanes, const FileStart& start);

    // Rows up to there, and their bytes. 0 or an errno; then it goes on where it stopped.
    int write(Row rows);
    int write(const Record& record);
    // "Nothing follows." The rows must have been written.
    int end();

    Row rows() const { return m_rows; } // that a reader of the file will find
    std::uint64_t bytes() const { return m_end; } // of the file; holes included

private:
    struct Block {
        std::uint64_t body = 0; // offset in the file
        bool sealed = false;
    };
    struct Lane {
        std::vector<Block> blocks;
        std::uint64_t written = 0; // bytes, or rows of columns
    };

    LogFileWriter(netcore::OwnedFd file, Lanes& lanes);
    int allot(BlockKind kind, std::uint64_t ordinal, std::uint64_t bodyBytes, std::uint64_t& body);
    int writeLane(BlockKind kind, std::uint64_t end);
    int writeColumns(Row end);
    int columnsPart(std::uint64_t body, Row first, Row end);
    int sealBlock(BlockKind kind, std::uint64_t ordinal);
    int commit(bool ended);

    netcore::OwnedFd m_file;
    Lanes& m_lanes;
    std::array<Lane, kLanes> m_written;
    std::uint64_t m_end = kFilePage; // of the file: where the next block will lie
    std::uint64_t m_sequence = 0;
    Row m_rows = 0;
    // The open block of records.
    std::uint64_t m_recordBlocks = 0;
    std::uint64_t m_recordPlace = 0;
    std::uint64_t m_recordEnd = 0;
};

}

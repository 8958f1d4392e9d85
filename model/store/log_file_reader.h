// Reads a session file, whoever wrote it: every offset, size and number in it is judged before it is used.
//
// open() finds out what there is, without reading the events; map() lays it into lanes. Then readOn() judges
// chunk after chunk, checksums and contents: rows that it has passed may be read by any thread as those of a
// live log. It stops for good at the first damage.
//
// Threads: one; the lanes' readers as ever.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/store/file_problem.h"
#include "model/store/lanes.h"
#include "model/store/records.h"
#include "netcore/base/outcome.h"
#include "netcore/base/owned_fd.h"

namespace model {

class LogFileReader {
public:
    static netcore::Outcome<std::unique_ptr<LogFileReader>, FileProblem> open(const std::string& path);
    static netcore::Outcome<std::unique_ptr<LogFileReader>, FileProblem> open(
        netcore::OwnedFd file, const std::string& path);

    const FileStart& start() const { return m_start; }
    bool hasEnded() const
    {
        return m_commit.ended != 0;
    } // false: it was left by a crash, or is still written
    Row rows() const { return m_commit.rows; } // that the file says it has
    std::uint64_t bytes() const { return m_size; }
    const std::vector<Record>& records() const { return m_records; }
    const std::optional<FileDamage>& damage() const { return m_damage; }

    // The lanes are empty. False: no addresses for so much.
    bool map(Lanes& lanes);
    // The rows that are good, a chunk more than `good`; the same: that was all.
    Row readOn(const Lanes& lanes, Row good);

private:
    struct Block {
        std::uint64_t offset = 0; // of its header
        std::uint64_t bodyBytes = 0;
        std::uint64_t used = 0;
        Row rows = 0; // of short columns
        std::uint32_t crc = 0;
        bool sealed = false;

        std::uint64_t body() const { return offset + kFilePage; }
        bool isFull(std::size_t size) const { return bodyBytes == size && rows == 0; }
    };
    struct Lane {
        std::vector<Block> blocks;
        std::uint64_t mapped = 0; // bytes that lie in the lane; sealed ones may go beyond what was committed
        std::size_t judged = 0; // of arguments and data: blocks whose checksum was right
    };

    LogFileReader(netcore::OwnedFd file, std::uint64_t size) : m_file(std::move(file)), m_size(size) { }
    std::optional<FileTrouble> readFirstPage();
    void walkBlocks();
    bool takeBlock(const BlockHeader& header, std::uint64_t offset);
    void readRecords(std::uint64_t body, std::uint64_t bodyBytes);
    bool mapLane(BlockKind kind, BlockSpace& space);
    Row readLastColumns(const Block& block, std::byte* chunk, Row wanted);
    bool isSealRight(const Lanes& lanes, std::size_t chunk, std::size_t count) const;
    Row soundRows(const ColumnChunk& chunk, std::size_t count, const Lanes& lanes);
    Row coveredRows(const ColumnChunk& chunk, std::size_t count, const Lanes& lanes);
    std::uint64_t judgeLane(BlockKind kind, const BlockSpace& space, std::uint64_t end);
    void setDamage(DamageKind kind, std::uint64_t offset);

    netcore::OwnedFd m_file;
    std::uint64_t m_size;
    FileStart m_start;
    Commit m_commit {};
    std::array<Lane, kLanes> m_lanes;
    std::vector<Record> m_records;
    std::uint64_t m_recordBytes = 0;
    std::optional<FileDamage> m_damage;
    Row m_mapped = 0; // rows that the columns have
    std::uint64_t m_argumentsEnd = 0; // of the rows that are good
    std::uint64_t m_dataEnd = 0;
};

}

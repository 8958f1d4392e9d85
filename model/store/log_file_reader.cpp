#include "model/store/log_file_reader.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

#include "model/store/checksum.h"
#include "model/store/file_bytes.h"
#include "model/store/sealed_headers.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::uint64_t kMostBody = std::uint64_t {1} << 30; // a block's; records may be longer than usual
constexpr std::uint64_t kMostRecords = std::uint64_t {1} << 28; // bytes of all

template<typename Value> bool readValue(int fd, Value& value, std::uint64_t offset)
{
    return readAt(fd, std::as_writable_bytes(std::span(&value, 1)), offset) == sizeof value;
}

}

Outcome<std::unique_ptr<LogFileReader>, FileProblem> LogFileReader::open(const std::string& path)
{
    // O_NONBLOCK: the open() of a FIFO would wait for its writer.
    OwnedFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen()) {
        return FileProblem {FileTrouble::System, errno, path};
    }
    return open(std::move(file), path);
}

Outcome<std::unique_ptr<LogFileReader>, FileProblem> LogFileReader::open(
    OwnedFd file, const std::string& path)
{
    struct stat about { };
    if (::fstat(file.get(), &about) != 0) {
        return FileProblem {FileTrouble::System, errno, path};
    }
    if (!S_ISREG(about.st_mode)) {
        return FileProblem {FileTrouble::NotRegular, 0, path};
    }
    std::unique_ptr<LogFileReader> reader(
        new LogFileReader(std::move(file), static_cast<std::uint64_t>(about.st_size)));
    if (const auto trouble = reader->readFirstPage()) {
        return FileProblem {*trouble, 0, path};
    }
    reader->walkBlocks();
    return reader;
}

std::optional<FileTrouble> LogFileReader::readFirstPage()
{
    FileHeader header {};
    if (!readValue(m_file.get(), header, 0) || !isOurs(header)) {
        return FileTrouble::NotASession;
    }
    if (header.major > kFileMajor) {
        return FileTrouble::Newer;
    }
    if (!isReadable(header)) {
        return FileTrouble::NotASession;
    }
    m_start = startOf(header);
    for (const std::size_t place : kCommitPlaces) {
        Commit commit {};
        if (readValue(m_file.get(), commit, place) && isSound(commit)
            && commit.sequence > m_commit.sequence) {
            m_commit = commit;
        }
    }
    if (m_commit.sequence == 0) { // nothing says how far it goes
        return FileTrouble::NotASession;
    }
    return std::nullopt;
}

void LogFileReader::setDamage(DamageKind kind, std::uint64_t offset)
{
    if (!m_damage) {
        m_damage = FileDamage {kind, offset, 0, 0};
    }
}

// Forward only, and never over the end of the file: neither loops nor overlaps can be.
void LogFileReader::walkBlocks()
{
    for (std::uint64_t offset = kFilePage; offset < m_size;) {
        BlockHeader header {};
        if (!readValue(m_file.get(), header, offset) || !isSound(header) || header.bodyBytes % kFilePage != 0
            || header.bodyBytes == 0 || header.bodyBytes > kMostBody || !takeBlock(header, offset)) {
            setDamage(DamageKind::Block, offset);
            return;
        }
        offset += kFilePage + header.bodyBytes;
    }
}

bool LogFileReader::takeBlock(const BlockHeader& header, std::uint64_t offset)
{
    if (header.kind == BlockKind::Records) {
        readRecords(offset + kFilePage, header.bodyBytes);
    }
    const auto index = static_cast<std::size_t>(header.kind);
    if (index >= kLanes) {
        return true; // of a newer minor version: may be overlooked
    }
    auto& blocks = m_lanes[index].blocks;
    const bool isShort = header.bodyBytes < kLaneBytes[index] || header.rows != 0;
    const bool fits = header.ordinal == blocks.size() && header.bodyBytes <= kLaneBytes[index]
        && header.used <= header.bodyBytes
        && (blocks.empty() || (blocks.back().sealed && blocks.back().isFull(kLaneBytes[index])))
        && (!isShort || header.sealed != 0)
        && (!isShort || header.kind != BlockKind::Columns
            || (header.rows < kRowsInChunk && header.used == header.rows * kRowBytes));
    if (fits) {
        blocks.push_back(
            {offset, header.bodyBytes, header.used, header.rows, header.bodyCrc, header.sealed != 0});
    }
    return fits;
}

void LogFileReader::readRecords(std::uint64_t body, std::uint64_t bodyBytes)
{
    const std::uint64_t end = std::min(body + bodyBytes, m_size);
    for (std::uint64_t place = body; place + sizeof(RecordHeader) <= end;) {
        RecordHeader header {};
        if (!readValue(m_file.get(), header, place) || (header.size == 0 && header.crc == 0)) {
            return;
        }
        const std::uint64_t size = (sizeof header + std::uint64_t {header.size} + 7) / 8 * 8;
        Record record {static_cast<RecordKind>(header.kind), {}};
        m_recordBytes += size;
        if (!isSound(header) || place + sizeof header + header.size > end || header.size > kMostRecordBytes
            || m_recordBytes > kMostRecords) {
            setDamage(DamageKind::Block, place);
            return;
        }
        record.bytes.resize(header.size);
        if (readAt(m_file.get(), record.bytes, place + sizeof header) != header.size
            || checksum(record.bytes) != header.bodyCrc) {
            setDamage(DamageKind::Checksum, place);
            return;
        }
        m_records.push_back(std::move(record));
        place += size;
    }
}

}

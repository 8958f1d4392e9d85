#include "model/store/log_file_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

#include "model/store/checksum.h"
#include "model/store/file_bytes.h"
#include "model/store/sealed_headers.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::size_t indexOf(BlockKind kind)
{
    return static_cast<std::size_t>(kind);
}

bool isZero(std::span<const std::byte> bytes)
{
    return bytes.front() == std::byte {0}
    && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0;
}

// A log that has filled a block will fill the next one: what is there in one piece is cheaper to write. Where
// it can't be had, the blocks are found one by one, as they are written.
void reserve(int file, std::uint64_t offset, std::uint64_t size)
{
    ::fallocate(file, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(offset), static_cast<off_t>(size));
}

void giveBack(int file, std::uint64_t offset, std::uint64_t end)
{
    const std::uint64_t first = (offset + kFilePage - 1) / kFilePage * kFilePage;
    if (first < end) {
        ::fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(first),
            static_cast<off_t>(end - first));
    }
}

constexpr std::size_t kBehindAdopted = 4; // blocks that stay in memory, for who follows the tail

}

LogFileWriter::LogFileWriter(OwnedFd file, Lanes& lanes) : m_file(std::move(file)), m_lanes(lanes) { }

Outcome<std::unique_ptr<LogFileWriter>, int> LogFileWriter::begin(
    OwnedFd file, Lanes& lanes, const FileStart& start)
{
    std::unique_ptr<LogFileWriter> writer(new LogFileWriter(std::move(file), lanes));
    const FileHeader header = makeFileHeader(start);
    int error = writeAt(writer->m_file.get(), bytesOfValue(header), 0);
    error = error != 0 ? error : writer->commit(false);
    if (error != 0) {
        return error;
    }
    return writer;
}

int LogFileWriter::commit(bool ended)
{
    Commit commit {};
    commit.sequence = m_sequence + 1;
    commit.rows = m_written[indexOf(BlockKind::Columns)].written;
    commit.arguments = m_written[indexOf(BlockKind::Arguments)].written;
    commit.data = m_written[indexOf(BlockKind::Data)].written;
    commit.ended = ended ? 1 : 0;
    seal(commit);
    const int error
        = writeAt(m_file.get(), bytesOfValue(commit), kCommitPlaces[commit.sequence % kCommitPlaces.size()]);
    if (error == 0) {
        m_sequence = commit.sequence;
        m_rows = commit.rows;
    }
    return error;
}

int LogFileWriter::allot(BlockKind kind, std::uint64_t ordinal, std::uint64_t bodyBytes, std::uint64_t& body)
{
    BlockHeader header {};
    header.kind = kind;
    header.ordinal = ordinal;
    header.bodyBytes = bodyBytes;
    seal(header);
    if (const int error = writeAt(m_file.get(), bytesOfValue(header), m_end); error != 0) {
        return error;
    }
    if (ordinal > 0) {
        reserve(m_file.get(), m_end, kFilePage + bodyBytes);
    }
    body = m_end + kFilePage;
    m_end = body + bodyBytes;
    return 0;
}

int LogFileWriter::sealBlock(BlockKind kind, std::uint64_t ordinal)
{
    Block& block = m_written[indexOf(kind)].blocks[ordinal];
    BlockSpace& lane = m_lanes.of(kind);
    const std::size_t size = lane.blockBytes();
    BlockHeader header {};
    header.kind = kind;
    header.sealed = 1;
    header.ordinal = ordinal;
    header.bodyBytes = size;
    header.used = size;
    header.bodyCrc = checksum({lane.base() + ordinal * size, size});
    seal(header);
    if (const int error = writeAt(m_file.get(), bytesOfValue(header), block.body - kFilePage); error != 0) {
        return error;
    }
    block.sealed = true;
    // In their order; one that could not be adopted then (no more mappings) is tried again now.
    const auto& blocks = m_written[indexOf(kind)].blocks;
    for (std::size_t next = lane.adopted(); next < blocks.size() && blocks[next].sealed; ++next) {
        if (!lane.adopt(m_file.get(), blocks[next].body, size)) {
            break;
        }
        if (next >= kBehindAdopted) {
            lane.forget((next - kBehindAdopted) * size, size);
        }
    }
    return 0;
}

int LogFileWriter::writeLane(BlockKind kind, std::uint64_t end)
{
    Lane& lane = m_written[indexOf(kind)];
    const BlockSpace& space = m_lanes.of(kind);
    const std::size_t size = space.blockBytes();
    while (lane.written < end) {
        const std::uint64_t ordinal = lane.written / size;
        if (ordinal == lane.blocks.size()) {
            Block block;
            if (const int error = allot(kind, ordinal, size, block.body); error != 0) {
                return error;
            }
            lane.blocks.push_back(block);
        }
        const std::uint64_t inBlock = lane.written % size;
        const std::uint64_t part = std::min<std::uint64_t>(end - lane.written, size - inBlock);
        const std::span bytes(space.base() + lane.written, part);
        int error = writeAt(m_file.get(), bytes, lane.blocks[ordinal].body + inBlock);
        if (error == 0 && inBlock + part == size) {
            error = sealBlock(kind, ordinal);
        }
        if (error != 0) {
            return error;
        }
        lane.written += part;
    }
    return 0;
}

int LogFileWriter::columnsPart(std::uint64_t body, Row first, Row end)
{
    const std::byte* chunk = m_lanes.columns.base() + first / kRowsInChunk * kColumnsBytes;
    const std::size_t i = first % kRowsInChunk;
    std::size_t column = 0;
    for (const std::size_t width : kColumnWidths) {
        const std::size_t place = column + i * width;
        const std::span values(chunk + place, static_cast<std::size_t>(end - first) * width);
        column += kRowsInChunk * width;
        // A file is zeros where nothing was written, and sockets that were opened, errors, actors are few.
        // But the last column makes the file as long as it has to be.
        const bool isThere = column < kColumnsBytes && isZero(values);
        const int error = isThere ? 0 : writeAt(m_file.get(), values, body + place);
        if (error != 0) {
            return error;
        }
    }
    return 0;
}

int LogFileWriter::writeColumns(Row end)
{
    Lane& lane = m_written[indexOf(BlockKind::Columns)];
    while (lane.written < end) {
        const std::uint64_t ordinal = lane.written / kRowsInChunk;
        if (ordinal == lane.blocks.size()) {
            Block block;
            if (const int error = allot(BlockKind::Columns, ordinal, kColumnsBytes, block.body); error != 0) {
                return error;
            }
            lane.blocks.push_back(block);
        }
        const Row partEnd = std::min<Row>(end, (ordinal + 1) * kRowsInChunk);
        int error = columnsPart(lane.blocks[ordinal].body, lane.written, partEnd);
        if (error == 0 && partEnd % kRowsInChunk == 0) {
            error = sealBlock(BlockKind::Columns, ordinal);
        }
        if (error != 0) {
            return error;
        }
        lane.written = partEnd;
    }
    return 0;
}

int LogFileWriter::write(Row rows)
{
    if (rows == m_rows) {
        return 0;
    }
    // Of the bytes perhaps more than those rows have: no harm.
    int error = writeLane(BlockKind::Arguments, m_lanes.arguments.size());
    error = error != 0 ? error : writeLane(BlockKind::Data, m_lanes.data.size());
    error = error != 0 ? error : writeColumns(rows);
    return error != 0 ? error : commit(false);
}

int LogFileWriter::write(const Record& record)
{
    const std::uint64_t size = (sizeof(RecordHeader) + record.bytes.size() + 7) / 8 * 8;
    if (m_recordPlace + size > m_recordEnd) {
        std::uint64_t body = 0;
        const std::uint64_t bodyBytes = std::max<std::uint64_t>(kRecordsBytes, wholePages(size));
        if (const int error = allot(BlockKind::Records, m_recordBlocks, bodyBytes, body); error != 0) {
            return error;
        }
        ++m_recordBlocks;
        m_recordPlace = body;
        m_recordEnd = body + bodyBytes;
    }
    RecordHeader header {};
    header.size = static_cast<std::uint32_t>(record.bytes.size());
    header.kind = static_cast<std::uint16_t>(record.kind);
    header.bodyCrc = checksum(record.bytes);
    seal(header);
    // The header last: it says that the bytes are there.
    int error = writeAt(m_file.get(), record.bytes, m_recordPlace + sizeof header);
    error = error != 0 ? error : writeAt(m_file.get(), bytesOfValue(header), m_recordPlace);
    m_recordPlace += error == 0 ? size : 0;
    return error;
}

int LogFileWriter::end()
{
    for (const BlockKind kind : {BlockKind::Arguments, BlockKind::Data}) {
        const Lane& lane = m_written[indexOf(kind)];
        const std::size_t size = m_lanes.of(kind).blockBytes();
        const bool isOpen = lane.blocks.size() > 1 && lane.written < lane.blocks.size() * size;
        if (isOpen) {
            const std::uint64_t body = lane.blocks.back().body;
            giveBack(m_file.get(), body + lane.written % size, body + size);
        }
    }
    return commit(true);
}

}

// What of an opened file is good: the second half of LogFileReader, from its lanes on.

#include <algorithm>

#include "model/store/checksum.h"
#include "model/store/file_bytes.h"
#include "model/store/log_file_reader.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kBehind = 4 * kRowsInChunk; // chunks that stay in memory while it goes on

}

bool LogFileReader::map(Lanes& lanes)
{
    return mapLane(BlockKind::Columns, lanes.columns) && mapLane(BlockKind::Arguments, lanes.arguments)
        && mapLane(BlockKind::Data, lanes.data);
}

// Sealed blocks are mapped; the last one, which may be short or still open, is read.
bool LogFileReader::mapLane(BlockKind kind, BlockSpace& space)
{
    const auto& blocks = m_lanes[static_cast<std::size_t>(kind)].blocks;
    const bool columns = kind == BlockKind::Columns;
    const std::size_t size = space.blockBytes();
    const std::uint64_t told = kind == BlockKind::Arguments ? m_commit.arguments : m_commit.data;
    std::uint64_t end = 0;
    for (const Block& block : blocks) {
        const bool isWhole = block.sealed && block.isFull(size) && block.body() + size <= m_size;
        if (end + size > space.reserved()) {
            return false;
        }
        if (isWhole && space.adopt(m_file.get(), block.body(), size)) {
            end += size;
            m_mapped += columns ? kRowsInChunk : 0;
            continue;
        }
        std::byte* base = space.makeRoom(end + size);
        if (base == nullptr) {
            return false;
        }
        if (columns) {
            const Row wanted = m_commit.rows > m_mapped ? m_commit.rows - m_mapped : 0;
            m_mapped += readLastColumns(block, base + end, std::min(wanted, kRowsInChunk));
            end += size;
        } else {
            // All of a sealed one, for its checksum; the last Commit may be older than the seal.
            const std::uint64_t open = told > end ? std::min(told - end, block.bodyBytes) : 0;
            const std::uint64_t wanted = block.sealed ? block.used : open;
            end += readAt(m_file.get(), {base + end, wanted}, block.body());
        }
        break; // only the last can be so, and what would come behind it has no place
    }
    m_lanes[static_cast<std::size_t>(kind)].mapped = end;
    space.setSize(columns ? end : std::min(end, told));
    return true;
}

Row LogFileReader::readLastColumns(const Block& block, std::byte* chunk, Row wanted)
{
    const bool isShort = block.rows != 0;
    const Row stride = isShort ? block.rows : kRowsInChunk;
    Row rows = std::min(wanted, stride);
    std::uint64_t place = block.body();
    std::size_t column = 0;
    for (const std::size_t width : kColumnWidths) {
        rows = std::min<Row>(rows, readAt(m_file.get(), {chunk + column, rows * width}, place) / width);
        place += stride * width;
        column += kRowsInChunk * width;
    }
    return rows;
}

bool LogFileReader::isSealRight(const Lanes& lanes, std::size_t chunk, std::size_t count) const
{
    const Block& block = m_lanes[static_cast<std::size_t>(BlockKind::Columns)].blocks[chunk];
    if (!block.sealed) {
        return true;
    }
    const std::byte* base = lanes.columns.base() + chunk * kColumnsBytes;
    if (block.isFull(kColumnsBytes)) {
        return checksum({base, kColumnsBytes}) == block.crc; // also where fewer rows were committed yet
    }
    std::uint32_t crc = 0;
    for (const std::size_t width : kColumnWidths) {
        crc = checksum({base, count * width}, crc);
        base += kRowsInChunk * width;
    }
    return count == block.rows && crc == block.crc;
}

// Up to the first that no writer would have written.
Row LogFileReader::soundRows(const ColumnChunk& chunk, std::size_t count, const Lanes& lanes)
{
    std::uint64_t arguments = m_argumentsEnd;
    std::uint64_t data = m_dataEnd;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t argumentsEnd = chunk.arguments[i] + chunk.argumentsSize[i];
        const std::uint64_t dataEnd = chunk.data[i] + chunk.dataKept[i];
        if (chunk.kind[i] > EventKind::Finding || static_cast<std::size_t>(chunk.call[i]) >= kCallIds
            || chunk.arguments[i] < arguments || argumentsEnd < chunk.arguments[i]
            || argumentsEnd > lanes.arguments.size() || chunk.data[i] < data || dataEnd < chunk.data[i]
            || dataEnd > lanes.data.size()) {
            return i;
        }
        arguments = argumentsEnd;
        data = dataEnd;
    }
    return count;
}

// How far the lane is good; `end` or less. Blocks are judged once.
std::uint64_t LogFileReader::judgeLane(BlockKind kind, const BlockSpace& space, std::uint64_t end)
{
    Lane& lane = m_lanes[static_cast<std::size_t>(kind)];
    const std::size_t size = space.blockBytes();
    for (; lane.judged < lane.blocks.size() && lane.judged * size < end; ++lane.judged) {
        const Block& block = lane.blocks[lane.judged];
        const std::uint64_t begin = lane.judged * size;
        const std::uint64_t there = lane.mapped > begin ? lane.mapped - begin : 0;
        const std::span bytes(space.base() + begin, std::min(block.used, there));
        if (block.sealed && (bytes.size() != block.used || checksum(bytes) != block.crc)) {
            setDamage(DamageKind::Checksum, block.body());
            return lane.judged * size;
        }
        space.forget(lane.judged * size, size);
    }
    return end;
}

// Up to the first whose bytes lie in a block that is damaged.
Row LogFileReader::coveredRows(const ColumnChunk& chunk, std::size_t count, const Lanes& lanes)
{
    if (count == 0) {
        return 0;
    }
    const auto argumentsOf = [&](std::size_t i) { return chunk.arguments[i] + chunk.argumentsSize[i]; };
    const auto dataOf = [&](std::size_t i) { return chunk.data[i] + chunk.dataKept[i]; };
    const auto arguments = judgeLane(BlockKind::Arguments, lanes.arguments, argumentsOf(count - 1));
    const auto data = judgeLane(BlockKind::Data, lanes.data, dataOf(count - 1));
    while (count > 0 && (argumentsOf(count - 1) > arguments || dataOf(count - 1) > data)) {
        --count;
    }
    if (count > 0) {
        m_argumentsEnd = argumentsOf(count - 1);
        m_dataEnd = dataOf(count - 1);
    }
    return count;
}

Row LogFileReader::readOn(const Lanes& lanes, Row good)
{
    const Row all = std::min(m_mapped, m_commit.rows);
    if (good < all && good % kRowsInChunk == 0) {
        const auto count = static_cast<std::size_t>(std::min(all - good, kRowsInChunk));
        const ColumnChunk& chunk = lanes.chunk(good);
        const std::size_t ordinal = good / kRowsInChunk;
        const std::uint64_t place
            = m_lanes[static_cast<std::size_t>(BlockKind::Columns)].blocks[ordinal].body();
        Row sound = 0;
        if (!isSealRight(lanes, ordinal, count)) {
            setDamage(DamageKind::Checksum, place);
        } else if (sound = soundRows(chunk, count, lanes); sound < count) {
            setDamage(lanes.isHurt() ? DamageKind::Vanished : DamageKind::Content, place);
        }
        const Row covered = coveredRows(chunk, sound, lanes);
        if (good >= kBehind) {
            lanes.columns.forget((good - kBehind) / kRowsInChunk * kColumnsBytes, kColumnsBytes);
        }
        good += covered;
        if (covered == count && good < all) {
            return good;
        }
    }
    if (good < m_commit.rows) {
        setDamage(DamageKind::Torn, m_size);
        m_damage->firstLost = good;
        m_damage->rowsLost = m_commit.rows - good;
    }
    return good;
}

}

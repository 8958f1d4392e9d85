#include "model/store/saved_copy.h"

#include <algorithm>
#include <cerrno>

#include "model/store/checksum.h"
#include "model/store/file_bytes.h"
#include "model/store/replacing_file.h"
#include "model/store/sealed_headers.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::size_t kPiece = std::size_t {1} << 20; // between two words of progress

// errno values, and one of our own for a user who has changed their mind.
constexpr int kCancelled = -1;

class Copier {
public:
    Copier(const SavePlan& plan, int fd, const SaveProgress& progress)
        : m_plan(plan), m_fd(fd), m_progress(progress)
    {
        if (plan.rows > 0) {
            const ColumnChunk& chunk = m_lanes.chunk(plan.rows - 1);
            const std::size_t i = (plan.rows - 1) % kRowsInChunk;
            m_argumentsEnd = chunk.arguments[i] + chunk.argumentsSize[i];
            m_dataEnd = chunk.data[i] + chunk.dataKept[i];
        }
        m_all = plan.rows * kRowBytes + m_argumentsEnd + m_dataEnd;
    }

    int write();
    std::uint64_t size() const { return m_end; }

private:
    int writeRecords();
    int writeLane(BlockKind kind, const BlockSpace& lane, std::uint64_t end);
    int writeChunk(Row first);
    int writeFirstPage();
    int put(std::span<const std::byte> bytes); // at the end, its checksum in m_crc
    int closeBlock(BlockHeader header, std::uint64_t begin);

    const SavePlan& m_plan;
    const Lanes& m_lanes = m_plan.store->lanes();
    int m_fd;
    const SaveProgress& m_progress;
    std::uint64_t m_argumentsEnd = 0;
    std::uint64_t m_dataEnd = 0;
    std::uint64_t m_all = 0;
    std::uint64_t m_done = 0;
    std::uint64_t m_end = kFilePage; // of the file
    std::uint32_t m_crc = 0;
};

int Copier::put(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto piece = bytes.first(std::min(bytes.size(), kPiece));
        if (const int error = writeAt(m_fd, piece, m_end); error != 0) {
            return error == EFAULT ? EIO : error; // so it says that a page of the opened file is gone
        }
        m_crc = checksum(piece, m_crc);
        m_end += piece.size();
        m_done += piece.size();
        bytes = bytes.subspan(piece.size());
        if (m_progress && !m_progress(std::min(m_done, m_all), m_all)) {
            return kCancelled;
        }
    }
    return 0;
}

// The body is at the end of the file; its header goes before it.
int Copier::closeBlock(BlockHeader header, std::uint64_t begin)
{
    header.sealed = 1;
    header.used = m_end - begin - kFilePage;
    header.bodyBytes = wholePages(header.used);
    header.bodyCrc = std::exchange(m_crc, 0);
    seal(header);
    const std::array<std::byte, kFilePage> zeros {};
    int error = writeAt(m_fd, std::span(zeros).first(header.bodyBytes - header.used), m_end);
    m_end = begin + kFilePage + header.bodyBytes;
    return error != 0 ? error : writeAt(m_fd, bytesOfValue(header), begin);
}

int Copier::writeRecords()
{
    std::vector<std::byte> bytes;
    for (const Record& record : m_plan.records) {
        RecordHeader header {};
        header.size = static_cast<std::uint32_t>(record.bytes.size());
        header.kind = static_cast<std::uint16_t>(record.kind);
        header.bodyCrc = checksum(record.bytes);
        seal(header);
        const auto head = bytesOfValue(header);
        bytes.insert(bytes.end(), head.begin(), head.end());
        bytes.insert(bytes.end(), record.bytes.begin(), record.bytes.end());
        bytes.resize((bytes.size() + 7) / 8 * 8);
    }
    if (bytes.empty()) {
        return 0;
    }
    const std::uint64_t begin = m_end;
    m_end += kFilePage;
    BlockHeader header {};
    header.kind = BlockKind::Records;
    const int error = put(bytes);
    m_done = 0; // they are not counted
    return error != 0 ? error : closeBlock(header, begin);
}

int Copier::writeLane(BlockKind kind, const BlockSpace& lane, std::uint64_t end)
{
    for (std::uint64_t place = 0; place < end; place += lane.blockBytes()) {
        const std::uint64_t begin = m_end;
        m_end += kFilePage;
        BlockHeader header {};
        header.kind = kind;
        header.ordinal = place / lane.blockBytes();
        const std::size_t size = std::min<std::uint64_t>(lane.blockBytes(), end - place);
        const auto bytes = lane.at(place, size);
        int error = bytes.size() == size ? put(bytes) : EIO; // an opened file that was cut
        error = error != 0 ? error : closeBlock(header, begin);
        lane.forget(place, size);
        if (error != 0) {
            return error;
        }
    }
    return 0;
}

int Copier::writeChunk(Row first)
{
    const Row rows = std::min(m_plan.rows - first, kRowsInChunk);
    const std::byte* column = m_lanes.columns.base() + first / kRowsInChunk * kColumnsBytes;
    const std::uint64_t begin = m_end;
    m_end += kFilePage;
    BlockHeader header {};
    header.kind = BlockKind::Columns;
    header.ordinal = first / kRowsInChunk;
    header.rows = rows < kRowsInChunk ? rows : 0;
    for (const std::size_t width : kColumnWidths) {
        if (const int error = put({column, rows * width}); error != 0) {
            return error;
        }
        column += kRowsInChunk * width;
    }
    m_plan.store->forget(first, first + rows);
    return closeBlock(header, begin);
}

int Copier::writeFirstPage()
{
    Commit commit {};
    commit.sequence = 1;
    commit.rows = m_plan.rows;
    commit.arguments = m_argumentsEnd;
    commit.data = m_dataEnd;
    commit.ended = 1;
    seal(commit);
    const FileHeader header = makeFileHeader(m_plan.start);
    const int error = writeAt(m_fd, bytesOfValue(commit), kCommitPlaces[1]);
    return error != 0 ? error : writeAt(m_fd, bytesOfValue(header), 0);
}

int Copier::write()
{
    int error = writeRecords();
    for (Row first = 0; error == 0 && first < m_plan.rows; first += kRowsInChunk) {
        error = writeChunk(first);
    }
    error = error != 0 ? error : writeLane(BlockKind::Arguments, m_lanes.arguments, m_argumentsEnd);
    error = error != 0 ? error : writeLane(BlockKind::Data, m_lanes.data, m_dataEnd);
    error = error != 0 ? error : writeFirstPage();
    // A log without a row is one page: as long as the page, not as what is written of it.
    const std::byte zero {};
    return error != 0 || m_end > kFilePage ? error : writeAt(m_fd, std::span(&zero, 1), kFilePage - 1);
}

}

std::optional<FileProblem> saveCopy(
    const SavePlan& plan, const std::string& path, const SaveProgress& progress)
{
    auto file = ReplacingFile::begin(path);
    if (!file.ok()) {
        return file.problem();
    }
    Copier copier(plan, file.value().fd(), progress);
    int error = copier.write();
    if (error == 0 && plan.store->damage() && plan.store->damage()->kind == DamageKind::Vanished) {
        error = EIO; // zeros would be saved
    }
    error = error != 0 ? error : file.value().commit(copier.size());
    if (error == kCancelled) {
        return FileProblem {FileTrouble::Cancelled, 0, path};
    }
    return error == 0 ? std::nullopt : std::optional(FileProblem {FileTrouble::System, error, path});
}

}

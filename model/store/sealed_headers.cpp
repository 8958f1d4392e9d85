#include "model/store/sealed_headers.h"

#include "model/store/checksum.h"

namespace model {

namespace {

// Each of them ends with its checksum.
template<typename Header> std::uint32_t checksumOf(const Header& header)
{
    static_assert(std::is_trivially_copyable_v<Header>);
    return checksum(std::as_bytes(std::span(&header, 1)).first(sizeof header - sizeof header.crc));
}

}

FileHeader makeFileHeader(const FileStart& start)
{
    FileHeader header {};
    header.magic = kFileMagic;
    header.major = kFileMajor;
    header.minor = kFileMinor;
    header.page = kFilePage;
    header.chunkRows = kRowsInChunk;
    header.rowBytes = kRowBytes;
    header.argumentsBytes = kArgumentsBytes;
    header.dataBytes = kDataBytes;
    header.monotonic = start.monotonic;
    header.wall = start.wall;
    header.pid = start.pid;
    header.crc = checksumOf(header);
    return header;
}

bool isOurs(const FileHeader& header)
{
    return header.magic == kFileMagic && header.crc == checksumOf(header);
}

bool isReadable(const FileHeader& header)
{
    return header.major == kFileMajor && header.page == kFilePage && header.chunkRows == kRowsInChunk
        && header.rowBytes == kRowBytes && header.argumentsBytes == kArgumentsBytes
        && header.dataBytes == kDataBytes;
}

FileStart startOf(const FileHeader& header)
{
    return {header.monotonic, header.wall, header.pid};
}

void seal(Commit& commit)
{
    commit.crc = checksumOf(commit);
}

void seal(BlockHeader& header)
{
    header.magic = kBlockMagic;
    header.crc = checksumOf(header);
}

void seal(RecordHeader& header)
{
    header.mark = kRecordMark;
    header.crc = checksumOf(header);
}

bool isSound(const Commit& commit)
{
    return commit.sequence > 0 && commit.crc == checksumOf(commit);
}

bool isSound(const BlockHeader& header)
{
    return header.magic == kBlockMagic && header.crc == checksumOf(header);
}

bool isSound(const RecordHeader& header)
{
    return header.mark == kRecordMark && header.crc == checksumOf(header);
}

}

// A session file: what lies where. Little-endian, in pages of 4,096 bytes.
//
//     page 0     FileHeader; at 1,024 and 2,048 a Commit each, written in turn: the valid one with the higher
//                sequence tells how much of what follows holds good
//     blocks     one behind the other: a page with a BlockHeader, then its body, whole pages
//
// Blocks of a kind are numbered from 0. All but the last of a kind are full: kColumnsBytes, kArgumentsBytes,
// kDataBytes; their bodies, one behind the other, are the three lanes of the store (lanes.h). Order of
// writing: bytes, columns, then the Commit; a full block is sealed with the CRC of its body. So kill -9
// leaves all that the last Commit tells; after a power cut the CRCs tell what has not reached the disk.
//
// In a saved copy the last block of columns is short: its columns lie close together, `rows` entries each.
//
// The minor version counts what older readers may overlook (new kinds of records), the major what they may
// not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/store/column_chunk.h"

namespace model {

inline constexpr std::size_t kFilePage = 4'096;
inline constexpr std::size_t kColumnsBytes = sizeof(ColumnChunk);
inline constexpr std::size_t kArgumentsBytes = std::size_t {4} << 20;
inline constexpr std::size_t kDataBytes = std::size_t {16} << 20;
inline constexpr std::size_t kRecordsBytes = std::size_t {64} << 10; // at least: as long as its first record
static_assert(kColumnsBytes % kFilePage == 0);

inline constexpr std::array<char, 8> kFileMagic {'S', 'o', 'c', 'k', 's', 'c', 'p', '\n'};
inline constexpr std::uint16_t kFileMajor = 1;
inline constexpr std::uint16_t kFileMinor = 0;

// When and by whom.
struct FileStart {
    std::uint64_t monotonic = 0; // ns, CLOCK_MONOTONIC: event times are of this clock
    std::uint64_t wall = 0; // ns since 1970, at that moment
    std::uint32_t pid = 0;
};

struct FileHeader {
    std::array<char, 8> magic;
    std::uint16_t major;
    std::uint16_t minor;
    std::uint32_t page;
    std::uint32_t chunkRows;
    std::uint32_t rowBytes;
    std::uint64_t argumentsBytes; // of a full block
    std::uint64_t dataBytes;
    std::uint64_t monotonic; // FileStart
    std::uint64_t wall;
    std::uint32_t pid;
    std::uint32_t crc; // CRC-32C of all before it
};
static_assert(sizeof(FileHeader) == 64);

struct Commit {
    std::uint64_t sequence;
    std::uint64_t rows;
    std::uint64_t arguments; // bytes in the lane
    std::uint64_t data;
    std::uint32_t ended; // 1: the session was ended, nothing follows
    std::uint32_t crc;
};
static_assert(sizeof(Commit) == 40);
inline constexpr std::array<std::size_t, 2> kCommitPlaces {1'024, 2'048};

enum class BlockKind : std::uint16_t { Columns, Arguments, Data, Records };
inline constexpr std::size_t kLanes = 3; // the first three kinds
inline constexpr std::array<std::size_t, kLanes> kLaneBytes {kColumnsBytes, kArgumentsBytes, kDataBytes};

inline constexpr std::uint32_t kBlockMagic = 0x4b4c4253; // "SBLK"
struct BlockHeader {
    std::uint32_t magic;
    BlockKind kind;
    std::uint16_t sealed; // 1: `used` and `bodyCrc` hold
    std::uint64_t ordinal; // among its kind
    std::uint64_t bodyBytes; // in the file, whole pages
    std::uint64_t used; // bytes of the body
    std::uint64_t rows; // of short columns: how many rows; otherwise 0
    std::uint32_t bodyCrc; // of the first `used` bytes
    std::uint32_t crc;
};
static_assert(sizeof(BlockHeader) == 48);

// In blocks of records, one behind the other, each on a multiple of 8; a size of 0 and a crc of 0: no more in
// this block.
struct RecordHeader {
    std::uint32_t size; // of what follows
    std::uint16_t kind; // RecordKind
    std::uint16_t mark; // kRecordMark
    std::uint32_t bodyCrc;
    std::uint32_t crc;
};
static_assert(sizeof(RecordHeader) == 16);
inline constexpr std::uint16_t kRecordMark = 0x5253;

inline constexpr std::size_t wholePages(std::size_t bytes)
{
    return (bytes + kFilePage - 1) / kFilePage * kFilePage;
}

}

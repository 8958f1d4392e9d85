// The three rows of bytes that a log consists of: columns in chunks, argument blocks, and the data that calls
// moved. In memory as in the file.
#pragma once

#include "model/store/block_space.h"
#include "model/store/file_format.h"

#ifdef __has_feature
#define SOCKSCOPE_HAS_THREAD_SANITIZER __has_feature(thread_sanitizer)
#else
#define SOCKSCOPE_HAS_THREAD_SANITIZER 0
#endif

namespace model {

struct Lanes {
#if defined(__SANITIZE_THREAD__) || SOCKSCOPE_HAS_THREAD_SANITIZER
    static constexpr std::size_t kMostData = std::size_t {1} << 35; // its map of addresses is small
    static constexpr std::size_t kMostRows = std::size_t {1} << 26;
#else
    static constexpr std::size_t kMostData = std::size_t {1} << 40;
    static constexpr std::size_t kMostRows = std::size_t {1} << 30; // a thousand million events
#endif

    BlockSpace columns {kColumnsBytes, kMostRows / kRowsInChunk* kColumnsBytes};
    BlockSpace arguments {kArgumentsBytes, kMostData / 16};
    BlockSpace data {kDataBytes, kMostData};

    BlockSpace& of(BlockKind kind)
    {
        return kind == BlockKind::Columns ? columns : kind == BlockKind::Arguments ? arguments : data;
    }
    bool isHurt() const
    {
        return columns.isHurt() || arguments.isHurt() || data.isHurt();
    }
    const ColumnChunk& chunk(Row row) const
    {
        return *reinterpret_cast<const ColumnChunk*>(columns.base() + row / kRowsInChunk * kColumnsBytes);
    }
};

}

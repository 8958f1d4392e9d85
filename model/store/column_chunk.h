// 65,536 events in columns: what lies in memory, and byte by byte what lies in a session file.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "model/store/row.h"
#include "netcore/events/event.h"

namespace model {

inline constexpr Row kRowsInChunk = 65'536;

struct ColumnChunk {
    template<typename Value> using Column = std::array<Value, kRowsInChunk>;

    Column<std::uint64_t> time;
    Column<std::uint64_t> took;
    Column<std::uint64_t> arguments; // offset in the lane of argument blocks
    Column<std::uint64_t> data; // offset in the lane of data
    Column<std::uint32_t> dataKept;
    Column<std::uint32_t> dataSize;
    Column<std::int32_t> result;
    Column<netcore::SocketId> socket;
    Column<netcore::SocketId> opened;
    Column<netcore::Ticket> ticket;
    Column<std::uint32_t> tid;
    Column<std::uint16_t> argumentsSize;
    Column<std::uint16_t> error;
    Column<netcore::CallId> call;
    Column<netcore::ActorId> actor;
    Column<netcore::EventKind> kind;
    Column<std::uint8_t> flags;
};

// Bytes a row in each column, in their order.
inline constexpr std::array<std::uint8_t, 17> kColumnWidths {
    8, 8, 8, 8, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 1, 1};
inline constexpr std::size_t kRowBytes = 70;

static_assert(sizeof(ColumnChunk) == kRowBytes * kRowsInChunk, "no padding: it is the file's format");
static_assert(std::is_trivially_copyable_v<ColumnChunk>);
static_assert(std::endian::native == std::endian::little, "session files are little-endian");

}

// One condition of a filter, ready to be asked of many rows at once. Internal to the matcher.
//
// Threads: one at a time; each matcher has its own.
#pragma once

#include <memory>
#include <span>
#include <stop_token>

#include "model/filter/expression.h"
#include "model/filter/facts.h"
#include "model/filter/row_bits.h"
#include "model/filter/sleep_set.h"
#include "model/store/event_store.h"

namespace model::filter {

// Rows of one chunk.
struct Piece {
    const EventStore& store;
    EventStore::Columns columns;
    RowSpan rows;
    SleepSet& sleeps;
    std::stop_token stop; // asked between rows, by leaves that read more than columns

    Row rowAt(std::size_t place) const { return columns.first + place; }
    std::span<const std::uint8_t> kinds() const
    {
        return {reinterpret_cast<const std::uint8_t*>(columns.kind.data()), columns.kind.size()};
    }
};

enum class Cost : std::uint8_t {
    Columns, // scans columns
    Lookup, // a look-up for each row
    Records, // decodes arguments
    Bytes, // reads what was moved
    Words, // puts rows into words
};

class Leaf {
public:
    Leaf() = default;
    Leaf(const Leaf&) = delete;
    Leaf& operator=(const Leaf&) = delete;
    virtual ~Leaf() = default;

    virtual Cost cost() const = 0;
    // Adds to `found` what matches of `where`. When stopped, it may leave out anything.
    virtual void find(const Piece& piece, const RowBits& where, RowBits& found) = 0;
    // Other facts are known now.
    virtual void take(const Facts& /*facts*/) { }
};

using LeafPointer = std::unique_ptr<Leaf>;
LeafPointer makeLeaf(const Comparison& comparison);

// For fields that ...
LeafPointer makeNumberLeaf(const Comparison& comparison); // are columns
LeafPointer makeTruthLeaf(const Comparison& comparison); // are true or not, by columns
LeafPointer makeSocketLeaf(const Comparison& comparison); // are known of the row's socket, or of its actor
LeafPointer makeAddressLeaf(const Comparison& comparison); // are addresses
LeafPointer makeRecordLeaf(const Comparison& comparison); // stand in the arguments
LeafPointer makeDataLeaf(const Comparison& comparison); // are the bytes
LeafPointer makeTextLeaf(const Comparison& comparison); // are words

// The rows of `where` that are returned calls.
RowBits callsOf(const Piece& piece, const RowBits& where);
// Adds the rows of `where` whose socket (or, where there is none, the one they opened) is in the ranges.
void findSockets(
    const Piece& piece, std::span<const NumberRange> ranges, const RowBits& where, RowBits& found);
inline netcore::SocketId socketAt(const Piece& piece, std::size_t place)
{
    const netcore::SocketId socket = piece.columns.socket[place];
    return socket != netcore::kNoSocket ? socket : piece.columns.opened[place];
}

inline constexpr std::size_t kStopEvery = 256; // rows between two questions whether to stop

}

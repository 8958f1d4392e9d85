// Conditions that columns answer alone.

#include <algorithm>

#include "model/filter/column_scan.h"
#include "model/filter/leaf.h"

namespace model::filter {

using namespace netcore;

namespace {

constexpr std::size_t kMostScans = 16; // ranges; with more of them each row is looked up

bool contains(std::span<const NumberRange> ranges, std::int64_t value)
{
    const auto after = std::ranges::upper_bound(ranges, value, {}, &NumberRange::first);
    return after != ranges.begin() && (after - 1)->last >= value;
}

template<typename Raw, typename Value> std::span<const Raw> raw(std::span<const Value> column)
{
    static_assert(sizeof(Raw) == sizeof(Value));
    return {reinterpret_cast<const Raw*>(column.data()), column.size()};
}

// `Raw`: the unsigned type of its size; `least`, `most`: what the column can hold, where the field is there.
template<typename Raw, typename Value>
void findNumbers(std::span<const Value> column, std::span<const NumberRange> ranges, std::int64_t least,
    std::int64_t most, RowSpan rows, const RowBits& where, RowBits& found)
{
    if (ranges.size() > kMostScans) {
        rows.forEach(where, [&](std::size_t row) {
            const auto value = static_cast<std::int64_t>(column[row]);
            if (value >= least && value <= most && contains(ranges, value)) {
                found.set(row);
            }
            return true;
        });
        return;
    }
    for (const NumberRange& range : ranges) {
        const std::int64_t low = std::max(range.first, least);
        const std::int64_t high = std::min(range.last, most);
        if (low <= high) {
            const auto width
                = static_cast<Raw>(static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low));
            scan(raw<Raw>(column), static_cast<Raw>(low), width, rows, where, found);
        }
    }
}

class NumberLeaf final : public Leaf {
public:
    NumberLeaf(Field field, std::vector<NumberRange> ranges) : m_field(field), m_ranges(std::move(ranges)) { }

    Cost cost() const override { return Cost::Columns; }
    void take(const Facts& facts) override { m_startTime = facts.startTime; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        const bool ofCalls = m_field == Field::Took || m_field == Field::Result || m_field == Field::Size
            || m_field == Field::Kept;
        if (ofCalls) {
            findIn(piece, callsOf(piece, where), found);
        } else {
            findIn(piece, where, found);
        }
    }

private:
    void findIn(const Piece& piece, const RowBits& where, RowBits& found) const;
    void findTimes(const Piece& piece, const RowBits& where, RowBits& found) const;
    void findRows(const Piece& piece, const RowBits& where, RowBits& found) const;

    Field m_field;
    std::vector<NumberRange> m_ranges;
    std::uint64_t m_startTime = 0;
};

void NumberLeaf::findIn(const Piece& piece, const RowBits& where, RowBits& found) const
{
    const EventStore::Columns& columns = piece.columns;
    const RowSpan rows = piece.rows;
    switch (m_field) {
    case Field::Row:
        return findRows(piece, where, found);
    case Field::Time:
        return findTimes(piece, where, found);
    case Field::Took:
        return findNumbers<std::uint64_t>(columns.took, m_ranges, 0, INT64_MAX, rows, where, found);
    case Field::Socket:
        return findSockets(piece, m_ranges, where, found);
    case Field::Opened: {
        const auto opened = raw<std::uint32_t>(columns.opened);
        return findNumbers<std::uint32_t>(opened, m_ranges, 1, UINT32_MAX, rows, where, found);
    }
    case Field::Thread:
        return findNumbers<std::uint32_t>(columns.tid, m_ranges, 1, UINT32_MAX, rows, where, found);
    case Field::Call: {
        const auto call = raw<std::uint16_t>(columns.call);
        return findNumbers<std::uint16_t>(call, m_ranges, 1, UINT16_MAX, rows, where, found);
    }
    case Field::Kind:
        return findNumbers<std::uint8_t>(piece.kinds(), m_ranges, 0, UINT8_MAX, rows, where, found);
    case Field::Result:
        return findNumbers<std::uint32_t>(columns.result, m_ranges, INT32_MIN, INT32_MAX, rows, where, found);
    case Field::Errno:
        return findNumbers<std::uint16_t>(columns.error, m_ranges, 1, UINT16_MAX, rows, where, found);
    case Field::Size:
        return findNumbers<std::uint32_t>(columns.dataSize, m_ranges, 0, UINT32_MAX, rows, where, found);
    case Field::Kept:
        return findNumbers<std::uint32_t>(columns.dataKept, m_ranges, 0, UINT32_MAX, rows, where, found);
    default:
        return;
    }
}

// The moment that the log shows: when the event was known.
void NumberLeaf::findTimes(const Piece& piece, const RowBits& where, RowBits& found) const
{
    for (const NumberRange& range : m_ranges) {
        const auto first = static_cast<std::uint64_t>(range.first);
        const std::uint64_t width = static_cast<std::uint64_t>(range.last) - first;
        scanSums(
            piece.columns.time, piece.columns.took, m_startTime + first, width, piece.rows, where, found);
    }
}

void NumberLeaf::findRows(const Piece& piece, const RowBits& where, RowBits& found) const
{
    piece.rows.forEach(where, [&](std::size_t row) {
        if (contains(m_ranges, static_cast<std::int64_t>(piece.rowAt(row)))) {
            found.set(row);
        }
        return true;
    });
}

}

RowBits callsOf(const Piece& piece, const RowBits& where)
{
    RowBits calls;
    piece.rows.fill(calls, false);
    scan(piece.kinds(), static_cast<std::uint8_t>(EventKind::Call), 0, piece.rows, where, calls);
    return calls;
}

void findSockets(
    const Piece& piece, std::span<const NumberRange> ranges, const RowBits& where, RowBits& found)
{
    const auto sockets = raw<std::uint32_t>(piece.columns.socket);
    const auto opened = raw<std::uint32_t>(piece.columns.opened);
    findNumbers<std::uint32_t>(sockets, ranges, 1, UINT32_MAX, piece.rows, where, found);
    RowBits without;
    piece.rows.fill(without, false);
    scan(sockets, 0, 0, piece.rows, where, without);
    if (piece.rows.any(without)) {
        findNumbers<std::uint32_t>(opened, ranges, 1, UINT32_MAX, piece.rows, without, found);
    }
}

LeafPointer makeNumberLeaf(const Comparison& comparison)
{
    std::vector<NumberRange> ranges = comparison.numbers;
    if (comparison.test == Test::Present) { // more than nothing
        ranges = {{1, INT64_MAX}};
    }
    return std::make_unique<NumberLeaf>(comparison.field, std::move(ranges));
}

}

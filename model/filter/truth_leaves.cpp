// Conditions that are true or not, by the columns alone.

#include <algorithm>
#include <vector>

#include "model/filter/column_scan.h"
#include "model/filter/leaf.h"
#include "netcore/names/calls.h"

namespace model::filter {

using namespace netcore;

namespace {

// One for each row, by what it says of that row.
template<typename Ask> class RowLeaf final : public Leaf {
public:
    explicit RowLeaf(Ask ask) : m_ask(std::move(ask)) { }

    Cost cost() const override { return Cost::Lookup; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        piece.rows.forEach(where, [&](std::size_t row) {
            if (m_ask(piece, row)) {
                found.set(row);
            }
            return true;
        });
    }

private:
    Ask m_ask;
};

template<typename Ask> LeafPointer makeRowLeaf(Ask ask)
{
    return std::make_unique<RowLeaf<Ask>>(std::move(ask));
}

class KindLeaf final : public Leaf {
public:
    KindLeaf(EventKind first, EventKind last) : m_first(first), m_last(last) { }

    Cost cost() const override { return Cost::Columns; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        const auto width = static_cast<std::uint8_t>(static_cast<int>(m_last) - static_cast<int>(m_first));
        scan(piece.kinds(), static_cast<std::uint8_t>(m_first), width, piece.rows, where, found);
    }

private:
    EventKind m_first;
    EventKind m_last;
};

class FailedLeaf final : public Leaf {
public:
    Cost cost() const override { return Cost::Columns; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        const auto results = std::span(
            reinterpret_cast<const std::uint32_t*>(piece.columns.result.data()), piece.columns.size());
        scan(results, std::uint32_t {1} << 31, INT32_MAX, piece.rows, callsOf(piece, where), found);
    }
};

class BlockedLeaf final : public Leaf {
public:
    Cost cost() const override { return Cost::Lookup; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        SleepSet& sleeps = piece.sleeps;
        sleeps.lookUntil(piece.store, piece.rowAt(piece.rows.end));
        scan(piece.kinds(), static_cast<std::uint8_t>(EventKind::Blocked), 0, piece.rows, where, found);
        if (sleeps.isEmpty()) {
            return;
        }
        // Few calls sleep: who is not among their tickets needs no look-up.
        const auto tickets = std::span(
            reinterpret_cast<const std::uint32_t*>(piece.columns.ticket.data()), piece.columns.size());
        RowBits perhaps;
        piece.rows.fill(perhaps, false);
        scan(tickets, sleeps.least(), sleeps.most() - sleeps.least(), piece.rows, callsOf(piece, where),
            perhaps);
        piece.rows.forEach(perhaps, [&](std::size_t row) {
            if (sleeps.has(piece.columns.ticket[row])) {
                found.set(row);
            }
            return true;
        });
    }
};

class RowsLeaf final : public Leaf {
public:
    explicit RowsLeaf(bool marked) : m_marked(marked) { }

    Cost cost() const override { return Cost::Columns; }
    void take(const Facts& facts) override { m_rows = m_marked ? facts.marked : facts.commented; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        if (!m_rows) {
            return;
        }
        auto row = std::ranges::lower_bound(*m_rows, piece.rowAt(piece.rows.first));
        for (; row != m_rows->end() && *row < piece.rowAt(piece.rows.end); ++row) {
            const auto place = static_cast<std::size_t>(*row - piece.columns.first);
            if (where.test(place)) {
                found.set(place);
            }
        }
    }

private:
    bool m_marked;
    std::shared_ptr<const std::vector<Row>> m_rows;
};

// Calls of a direction, by the numbers of the functions: they lie in a few ranges.
class DirectionLeaf final : public Leaf {
public:
    explicit DirectionLeaf(bool (*moves)(CallId))
    {
        for (std::size_t id = 0; id < kCallIds; ++id) {
            const auto value = static_cast<std::uint16_t>(id);
            if (!moves(static_cast<CallId>(value))) {
                continue;
            }
            if (m_ranges.empty() || m_ranges.back().last + 1 != value) {
                m_ranges.push_back({value, value});
            }
            m_ranges.back().last = value;
        }
    }

    Cost cost() const override { return Cost::Columns; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        static_assert(static_cast<int>(EventKind::Blocked) == static_cast<int>(EventKind::Call) + 1);
        RowBits made;
        piece.rows.fill(made, false);
        scan(piece.kinds(), static_cast<std::uint8_t>(EventKind::Call), 1, piece.rows, where, made);
        const auto calls = std::span(
            reinterpret_cast<const std::uint16_t*>(piece.columns.call.data()), piece.columns.size());
        for (const Range& range : m_ranges) {
            const auto width = static_cast<std::uint16_t>(range.last - range.first);
            scan(calls, range.first, width, piece.rows, made, found);
        }
    }

private:
    struct Range {
        std::uint16_t first;
        std::uint16_t last;
    };
    std::vector<Range> m_ranges;
};

}

LeafPointer makeTruthLeaf(const Comparison& comparison)
{
    switch (comparison.field) {
    case Field::Failed:
        return std::make_unique<FailedLeaf>();
    case Field::Blocked:
        return std::make_unique<BlockedLeaf>();
    case Field::Marked:
        return std::make_unique<RowsLeaf>(true);
    case Field::Commented:
        return std::make_unique<RowsLeaf>(false);
    case Field::Observation:
        return std::make_unique<KindLeaf>(EventKind::State, EventKind::Finding);
    case Field::Note:
        return std::make_unique<KindLeaf>(EventKind::Note, EventKind::Note);
    case Field::Gap:
        return std::make_unique<KindLeaf>(EventKind::Gap, EventKind::Gap);
    case Field::Sends:
        return std::make_unique<DirectionLeaf>(sendsData);
    case Field::Receives:
        return std::make_unique<DirectionLeaf>(receivesData);
    default: // Automatic
        return makeRowLeaf([](const Piece& piece, std::size_t row) {
            return (piece.columns.flags[row] & eventFlags::kAutomatic) != 0;
        });
    }
}

}

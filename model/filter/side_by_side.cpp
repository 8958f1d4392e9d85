#include "model/filter/side_by_side.h"
#include "model/text/bytes_as_text.h"

#include <algorithm>

namespace model::filter {

namespace {

// Bytes between two questions whether to stop: a millisecond's worth for the slowest expression.
constexpr std::size_t kSlice = std::size_t {1} << 20;

// Rows whose bytes are one text, and where in it each row's are.
class Slice {
public:
    Slice(const Piece& piece, std::size_t first)
        : m_piece(piece), m_first(first), m_end(first + 1), m_base(piece.columns.data[first])
    {
        const auto data = piece.columns.data;
        const auto within = data.subspan(first, piece.rows.end - first);
        const auto beyond = std::ranges::upper_bound(within, m_base + kSlice);
        m_end = std::max(m_end, first + static_cast<std::size_t>(beyond - within.begin()));
        m_text = textOf(piece.store.data(piece.rowAt(m_first), piece.rowAt(m_end)));
    }

    std::size_t firstRow() const { return m_first; }
    std::size_t endRow() const { return m_end; }
    std::string_view text() const { return m_text; }
    std::size_t begin(std::size_t row) const
    {
        return static_cast<std::size_t>(m_piece.columns.data[row] - m_base);
    }
    std::size_t end(std::size_t row) const { return begin(row) + m_piece.columns.dataKept[row]; }
    // The row that this byte is of; not before row `from`.
    std::size_t rowAt(std::size_t place, std::size_t from) const
    {
        std::size_t step = 1; // gallops: hits come in their order, and often close to each other
        while (from + step < m_end && begin(from + step) <= place) {
            from += step;
            step *= 2;
        }
        const auto data = m_piece.columns.data.subspan(from, std::min(step, m_end - from));
        const auto after = std::ranges::upper_bound(data, m_base + place);
        return from + static_cast<std::size_t>(after - data.begin()) - 1;
    }

private:
    const Piece& m_piece;
    std::size_t m_first;
    std::size_t m_end;
    std::uint64_t m_base;
    std::string_view m_text;
};

template<typename Look> void forEachSlice(const Piece& piece, Look look)
{
    for (std::size_t row = piece.rows.first; row < piece.rows.end && !piece.stop.stop_requested();) {
        const Slice slice(piece, row);
        look(slice);
        row = slice.endRow();
    }
}

}

void findLiteral(
    const Piece& piece, const RowBits& where, const search::LiteralSearcher& literal, RowBits& found)
{
    forEachSlice(piece, [&](const Slice& slice) {
        std::size_t row = slice.firstRow();
        std::size_t hit = literal.find(slice.text());
        while (hit != search::LiteralSearcher::kNowhere) {
            row = slice.rowAt(hit, row);
            const bool counts = where.test(row);
            const bool isWithin = hit + literal.size() <= slice.end(row);
            if (counts && isWithin) {
                found.set(row);
            }
            // Of a row that is known, or of no interest, the rest is not looked at.
            const bool done = isWithin || !counts;
            hit = literal.find(slice.text(), done ? std::max(slice.end(row), hit + 1) : hit + 1);
        }
    });
}

void findRegex(const Piece& piece, const RowBits& where, const Regex& regex, RowBits& found)
{
    forEachSlice(piece, [&](const Slice& slice) {
        std::size_t from = 0;
        std::size_t row = slice.firstRow();
        std::size_t single = regex.looksAround() ? slice.endRow() : 0; // up to there: one by one
        std::size_t stride = 1;
        const auto lookAt = [&](std::size_t begin) {
            if (where.test(row) && regex.matches(slice.text().substr(begin, slice.end(row) - begin))) {
                found.set(row);
            }
        };
        while (row < slice.endRow()) {
            if (row < single) {
                if (slice.end(row) > slice.begin(row)) {
                    lookAt(slice.begin(row));
                }
                from = slice.end(row++);
                continue;
            }
            const auto hit = regex.find(slice.text(), from);
            if (!hit || hit->first >= slice.text().size()) {
                return;
            }
            row = slice.rowAt(hit->first, row);
            if (hit->end <= slice.end(row)) {
                if (where.test(row)) {
                    found.set(row);
                }
                stride = std::max<std::size_t>(stride / 2, 1);
            } else {
                // It runs on into the next row. What this row has by itself begins here or behind; where that
                // happens often, the next rows are looked at one by one.
                lookAt(hit->first);
                single = row + stride;
                stride = std::min<std::size_t>(stride * 2, 4'096);
            }
            from = slice.end(row++);
        }
    });
}

}

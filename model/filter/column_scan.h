// Which values of a column lie in a range, as bits: with AVX2 where the processor has it. Any thread.
#pragma once

#include <cstdint>
#include <span>

#include "model/filter/row_bits.h"

namespace model::filter {

// Adds to `found` the bits of `where` whose value is in [low, low + width], in the arithmetic of unsigned
// numbers: so it serves signed ones as well. Words of `where` without a bit are not looked at.
void scan(std::span<const std::uint8_t> column, std::uint8_t low, std::uint8_t width, RowSpan rows,
    const RowBits& where, RowBits& found);
void scan(std::span<const std::uint16_t> column, std::uint16_t low, std::uint16_t width, RowSpan rows,
    const RowBits& where, RowBits& found);
void scan(std::span<const std::uint32_t> column, std::uint32_t low, std::uint32_t width, RowSpan rows,
    const RowBits& where, RowBits& found);
void scan(std::span<const std::uint64_t> column, std::uint64_t low, std::uint64_t width, RowSpan rows,
    const RowBits& where, RowBits& found);
// Of the sums of two columns.
void scanSums(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second, std::uint64_t low,
    std::uint64_t width, RowSpan rows, const RowBits& where, RowBits& found);

// For tests and measurements: false takes the portable way.
void setUsesAvx2(bool uses);

}

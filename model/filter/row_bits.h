// A bit for each row of a chunk.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "model/store/event_store.h"

namespace model::filter {

struct RowBits {
    static constexpr std::size_t kWords = EventStore::kChunkRows / 64;
    std::array<std::uint64_t, kWords> words;

    bool test(std::size_t row) const { return (words[row / 64] >> (row % 64) & 1U) != 0; }
    void set(std::size_t row) { words[row / 64] |= std::uint64_t {1} << (row % 64); }
};

// Rows first to end - 1 of a chunk, and the words that hold their bits.
struct RowSpan {
    std::size_t first = 0;
    std::size_t end = 0;

    std::size_t firstWord() const { return first / 64; }
    std::size_t endWord() const { return (end + 63) / 64; }

    // All words of the span are written; bits beside it are 0.
    void fill(RowBits& bits, bool value) const
    {
        for (std::size_t word = firstWord(); word < endWord(); ++word) {
            bits.words[word] = value ? ~std::uint64_t {0} : 0;
        }
        if (value && first < end) {
            bits.words[firstWord()] &= ~std::uint64_t {0} << (first % 64);
            bits.words[endWord() - 1] &= ~std::uint64_t {0} >> ((64 - end % 64) % 64);
        }
    }
    std::size_t count(const RowBits& bits) const
    {
        int count = 0;
        for (std::size_t word = firstWord(); word < endWord(); ++word) {
            count += std::popcount(bits.words[word]);
        }
        return static_cast<std::size_t>(count);
    }
    bool any(const RowBits& bits) const
    {
        for (std::size_t word = firstWord(); word < endWord(); ++word) {
            if (bits.words[word] != 0) {
                return true;
            }
        }
        return false;
    }
    // In their order; `visit` returns false to stop.
    template<typename Visit> void forEach(const RowBits& bits, Visit visit) const
    {
        for (std::size_t word = firstWord(); word < endWord(); ++word) {
            for (std::uint64_t left = bits.words[word]; left != 0; left &= left - 1) {
                if (!visit(word * 64 + static_cast<std::size_t>(std::countr_zero(left)))) {
                    return;
                }
            }
        }
    }
};

}

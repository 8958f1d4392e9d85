#include "model/filter/column_scan.h"

#include <algorithm>
#include <atomic>

#if defined(__x86_64__)
#include <immintrin.h>
#define SOCKSCOPE_HAS_AVX2 1
#else
#define SOCKSCOPE_HAS_AVX2 0
#endif

namespace model::filter {

namespace {

bool processorHasAvx2()
{
#if SOCKSCOPE_HAS_AVX2
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

std::atomic<bool>& usesAvx2()
{
    static std::atomic<bool> uses = processorHasAvx2();
    return uses;
}

template<typename Value> std::uint64_t wordOf(const Value* values, std::size_t count, Value low, Value width)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool in = static_cast<Value>(values[i] - low) <= width;
        word |= static_cast<std::uint64_t>(in) << i;
    }
    return word;
}

#if SOCKSCOPE_HAS_AVX2

[[gnu::target("avx2")]] inline __m256i load(const void* from)
{
    return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

[[gnu::target("avx2")]] inline std::uint64_t maskOf(__m256i bytes)
{
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
}

[[gnu::target("avx2")]] std::uint64_t avx2Word(
    const std::uint8_t* values, std::uint8_t low, std::uint8_t width)
{
    const __m256i from = _mm256_set1_epi8(static_cast<char>(low));
    const __m256i most = _mm256_set1_epi8(static_cast<char>(width));
    std::uint64_t word = 0;
    for (unsigned half = 0; half < 2; ++half) {
        const __m256i value = _mm256_sub_epi8(load(values + half * 32), from);
        word |= maskOf(_mm256_cmpeq_epi8(_mm256_min_epu8(value, most), value)) << (half * 32);
    }
    return word;
}

[[gnu::target("avx2")]] std::uint64_t avx2Word(
    const std::uint16_t* values, std::uint16_t low, std::uint16_t width)
{
    const __m256i from = _mm256_set1_epi16(static_cast<short>(low));
    const __m256i most = _mm256_set1_epi16(static_cast<short>(width));
    std::uint64_t word = 0;
    for (unsigned half = 0; half < 2; ++half) {
        const __m256i a = _mm256_sub_epi16(load(values + half * 32), from);
        const __m256i b = _mm256_sub_epi16(load(values + half * 32 + 16), from);
        const __m256i packed = _mm256_packs_epi16(_mm256_cmpeq_epi16(_mm256_min_epu16(a, most), a),
            _mm256_cmpeq_epi16(_mm256_min_epu16(b, most), b));
        word |= maskOf(_mm256_permute4x64_epi64(packed, 0xd8)) << (half * 32); // packing works in halves
    }
    return word;
}

[[gnu::target("avx2")]] inline __m256i inRange(const std::uint32_t* values, __m256i from, __m256i most)
{
    const __m256i value = _mm256_sub_epi32(load(values), from);
    return _mm256_cmpeq_epi32(_mm256_min_epu32(value, most), value);
}

[[gnu::target("avx2")]] std::uint64_t avx2Word(
    const std::uint32_t* values, std::uint32_t low, std::uint32_t width)
{
    const __m256i from = _mm256_set1_epi32(static_cast<int>(low));
    const __m256i most = _mm256_set1_epi32(static_cast<int>(width));
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    std::uint64_t word = 0;
    for (unsigned half = 0; half < 2; ++half) {
        const std::uint32_t* at = values + half * 32;
        const __m256i a = _mm256_packs_epi32(inRange(at, from, most), inRange(at + 8, from, most));
        const __m256i b = _mm256_packs_epi32(inRange(at + 16, from, most), inRange(at + 24, from, most));
        const __m256i packed = _mm256_permutevar8x32_epi32(_mm256_packs_epi16(a, b), order);
        word |= maskOf(packed) << (half * 32);
    }
    return word;
}

[[gnu::target("avx2")]] std::uint64_t avx2Sums(
    const std::uint64_t* first, const std::uint64_t* second, std::uint64_t low, std::uint64_t width)
{
    const __m256i sign = _mm256_set1_epi64x(INT64_MIN); // there is no unsigned comparison
    const __m256i from = _mm256_set1_epi64x(static_cast<long long>(low));
    const __m256i most = _mm256_xor_si256(_mm256_set1_epi64x(static_cast<long long>(width)), sign);
    std::uint64_t beyond = 0;
    for (unsigned i = 0; i < 64; i += 4) {
        __m256i value = load(first + i);
        value = second == nullptr ? value : _mm256_add_epi64(value, load(second + i));
        value = _mm256_xor_si256(_mm256_sub_epi64(value, from), sign);
        const auto mask
            = static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(value, most))));
        beyond |= std::uint64_t {mask} << i;
    }
    return ~beyond;
}

[[gnu::target("avx2")]] inline std::uint64_t avx2Word(
    const std::uint64_t* values, std::uint64_t low, std::uint64_t width)
{
    return avx2Sums(values, nullptr, low, width);
}

#else

template<typename Value> std::uint64_t avx2Word(const Value*, Value, Value)
{
    return 0;
}
inline std::uint64_t avx2Sums(const std::uint64_t*, const std::uint64_t*, std::uint64_t, std::uint64_t)
{
    return 0;
}

#endif

template<typename Value>
void scanColumn(
    std::span<const Value> column, Value low, Value width, RowSpan rows, const RowBits& where, RowBits& found)
{
    const bool fast = usesAvx2().load(std::memory_order_relaxed);
    for (std::size_t word = rows.firstWord(); word < rows.endWord(); ++word) {
        if (where.words[word] == 0) {
            continue;
        }
        const std::size_t count = std::min<std::size_t>(64, column.size() - word * 64);
        const Value* values = column.data() + word * 64;
        const std::uint64_t in
            = fast && count == 64 ? avx2Word(values, low, width) : wordOf(values, count, low, width);
        found.words[word] |= in & where.words[word];
    }
}

}

void setUsesAvx2(bool uses)
{
    usesAvx2() = uses && processorHasAvx2();
}

void scan(std::span<const std::uint8_t> column, std::uint8_t low, std::uint8_t width, RowSpan rows,
    const RowBits& where, RowBits& found)
{
    scanColumn(column, low, width, rows, where, found);
}

void scan(std::span<const std::uint16_t> column, std::uint16_t low, std::uint16_t width, RowSpan rows,
    const RowBits& where, RowBits& found)
{
    scanColumn(column, low, width, rows, where, found);
}

void scan(std::span<const std::uint32_t> column, std::uint32_t low, std::uint32_t width, RowSpan rows,
    const RowBits& where, RowBits& found)
{
    scanColumn(column, low, width, rows, where, found);
}

void scan(std::span<const std::uint64_t> column, std::uint64_t low, std::uint64_t width, RowSpan rows,
    const RowBits& where, RowBits& found)
{
    scanColumn(column, low, width, rows, where, found);
}

void scanSums(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second, std::uint64_t low,
    std::uint64_t width, RowSpan rows, const RowBits& where, RowBits& found)
{
    const bool fast = usesAvx2().load(std::memory_order_relaxed);
    for (std::size_t word = rows.firstWord(); word < rows.endWord(); ++word) {
        const std::size_t count = std::min<std::size_t>(64, first.size() - word * 64);
        std::uint64_t in = 0;
        if (where.words[word] == 0) {
            continue;
        }
        if (fast && count == 64) {
            in = avx2Sums(first.data() + word * 64, second.data() + word * 64, low, width);
        } else {
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint64_t sum = first[word * 64 + i] + second[word * 64 + i];
                in |= static_cast<std::uint64_t>(sum - low <= width) << i;
            }
        }
        found.words[word] |= in & where.words[word];
    }
}

}

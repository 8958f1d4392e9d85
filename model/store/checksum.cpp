#include "model/store/checksum.h"

#include <array>
#include <cstring>

namespace model {

namespace {

constexpr std::uint32_t kPolynomial = 0x82f63b78; // reflected

constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table {};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? (value >> 1U) ^ kPolynomial : value >> 1U;
        }
        table[i] = value;
    }
    return table;
}

constexpr auto kTable = makeTable();

std::uint32_t byTable(std::span<const std::byte> bytes, std::uint32_t value)
{
    for (const std::byte byte : bytes) {
        value = kTable[(value ^ static_cast<std::uint32_t>(byte)) & 0xffU] ^ (value >> 8U);
    }
    return value;
}

#ifdef __x86_64__
// A checksum over zeros is linear in its bits: so the checksums of neighbouring stripes can be made at once
// and joined. (The instruction needs three cycles, and one can begin in each.)
constexpr std::size_t kStripe = 1'024; // bytes; a power of two
using Operator = std::array<std::uint32_t, 32>; // what each bit becomes

constexpr std::uint32_t applied(const Operator& matrix, std::uint32_t value)
{
    std::uint32_t sum = 0;
    for (std::size_t bit = 0; value != 0; ++bit, value >>= 1U) {
        sum ^= (value & 1U) != 0 ? matrix[bit] : 0;
    }
    return sum;
}

constexpr Operator overStripeOfZeros()
{
    Operator matrix {kPolynomial}; // over one bit
    for (std::size_t bit = 1; bit < matrix.size(); ++bit) {
        matrix[bit] = std::uint32_t {1} << (bit - 1);
    }
    for (std::size_t bits = 1; bits < kStripe * 8; bits *= 2) {
        Operator twice {};
        for (std::size_t bit = 0; bit < matrix.size(); ++bit) {
            twice[bit] = applied(matrix, matrix[bit]);
        }
        matrix = twice;
    }
    return matrix;
}

constexpr std::array<std::array<std::uint32_t, 256>, 4> makeStripeTable()
{
    const Operator matrix = overStripeOfZeros();
    std::array<std::array<std::uint32_t, 256>, 4> table {};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        for (std::uint32_t value = 0; value < 256; ++value) {
            table[byte][value] = applied(matrix, value << (8 * byte));
        }
    }
    return table;
}

constexpr auto kStripeTable = makeStripeTable();

std::uint64_t behindStripe(std::uint64_t value)
{
    return kStripeTable[0][value & 0xffU] ^ kStripeTable[1][(value >> 8U) & 0xffU]
        ^ kStripeTable[2][(value >> 16U) & 0xffU] ^ kStripeTable[3][(value >> 24U) & 0xffU];
}

std::uint64_t eightAt(const std::byte* place)
{
    std::uint64_t eight = 0;
    std::memcpy(&eight, place, sizeof eight);
    return eight;
}

__attribute__((target("sse4.2"))) std::uint32_t byProcessor(
    std::span<const std::byte> bytes, std::uint32_t value)
{
    std::uint64_t wide = value;
    for (; bytes.size() >= 3 * kStripe; bytes = bytes.subspan(3 * kStripe)) {
        std::uint64_t second = 0;
        std::uint64_t third = 0;
        for (std::size_t i = 0; i < kStripe; i += sizeof wide) {
            wide = __builtin_ia32_crc32di(wide, eightAt(bytes.data() + i));
            second = __builtin_ia32_crc32di(second, eightAt(bytes.data() + kStripe + i));
            third = __builtin_ia32_crc32di(third, eightAt(bytes.data() + 2 * kStripe + i));
        }
        wide = behindStripe(behindStripe(wide) ^ second) ^ third;
    }
    for (; bytes.size() >= sizeof wide; bytes = bytes.subspan(sizeof wide)) {
        wide = __builtin_ia32_crc32di(wide, eightAt(bytes.data()));
    }
    return byTable(bytes, static_cast<std::uint32_t>(wide));
}
#endif

}

std::uint32_t checksum(std::span<const std::byte> bytes, std::uint32_t before)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("sse4.2")) {
        return ~byProcessor(bytes, ~before);
    }
#endif
    return ~byTable(bytes, ~before);
}

}

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
__attribute__((target("sse4.2"))) std::uint32_t byProcessor(
    std::span<const std::byte> bytes, std::uint32_t value)
{
    std::uint64_t wide = value;
    while (bytes.size() >= sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data(), sizeof eight);
        wide = __builtin_ia32_crc32di(wide, eight);
        bytes = bytes.subspan(sizeof eight);
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

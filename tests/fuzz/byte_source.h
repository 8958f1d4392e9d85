// Choices out of a fuzzer's bytes. When they have run out, every choice is 0 and every run of bytes empty.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace fuzz {

class ByteSource {
public:
    explicit ByteSource(std::span<const std::byte> bytes) : m_left(bytes) { }

    bool isEmpty() const { return m_left.empty(); }
    std::size_t left() const { return m_left.size(); }

    template<typename Number> Number number()
    {
        static_assert(std::is_integral_v<Number>);
        Number value {};
        const auto some = bytes(sizeof value);
        if (!some.empty()) {
            std::memcpy(&value, some.data(), some.size());
        }
        return value;
    }
    // From 0 to below `end`.
    std::size_t below(std::size_t end) { return end < 2 ? 0 : number<std::uint16_t>() % end; }
    bool oneIn(std::size_t times) { return below(times) == 1; }
    template<typename Item, std::size_t size> const Item& oneOf(const std::array<Item, size>& items)
    {
        return items[below(size)];
    }

    // As many as there still are.
    std::span<const std::byte> bytes(std::size_t wanted)
    {
        const auto some = m_left.first(std::min(wanted, m_left.size()));
        m_left = m_left.subspan(some.size());
        return some;
    }
    std::span<const std::byte> rest() { return bytes(m_left.size()); }
    std::vector<std::byte> someBytes(std::size_t most)
    {
        const auto some = bytes(below(most + 1));
        return {some.begin(), some.end()};
    }
    std::string someText(std::size_t most)
    {
        const auto some = bytes(below(most + 1));
        return {reinterpret_cast<const char*>(some.data()), some.size()};
    }
    // One that is likely to be wrong: around the borders, or anything.
    std::int64_t awkward()
    {
        constexpr std::array<std::int64_t, 16> borders {0, 1, 2, 4, 16, 28, 110, 128, 129, 4096, -1,
            INT32_MAX, INT32_MIN, UINT32_MAX, INT64_MAX, INT64_MIN};
        const std::size_t which = below(borders.size() + 4);
        return which < borders.size() ? borders[which]
            : which % 2 == 0          ? number<std::uint8_t>()
                                      : number<std::int32_t>();
    }

private:
    std::span<const std::byte> m_left;
};

}

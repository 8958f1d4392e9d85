// Numbers and strings one after the other in a row of bytes, little-endian as the machine.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netcore {

class ByteWriter {
public:
    template<std::integral Number> void add(Number value)
    {
        const auto* bytes = reinterpret_cast<const std::byte*>(&value);
        m_bytes.insert(m_bytes.end(), bytes, bytes + sizeof value);
    }
    void add(std::span<const std::byte> bytes) // with its length before it
    {
        add(static_cast<std::uint32_t>(bytes.size()));
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }
    void add(std::string_view text) { add(std::as_bytes(std::span(text))); }

    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    std::vector<std::byte> m_bytes;
};

// Beyond the end everything is zero and empty, and good() is false.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_rest(bytes) { }

    template<std::integral Number> Number take()
    {
        Number value {};
        const auto bytes = cut(sizeof value);
        if (bytes.size() == sizeof value) {
            std::memcpy(&value, bytes.data(), sizeof value);
        }
        return value;
    }
    std::span<const std::byte> takeBytes() { return cut(take<std::uint32_t>()); }
    std::string takeText()
    {
        const auto bytes = takeBytes();
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    bool atEnd() const { return m_rest.empty(); }
    bool good() const { return m_good; }

private:
    std::span<const std::byte> cut(std::size_t size)
    {
        m_good = m_good && size <= m_rest.size();
        const auto bytes = m_good ? m_rest.first(size) : std::span<const std::byte>();
        m_rest = m_good ? m_rest.subspan(size) : std::span<const std::byte>();
        return bytes;
    }

    std::span<const std::byte> m_rest;
    bool m_good = true;
};

}

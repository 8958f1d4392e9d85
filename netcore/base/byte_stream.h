// Values one after the other as bytes, and back. Little-endian as the machine: both ends are this program.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace netcore {

class ByteWriter {
public:
    explicit ByteWriter(std::vector<std::byte>& bytes) : m_bytes(bytes) { }

    template<typename Value> void put(Value value)
    {
        static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
        append(std::as_bytes(std::span(&value, 1)));
    }
    void putBytes(std::span<const std::byte> bytes) // with their length before them
    {
        put(static_cast<std::uint32_t>(bytes.size()));
        append(bytes);
    }
    void putText(std::string_view text) { putBytes(std::as_bytes(std::span(text.data(), text.size()))); }
    void append(std::span<const std::byte> bytes)
    {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }
    std::size_t size() const { return m_bytes.size(); }

private:
    std::vector<std::byte>& m_bytes;
};

// Bytes that are too short (a damaged file) give zeros: reading never fails, and never allocates more than
// there is.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_rest(bytes) { }

    template<typename Value> Value get()
    {
        static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
        Value value {};
        const auto bytes = take(sizeof value);
        if (bytes.size() < sizeof value) {
            return {};
        }
        std::memcpy(&value, bytes.data(), bytes.size());
        return value;
    }
    std::span<const std::byte> getBytes() { return take(get<std::uint32_t>()); }
    std::string getText()
    {
        const auto bytes = getBytes();
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    // How many entries follow; no more than bytes are left, whatever a damaged count says.
    std::size_t getCount() { return std::min<std::size_t>(get<std::uint32_t>(), m_rest.size()); }
    std::span<const std::byte> rest() const { return m_rest; }

private:
    std::span<const std::byte> take(std::size_t size)
    {
        const auto bytes = m_rest.first(std::min(size, m_rest.size()));
        m_rest = m_rest.subspan(bytes.size());
        return bytes;
    }

    std::span<const std::byte> m_rest;
};

}

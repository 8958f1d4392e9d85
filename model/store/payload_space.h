// The bytes of all events, one behind the other in one range of addresses that grows in place: an offset is a
// place for ever, and a reader never meets a moved byte. (A session file that is mapped looks just the same.)
//
// Threads: one writer; anybody may read what was written before the store published it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace model {

class PayloadSpace {
public:
    // Bytes of address space, not of memory. Where the system grants less, it makes do with less.
    explicit PayloadSpace(std::size_t most = std::size_t {1} << 36);
    ~PayloadSpace();
    PayloadSpace(const PayloadSpace&) = delete;
    PayloadSpace& operator=(const PayloadSpace&) = delete;

    // Nothing: no memory for it.
    std::optional<std::uint64_t> append(std::span<const std::byte> bytes);
    std::span<const std::byte> at(std::uint64_t offset, std::size_t size) const;
    std::size_t size() const { return m_used; }

private:
    bool grow(std::size_t wanted);

    std::byte* m_base = nullptr;
    std::size_t m_reserved = 0;
    std::size_t m_usable = 0;
    std::size_t m_used = 0;
};

}

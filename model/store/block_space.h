// A lane of the store: bytes one behind the other in one range of addresses that grows in place, so an offset
// is a place for ever and a reader never meets a moved byte.
//
// It consists of blocks. New bytes are anonymous memory. A block that lies in a file as it lies here can be
// adopted: the file's pages take the place of the memory at the same addresses, and the kernel may drop them.
//
// Threads: one writer (all that is not const); anybody may read what was written before the store published
// it, also while its block is adopted or forgotten.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "model/store/bus_guard.h"

namespace model {

class BlockSpace {
public:
    // blockBytes: whole pages. most: bytes of address space, not of memory; where the system grants less
    // (RLIMIT_AS), it makes do with less.
    BlockSpace(std::size_t blockBytes, std::size_t most);
    ~BlockSpace();
    BlockSpace(const BlockSpace&) = delete;
    BlockSpace& operator=(const BlockSpace&) = delete;

    // Nothing: no memory for it.
    std::optional<std::uint64_t> append(std::span<const std::byte> bytes);
    // The same for many, after makeRoom(): bytes one behind the other from size() on, then setSize().
    std::byte* writable(std::size_t offset) { return m_base + offset; }
    // Memory up to `end`, zeros where nothing was written. Nullptr: none to be had.
    std::byte* makeRoom(std::size_t end);
    void setSize(std::size_t size) { m_used.store(size, std::memory_order_relaxed); }

    std::size_t size() const { return m_used.load(std::memory_order_relaxed); }
    std::size_t blockBytes() const { return m_blockBytes; }
    std::size_t reserved() const { return m_reserved; }
    const std::byte* base() const { return m_base; }
    // What of it is there: an offset or a size from a damaged file gives less, or nothing.
    std::span<const std::byte> at(std::uint64_t offset, std::size_t size) const;

    // The next block, from the first on: `size` bytes of it lie at that offset of the file (a page border).
    // False: it stays as it is.
    bool adopt(int fd, std::uint64_t offset, std::size_t size);
    std::size_t adopted() const { return m_adopted.load(std::memory_order_acquire); } // blocks
    // Adopted pages in that range need not stay in memory; they come back when they are read. Any thread.
    void forget(std::uint64_t offset, std::size_t size) const;
    bool isHurt() const { return m_guard.isHurt(); } // an adopted page could not be read

private:
    bool grow(std::size_t wanted);

    std::size_t m_blockBytes;
    std::byte* m_base = nullptr;
    std::size_t m_reserved = 0;
    std::size_t m_usable = 0;
    std::atomic<std::size_t> m_used = 0;
    std::atomic<std::size_t> m_adopted = 0;
    BusGuard m_guard;
};

}

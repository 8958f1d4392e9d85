#include "model/store/block_space.h"

#include <algorithm>
#include <cstring>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace model {

namespace {

constexpr std::size_t kStep = std::size_t {1} << 22;
constexpr std::size_t kPage = 4'096;
constexpr std::size_t kHugePage = std::size_t {1} << 21;
// Of a limit on address space: there are three lanes, and the rest of the program lives too.
constexpr std::size_t kShareOfLimit = 8;

std::size_t grantable(std::size_t most)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        return std::min<std::size_t>(most, limit.rlim_cur / kShareOfLimit);
    }
    return most;
}

// Addresses without memory, from a border of large pages on. Nullptr: not so many.
std::byte* reserve(std::size_t size)
{
    const std::size_t more = size + kHugePage;
    void* base = ::mmap(nullptr, more, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base == MAP_FAILED) {
        return nullptr;
    }
    auto* first = static_cast<std::byte*>(base);
    const std::size_t before = (kHugePage - reinterpret_cast<std::uintptr_t>(base) % kHugePage) % kHugePage;
    if (before > 0) {
        ::munmap(first, before);
    }
    ::munmap(first + before + size, more - before - size);
    return first + before;
}

}

BlockSpace::BlockSpace(std::size_t blockBytes, std::size_t most) : m_blockBytes(blockBytes)
{
    const std::size_t least = std::min(most, 2 * blockBytes);
    for (std::size_t size = std::max(grantable(most), least); m_base == nullptr && size >= least; size /= 2) {
        size = size / kPage * kPage;
        m_base = reserve(size);
        m_reserved = m_base == nullptr ? 0 : size;
    }
}

BlockSpace::~BlockSpace()
{
    m_guard.release();
    if (m_base != nullptr) {
        ::munmap(m_base, m_reserved);
    }
}

bool BlockSpace::grow(std::size_t wanted)
{
    const std::size_t usable = std::min((wanted + kStep - 1) / kStep * kStep, m_reserved);
    // Only what is new: what lies before it may be a file by now.
    if (wanted > usable || ::mprotect(m_base + m_usable, usable - m_usable, PROT_READ | PROT_WRITE) != 0) {
        return false;
    }
    // A log that has filled a block will fill more of them: large pages cost a quarter of small ones to touch
    // first. One that has not stays small.
    if (wanted > m_blockBytes) {
        ::madvise(m_base + m_usable, usable - m_usable, MADV_HUGEPAGE);
    }
    m_usable = usable;
    return true;
}

std::byte* BlockSpace::makeRoom(std::size_t end)
{
    return end <= m_usable || grow(end) ? m_base : nullptr;
}

std::optional<std::uint64_t> BlockSpace::append(std::span<const std::byte> bytes)
{
    const std::uint64_t offset = size();
    if (!bytes.empty()) {
        if (makeRoom(offset + bytes.size()) == nullptr) {
            return std::nullopt;
        }
        std::memcpy(m_base + offset, bytes.data(), bytes.size());
        setSize(offset + bytes.size());
    }
    return offset;
}

std::span<const std::byte> BlockSpace::at(std::uint64_t offset, std::size_t size) const
{
    const std::size_t used = this->size();
    return offset >= used ? std::span<const std::byte>()
                          : std::span(m_base + offset, std::min<std::size_t>(size, used - offset));
}

bool BlockSpace::adopt(int fd, std::uint64_t offset, std::size_t size)
{
    const std::size_t block = m_adopted.load(std::memory_order_relaxed);
    const std::size_t bytes = (size + kPage - 1) / kPage * kPage;
    if (block * m_blockBytes + bytes > m_reserved) {
        return false;
    }
    m_guard.guard(m_base, m_reserved);
    std::byte* place = m_base + block * m_blockBytes;
    // The kernel swaps the pages under its own lock: a reader sees the old ones or the new ones, and they are
    // the same. (mmap() itself: ThreadSanitizer would take its wrapper for a write to all of it.)
    if (::syscall(SYS_mmap, place, bytes, PROT_READ, MAP_SHARED | MAP_FIXED, fd, offset) == -1) {
        return false;
    }
    m_usable = std::max(m_usable, block * m_blockBytes + bytes);
    m_adopted.store(block + 1, std::memory_order_release);
    return true;
}

void BlockSpace::forget(std::uint64_t offset, std::size_t size) const
{
    // Anonymous memory would be lost: only what is a file's.
    const std::size_t end = std::min<std::uint64_t>(adopted() * m_blockBytes, offset + size) / kPage * kPage;
    const std::size_t begin = (offset + kPage - 1) / kPage * kPage;
    if (begin < end) {
        ::madvise(m_base + begin, end - begin, MADV_DONTNEED);
    }
}

}

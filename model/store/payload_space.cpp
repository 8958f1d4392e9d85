#include "model/store/payload_space.h"

#include <algorithm>
#include <cstring>
#include <sys/mman.h>

namespace model {

namespace {

constexpr std::size_t kStep = std::size_t {1} << 22;
constexpr std::size_t kLeast = std::size_t {1} << 26;

}

PayloadSpace::PayloadSpace(std::size_t most)
{
    // A limit on address space (RLIMIT_AS) is met by asking for less.
    for (std::size_t size = std::max(most, kLeast); m_base == nullptr && size >= kLeast; size /= 4) {
        void* base = ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base != MAP_FAILED) {
            m_base = static_cast<std::byte*>(base);
            m_reserved = size;
        }
    }
}

PayloadSpace::~PayloadSpace()
{
    if (m_base != nullptr) {
        ::munmap(m_base, m_reserved);
    }
}

bool PayloadSpace::grow(std::size_t wanted)
{
    const std::size_t usable = (wanted + kStep - 1) / kStep * kStep;
    if (usable > m_reserved || ::mprotect(m_base, usable, PROT_READ | PROT_WRITE) != 0) {
        return false;
    }
    m_usable = usable;
    return true;
}

std::optional<std::uint64_t> PayloadSpace::append(std::span<const std::byte> bytes)
{
    const std::size_t end = m_used + bytes.size();
    if (end > m_usable && !grow(end)) {
        return std::nullopt;
    }
    if (!bytes.empty()) {
        std::memcpy(m_base + m_used, bytes.data(), bytes.size());
    }
    const std::uint64_t offset = m_used;
    m_used = end;
    return offset;
}

std::span<const std::byte> PayloadSpace::at(std::uint64_t offset, std::size_t size) const
{
    return {m_base + offset, size};
}

}

// CRC-32C (Castagnoli, RFC 3720 appendix B.4), as the processor counts it where it can.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace model {

// `before`: of the bytes before these, to go on from. Any thread.
std::uint32_t checksum(std::span<const std::byte> bytes, std::uint32_t before = 0);

}

// Bytes as a C string literal, the way strace prints them: they can be pasted into C, or into a scenario.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace netcore {

inline constexpr std::size_t kQuoteAll = static_cast<std::size_t>(-1);

// "hello\n"; longer than `most` bytes: the first of them, and three dots behind the quote.
std::string quoted(std::span<const std::byte> bytes, std::size_t most = kQuoteAll);
std::string quoted(std::string_view text);
// What cannot be understood, the way strace shows it: "\x01\x00".
std::string hexString(std::span<const std::byte> bytes);

inline std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

}

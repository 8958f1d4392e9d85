// Instructions of a classic BPF program (a socket filter) as text and back: SO_ATTACH_FILTER, socket(7),
// Documentation/networking/filter.rst. Internal to option_text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netcore {

// [BPF_STMT(BPF_LD|BPF_H|BPF_ABS, 0xc), BPF_JUMP(BPF_JMP|BPF_K|BPF_JEQ, 0x800, 0, 1)], as strace prints them;
// bytes that are no whole instruction follow as hexadecimal digits.
std::string instructionsText(std::span<const std::byte> bytes);

// The same, and what `tcpdump -dd` prints: { 0x28, 0, 0, 0x0000000c }, with or without brackets around.
// Nothing: it is neither; `column` says where.
std::optional<std::vector<std::byte>> parseInstructions(std::string_view text, std::size_t& column);

}

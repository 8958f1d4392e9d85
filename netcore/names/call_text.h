// A call in words of C, as strace decodes it: same constants, same order, same escapes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "netcore/events/call_record.h"

namespace netcore {

struct CallTextStyle {
    enum class Addresses : std::uint8_t { Strace, Short }; // Short: {AF_INET, 127.0.0.1:5000}
    Addresses addresses = Addresses::Strace;
    std::size_t mostData = 256; // bytes of a buffer that are shown
};

enum class CallStage : std::uint8_t {
    Planned, // not made yet: what comes back is shown as &addr, &addrlen, buf
    Unfinished, // asleep: shown up to the first argument that the kernel will fill in
    Failed, // as planned, but the length that was offered is shown: [128]
    Done,
};

// send(8, "hello", 5, MSG_NOSIGNAL). `data`: the bytes that it moved, as far as they were kept; `dataSize`:
// all.
std::string callText(const CallRecord& record, std::span<const std::byte> data, std::size_t dataSize,
    CallStage stage, const CallTextStyle& style = {});

// "7", "-1 EADDRINUSE"; of getaddrinfo() "-2 EAI_NONAME".
std::string resultText(CallId call, std::int64_t result, int error);
// What strace puts in brackets behind it: "[{fd=3, revents=POLLIN}]", "Timeout", "flags O_RDWR"; mostly
// nothing.
std::string resultNote(const CallRecord& record, std::int64_t result);

}

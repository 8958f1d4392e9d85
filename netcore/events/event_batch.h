// Events on their way from the rings to the log, many at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "netcore/events/event.h"

namespace netcore {

// In their order. They lie in the rings of their channels, and are valid during a call of the sink only.
using EventBatch = std::span<const Event* const>;

// Of an event in a batch: argument block, then data.
inline std::span<const std::byte> recordOf(const Event& event)
{
    const auto* record = reinterpret_cast<const std::byte*>(static_cast<std::uintptr_t>(event.payload));
    return {record, record == nullptr ? 0 : event.payloadSize};
}

}

// Rows of a log that nobody would write, out of a fuzzer's bytes: every field has any value that its type can
// have. For a target each; the same bytes give the same rows.
#pragma once

#include "model/store/event_store.h"
#include "tests/fuzz/byte_source.h"

namespace fuzz {

inline void appendMadeRows(model::EventStore& store, ByteSource& source, model::Row rows)
{
    using namespace netcore;
    for (model::Row row = 0; row < rows; ++row) {
        Event event {};
        event.time = source.number<std::uint16_t>();
        event.socket = SocketId {source.number<std::uint8_t>()};
        event.opened = SocketId {source.oneIn(3) ? source.number<std::uint8_t>() : 0U};
        event.ticket = Ticket {source.number<std::uint8_t>()};
        event.call = static_cast<CallId>(source.below(kCallIds));
        event.kind = static_cast<EventKind>(source.below(7));
        event.result = static_cast<std::int32_t>(source.awkward());
        event.error = source.number<std::uint8_t>();
        event.dataSize = source.number<std::uint16_t>();
        const auto record = source.someBytes(300);
        event.argumentsSize = static_cast<std::uint16_t>(source.below(record.size() + 1));
        store.append(event, record);
    }
}

}

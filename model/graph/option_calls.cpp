#include "model/graph/option_calls.h"

namespace model {

using namespace netcore;

namespace {

const OptionCall kNone;

}

void OptionCalls::extend(const EventStore& store, Row first, Row end)
{
    for (Row row = first; row < end; ++row) {
        if (store.kind(row) != EventKind::Call) {
            continue;
        }
        const Event event = store.event(row);
        if (event.call != CallId::Getsockopt && event.call != CallId::Setsockopt) {
            continue;
        }
        const CallRecord record = store.call(row);
        const Key key {
            event.socket, static_cast<int>(record.arguments[1]), static_cast<int>(record.arguments[2])};
        OptionCall call {row, event.call, event.error, {}};
        if (const auto* value = std::get_if<OptionBytes>(&record.details)) {
            call.bytes = value->bytes;
        }
        if (event.call == CallId::Setsockopt && event.error == 0) {
            m_set[key] = call;
        }
        m_last[key] = std::move(call);
        ++m_count;
    }
}

const OptionCall& OptionCalls::last(SocketId socket, int level, int number) const
{
    const auto found = m_last.find({socket, level, number});
    return found == m_last.end() ? kNone : found->second;
}

const OptionCall& OptionCalls::lastSet(SocketId socket, int level, int number) const
{
    const auto found = m_set.find({socket, level, number});
    return found == m_set.end() ? kNone : found->second;
}

}

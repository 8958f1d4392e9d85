#include "model/filter/row_text.h"

#include "netcore/names/call_text.h"

namespace model::filter {

using namespace netcore;

std::string rowText(const EventStore& store, Row row)
{
    const Event event = store.event(row);
    const auto data = store.data(row);
    switch (event.kind) {
    case EventKind::Call: {
        const CallRecord record = store.call(row);
        const auto stage = event.result < 0 ? CallStage::Failed : CallStage::Done;
        const std::string note = resultNote(record, event.result);
        return callText(record, data, event.dataSize, stage) + " = "
            + resultText(event.call, event.result, event.error) + (note.empty() ? "" : " (" + note + ')');
    }
    case EventKind::Blocked:
        return callText(store.call(row), {}, 0, CallStage::Unfinished);
    case EventKind::Note:
        return {reinterpret_cast<const char*>(data.data()), data.size()};
    case EventKind::Gap:
        return std::to_string(event.result) + " events are missing";
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        break;
    }
    return {};
}

}

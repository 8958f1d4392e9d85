#include "model/export/row_forms.h"

#include "model/export/scenario_line.h"
#include "model/export/utf8.h"
#include "model/scenario/symbols.h"

namespace model {

using namespace netcore;

namespace {

// Whose numbers they were at that row, from the sockets alone.
OpenDescriptors descriptorsAt(const ExportSource& source, Row row)
{
    OpenDescriptors open;
    for (const auto& [id, node] : source.graph.sockets()) { // younger ones come later, and win
        if (node.created <= row && node.fd >= 0) {
            Event opened {};
            opened.kind = EventKind::Call;
            opened.call = CallId::Socket;
            opened.result = node.fd;
            opened.opened = id;
            open.take(opened, {});
        }
    }
    return open;
}

}

std::string scenarioLine(const ExportSource& source, Row row)
{
    const Event event = source.store.event(row);
    const auto data = source.store.data(row);
    if (event.kind == EventKind::Note) {
        return "> " + displayable({reinterpret_cast<const char*>(data.data()), data.size()});
    }
    const bool returned = event.kind == EventKind::Call;
    if ((!returned && event.kind != EventKind::Blocked) || (event.flags & eventFlags::kAutomatic) != 0) {
        return {};
    }
    const CallRecord record = source.store.call(row);
    AddressBook addresses(source);
    const OpenDescriptors open = descriptorsAt(source, row);
    const ScenarioCall call {event, record, returned ? data : data.first(0)};
    ScenarioLine line(call, row, addresses, open);
    const std::string actor(source.actorName(event.actor));
    const std::string opens = returned && event.opened != kNoSocket && describe(event.call).opensSocket
        ? scenarioName(event.opened) + " = "
        : std::string();
    const std::string before = scenario::isName(actor) ? actor + ": " : std::string();
    const std::string sleeper = returned ? opens : std::string(describe(event.call).name) + "1 = ";
    return before + sleeper + line.call() + (returned ? line.result(true) : " blocks");
}

std::string cArray(std::span<const std::byte> bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::size_t kInALine = 16;
    std::string text = "{";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += i == 0 ? "" : i % kInALine == 0 ? ",\n " : ", ";
        text += "0x";
        text += kDigits[std::to_integer<std::size_t>(bytes[i] >> 4)];
        text += kDigits[std::to_integer<std::size_t>(bytes[i] & std::byte {15})];
    }
    return text + (bytes.empty() ? "0}" : "}");
}

}

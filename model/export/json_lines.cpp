#include "model/export/event_writer.h"
#include "model/export/json_writer.h"
#include "model/export/row_facts_text.h"
#include "model/export/utf8.h"
#include "model/text/bytes_as_text.h"
#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;

namespace {

// The bytes themselves are in "data": the text shows where they begin.
constexpr CallTextStyle kStyle {CallTextStyle::Addresses::Strace, 256};

void addSocket(JsonObject& line, std::string_view key, SocketId id)
{
    if (id != kNoSocket) {
        line.add(key, std::uint64_t {number(id)});
    } else {
        line.addNull(key);
    }
}

void addList(JsonObject& line, std::string_view key, const std::vector<SocketId>& ids)
{
    std::string text;
    for (const SocketId id : ids) {
        text += (text.empty() ? "" : ",") + std::to_string(number(id));
    }
    line.raw(key, '[' + text + ']');
}

std::string flagsOf(const Event& event)
{
    std::string text;
    text += (event.flags & eventFlags::kAutomatic) != 0 ? "\"automatic\"" : "";
    if ((event.flags & eventFlags::kSigpipe) != 0) {
        text += text.empty() ? "\"sigpipe\"" : ",\"sigpipe\"";
    }
    return '[' + text + ']';
}

void addActor(JsonObject& line, const ExportSource& log, const Event& event)
{
    if (event.actor != kNoActor) {
        line.add("actor", log.actorName(event.actor));
    } else {
        line.addNull("actor");
    }
}

void addData(JsonObject& line, const Event& event, std::span<const std::byte> data)
{
    if (!(sendsData(event.call) || receivesData(event.call)) || (event.dataSize == 0 && data.empty())) {
        return;
    }
    JsonObject object;
    object.add("bytes", std::uint64_t {event.dataSize}).add("kept", std::uint64_t {data.size()});
    object.add("base64", base64(data));
    if (isUtf8(textOf(data))) {
        object.add("utf8", textOf(data));
    }
    line.raw("data", object.text());
}

void addCall(JsonObject& line, const ExportSource& log, Row row, const Event& event, bool payload)
{
    const CallRecord record = log.store.call(row);
    const bool returned = event.kind == EventKind::Call;
    const auto data = payload || !returned ? log.store.data(row) : std::span<const std::byte>();
    const auto stage = !returned ? CallStage::Unfinished
        : event.result < 0       ? CallStage::Failed
                                 : CallStage::Done;
    line.add("tid", std::uint64_t {event.tid});
    addActor(line, log, event);
    addSocket(line, "socket", event.socket);
    if (record.fd() >= 0 || event.socket != kNoSocket) {
        line.addSigned("fd", record.fd());
    } else {
        line.addNull("fd");
    }
    const auto shown = returned ? data : std::span<const std::byte>();
    line.add("call", describe(event.call).name);
    line.add("text", callText(record, shown, returned ? event.dataSize : 0, stage, kStyle));
    if (!returned) {
        line.add("function", textOf(data)); // of the kernel, that it sleeps in
        return;
    }
    line.addSigned("ret", event.result);
    event.error != 0 ? line.add("errno", errnoText(event.error)) : line.addNull("errno");
    if (event.opened != kNoSocket) {
        addSocket(line, "opened", event.opened);
    }
    if (const auto all = openedBy(record, event.opened); all.size() > 1) {
        addList(line, "opened_all", all);
    }
    line.raw("flags", flagsOf(event));
    const bool namesPeer
        = record.hasAddress && event.call != CallId::Bind && event.call != CallId::Getsockname;
    namesPeer ? line.add("peer", addressText(record.address)) : line.addNull("peer");
    addData(line, event, data);
}

}

std::string JsonLinesWriter::lines(const ExportSource& log, Row row)
{
    const Event event = log.store.event(row);
    if (isObservation(event.kind)) {
        return {};
    }
    JsonObject line;
    line.add("seq", ++m_lines);
    line.add("kind", kindText(event.kind));
    line.add("t", event.time - std::min(event.time, log.startTime)).add("took", event.took);
    if (event.kind == EventKind::Call || event.kind == EventKind::Blocked) {
        addCall(line, log, row, event, m_payload);
    } else if (event.kind == EventKind::Note) {
        addActor(line, log, event);
        addSocket(line, "socket", event.socket);
        line.add("text", textOf(log.store.data(row)));
    } else {
        line.addSigned("lost", event.result).add("text", "events that there was no room for");
        event.error != 0 ? line.add("errno", errnoText(event.error)) : line.addNull("errno");
        const bool begins = (event.flags & eventFlags::kGapBegins) != 0; // how many is said by the next one
        line.raw("flags", begins ? "[\"begins\"]" : "[]");
    }
    return line.text() + '\n';
}

}

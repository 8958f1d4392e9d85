#include "model/export/row_facts_text.h"

#include <array>
#include <cstdio>
#include <ctime>

#include "model/export/utf8.h"
#include "model/text/bytes_as_text.h"
#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"

namespace model {

using namespace netcore;

namespace {

// The bytes have a column of their own: the call shows where they begin.
constexpr CallTextStyle kStyle {CallTextStyle::Addresses::Strace, 64};
constexpr std::uint64_t kSecond = 1'000'000'000;

}

std::string isoTime(std::uint64_t wallNanoseconds)
{
    const auto seconds = static_cast<std::time_t>(wallNanoseconds / kSecond);
    std::tm parts {};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 64> text {};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text.data() + length, text.size() - length, ".%09lluZ",
        static_cast<unsigned long long>(wallNanoseconds % kSecond));
    return text.data();
}

std::string secondsText(std::uint64_t nanoseconds)
{
    std::array<char, 48> text {};
    std::snprintf(text.data(), text.size(), "%llu.%09llu",
        static_cast<unsigned long long>(nanoseconds / kSecond),
        static_cast<unsigned long long>(nanoseconds % kSecond));
    return text.data();
}

std::string_view kindText(EventKind kind)
{
    switch (kind) {
    case EventKind::Call:
        return "call";
    case EventKind::Blocked:
        return "blocked";
    case EventKind::Note:
        return "note";
    case EventKind::Gap:
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        break;
    }
    return "gap";
}

std::string whatHappened(const ExportSource& log, Row row, const Event& event, bool payload)
{
    const auto data = log.store.data(row);
    switch (event.kind) {
    case EventKind::Call: {
        const auto stage = event.result < 0 ? CallStage::Failed : CallStage::Done;
        const auto shown = payload ? data : data.first(0);
        return displayable(callText(log.store.call(row), shown, event.dataSize, stage, kStyle));
    }
    case EventKind::Blocked:
        return displayable(callText(log.store.call(row), {}, 0, CallStage::Unfinished, kStyle));
    case EventKind::Note:
        return displayable(textOf(data));
    case EventKind::Gap:
        return std::to_string(event.result) + " events are missing: there was no room for them";
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        break;
    }
    return {};
}

std::string whatCameBack(const ExportSource& log, Row row, const Event& event)
{
    if (event.kind == EventKind::Blocked) {
        const std::string function = displayable(textOf(log.store.data(row)));
        return "asleep" + (function.empty() ? "" : " in " + function);
    }
    if (event.kind != EventKind::Call) {
        return {};
    }
    const std::string note = resultNote(log.store.call(row), event.result);
    return resultText(event.call, event.result, event.error) + (note.empty() ? "" : " (" + note + ')');
}

std::string peerOf(const CallRecord& record)
{
    const bool named = record.hasAddress && record.call != CallId::Bind && record.call != CallId::Getsockname;
    return named ? displayable(addressText(record.address)) : std::string();
}

bool movesData(const Event& event)
{
    return event.kind == EventKind::Call && (sendsData(event.call) || receivesData(event.call));
}

}

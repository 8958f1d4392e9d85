// The filter language: any text is read or refused with a place in it, can be coloured and completed, and
// what was read is asked of a small log.

#include "model/filter/cell_filter.h"
#include "model/filter/matcher.h"
#include "model/filter/parser.h"
#include "model/filter/spans.h"
#include "netcore/engine/call.h"
#include "tests/fuzz/target.h"

using namespace model;
using namespace model::filter;

namespace {

void append(EventStore& store, const netcore::Call& call, netcore::EventKind kind, std::string_view data)
{
    std::vector<std::byte> record;
    netcore::encode(netcore::recordOf(call, 5), record);
    netcore::Event event {};
    event.kind = kind;
    event.call = call.id;
    event.argumentsSize = static_cast<std::uint16_t>(record.size());
    event.dataSize = static_cast<std::uint32_t>(data.size());
    event.socket = netcore::SocketId {1};
    event.actor = netcore::ActorId {1};
    event.error = data.empty() ? 11 : 0;
    event.result = data.empty() ? -1 : 1;
    const auto bytes = std::as_bytes(std::span(data));
    record.insert(record.end(), bytes.begin(), bytes.end());
    store.append(event, record);
}

const EventStore& log()
{
    static const EventStore* store = [] {
        auto* made = new EventStore;
        for (int i = 0; i < 40; ++i) { // enough for bytes to be searched side by side
            append(*made, netcore::calls::send("ab"), netcore::EventKind::Call, "abAB");
            append(*made, netcore::calls::recv(9), netcore::EventKind::Call, {});
            append(*made, netcore::calls::getsockopt(1, 9), netcore::EventKind::Call, "b");
            append(*made, netcore::calls::accept(), netcore::EventKind::Blocked, "wait");
        }
        return made;
    }();
    return *store;
}

std::shared_ptr<const Facts> facts()
{
    static const auto made = [] {
        auto some = std::make_shared<Facts>();
        SocketFacts socket {5, AF_INET, SOCK_STREAM, 0, {}, {}, 0};
        socket.local = netcore::Address::ipv4(0x7f000001, 80);
        some->sockets = {nullptr, std::make_shared<SocketFacts>(socket)};
        some->actors = {"", "server"};
        return some;
    }();
    return made;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = fuzz::bytesOf(data, size);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    for (const Span& span : spansOf(text)) {
        fuzz::check(span.column + span.length <= text.size(), "a colour behind the text");
    }
    for (const std::size_t cursor : {std::size_t {0}, size / 2, size}) {
        const Completions proposals = completionsAt(text, cursor, *facts());
        fuzz::check(proposals.column + proposals.length <= text.size(), "a proposal behind the text");
    }
    const auto parsed = parse(text);
    if (!parsed.ok()) {
        const Problem& problem = parsed.problem();
        fuzz::check(problem.column + problem.length <= text.size(), "a problem behind the text");
        fuzz::check(!problem.what.empty() && !problem.remedy.empty(), "a problem without words");
        return 0;
    }
    fuzz::check(parse(joined(text, "failed", Join::AndNot)).ok(), "a filter that cannot be added to");
    Matcher matcher(log(), parsed.value(), facts());
    RowBits bits;
    matcher.match(0, log().size(), bits);
    for (Row row = 0; row < 4; ++row) {
        fuzz::check(matcher.matches(row) == bits.test(row), "a row that is another by itself");
    }
    return 0;
}

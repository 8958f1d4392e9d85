// The engine on a kernel of a fuzzer's bytes: any calls with any arguments on sockets open, closed and
// unheard of, cancelled, drained and ended at any time, and any answers. Each call returns once, in order,
// and can be printed.

#include <atomic>
#include <cstring>
#include <map>
#include <sys/un.h>

#include "netcore/names/call_text.h"
#include "netcore/names/options.h"
#include "tests/fuzz/fake_syscalls.h"
#include "tests/fuzz/target.h"
#include "tests/support/engine_bench.h"

using namespace netcore;

namespace {

constexpr std::size_t kMostCommands = 48;
constexpr std::int64_t kMostBytes = 1 << 16;

// A path must not be one that somebody has: what bind() makes is removed at the end.
Address harmless(std::vector<std::byte> bytes)
{
    constexpr std::string_view kNowhere = "/\1/";
    constexpr std::size_t kPath = offsetof(sockaddr_un, sun_path);
    if (Address::fromBytes(bytes).family() == AF_UNIX && bytes.size() > kPath
        && bytes[kPath] != std::byte {0}) {
        bytes.resize(std::max(bytes.size(), kPath + kNowhere.size()));
        std::memcpy(bytes.data() + kPath, kNowhere.data(), kNowhere.size());
    }
    return Address::fromBytes(bytes);
}

Address anyAddress(fuzz::ByteSource& source)
{
    switch (source.below(4)) {
    case 0:
        return Address::ipv4(source.number<std::uint32_t>(), source.number<std::uint16_t>());
    case 1:
        return Address::unixAbstract(source.someText(20));
    case 2: {
        std::vector<std::byte> bytes = source.someBytes(sizeof(sockaddr_storage));
        if (bytes.size() >= 2 && source.oneIn(2)) {
            const sa_family_t family = AF_UNIX;
            std::memcpy(bytes.data(), &family, sizeof family);
        }
        return harmless(std::move(bytes));
    }
    default:
        return {};
    }
}

SocketId anySocket(fuzz::ByteSource& source)
{
    return source.oneIn(16) ? SocketId {source.number<std::uint32_t>()}
                            : SocketId {static_cast<std::uint32_t>(source.below(8))};
}

MessageDetails anyMessage(fuzz::ByteSource& source)
{
    MessageDetails message;
    for (std::size_t count = source.below(source.oneIn(32) ? 2000 : 5); count > 0; --count) {
        message.bufferSizes.push_back(
            source.oneIn(64) ? source.number<std::uint16_t>() : source.number<std::uint8_t>());
    }
    for (std::size_t count = source.below(4); count > 0; --count) {
        message.control.push_back(
            {source.number<std::uint8_t>(), source.number<std::uint8_t>(), source.someBytes(64), {}});
        for (std::size_t passes = source.below(3); passes > 0; --passes) {
            message.control.back().passes.push_back(anySocket(source));
        }
    }
    message.nameRoom = source.awkward();
    message.controlRoom = source.oneIn(4) ? source.awkward() : source.number<std::uint8_t>();
    return message;
}

CallDetails anyDetails(CallId call, fuzz::ByteSource& source)
{
    if (call == CallId::Sendmsg || call == CallId::Recvmsg) {
        return anyMessage(source);
    }
    if (call == CallId::Setsockopt) {
        return OptionBytes {source.someBytes(64), 0};
    }
    if (call == CallId::Poll) {
        PollDetails set;
        for (std::size_t count = source.below(source.oneIn(32) ? 5000 : 4); count > 0; --count) {
            set.entries.push_back({anySocket(source), -1, source.number<std::int16_t>(), 0});
        }
        return set;
    }
    if (call == CallId::Getaddrinfo) {
        LookUpDetails wanted;
        wanted.node = source.someText(80);
        wanted.service = source.someText(20);
        return wanted;
    }
    return {};
}

Call anyCall(fuzz::ByteSource& source)
{
    Call call;
    call.id = static_cast<CallId>(source.below(kCallIds));
    for (auto& argument : call.arguments) {
        argument = source.oneIn(8) ? source.awkward() : source.number<std::uint8_t>();
    }
    if (call.id == CallId::Getsockopt || call.id == CallId::Setsockopt) {
        const OptionDescription& option = allOptions()[source.below(allOptions().size())];
        call.arguments[1] = option.level;
        call.arguments[2] = option.number;
    }
    if (!source.oneIn(8)) {
        call.address = anyAddress(source);
    }
    if (sendsData(call.id) || receivesData(call.id)) { // what kLargestBuffer allows only costs time
        call.arguments[2] = std::min<std::int64_t>(call.arguments[2], kMostBytes);
    }
    call.wantsAddress = !source.oneIn(8);
    call.data = source.someBytes(200);
    call.details = anyDetails(call.id, source);
    return call;
}

bool isCall(const support::RecordedEvent& recorded)
{
    return recorded.event.kind == EventKind::Call;
}

// Each ticket returned once, nothing was lost, each row can be read and printed, and they are in their order.
void judge(const support::EventRecorder& recorder, const std::vector<Ticket>& tickets, std::size_t made)
{
    std::map<Ticket, int> returned;
    std::size_t calls = 0;
    std::uint64_t lastEnd = 0;
    for (const support::RecordedEvent& recorded : recorder.all()) {
        const Event& event = recorded.event;
        fuzz::check(event.end() >= lastEnd, "an event behind a later one");
        fuzz::check(event.kind != EventKind::Gap, "an event was lost");
        lastEnd = event.end();
        if (event.kind == EventKind::Call) {
            ++calls;
            ++returned[event.ticket];
        }
        recorded.line();
        resultNote(recorded.call(), event.result);
    }
    fuzz::check(calls == made, "calls that were made and are not in the log");
    for (const Ticket ticket : tickets) {
        fuzz::check(returned[ticket] == 1, "a call returned " + std::to_string(returned[ticket]) + " times");
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ByteSource source(fuzz::bytesOf(data, size));
    fuzz::FakeSyscalls kernel(source.bytes(source.left() / 2));
    support::EngineBench bench(kernel);
    std::vector<Ticket> tickets;
    while (!source.isEmpty() && tickets.size() < kMostCommands) {
        const SocketId socket = anySocket(source);
        const ActorId actor {static_cast<std::uint16_t>(source.below(4))};
        const Call call = anyCall(source);
        if (call.id == CallId::None) {
            continue; // no call: nothing to return
        }
        tickets.push_back(bench.post(call, socket, actor));
        const std::size_t then = source.below(8);
        if (then < 4) { // one after the other
            bench.done(tickets.back());
        } else if (then == 4) {
            bench.recorder().drain();
        } else if (then == 5) {
            bench.cancel(tickets[source.below(tickets.size())]);
        } else if (then == 6) {
            bench.cancel(Ticket {source.number<std::uint32_t>()});
        }
    }
    bench.endEngine(); // whatever is in flight
    support::eventually([&] { // the stream holds back what is younger than a microsecond
        bench.recorder().drain();
        return bench.recorder().count(isCall) == kernel.calls();
    });
    judge(bench.recorder(), tickets, kernel.calls());
    return 0;
}

#include "tests/model/filter_bench.h"

#include <QtGlobal>
#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>

#include "model/filter/parser.h"
#include "netcore/engine/call.h"

using namespace netcore;
using model::EventStore;
using model::Row;
using namespace model::filter;

namespace filterBench {

namespace {

constexpr std::uint64_t kStart = 1'000'000;

Call randomCall(Random& random, const std::string& data)
{
    const auto address
        = [&] { return Address::ipv4(0x7f000001, static_cast<std::uint16_t>(5000 + below(random, 2))); };
    std::vector<std::byte> bytes(data.size());
    std::ranges::transform(data, bytes.begin(), [](char c) { return std::byte(c); });
    switch (below(random, 10)) {
    case 0:
        return calls::socket(AF_INET, SOCK_STREAM);
    case 1:
        return calls::bind(address());
    case 2:
        return calls::connect(address());
    case 3:
        return calls::recv(100, below(random, 2) == 0 ? MSG_PEEK : MSG_PEEK | MSG_DONTWAIT);
    case 4:
        return calls::sendto(bytes, 0, address());
    case 5:
        return calls::accept4();
    case 6:
        return calls::getsockopt(SOL_SOCKET, below(random, 2) == 0 ? SO_KEEPALIVE : SO_RCVBUF);
    case 7:
        return calls::setsockopt(IPPROTO_TCP, 1, 1);
    default:
        return calls::send(bytes, MSG_NOSIGNAL);
    }
}

std::string randomData(Random& random)
{
    std::string data(below(random, 3) == 0 ? 0 : below(random, 7), ' ');
    std::ranges::generate(data, [&] { return "abAB\n"[below(random, 5)]; });
    return data;
}

EventKind randomKind(Random& random)
{
    const std::size_t kind = below(random, 20);
    return kind < 7 ? static_cast<EventKind>(kind) : EventKind::Call;
}

// A ticket is of one call: a call that returns may have been seen asleep in one of the rows before.
Ticket ticketFor(const EventStore& store, EventKind kind, Random& random)
{
    const Row row = store.size();
    for (Row before = row; kind == EventKind::Call && before > row - std::min<Row>(row, 40); --before) {
        if (store.kind(before - 1) == EventKind::Blocked && below(random, 3) == 0) {
            return store.event(before - 1).ticket;
        }
    }
    return Ticket {below(random, 4) == 0 ? 0 : static_cast<std::uint32_t>(row + 1)};
}

}

std::size_t below(Random& random, std::size_t end)
{
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

void appendRandom(EventStore& store, std::size_t rows, Random& random)
{
    std::vector<std::byte> room;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::string data = randomData(random);
        Event event {};
        event.kind = randomKind(random);
        std::vector<std::byte> record;
        if (event.kind == EventKind::Call || event.kind == EventKind::Blocked) {
            CallRecord call = recordOf(randomCall(random, data), 5);
            if (call.call == CallId::Accept4 && below(random, 2) == 0) {
                call.hasAddress = true;
                call.address = Address::ipv4(0x0a000001, 4711);
            }
            const auto block = encode(call, room);
            record.assign(block.begin(), block.end());
            event.call = call.call;
            event.argumentsSize = static_cast<std::uint16_t>(block.size());
            event.ticket = ticketFor(store, event.kind, random);
        }
        const auto bytes = std::as_bytes(std::span(data));
        record.insert(record.end(), bytes.begin(), bytes.end());
        event.dataSize = static_cast<std::uint32_t>(data.size() + (below(random, 8) == 0 ? 3 : 0));
        event.time = kStart + store.size() * 1000;
        event.took = below(random, 2000);
        event.error = event.kind == EventKind::Call && below(random, 3) == 0
            ? static_cast<std::uint16_t>(below(random, 2) == 0 ? EAGAIN : EINTR)
            : std::uint16_t {0};
        event.result = event.error != 0 ? -1 : static_cast<std::int32_t>(below(random, 10));
        event.socket = SocketId {static_cast<std::uint32_t>(below(random, 6))};
        event.opened = SocketId {static_cast<std::uint32_t>(below(random, 3) == 0 ? below(random, 6) : 0)};
        event.tid = static_cast<std::uint32_t>(100 + below(random, 3));
        event.actor = ActorId {static_cast<std::uint16_t>(below(random, 4))};
        event.flags = below(random, 10) == 0 ? eventFlags::kAutomatic : std::uint8_t {0};
        store.append(event, record);
    }
}

std::shared_ptr<const Facts> someFacts()
{
    auto facts = std::make_shared<Facts>();
    facts->startTime = kStart;
    const auto add = [&](int fd, int domain, int type, const char* local, const char* remote) {
        SocketFacts socket {fd, domain, type, 0, {}, {}, 0};
        socket.local = *local == 0 ? Address() : parseAddress(local).value();
        socket.remote = *remote == 0 ? Address() : parseAddress(remote).value();
        facts->sockets.push_back(std::make_shared<SocketFacts>(socket));
    };
    facts->sockets.push_back(nullptr);
    add(5, AF_INET, SOCK_STREAM, "127.0.0.1:5000", "");
    add(6, AF_INET, SOCK_STREAM, "127.0.0.1:40000", "127.0.0.1:5000");
    add(7, AF_INET6, SOCK_DGRAM, "[::1]:53", "");
    add(5, AF_UNIX, SOCK_SEQPACKET, "/run/x.sock", "@abstract");
    facts->actors = {"", "server", "client", "Server 2"};
    facts->marked = std::make_shared<const std::vector<Row>>(std::vector<Row> {0, 5, 70, 71, 900});
    facts->commented = std::make_shared<const std::vector<Row>>(std::vector<Row> {5, 64, 65'536});
    return facts;
}

const std::vector<std::string>& conditions()
{
    static const std::vector<std::string> all {"row < 500", "row in {1..3 64 128..700 65530..65540}",
        "time > 100us", "time in {0..5us 20us..1s}", "took > 1us", "took != 0", "socket", "socket == 2",
        "socket in {1 3..4}", "socket != 3", "opened", "opened > 3", "fd", "fd == 5", "fd != 5", "actor",
        "actor == server", "actor != server", "actor contains \"server\"i", "actor matches \"^[sS].*r\"",
        "tid == 101", "tid != 101", "call == send", "call in {recv sendto accept4}", "call matches \"sock\"",
        "kind == call", "kind in {blocked note state}", "result == -1", "result >= 3", "result != 4",
        "result in {-1 1 3 5 7 9}", "errno", "errno == EAGAIN", "errno != EAGAIN", "data", "data == \"ab\"",
        "data != \"ab\"", "data contains \"ab\"", "data contains \"ab\"i", "data contains a",
        "data contains \"A\\nb\"", "data contains 61:42", "data matches \"a+b\"", "data matches \"^a\"",
        "data matches \"b$\"", "data matches \"a.b\"", "data matches \"ab[AB\\n]\"", "data matches \"ab*B\"i",
        "data matches \"aab?\"", "data matches \"(?s)a.*b\"", "data matches \"[^a]b\"i", "size", "size == 0",
        "size > 4", "kept < 3", "peer", "peer == 127.0.0.1:5000", "peer != 127.0.0.0/8",
        "peer contains \"10.0\"", "local", "local == /run/*", "local in {127.0.0.1 ::1}", "address == :5000",
        "address != :5000", "address matches \"^@\"", "port", "port == 53", "port in {1..5000}",
        "domain == ipv4", "domain != AF_UNIX", "type == datagram", "flags", "flags contains MSG_PEEK",
        "flags == MSG_PEEK|MSG_DONTWAIT", "flags != MSG_PEEK", "level", "level == SOL_SOCKET", "option",
        "option == SO_KEEPALIVE", "option != SO_KEEPALIVE", "option == 1", "text contains \"MSG_PEEK\"",
        "text matches \"= -1 E(AGAIN|INTR)\"", "failed", "blocked", "sends", "receives", "marked",
        "commented", "automatic", "observation", "note", "gap", "ipv4", "ipv6", "unix", "stream", "datagram",
        "seqpacket", "tcp", "udp"};
    return all;
}

std::string randomFilter(Random& random, int depth)
{
    const std::size_t kind = depth == 0 ? 0 : below(random, 5);
    switch (kind) {
    case 1:
        return "not " + randomFilter(random, depth - 1);
    case 2:
    case 3:
        return '(' + randomFilter(random, depth - 1) + (below(random, 2) == 0 ? " and " : " && ")
            + randomFilter(random, depth - 1) + ')';
    case 4:
        return '(' + randomFilter(random, depth - 1) + " or " + randomFilter(random, depth - 1) + " || "
            + randomFilter(random, depth - 1) + ')';
    default:
        return conditions()[below(random, conditions().size())];
    }
}

Node read(const std::string& filter)
{
    auto parsed = parse(filter);
    if (!parsed.ok()) {
        qFatal("%s: %s", filter.c_str(), parsed.problem().what.c_str());
    }
    return std::move(parsed.value());
}

}

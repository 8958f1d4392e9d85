#include "tests/ui/made_log.h"

#include <sys/socket.h>

using namespace netcore;
using model::Row;

namespace {

constexpr std::uint32_t kLoopback = 0x7f000001;

Event eventOf(const MadeLog::Facts& facts)
{
    Event event {};
    event.time = MadeLog::kStart + facts.end - facts.took;
    event.took = facts.took;
    event.result = facts.result;
    event.error = static_cast<std::uint16_t>(facts.error);
    event.ticket = facts.ticket;
    event.tid = facts.tid;
    event.actor = facts.actor;
    event.opened = facts.opened;
    return event;
}

}

SocketId MadeLog::addSocket(int fd, int domain)
{
    const SocketId id {static_cast<std::uint32_t>(m_sockets.size() + 1)};
    m_sockets[id] = {fd, domain};
    return id;
}

Row MadeLog::append(Event event, const CallRecord* record, std::string_view data)
{
    std::vector<std::byte> room;
    std::vector<std::byte> bytes;
    if (record) {
        const auto block = encode(*record, room);
        bytes.assign(block.begin(), block.end());
        event.argumentsSize = static_cast<std::uint16_t>(block.size());
        event.call = record->call;
    }
    const auto tail = std::as_bytes(std::span(data));
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    event.dataSize = static_cast<std::uint32_t>(data.size());
    return store.append(event, bytes);
}

Row MadeLog::call(SocketId socket, const Call& call, const Facts& facts, std::string_view data)
{
    Event event = eventOf(facts);
    event.kind = EventKind::Call;
    event.socket = socket;
    CallRecord record = recordOf(call, m_sockets[socket].fd);
    if (facts.peer) {
        record.hasAddress = true;
        record.address = *facts.peer;
        record.addressLength = facts.peer->length();
    }
    return append(event, &record, data);
}

Row MadeLog::blocked(SocketId socket, const Call& call, const Facts& facts)
{
    Event event = eventOf(facts);
    event.kind = EventKind::Blocked;
    event.socket = socket;
    const CallRecord record = recordOf(call, m_sockets[socket].fd);
    return append(event, &record, "wait_woken");
}

Row MadeLog::note(std::string_view text, const Facts& facts)
{
    Event event = eventOf(facts);
    event.kind = EventKind::Note;
    event.tid = 0;
    return append(event, nullptr, text);
}

Row MadeLog::state(SocketId socket)
{
    Event event = eventOf({});
    event.kind = EventKind::State;
    event.socket = socket;
    return append(event, nullptr, {});
}

Row MadeLog::gap(int events)
{
    Event event = eventOf({});
    event.kind = EventKind::Gap;
    event.result = events;
    return append(event, nullptr, {});
}

void MadeLog::addMany(SocketId socket, std::size_t rows)
{
    const Call send = calls::send("hello");
    for (std::size_t i = 0; i < rows; ++i) {
        Facts facts;
        facts.end = (i + 1) * 1'000;
        facts.took = 900;
        facts.result = 5;
        call(socket, send, facts, "hello");
    }
}

void MadeLog::addStory()
{
    const SocketId listener = addSocket(7, AF_INET);
    const SocketId client = addSocket(8, AF_INET);
    const SocketId accepted = addSocket(9, AF_INET);
    const SocketId unixOne = addSocket(11, AF_UNIX);
    const Address server = Address::ipv4(kLoopback, 5000);
    const auto at = [](double seconds, double micro, int result) {
        Facts facts;
        facts.end = static_cast<std::uint64_t>(seconds * 1e6) * 1000;
        facts.took = static_cast<std::uint64_t>(micro * 1e3);
        facts.result = result;
        return facts;
    };
    Facts facts = at(12.004118, 9, 7);
    facts.opened = listener;
    call(kNoSocket, calls::socket(AF_INET, SOCK_STREAM), facts);
    facts = at(14.310022, 5, -1);
    facts.error = EADDRINUSE;
    call(listener, calls::bind(Address::ipv4(kLoopback, 80)), facts);
    call(listener, calls::bind(server), at(16.902551, 6, 0));
    call(listener, calls::listen(2), at(17.88412, 7, 0));
    facts = at(19.120094, 71, 0);
    facts.tid = 101;
    call(client, calls::connect(server), facts);
    facts = at(19.120201, 1'204'000, 9);
    facts.opened = accepted;
    facts.peer = Address::ipv4(kLoopback, 41822);
    call(listener, calls::accept4(SOCK_CLOEXEC), facts);
    facts = at(22.700381, 12, 5);
    facts.tid = 101;
    call(client, calls::send("hello"), facts, "hello");
    facts = at(30.1, 14, 12);
    call(unixOne, calls::sendto("rubber duck\n", Address::unixPath("/tmp/ud_ucase")), facts, "rubber duck\n");
    note("Now the client waits: nothing has been sent to it.", at(33, 0, 0));
    facts = at(38.006, 3'200, 0);
    facts.tid = 101;
    facts.ticket = Ticket {1};
    blocked(client, calls::recv(4096), facts);
    now = kStart + 41'207'000'000;
}

void MadeLog::publish()
{
    const Row end = store.size();
    rowList.extend(store, m_published, end);
    rowFacts.extend(store, m_published, end);
    m_published = end;
}

ui::LogSource MadeLog::source()
{
    ui::LogSource source;
    source.store = &store;
    source.rows = &rowList;
    source.facts = &rowFacts;
    source.startTime = kStart;
    source.socket = [this](SocketId id) {
        const auto socket = m_sockets.find(id);
        return socket == m_sockets.end() ? ui::SocketLook {} : socket->second;
    };
    source.actorName = [this](ActorId) { return actor; };
    source.meaning = [](int, CallId) { return QStringLiteral("Somebody has this address already."); };
    source.now = [this] { return now; };
    return source;
}

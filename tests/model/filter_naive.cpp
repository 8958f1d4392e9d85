// filterBench::holds(): a filter asked of one row, the plain way.

#include <algorithm>
#include <optional>
#include <sys/socket.h>

#include "model/filter/regex.h"
#include "model/filter/row_text.h"
#include "netcore/names/calls.h"
#include "tests/model/filter_bench.h"

using namespace netcore;
using model::EventStore;
using model::Row;
using namespace model::filter;

namespace filterBench {

namespace {

struct Asked {
    const EventStore& store;
    Row row;
    const Facts& facts;
    Event event;
    CallRecord call;
    const SocketFacts* socket;
};

bool isCall(const Asked& asked)
{
    return asked.event.kind == EventKind::Call;
}

bool isIn(const std::vector<NumberRange>& ranges, std::int64_t value)
{
    return std::ranges::any_of(
        ranges, [&](const NumberRange& range) { return range.first <= value && value <= range.last; });
}

std::optional<std::int64_t> some(std::int64_t value, bool is)
{
    return is ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> argumentOf(const Asked& asked, ParameterKind kind)
{
    const auto place = parameterOf(describe(asked.event.call), kind);
    return place ? std::optional(asked.call.arguments[*place]) : std::nullopt;
}

// The number that the field is, where the row has it.
std::optional<std::int64_t> numberOf(const Asked& asked, Field field)
{
    const Event& event = asked.event;
    const auto id = event.socket != kNoSocket ? event.socket : event.opened;
    switch (field) {
    case Field::Row:
        return static_cast<std::int64_t>(asked.row);
    case Field::Time:
        return static_cast<std::int64_t>(event.end() - asked.facts.startTime);
    case Field::Took:
        return some(static_cast<std::int64_t>(event.took), isCall(asked));
    case Field::Socket:
        return some(number(id), id != kNoSocket);
    case Field::Opened:
        return some(number(event.opened), event.opened != kNoSocket);
    case Field::Thread:
        return some(event.tid, event.tid != 0);
    case Field::Call:
        return some(static_cast<std::int64_t>(event.call), event.call != CallId::None);
    case Field::Kind:
        return static_cast<std::int64_t>(event.kind);
    case Field::Result:
        return some(event.result, isCall(asked));
    case Field::Errno:
        return some(event.error, event.error != 0);
    case Field::Size:
        return some(event.dataSize, isCall(asked));
    case Field::Kept:
        return some(static_cast<std::int64_t>(asked.store.data(asked.row).size()), isCall(asked));
    case Field::Fd:
        return some(asked.socket ? asked.socket->fd : 0, asked.socket != nullptr);
    case Field::Domain:
        return some(asked.socket ? asked.socket->domain : 0, asked.socket != nullptr);
    case Field::Type:
        return some(asked.socket ? asked.socket->type : 0, asked.socket != nullptr);
    case Field::Flags:
        return argumentOf(asked, ParameterKind::MessageFlags);
    case Field::Level:
        return argumentOf(asked, ParameterKind::OptionLevel);
    default:
        return std::nullopt;
    }
}

bool hasText(const Comparison& comparison, const std::string& text)
{
    return std::ranges::any_of(comparison.texts, [&](const std::string& wanted) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        const auto same
            = [&](char a, char b) { return comparison.ignoresCase ? lower(a) == lower(b) : a == b; };
        if (comparison.test == Test::Contains) {
            return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), same) != text.end();
        }
        if (comparison.test == Test::Matches) {
            return Regex("(?:" + wanted + ")", comparison.ignoresCase).matches(text);
        }
        return std::equal(text.begin(), text.end(), wanted.begin(), wanted.end(), same);
    });
}

std::vector<Address> addressesOf(const Asked& asked, Field field)
{
    using enum CallId;
    const auto isOne = [&](std::initializer_list<CallId> calls) {
        return std::ranges::find(calls, asked.event.call) != calls.end();
    };
    const bool saysPeer = isOne({Connect, Sendto, Recvfrom, Sendmsg, Recvmsg, Accept, Accept4, Getpeername});
    const bool saysLocal = isOne({Bind, Getsockname});
    const bool wantsPeer = field != Field::Local;
    const bool wantsLocal = field != Field::Peer;
    const bool says = asked.call.hasAddress && ((saysPeer && wantsPeer) || (saysLocal && wantsLocal));
    std::vector<Address> all;
    if (says) {
        all.push_back(asked.call.address);
    }
    const bool both = field == Field::Address || field == Field::Port;
    if (asked.socket != nullptr && (!says || both)) {
        all.push_back(wantsPeer ? asked.socket->remote : Address());
        all.push_back(wantsLocal ? asked.socket->local : Address());
    }
    std::erase_if(all, [&](const Address& address) {
        return field == Field::Port ? address.port() == 0 : address.isEmpty();
    });
    return all;
}

bool holdsAddress(const Comparison& comparison, const Asked& asked)
{
    const auto all = addressesOf(asked, comparison.field);
    if (comparison.test == Test::Present || all.empty()) {
        return !all.empty();
    }
    const bool is = std::ranges::any_of(all, [&](const Address& address) {
        return comparison.test == Test::Addresses
            ? std::ranges::any_of(comparison.addresses, [&](const auto& one) { return one.matches(address); })
            : hasText(comparison, addressText(address));
    });
    return is != comparison.negated;
}

bool wasAsleep(const Asked& asked)
{
    if (!isCall(asked) || asked.event.ticket == kNoTicket) {
        return asked.event.kind == EventKind::Blocked;
    }
    for (Row row = 0; row < asked.row; ++row) {
        if (asked.store.kind(row) == EventKind::Blocked
            && asked.store.event(row).ticket == asked.event.ticket) {
            return true;
        }
    }
    return false;
}

bool hasRow(const std::shared_ptr<const std::vector<Row>>& rows, Row row)
{
    return rows && std::ranges::find(*rows, row) != rows->end();
}

bool isTrue(Field field, const Asked& asked)
{
    const EventKind kind = asked.event.kind;
    const bool named = kind == EventKind::Call || kind == EventKind::Blocked;
    const int domain = asked.socket ? asked.socket->domain : -1;
    const int type = asked.socket ? asked.socket->type : -1;
    const bool internet = domain == AF_INET || domain == AF_INET6;
    switch (field) {
    case Field::Failed:
        return isCall(asked) && asked.event.result < 0;
    case Field::Blocked:
        return wasAsleep(asked);
    case Field::Sends:
        return named && sendsData(asked.event.call);
    case Field::Receives:
        return named && receivesData(asked.event.call);
    case Field::Marked:
        return hasRow(asked.facts.marked, asked.row);
    case Field::Commented:
        return hasRow(asked.facts.commented, asked.row);
    case Field::Automatic:
        return asked.event.flags == eventFlags::kAutomatic;
    case Field::Observation:
        return isObservation(kind);
    case Field::Note:
        return kind == EventKind::Note;
    case Field::Gap:
        return kind == EventKind::Gap;
    case Field::Ipv4:
        return domain == AF_INET;
    case Field::Ipv6:
        return domain == AF_INET6;
    case Field::Unix:
        return domain == AF_UNIX;
    case Field::Stream:
        return type == SOCK_STREAM;
    case Field::Datagram:
        return type == SOCK_DGRAM;
    case Field::Seqpacket:
        return type == SOCK_SEQPACKET;
    case Field::Tcp:
        return internet && type == SOCK_STREAM;
    default: // Udp
        return internet && type == SOCK_DGRAM;
    }
}

// A row without the text has no such field.
bool holdsText(const Comparison& comparison, const std::string& text, bool has)
{
    return has && (comparison.test == Test::Present || hasText(comparison, text) != comparison.negated);
}

bool holdsOne(const Comparison& comparison, const Asked& asked)
{
    const Field field = comparison.field;
    if (describe(field).type == ValueType::Truth) {
        return isTrue(field, asked);
    }
    const auto data = asked.store.data(asked.row);
    const std::string bytes(reinterpret_cast<const char*>(data.data()), data.size());
    switch (field) {
    case Field::Peer:
    case Field::Local:
    case Field::Address:
    case Field::Port:
        return holdsAddress(comparison, asked);
    case Field::Actor: {
        const std::string& name = asked.facts.actors[number(asked.event.actor)];
        return holdsText(comparison, name, !name.empty());
    }
    case Field::Data: {
        const bool isWhole = bytes.size() == asked.event.dataSize;
        const bool has = isCall(asked) && asked.event.dataSize != 0;
        if (comparison.test == Test::Equal && !isWhole) {
            return has && comparison.negated;
        }
        return holdsText(comparison, bytes, has && (comparison.test == Test::Present || !bytes.empty()));
    }
    case Field::Text: {
        const std::string text = rowText(asked.store, asked.row);
        return holdsText(comparison, text, !text.empty());
    }
    case Field::Option: {
        const auto level = argumentOf(asked, ParameterKind::OptionLevel);
        const auto name = argumentOf(asked, ParameterKind::OptionName);
        const bool is = std::ranges::any_of(comparison.options, [&](const OptionKey& one) {
            return one.number == name && (one.level < 0 || one.level == level);
        });
        return level && (comparison.test == Test::Present || is != comparison.negated);
    }
    default:
        break;
    }
    const auto value = numberOf(asked, field);
    if (!value || comparison.test == Test::Numbers) {
        return value && isIn(comparison.numbers, *value);
    }
    if (comparison.test == Test::AllBits) {
        return (*value & comparison.numbers[0].first) == comparison.numbers[0].first;
    }
    return field == Field::Fd || *value != 0 || field == Field::Level;
}

bool holdsNode(const Node& node, const Asked& asked)
{
    const auto holds = [&](const Node& part) { return holdsNode(part, asked); };
    switch (node.kind) {
    case Node::Kind::And:
        return std::ranges::all_of(node.parts, holds);
    case Node::Kind::Or:
        return std::ranges::any_of(node.parts, holds);
    case Node::Kind::Not:
        return !holds(node.parts[0]);
    case Node::Kind::Comparison:
        break;
    }
    return holdsOne(node.comparison, asked);
}

}

bool holds(const Node& node, const EventStore& store, Row row, const Facts& facts)
{
    const Event event = store.event(row);
    const auto id = event.socket != kNoSocket ? event.socket : event.opened;
    return holdsNode(node, {store, row, facts, event, store.call(row), facts.socket(id)});
}

}

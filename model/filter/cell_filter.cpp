#include "model/filter/cell_filter.h"

#include <algorithm>

#include "model/filter/lexer.h"
#include "model/filter/parser.h"
#include "netcore/base/quoted.h"
#include "netcore/names/calls.h"
#include "netcore/names/options.h"

namespace model::filter {

using namespace netcore;

namespace {

using Text = std::optional<std::string>;

constexpr std::size_t kMostBytes = 256; // of data in a filter

std::string equal(Field field, const std::string& value)
{
    return std::string(describe(field).name) + " == " + value;
}

Text equalNumber(Field field, std::int64_t value, bool is)
{
    return is ? Text(equal(field, constantName(field, value))) : std::nullopt;
}

Text addressCondition(Field field, const Address& address)
{
    const std::string text = addressText(address);
    const bool isOne = !address.isEmpty() && readAddressPattern(text).has_value();
    return isOne ? Text(equal(field, quotedIfNeeded(text))) : std::nullopt;
}

// Of the call, where it says one; else of the socket.
Text addressFor(Field field, const EventStore& store, Row row, const SocketFacts* socket)
{
    const CallRecord record = store.call(row);
    const CallId call = record.call;
    const bool isLocal = call == CallId::Bind || call == CallId::Getsockname;
    if (record.hasAddress && (field == Field::Address || isLocal == (field == Field::Local))) {
        return addressCondition(field, record.address);
    }
    if (socket == nullptr) {
        return std::nullopt;
    }
    const bool wantsLocal = field == Field::Local || (field == Field::Address && socket->remote.isEmpty());
    return addressCondition(field, wantsLocal ? socket->local : socket->remote);
}

Text dataFor(std::span<const std::byte> bytes, const Event& event)
{
    if (event.kind != EventKind::Call || bytes.empty()) {
        return std::nullopt;
    }
    const bool whole = bytes.size() == event.dataSize && bytes.size() <= kMostBytes;
    const std::string text = quoted(bytes.first(std::min(bytes.size(), kMostBytes)));
    return (whole ? "data == " : "data contains ") + text;
}

Text recordFor(Field field, const EventStore& store, Row row)
{
    const CallRecord record = store.call(row);
    const CallDescription& call = describe(record.call);
    const auto flags = parameterOf(call, ParameterKind::MessageFlags);
    const auto level = parameterOf(call, ParameterKind::OptionLevel);
    const auto name = parameterOf(call, ParameterKind::OptionName);
    if (field == Field::Flags) {
        return flags ? Text(equal(field, flagsText(messageFlags(), record.arguments[*flags]))) : std::nullopt;
    }
    if (!level || !name) {
        return std::nullopt;
    }
    const std::int64_t number = record.arguments[field == Field::Level ? *level : *name];
    if (field == Field::Level) {
        return equal(field, constantName(field, number));
    }
    const auto* option = describeOption(static_cast<int>(record.arguments[*level]), static_cast<int>(number));
    return equal(field, option ? std::string(option->name) : std::to_string(number));
}

Text socketFor(Field field, const SocketFacts* socket)
{
    if (socket == nullptr) {
        return std::nullopt;
    }
    return field == Field::Fd    ? equalNumber(field, socket->fd, socket->fd >= 0)
        : field == Field::Domain ? equalNumber(field, socket->domain, true)
                                 : equalNumber(field, socket->type, true);
}

Text numberFor(Field field, const Event& event, Row row, const Facts& facts)
{
    const bool isCall = event.kind == EventKind::Call;
    const SocketId id = event.socket != kNoSocket ? event.socket : event.opened;
    switch (field) {
    case Field::Row:
        return "row >= " + std::to_string(row);
    case Field::Time:
        return "time >= " + std::to_string(event.end() - std::min(event.end(), facts.startTime)) + "ns";
    case Field::Took:
        return isCall ? Text("took >= " + std::to_string(event.took) + "ns") : std::nullopt;
    case Field::Socket:
        return equalNumber(field, number(id), id != kNoSocket);
    case Field::Opened:
        return equalNumber(field, number(event.opened), event.opened != kNoSocket);
    case Field::Thread:
        return equalNumber(field, event.tid, event.tid != 0);
    case Field::Call:
        return equalNumber(field, static_cast<std::int64_t>(event.call), event.call != CallId::None);
    case Field::Kind:
        return equalNumber(field, static_cast<std::int64_t>(event.kind), true);
    case Field::Result:
        return equalNumber(field, event.result, isCall);
    case Field::Errno:
        return equalNumber(field, event.error, event.error != 0);
    case Field::Size:
        return equalNumber(field, event.dataSize, isCall);
    default:
        return std::nullopt;
    }
}

bool isAlternative(std::string_view text)
{
    const auto parsed = parse(text);
    return parsed.ok() && parsed.value().kind == Node::Kind::Or;
}

std::string grouped(std::string_view text)
{
    return isAlternative(text) ? '(' + std::string(text) + ')' : std::string(text);
}

}

Text filterFor(Field field, const EventStore& store, Row row, const Facts& facts)
{
    const Event event = store.event(row);
    const SocketFacts* socket = facts.socket(event.socket != kNoSocket ? event.socket : event.opened);
    switch (field) {
    case Field::Peer:
    case Field::Local:
    case Field::Address:
        return addressFor(field, store, row, socket);
    case Field::Actor: {
        const std::size_t actor = number(event.actor);
        const bool isNamed = actor < facts.actors.size() && !facts.actors[actor].empty();
        return isNamed ? Text(equal(field, quotedIfNeeded(facts.actors[actor]))) : std::nullopt;
    }
    case Field::Data:
        return dataFor(store.data(row), event);
    case Field::Flags:
    case Field::Level:
    case Field::Option:
        return recordFor(field, store, row);
    case Field::Fd:
    case Field::Domain:
    case Field::Type:
        return socketFor(field, socket);
    default:
        return numberFor(field, event, row, facts);
    }
}

std::string joined(std::string_view existing, std::string_view addition, Join join)
{
    // 'not' binds closer than 'and'.
    const auto parsed = parse(addition);
    const bool isOne = parsed.ok() && parsed.value().kind == Node::Kind::Comparison;
    const std::string whole = isOne ? std::string(addition) : '(' + std::string(addition) + ')';
    const std::string added = join == Join::AndNot ? "not " + whole : std::string(addition);
    if (join == Join::Only || !parse(existing).ok()) {
        return added;
    }
    return join == Join::Or ? std::string(existing) + " or " + added
                            : grouped(existing) + " and " + grouped(added);
}

}

#include "model/filter/fields.h"

#include <algorithm>
#include <array>
#include <sys/socket.h>
#include <vector>

#include "netcore/events/event.h"
#include "netcore/names/calls.h"
#include "netcore/names/options.h"

namespace model::filter {

using netcore::NamedValue;
using netcore::NameTable;

namespace {

using enum ValueType;

constexpr std::array kFields {
    FieldDescription {Field::Row, "row", "", Number, false, "row >= 1000"},
    FieldDescription {Field::Time, "time", "", Duration, false, "time >= 1.5s and time < 2s"},
    FieldDescription {Field::Took, "took", "", Duration, false, "took > 10ms"},
    FieldDescription {Field::Socket, "socket", "", Number, true, "socket in {7 8}"},
    FieldDescription {Field::Fd, "fd", "", Number, true, "fd == 5"},
    FieldDescription {Field::Opened, "opened", "", Number, true, "opened"},
    FieldDescription {Field::Actor, "actor", "", Actor, true, "actor == server"},
    FieldDescription {Field::Thread, "thread", "tid", Number, false, "tid == 4711"},
    FieldDescription {Field::Call, "call", "", Constant, false, "call in {send sendto}"},
    FieldDescription {Field::Kind, "kind", "", Constant, false, "kind == note"},
    FieldDescription {Field::Result, "result", "", Number, false, "result == -1"},
    FieldDescription {Field::Errno, "errno", "error", Constant, true, "errno == EAGAIN"},
    FieldDescription {Field::Data, "data", "", Bytes, true, "data contains \"GET\""},
    FieldDescription {Field::Size, "size", "", Size, true, "size > 64KiB"},
    FieldDescription {Field::Kept, "kept", "", Size, true, "kept < 100"},
    FieldDescription {Field::Peer, "peer", "remote", Address, true, "peer == 127.0.0.1:5000"},
    FieldDescription {Field::Local, "local", "", Address, true, "local == /run/x.sock"},
    FieldDescription {Field::Address, "address", "addr", Address, true, "address == 10.0.0.0/8"},
    FieldDescription {Field::Port, "port", "", Number, true, "port in {80 8000..8999}"},
    FieldDescription {Field::Domain, "domain", "family", Constant, false, "domain == AF_INET6"},
    FieldDescription {Field::Type, "type", "", Constant, false, "type == SOCK_DGRAM"},
    FieldDescription {Field::Flags, "flags", "", Flags, true, "flags contains MSG_PEEK"},
    FieldDescription {Field::Level, "level", "", Constant, true, "level == SOL_TCP"},
    FieldDescription {Field::Option, "option", "", Option, true, "option == SO_KEEPALIVE"},
    FieldDescription {Field::Text, "text", "", Text, false, "text contains \"htons(80)\""},
    FieldDescription {Field::Failed, "failed", "", Truth, true, "failed"},
    FieldDescription {Field::Blocked, "blocked", "", Truth, true, "blocked and took > 1s"},
    FieldDescription {Field::Sends, "sends", "", Truth, true, "sends"},
    FieldDescription {Field::Receives, "receives", "", Truth, true, "receives and size == 0"},
    FieldDescription {Field::Marked, "marked", "", Truth, true, "marked"},
    FieldDescription {Field::Commented, "commented", "", Truth, true, "commented"},
    FieldDescription {Field::Automatic, "automatic", "", Truth, true, "not automatic"},
    FieldDescription {Field::Observation, "observation", "", Truth, true, "observation"},
    FieldDescription {Field::Note, "note", "", Truth, true, "note"},
    FieldDescription {Field::Gap, "gap", "", Truth, true, "gap"},
    FieldDescription {Field::Ipv4, "ipv4", "", Truth, true, "ipv4"},
    FieldDescription {Field::Ipv6, "ipv6", "", Truth, true, "ipv6"},
    FieldDescription {Field::Unix, "unix", "", Truth, true, "unix"},
    FieldDescription {Field::Stream, "stream", "", Truth, true, "stream"},
    FieldDescription {Field::Datagram, "datagram", "dgram", Truth, true, "datagram"},
    FieldDescription {Field::Seqpacket, "seqpacket", "", Truth, true, "seqpacket"},
    FieldDescription {Field::Tcp, "tcp", "", Truth, true, "tcp"},
    FieldDescription {Field::Udp, "udp", "", Truth, true, "udp"},
};

constexpr std::int64_t valueOfKind(netcore::EventKind kind)
{
    return static_cast<std::int64_t>(kind);
}

constexpr std::array kKinds {
    NamedValue {valueOfKind(netcore::EventKind::Call), "call"},
    NamedValue {valueOfKind(netcore::EventKind::Blocked), "blocked"},
    NamedValue {valueOfKind(netcore::EventKind::Note), "note"},
    NamedValue {valueOfKind(netcore::EventKind::Gap), "gap"},
    NamedValue {valueOfKind(netcore::EventKind::State), "state"},
    NamedValue {valueOfKind(netcore::EventKind::Options), "options"},
    NamedValue {valueOfKind(netcore::EventKind::Finding), "finding"},
};

// What people say for the constants of C.
constexpr std::array kDomainWords {NamedValue {AF_INET, "ipv4"}, NamedValue {AF_INET6, "ipv6"},
    NamedValue {AF_UNIX, "unix"}, NamedValue {AF_UNIX, "local"}};
constexpr std::array kTypeWords {NamedValue {SOCK_STREAM, "stream"}, NamedValue {SOCK_DGRAM, "datagram"},
    NamedValue {SOCK_DGRAM, "dgram"}, NamedValue {SOCK_SEQPACKET, "seqpacket"}, NamedValue {SOCK_RAW, "raw"}};

NameTable callNames()
{
    static const std::vector<NamedValue> names = [] {
        std::vector<NamedValue> table;
        for (const netcore::CallDescription& call : netcore::allCalls()) {
            table.push_back({static_cast<std::int64_t>(call.id), call.name});
        }
        return table;
    }();
    return names;
}

NameTable wordsFor(Field field)
{
    if (field == Field::Domain) {
        return kDomainWords;
    }
    return field == Field::Type ? NameTable(kTypeWords) : NameTable();
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::optional<std::int64_t> valueIn(NameTable table, std::string_view name)
{
    const auto found = std::ranges::find_if(
        table, [name](const NamedValue& one) { return equalWithoutCase(one.name, name); });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

}

bool equalWithoutCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::span<const FieldDescription> allFields()
{
    return kFields;
}

const FieldDescription& describe(Field field)
{
    return kFields[static_cast<std::size_t>(field)];
}

const FieldDescription* fieldNamed(std::string_view name)
{
    const auto found = std::ranges::find_if(kFields, [name](const FieldDescription& field) {
        return equalWithoutCase(field.name, name)
            || (!field.alias.empty() && equalWithoutCase(field.alias, name));
    });
    return found == kFields.end() ? nullptr : &*found;
}

NameTable namesOf(Field field)
{
    switch (field) {
    case Field::Call:
        return callNames();
    case Field::Kind:
        return kKinds;
    case Field::Errno:
        return netcore::errnos();
    case Field::Domain:
        return netcore::addressFamilies();
    case Field::Type:
        return netcore::socketTypes();
    case Field::Flags:
        return netcore::messageFlags();
    case Field::Level:
        return netcore::optionLevels();
    default:
        return {};
    }
}

std::optional<std::int64_t> constantNamed(Field field, std::string_view name)
{
    const auto value = valueIn(namesOf(field), name);
    return value ? value : valueIn(wordsFor(field), name);
}

std::string constantName(Field field, std::int64_t value)
{
    const auto name = netcore::nameOf(namesOf(field), value);
    return name ? std::string(*name) : std::to_string(value);
}

}

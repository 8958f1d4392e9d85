// What a filter can ask of a row: the fields of the language, described once. The parser, the completion, the
// help and README.md of this folder follow this table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "netcore/names/constants.h"

namespace model::filter {

enum class Field : std::uint8_t {
    Row,
    Time,
    Took,
    Socket,
    Fd,
    Opened,
    Actor,
    Thread,
    Call,
    Kind,
    Result,
    Errno,
    Data,
    Size,
    Kept,
    Peer,
    Local,
    Address,
    Port,
    Domain,
    Type,
    Flags,
    Level,
    Option,
    Text,
    // Words that are true or not; they are compared with nothing.
    Failed,
    Blocked,
    Sends,
    Receives,
    Marked,
    Commented,
    Automatic,
    Observation,
    Note,
    Gap,
    Ipv4,
    Ipv6,
    Unix,
    Stream,
    Datagram,
    Seqpacket,
    Tcp,
    Udp,
};

enum class ValueType : std::uint8_t {
    Number,
    Size, // bytes: 1500, 64KiB
    Duration, // nanoseconds: 10ms
    Constant, // a number with names
    Flags, // bits with names
    Option, // a socket option: its level and its number
    Actor, // a name
    Bytes,
    Text,
    Address,
    Truth,
};

struct FieldDescription {
    Field field;
    std::string_view name; // "socket"
    std::string_view alias; // another name that is read too, or empty
    ValueType type;
    // Means "there is one" where it stands alone: `errno`.
    bool standsAlone;
    std::string_view example; // a whole expression
};

std::span<const FieldDescription> allFields();
const FieldDescription& describe(Field field);
const FieldDescription* fieldNamed(std::string_view name); // case does not matter; nullptr: none

// The values that are written by name, in lower or upper case: AF_INET, send, EAGAIN. Empty for other fields.
netcore::NameTable namesOf(Field field);
std::optional<std::int64_t> constantNamed(Field field, std::string_view name);
std::string constantName(Field field, std::int64_t value); // by name where it has one

bool equalWithoutCase(std::string_view a, std::string_view b); // ASCII

}

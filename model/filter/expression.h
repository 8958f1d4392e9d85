// A filter as a tree, after it was read: what is compared with what. Plain values; they can be copied to any
// thread.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/filter/address_pattern.h"
#include "model/filter/fields.h"

namespace model::filter {

// Both ends belong to it.
struct NumberRange {
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();

    bool operator==(const NumberRange&) const = default;
};

enum class Test : std::uint8_t {
    Present, // the row has one; of Truth fields: it is so
    Numbers, // in one of the ranges
    AllBits, // of flags: all of numbers[0].first
    Addresses, // one of the patterns
    Options, // one of the socket options
    Equal, // the whole text, or all bytes
    Contains,
    Matches, // a regular expression (RE2), anywhere in it
};

struct OptionKey {
    int level = -1; // -1: of any level
    int number = 0;
};

// A row that has no such field is never a match, whatever the test: `errno != EAGAIN` are the calls that
// failed otherwise.
struct Comparison {
    Field field = Field::Row;
    Test test = Test::Present;
    bool negated = false; // of a row that has the field: the test must fail
    std::vector<NumberRange> numbers; // ascending, apart from each other
    std::vector<AddressPattern> addresses;
    std::vector<OptionKey> options;
    std::vector<std::string> texts; // one of them; bytes
    bool ignoresCase = false; // ASCII letters
};

struct Node {
    enum class Kind : std::uint8_t { Comparison, And, Or, Not };
    Kind kind = Kind::Comparison;
    Comparison comparison;
    std::vector<Node> parts; // of And and Or: two or more; of Not: one
};

// Asks for what the log does not show of itself: kind, observation.
bool namesObservations(const Node& node);

inline Node both(Node first, Node second)
{
    Node node;
    node.kind = Node::Kind::And;
    node.parts.push_back(std::move(first));
    node.parts.push_back(std::move(second));
    return node;
}

// What the log shows of what a filter leaves: not what Sockscope has looked at by itself, unless the filter
// asks for it.
Node withoutObservations(Node node);

// Sorts, joins what touches; of `negated` what lies between.
std::vector<NumberRange> normalized(std::vector<NumberRange> ranges);
std::vector<NumberRange> complementOf(const std::vector<NumberRange>& normalized);

}

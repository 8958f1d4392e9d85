#include "model/filter/comparison_reader.h"

#include <algorithm>
#include <array>

#include "model/filter/parser.h"
#include "model/filter/regex.h"
#include "model/filter/values.h"
#include "netcore/names/calls.h"

namespace model::filter {

namespace {

using Read = netcore::Outcome<Comparison, Problem>;

enum class Operator : std::uint8_t { Equal, Unequal, Less, AtMost, More, AtLeast, In, Contains, Matches };

constexpr std::array<std::string_view, 9> kOperators {
    "==", "!=", "<", "<=", ">", ">=", "in", "contains", "matches"};

Operator operatorOf(const Token& token)
{
    const auto found = std::ranges::find_if(
        kOperators, [&](std::string_view name) { return equalWithoutCase(name, token.text); });
    return static_cast<Operator>(found - kOperators.begin());
}

std::string quotedName(const FieldDescription& field)
{
    return '\'' + std::string(field.name) + '\'';
}

bool isOrdered(Operator comparison)
{
    return comparison >= Operator::Less && comparison <= Operator::AtLeast;
}

bool isOrderedField(const FieldDescription& field)
{
    return field.field != Field::Port
        && (field.type == ValueType::Number || field.type == ValueType::Duration
            || field.type == ValueType::Size);
}

// How many letters have to be changed (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string remedyForField(std::string_view word)
{
    constexpr std::size_t kLongestWord = 32;
    std::string_view nearest;
    std::size_t least = 3;
    for (const FieldDescription& field : allFields()) {
        const std::size_t far = word.size() > kLongestWord ? least : distance(word, field.name);
        if (far < least && far < field.name.size()) {
            least = far;
            nearest = field.name;
        }
    }
    return nearest.empty() ? "write a field first, such as socket, call, errno or data"
                           : "did you mean '" + std::string(nearest) + "'?";
}

Test testFor(const FieldDescription& field, Operator comparison)
{
    if (comparison == Operator::Contains) {
        return field.type == ValueType::Flags ? Test::AllBits : Test::Contains;
    }
    if (comparison == Operator::Matches) {
        return Test::Matches;
    }
    switch (field.type) {
    case ValueType::Address:
        return Test::Addresses;
    case ValueType::Option:
        return Test::Options;
    case ValueType::Actor:
    case ValueType::Bytes:
    case ValueType::Text:
        return Test::Equal;
    default:
        return field.field == Field::Port ? Test::Addresses : Test::Numbers;
    }
}

bool hasText(const FieldDescription& field)
{
    return field.type == ValueType::Bytes || field.type == ValueType::Text || field.type == ValueType::Actor
        || field.type == ValueType::Address || field.field == Field::Call;
}

// Whether that field can be compared so.
bool fits(const FieldDescription& field, Operator comparison)
{
    if (isOrdered(comparison)) {
        return isOrderedField(field);
    }
    if (comparison == Operator::Contains) {
        return hasText(field) || field.type == ValueType::Flags;
    }
    return comparison != Operator::Matches || hasText(field);
}

NumberRange towards(Operator comparison, NumberRange value)
{
    constexpr NumberRange kAll;
    constexpr NumberRange kNone {1, 0};
    switch (comparison) {
    case Operator::Less:
        return value.first == kAll.first ? kNone : NumberRange {kAll.first, value.first - 1};
    case Operator::AtMost:
        return {kAll.first, value.last};
    case Operator::More:
        return value.last == kAll.last ? kNone : NumberRange {value.last + 1, kAll.last};
    case Operator::AtLeast:
        return {value.first, kAll.last};
    default:
        return value;
    }
}

// The calls whose names are meant: compared is then a number.
void resolveCalls(Comparison& comparison)
{
    const std::string& text = comparison.texts.front();
    const std::string pattern = comparison.test == Test::Matches ? text : "\\Q" + text + "\\E";
    const Regex regex(pattern, comparison.ignoresCase);
    for (const netcore::CallDescription& call : netcore::allCalls()) {
        const auto id = static_cast<std::int64_t>(call.id);
        if (regex.matches(call.name)) {
            comparison.numbers.push_back({id, id});
        }
    }
    comparison.texts.clear();
    comparison.test = Test::Numbers;
}

void add(Comparison& comparison, const Value& value, Operator by)
{
    switch (comparison.test) {
    case Test::Numbers:
        comparison.numbers.push_back(towards(by, value.range));
        return;
    case Test::AllBits:
        comparison.numbers.push_back(value.range);
        return;
    case Test::Addresses:
        comparison.addresses.push_back(value.address);
        return;
    case Test::Options:
        comparison.options.push_back(value.option);
        return;
    default:
        comparison.texts.push_back(value.text);
    }
}

void finish(Comparison& comparison, Operator by)
{
    if (comparison.field == Field::Call && !comparison.texts.empty()) {
        resolveCalls(comparison);
    }
    if (comparison.test == Test::Numbers) {
        comparison.numbers = normalized(std::move(comparison.numbers));
        if (by == Operator::Unequal) {
            comparison.numbers = complementOf(comparison.numbers);
        }
    } else {
        comparison.negated = by == Operator::Unequal;
    }
}

bool isValue(const TokenStream& tokens)
{
    // A word of the language can be a value too: actor == in.
    return tokens.is(TokenKind::Word) || tokens.is(TokenKind::String);
}

Read readMembers(TokenStream& tokens, Comparison comparison)
{
    const std::size_t opened = tokens.current().column;
    if (!tokens.take(TokenKind::OpenSet)) {
        return tokens.problem("a set is missing here", "write it in braces: {7 8}");
    }
    std::size_t members = 0;
    while (!tokens.take(TokenKind::CloseSet)) {
        if (tokens.atEnd()) {
            return Problem {opened, 1, "this set is not closed", "write } where it ends"};
        }
        if (tokens.take(TokenKind::Comma)) {
            continue;
        }
        if (!isValue(tokens)) {
            return tokens.problem("this is no member of a set", "write values with blanks between: {7 8}");
        }
        if (++members > kMostMembers) {
            return tokens.problem("the set has too many members", "use ranges: {1..100}");
        }
        const Token token = tokens.next();
        auto value = readValue(comparison.field, comparison.test, token);
        if (!value.ok()) {
            return value.problem();
        }
        comparison.ignoresCase |= token.ignoresCase;
        add(comparison, value.value(), Operator::In);
    }
    if (members == 0) {
        return Problem {opened, 2, "the set is empty", "write values into it: {7 8}"};
    }
    finish(comparison, Operator::In);
    return comparison;
}

Read readOne(TokenStream& tokens, Comparison comparison, Operator by)
{
    if (!isValue(tokens)) {
        const bool isSet = tokens.is(TokenKind::OpenSet);
        return tokens.problem(isSet ? "one value is expected here" : "a value is missing here",
            isSet ? "write 'in' before a set"
                  : std::string("for example: ") + std::string(describe(comparison.field).example));
    }
    const Token token = tokens.next();
    auto value = readValue(comparison.field, comparison.test, token);
    if (!value.ok()) {
        return value.problem();
    }
    comparison.ignoresCase = token.ignoresCase;
    add(comparison, value.value(), by);
    finish(comparison, by);
    return comparison;
}

Problem misfit(const FieldDescription& field, const Token& sign)
{
    const std::string what = quotedName(field) + " cannot be compared by '" + std::string(sign.text) + '\'';
    return {sign.column, sign.length, what, "for example: " + std::string(field.example)};
}

}

Read readComparison(TokenStream& tokens)
{
    if (!tokens.is(TokenKind::Word)) {
        return tokens.problem("a condition is missing here", "for example: errno == EAGAIN");
    }
    const FieldDescription* field = fieldNamed(tokens.current().text);
    if (field == nullptr) {
        const std::string word(tokens.current().text);
        return tokens.problem("there is no field '" + word + '\'', remedyForField(word));
    }
    const Token name = tokens.next();
    Comparison comparison;
    comparison.field = field->field;
    if (tokens.is(TokenKind::Wrong)) {
        return tokens.problem("'=' compares nothing", "write == for 'is the same as'");
    }
    if (!tokens.is(TokenKind::Comparison)) {
        return field->standsAlone
            ? Read(comparison)
            : Problem {name.column, name.length, quotedName(*field) + " is compared with nothing",
                "for example: " + std::string(field->example)};
    }
    const Token sign = tokens.next();
    const Operator by = operatorOf(sign);
    if (field->type == ValueType::Truth) {
        return Problem {sign.column, sign.length, quotedName(*field) + " is true or not",
            "write " + quotedName(*field) + " alone, or 'not' before it"};
    }
    if (!fits(*field, by)) {
        return misfit(*field, sign);
    }
    comparison.test = testFor(*field, by);
    return by == Operator::In ? readMembers(tokens, std::move(comparison))
                              : readOne(tokens, std::move(comparison), by);
}

}

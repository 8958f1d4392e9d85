// A filter's tree as a line, for tests: and(socket{7..8}, not(errno)).
#pragma once

#include <string>

#include "model/filter/expression.h"

inline std::string textOf(const model::filter::Comparison& one)
{
    using namespace model::filter;
    std::string text = std::string(one.negated ? "other " : "") + std::string(describe(one.field).name);
    for (const NumberRange& range : one.numbers) {
        const NumberRange all;
        const std::string first = range.first == all.first ? "" : std::to_string(range.first);
        const std::string last = range.last == all.last ? "" : std::to_string(range.last);
        text += ' ' + (first == last ? first : first + ".." + last);
    }
    for (const OptionKey& option : one.options) {
        text += ' ' + std::to_string(option.level) + '/' + std::to_string(option.number);
    }
    for (const AddressPattern& address : one.addresses) {
        text += " a" + std::to_string(static_cast<int>(address.kind)) + '/' + std::to_string(address.prefix);
        text += address.firstPort < 0 ? "" : ':' + std::to_string(address.firstPort);
        text += address.name + (address.isBeginning ? "*" : "");
    }
    for (const std::string& word : one.texts) {
        text += one.test == Test::Contains ? " ~" : one.test == Test::Matches ? " re " : " =";
        text += word + (one.ignoresCase ? "/i" : "");
    }
    return one.test == Test::AllBits ? "bits " + text : text;
}

inline std::string textOf(const model::filter::Node& node)
{
    using Kind = model::filter::Node::Kind;
    if (node.kind == Kind::Comparison) {
        return textOf(node.comparison);
    }
    std::string text = node.kind == Kind::And ? "and(" : node.kind == Kind::Or ? "or(" : "not(";
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        text += (i == 0 ? "" : ", ") + textOf(node.parts[i]);
    }
    return text + ')';
}

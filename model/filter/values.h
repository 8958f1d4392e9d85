// What stands behind a comparison, read for its field: 10ms, 64KiB, EAGAIN, 3..9, "GET\r\n", 47:45:54.
#pragma once

#include <variant>

#include "model/filter/expression.h"
#include "model/filter/lexer.h"
#include "model/filter/problem.h"
#include "netcore/base/outcome.h"

namespace model::filter {

// The parts that a value of this field and test adds to a comparison. Of Numbers: one range.
struct Value {
    NumberRange range;
    AddressPattern address;
    OptionKey option;
    std::string text;
};

netcore::Outcome<Value, Problem> readValue(Field field, Test test, const Token& token);

// For Contains on `data`: 47:45:54 and 0x474554 are bytes, all else is text.
netcore::Outcome<std::string, Problem> readText(Field field, Test test, const Token& token);

// "\r\n\x00\12" as bytes.
netcore::Outcome<std::string, Problem> unescaped(std::string_view text, std::size_t column);

}

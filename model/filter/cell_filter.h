// Filters made from what somebody points at: "only this", "not this".
//
// Threads: that of the session; the facts may be any snapshot.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/filter/facts.h"
#include "model/filter/fields.h"

namespace model::filter {

// The condition that holds for what the row has in that field: `call == send`, `peer == 127.0.0.1:5000`.
// Times and lengths become "at least so long": nothing else happened at just that nanosecond. Nothing: the
// row has no such field, or it cannot be pointed at (text).
std::optional<std::string> filterFor(Field field, const EventStore& store, Row row, const Facts& facts);

enum class Join : std::uint8_t { Only, And, AndNot, Or };
// `existing` may be empty, or not a filter at all: then the addition stands alone.
std::string joined(std::string_view existing, std::string_view addition, Join join);

}

// A filter that is being typed: what its words are, for colours, and what could stand at the cursor. Neither
// minds mistakes. Columns and lengths are bytes of UTF-8. Any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/filter/facts.h"
#include "model/filter/fields.h"

namespace model::filter {

enum class SpanKind : std::uint8_t {
    Field,
    Sign, // == in contains
    Joint, // and or not
    Value,
    String,
    Bracket,
    Wrong, // cannot stand there
};

struct Span {
    std::size_t column = 0;
    std::size_t length = 0;
    SpanKind kind = SpanKind::Wrong;
};

std::vector<Span> spansOf(std::string_view text);

struct Completion {
    enum class Kind : std::uint8_t { Field, Sign, Joint, Value };
    Kind kind = Kind::Field;
    std::string text; // what would stand there
    Field field = Field::Row; // of a Field; and of a Value: whose
    netcore::SocketId socket {}; // of a Value that is a socket's number

    bool operator==(const Completion&) const = default;
};

struct Completions {
    // They take the place of this part of the text; it begins with what has been typed of the word.
    std::size_t column = 0;
    std::size_t length = 0;
    std::vector<Completion> list; // what begins so first, then what contains it
};

// `cursor`: in bytes. `facts`: names of actors, numbers of sockets, addresses.
Completions completionsAt(std::string_view text, std::size_t cursor, const Facts& facts);

}

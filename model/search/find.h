// What a user looks for in the log: text, bytes in hexadecimal, a regular expression; in the bytes that calls
// moved and in what the row says, or in the bytes alone, which is quick.
//
// A search is a filter whose rows are the hits: filter/filtered_rows.h finds them on its thread and keeps
// finding in new rows; next and previous are at() and indexOf().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/filter/expression.h"
#include "model/filter/problem.h"
#include "model/rows/row_list.h"
#include "netcore/base/outcome.h"

namespace model::search {

struct FindQuery {
    enum class Form : std::uint8_t { Text, Hex, Regex };
    Form form = Form::Text;
    std::string text; // as typed, UTF-8
    bool matchesCase = false; // of ASCII letters; bytes in hexadecimal are always just those
    bool dataOnly = false;

    bool operator==(const FindQuery&) const = default;
};

// The columns of a problem are those of the query's text.
netcore::Outcome<filter::Node, filter::Problem> expressionOf(const FindQuery& query);

// Of the hits: the first behind `row`, the last before it.
std::optional<Row> nextHit(const RowList& hits, Row row);
std::optional<Row> previousHit(const RowList& hits, Row row);

// How many hits lie in each of `parts` parts of equal length of a list, for marks beside it. All hits are
// rows of the list.
std::vector<std::uint32_t> hitCounts(const RowList& hits, const RowList& shown, std::size_t parts);

}

// Searches the bytes of many rows as the one piece that they are in the store. A hit counts that lies within
// the bytes of one row. Internal to the leaves.
#pragma once

#include "model/filter/leaf.h"
#include "model/filter/regex.h"
#include "model/search/literal_searcher.h"

namespace model::filter {

// Adds the rows of `where` whose bytes contain it. When stopped, it may leave out anything.
void findLiteral(
    const Piece& piece, const RowBits& where, const search::LiteralSearcher& literal, RowBits& found);
void findRegex(const Piece& piece, const RowBits& where, const Regex& regex, RowBits& found);

}

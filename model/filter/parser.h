// Reads a filter: `socket in {7 8} and call == send and errno == EAGAIN`. README.md has the language.
//
// Any thread. Any text is harmless: its length, depth and number of comparisons are bounded.
#pragma once

#include <optional>
#include <string_view>

#include "model/filter/expression.h"
#include "model/filter/problem.h"
#include "netcore/base/outcome.h"

namespace model::filter {

inline constexpr std::size_t kLongestText = 16'384; // bytes
inline constexpr int kDeepest = 64; // ( and not
inline constexpr std::size_t kMostComparisons = 256;
inline constexpr std::size_t kMostMembers = 4'096; // of one set

// A text without any words is a problem: no filter is not a filter.
netcore::Outcome<Node, Problem> parse(std::string_view text);

}

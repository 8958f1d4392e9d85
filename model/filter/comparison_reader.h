// One condition of a filter: a field, what it is compared by, and with what. Internal to the parser.
#pragma once

#include "model/filter/expression.h"
#include "model/filter/problem.h"
#include "model/filter/token_stream.h"
#include "netcore/base/outcome.h"

namespace model::filter {

netcore::Outcome<Comparison, Problem> readComparison(TokenStream& tokens);

}

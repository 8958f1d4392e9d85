// What tests of filters share: logs of random events, random filters over them, and the plain way to ask a
// filter of a row.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "model/filter/expression.h"
#include "model/filter/facts.h"
#include "model/store/event_store.h"

namespace filterBench {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t end);

// Few sockets, actors and words, so that conditions often hold; bytes of few letters, so that what is looked
// for also runs over the borders of rows.
void appendRandom(model::EventStore& store, std::size_t rows, Random& random);
std::shared_ptr<const model::filter::Facts> someFacts();

// A few of all conditions, joined by and, or, not.
std::string randomFilter(Random& random, int depth = 3);
const std::vector<std::string>& conditions();

model::filter::Node read(const std::string& filter);
// Row by row, one event at a time: slow, and easy to believe.
bool holds(const model::filter::Node& node, const model::EventStore& store, model::Row row,
    const model::filter::Facts& facts);

}

#include "model/filter/expression.h"

#include <algorithm>

namespace model::filter {

namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

}

bool namesObservations(const Node& node)
{
    if (node.kind == Node::Kind::Comparison) {
        return node.comparison.field == Field::Kind || node.comparison.field == Field::Observation;
    }
    return std::ranges::any_of(node.parts, namesObservations);
}

Node withoutObservations(Node node)
{
    if (namesObservations(node)) {
        return node;
    }
    Node observation;
    observation.comparison.field = Field::Observation;
    Node none;
    none.kind = Node::Kind::Not;
    none.parts.push_back(std::move(observation));
    return both(std::move(none), std::move(node));
}

std::vector<NumberRange> normalized(std::vector<NumberRange> ranges)
{
    std::erase_if(ranges, [](const NumberRange& range) { return range.first > range.last; });
    std::ranges::sort(ranges, {}, &NumberRange::first);
    std::vector<NumberRange> joined;
    for (const NumberRange& range : ranges) {
        if (!joined.empty() && (joined.back().last == kMost || range.first <= joined.back().last + 1)) {
            joined.back().last = std::max(joined.back().last, range.last);
        } else {
            joined.push_back(range);
        }
    }
    return joined;
}

std::vector<NumberRange> complementOf(const std::vector<NumberRange>& normalized)
{
    std::vector<NumberRange> others;
    std::int64_t from = kLeast;
    for (const NumberRange& range : normalized) {
        if (range.first > from) {
            others.push_back({from, range.first - 1});
        }
        if (range.last == kMost) {
            return others;
        }
        from = range.last + 1;
    }
    others.push_back({from, kMost});
    return others;
}

}

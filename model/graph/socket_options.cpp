#include "model/graph/socket_options.h"

#include <algorithm>

namespace model {

using namespace netcore;

namespace {

// Rows of the table lie in one array.
std::ptrdiff_t placeOf(const SocketOption& option)
{
    return option.description == nullptr ? PTRDIFF_MAX : option.description - allOptions().data();
}

void take(std::vector<SocketOption>& options, OptionValue value, Row row)
{
    const auto known = std::ranges::find_if(options, [&](const SocketOption& option) {
        return option.now.level == value.level && option.now.number == value.number;
    });
    if (known == options.end()) {
        options.push_back({describeOption(value.level, value.number), value, value, row});
        return;
    }
    known->now = std::move(value);
    known->changed = row;
}

}

std::vector<SocketOption> optionsOf(const EventStore& store, const SocketNode& node)
{
    std::vector<SocketOption> options;
    for (const Row row : node.optionRows) {
        for (OptionValue& value : decodeOptionValues(store.data(row))) {
            take(options, std::move(value), row);
        }
    }
    std::ranges::stable_sort(options, {}, placeOf);
    return options;
}

std::optional<OptionValue> optionOf(const EventStore& store, const SocketNode& node, int level, int number)
{
    for (auto row = node.optionRows.rbegin(); row != node.optionRows.rend(); ++row) {
        for (OptionValue& value : decodeOptionValues(store.data(*row))) {
            if (value.level == level && value.number == number) {
                return std::move(value);
            }
        }
    }
    return std::nullopt;
}

}

// Conditions on what stands in a call's arguments, and on the row in words.

#include <algorithm>

#include "model/filter/leaf.h"
#include "model/filter/row_text.h"
#include "model/filter/text_test.h"
#include "netcore/names/calls.h"

namespace model::filter {

using namespace netcore;

namespace {

// Of each row of `where` by itself; stops when asked to.
template<typename Ask> void askEach(const Piece& piece, const RowBits& where, RowBits& found, Ask ask)
{
    std::size_t looked = 0;
    piece.rows.forEach(where, [&](std::size_t row) {
        if (ask(row)) {
            found.set(row);
        }
        return ++looked % kStopEvery != 0 || !piece.stop.stop_requested();
    });
}

std::optional<std::int64_t> argument(const CallRecord& record, ParameterKind kind)
{
    const auto place = parameterOf(describe(record.call), kind);
    return place ? std::optional(record.arguments[*place]) : std::nullopt;
}

class RecordLeaf final : public Leaf {
public:
    explicit RecordLeaf(const Comparison& comparison) : m_comparison(comparison) { }

    Cost cost() const override { return Cost::Records; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        askEach(piece, where, found, [&](std::size_t row) {
            const CallId call = piece.columns.call[row];
            return hasField(call) && holds(piece.store.call(piece.rowAt(row)));
        });
    }

private:
    bool hasField(CallId call) const
    {
        const CallDescription& description = describe(call);
        return m_comparison.field == Field::Flags
            ? parameterOf(description, ParameterKind::MessageFlags).has_value()
            : parameterOf(description, ParameterKind::OptionLevel).has_value();
    }
    bool holds(const CallRecord& record) const;
    bool isIn(std::int64_t value) const
    {
        return std::ranges::any_of(m_comparison.numbers,
            [value](const NumberRange& range) { return value >= range.first && value <= range.last; });
    }

    Comparison m_comparison;
};

bool RecordLeaf::holds(const CallRecord& record) const
{
    if (m_comparison.field == Field::Flags) {
        const std::int64_t flags = argument(record, ParameterKind::MessageFlags).value_or(0);
        if (m_comparison.test == Test::AllBits) {
            const std::int64_t wanted = m_comparison.numbers.front().first;
            return (flags & wanted) == wanted;
        }
        return m_comparison.test == Test::Present ? flags != 0 : isIn(flags);
    }
    const std::int64_t level = argument(record, ParameterKind::OptionLevel).value_or(-1);
    const std::int64_t name = argument(record, ParameterKind::OptionName).value_or(-1);
    if (m_comparison.test == Test::Present) {
        return true;
    }
    if (m_comparison.field == Field::Level) {
        return isIn(level);
    }
    const bool isOne = std::ranges::any_of(m_comparison.options, [&](const OptionKey& option) {
        return option.number == name && (option.level < 0 || option.level == level);
    });
    return isOne != m_comparison.negated;
}

class TextLeaf final : public Leaf {
public:
    explicit TextLeaf(const Comparison& comparison) : m_negated(comparison.negated), m_test(comparison) { }

    Cost cost() const override { return Cost::Words; }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        askEach(piece, where, found, [&](std::size_t row) {
            const std::string text = rowText(piece.store, piece.rowAt(row));
            return !text.empty() && m_test.holds(text) != m_negated;
        });
    }

private:
    bool m_negated;
    TextTest m_test;
};

}

LeafPointer makeRecordLeaf(const Comparison& comparison)
{
    return std::make_unique<RecordLeaf>(comparison);
}

LeafPointer makeTextLeaf(const Comparison& comparison)
{
    return std::make_unique<TextLeaf>(comparison);
}

}

// Asks a filter of many rows at once. Each condition makes a bit for each row of a chunk; and, or, not are
// operations on those bits. What is cheap is asked first, what reads bytes or makes words only of the rows
// that are left.
//
// Threads: one at a time. (Each thread makes its own: regular expressions are not shared.) Rows below
// store.size() may be asked while others are appended.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "model/filter/expression.h"
#include "model/filter/facts.h"
#include "model/filter/row_bits.h"
#include "model/filter/sleep_set.h"

namespace model::filter {

class Leaf;
struct Piece;

class Matcher {
public:
    // The store must outlive it.
    Matcher(const EventStore& store, const Node& node, std::shared_ptr<const Facts> facts);
    ~Matcher();
    Matcher(const Matcher&) = delete;
    Matcher& operator=(const Matcher&) = delete;

    void setFacts(std::shared_ptr<const Facts> facts);

    // Rows first to end - 1, all of one chunk: sets their bits, and those of the words they are in. False:
    // it was stopped, and the bits say nothing.
    bool match(Row first, Row end, RowBits& bits, const std::stop_token& stop = {});
    // Looks at columns only: a chunk takes microseconds.
    bool isCheap() const;
    // One row; for who paints a few. row < store.size()
    bool matches(Row row);

private:
    struct Step;
    static std::unique_ptr<Step> makeStep(const Node& node);
    static void findIn(Step& step, const Piece& piece, const RowBits& where, RowBits& found);
    static void takeFacts(Step& step, const Facts& facts);

    const EventStore& m_store;
    std::unique_ptr<Step> m_root;
    std::shared_ptr<const Facts> m_facts;
    SleepSet m_sleeps;
};

}

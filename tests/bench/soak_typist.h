// Somebody who types filters and finds into a log that grows, and seldom waits for what they find.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "model/filter/facts.h"
#include "model/filter/filtered_rows.h"
#include "model/session.h"

namespace bench {

class Typist {
public:
    // The session must outlive it.
    explicit Typist(const model::Session& session);

    void tick(); // one letter, or a moment's look

    struct Tally {
        std::uint64_t started = 0;
        std::uint64_t cancelled = 0; // by the next letter, before all was looked at
        std::uint64_t hits = 0; // of those that were not
    };
    const Tally& tally() const { return m_tally; }

private:
    struct Field { // that is typed into: a filter, or a find
        std::size_t text = 0; // which of the texts
        std::size_t letters = 0;
        int rest = 0; // ticks that it stays as it is
        std::unique_ptr<model::filter::FilteredRows> rows;
    };
    void type(Field& field, bool isFind);
    std::optional<model::filter::Node> nodeOf(const std::string& text, bool isFind) const;
    void drop(Field& field);

    const model::Session& m_session;
    model::filter::FactsKeeper m_keeper;
    Field m_filter;
    Field m_find;
    Tally m_tally;
};

}

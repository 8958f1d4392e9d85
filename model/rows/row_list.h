// The rows that a view shows, in the order it shows them: the whole log, or what a filter has left of it.
//
// Threads: belongs to one thread, the view's.
#pragma once

#include <vector>

#include "model/store/event_store.h"

namespace model {

class RowList {
public:
    RowList() = default;
    RowList(const RowList&) = delete;
    RowList& operator=(const RowList&) = delete;
    virtual ~RowList() = default;

    virtual std::uint64_t size() const = 0;
    virtual Row at(std::uint64_t index) const = 0;
    // Where that row stands, or the first one behind it that is shown; size() if there is none.
    virtual std::uint64_t indexOf(Row row) const = 0;
};

// All that is for the user: calls, sleeping calls, notes, gaps. What the kernel says of a socket (State) is
// for the panels.
//
// Kept is what is left out, for that is rare: a log without State events costs nothing here, however long.
class UserRows : public RowList {
public:
    // Rows first to end have come. Without a gap to the rows before.
    void extend(const EventStore& store, Row first, Row end);

    // Whether what Sockscope has looked at by itself is shown too. All rows are counted anew.
    void setShowsObservations(bool shows, const EventStore& store);
    bool showsObservations() const { return m_showsObservations; }

    std::uint64_t size() const override { return m_rows - m_hidden.size(); }
    Row at(std::uint64_t index) const override;
    std::uint64_t indexOf(Row row) const override;

private:
    bool m_showsObservations = false;
    Row m_rows = 0; // looked at
    // For each row that is left out: how many rows are shown before it. Ascending.
    std::vector<std::uint64_t> m_hidden;
};

}

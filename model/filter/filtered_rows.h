// What a filter has left of the log, in its order: a bit for each row, found on a thread of its own.
//
// Threads: the list belongs to the thread that made it, the view's. Its worker reads the store and the
// snapshot of facts, puts what it has found into a box under a lock, and sleeps when there is nothing to look
// at. take() empties the box: only then does the list change. So a view calls extend() and take() once a tick
// and sees a list that stands still in between. Destruction stops the worker within milliseconds, whatever it
// is at: typing another filter means dropping this one.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "model/filter/matcher.h"
#include "model/rows/row_list.h"

namespace model::filter {

class FilteredRows final : public RowList {
public:
    // The store must outlive it. Nothing is looked at before extend().
    FilteredRows(const EventStore& store, Node node, std::shared_ptr<const Facts> facts);
    ~FilteredRows() override;

    // Rows below `end` are there: end <= store.size(). They are looked at soon.
    void extend(Row end);
    // Other facts are known: rows from `changedFrom` on are looked at again. What is shown of them stays
    // until then.
    void setFacts(std::shared_ptr<const Facts> facts, Row changedFrom);
    // Takes in what the worker has found. False: nothing has changed.
    bool take();

    Row looked() const { return m_looked; } // rows below it have been looked at
    Row wanted() const { return m_wanted; } // as extend() said
    // All that was asked has been looked at, by the facts that are known.
    bool isComplete() const { return m_complete; }

    std::uint64_t size() const override;
    Row at(std::uint64_t index) const override;
    std::uint64_t indexOf(Row row) const override;
    bool has(Row row) const;

private:
    struct Chunk {
        std::unique_ptr<RowBits> bits; // null: none
        std::uint32_t count = 0;
        std::uint64_t before = 0; // rows that are shown of the chunks before
    };
    struct Found {
        Row first = 0;
        Row end = 0;
        std::unique_ptr<RowBits> bits; // null: none
    };

    void work(const std::stop_token& stop);
    bool waitForWork(const std::stop_token& stop, std::unique_lock<std::mutex>& lock);
    void merge(const Found& found);

    const EventStore& m_store;
    Matcher m_matcher; // the worker's
    std::vector<Chunk> m_chunks;
    Row m_looked = 0;
    Row m_wanted = 0;
    bool m_complete = true;

    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    Row m_target = 0;
    Row m_next = 0; // the worker goes on here
    std::shared_ptr<const Facts> m_newFacts; // null: the worker has the latest
    std::vector<Found> m_found;
    bool m_busy = false; // the worker looks at rows before m_next

    std::jthread m_worker; // the last: it starts when all else is there
};

}

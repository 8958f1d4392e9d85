#include "model/filter/filtered_rows.h"

#include <algorithm>

namespace model::filter {

namespace {

constexpr Row kChunk = EventStore::kChunkRows;
// Rows that are looked at before they are shown: the first hits appear while the rest is being looked for.
constexpr Row kDearStep = 4'096;
// Logs longer than this do not stay in memory for having been looked at. What reads bytes reads much of each
// row; what reads a few columns is asked again and again, and is to be quick.
constexpr Row kStaysIfDear = 16 * kChunk;
constexpr Row kStays = 320 * kChunk; // 21 million rows

}

FilteredRows::FilteredRows(const EventStore& store, Node node, std::shared_ptr<const Facts> facts)
    : m_store(store)
    , m_matcher(store, node, std::move(facts))
    , m_worker([this](const std::stop_token& stop) { work(stop); })
{
}

FilteredRows::~FilteredRows()
{
    m_worker.request_stop();
    m_worker.join(); // before what it uses goes
}

void FilteredRows::extend(Row end)
{
    if (end <= m_wanted) {
        return;
    }
    m_wanted = end;
    m_complete = false;
    {
        const std::lock_guard lock(m_mutex);
        m_target = end;
    }
    m_wake.notify_one();
}

void FilteredRows::setFacts(std::shared_ptr<const Facts> facts, Row changedFrom)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newFacts = std::move(facts);
        if (changedFrom < m_next) {
            m_next = changedFrom;
            m_complete = false;
        }
    }
    m_wake.notify_one();
}

bool FilteredRows::waitForWork(const std::stop_token& stop, std::unique_lock<std::mutex>& lock)
{
    m_wake.wait(lock, stop, [this] { return m_next < m_target; });
    return !stop.stop_requested();
}

void FilteredRows::work(const std::stop_token& stop)
{
    const Row step = m_matcher.isCheap() ? kChunk : kDearStep;
    std::unique_lock lock(m_mutex);
    while (waitForWork(stop, lock)) {
        const Row first = m_next;
        const Row end = std::min({first - first % step + step, first - first % kChunk + kChunk, m_target});
        m_next = end;
        m_busy = true;
        const bool forgets = m_target > (m_matcher.isCheap() ? kStays : kStaysIfDear) && end % kChunk == 0;
        const auto facts = std::exchange(m_newFacts, nullptr);
        lock.unlock();
        if (facts) {
            m_matcher.setFacts(facts);
        }
        auto bits = std::make_unique<RowBits>();
        if (!m_matcher.match(first, end, *bits, stop)) {
            return;
        }
        if (forgets) {
            m_store.forget(end - kChunk, end);
        }
        const RowSpan rows {static_cast<std::size_t>(first % kChunk),
            static_cast<std::size_t>(first % kChunk + (end - first))};
        if (!rows.any(*bits)) {
            bits.reset();
        }
        lock.lock();
        m_busy = false;
        m_found.push_back({first, end, std::move(bits)});
    }
}

bool FilteredRows::take()
{
    std::vector<Found> found;
    {
        const std::lock_guard lock(m_mutex);
        found.swap(m_found);
        m_complete = m_next >= m_target && !m_busy; // what it is at is not in the box yet
    }
    for (const Found& one : found) {
        merge(one);
    }
    return !found.empty();
}

// Its bits take the place of what was known of these rows.
void FilteredRows::merge(const Found& found)
{
    const auto index = static_cast<std::size_t>(found.first / kChunk);
    if (m_chunks.size() <= index) {
        m_chunks.resize(index + 1);
    }
    m_looked = std::max(m_looked, found.end);
    Chunk& chunk = m_chunks[index];
    const RowSpan rows {static_cast<std::size_t>(found.first % kChunk),
        static_cast<std::size_t>(found.first % kChunk + (found.end - found.first))};
    if (!chunk.bits && found.bits) {
        chunk.bits = std::make_unique<RowBits>();
        RowSpan {0, RowBits::kWords * 64}.fill(*chunk.bits, false);
    }
    if (chunk.bits) {
        RowBits mask;
        rows.fill(mask, true);
        for (std::size_t word = rows.firstWord(); word < rows.endWord(); ++word) {
            chunk.bits->words[word] &= ~mask.words[word];
            chunk.bits->words[word] |= found.bits ? found.bits->words[word] : 0;
        }
        chunk.count = static_cast<std::uint32_t>(RowSpan {0, RowBits::kWords * 64}.count(*chunk.bits));
    }
    for (std::size_t i = std::max<std::size_t>(index, 1); i < m_chunks.size(); ++i) {
        m_chunks[i].before = m_chunks[i - 1].before + m_chunks[i - 1].count;
    }
}

std::uint64_t FilteredRows::size() const
{
    return m_chunks.empty() ? 0 : m_chunks.back().before + m_chunks.back().count;
}

Row FilteredRows::at(std::uint64_t index) const
{
    const auto after = std::ranges::upper_bound(m_chunks, index, {}, &Chunk::before);
    // A chunk without a row begins with the same index as the next one: the last of them has the row.
    const Chunk& chunk = *(after - 1);
    std::uint64_t left = index - chunk.before;
    std::size_t word = 0;
    while (left >= static_cast<std::uint64_t>(std::popcount(chunk.bits->words[word]))) {
        left -= static_cast<std::uint64_t>(std::popcount(chunk.bits->words[word++]));
    }
    std::uint64_t bits = chunk.bits->words[word];
    for (; left > 0; --left) {
        bits &= bits - 1;
    }
    const auto chunkIndex = static_cast<Row>(&chunk - m_chunks.data());
    return chunkIndex * kChunk + word * 64 + static_cast<Row>(std::countr_zero(bits));
}

std::uint64_t FilteredRows::indexOf(Row row) const
{
    const auto index = static_cast<std::size_t>(row / kChunk);
    if (index >= m_chunks.size()) {
        return size();
    }
    const Chunk& chunk = m_chunks[index];
    if (!chunk.bits) {
        return chunk.before;
    }
    const auto place = static_cast<std::size_t>(row % kChunk);
    const std::size_t whole = RowSpan {0, place / 64 * 64}.count(*chunk.bits);
    const std::uint64_t below = (std::uint64_t {1} << (place % 64)) - 1;
    const int rest = std::popcount(chunk.bits->words[place / 64] & below);
    return chunk.before + whole + static_cast<std::uint64_t>(rest);
}

bool FilteredRows::has(Row row) const
{
    const auto index = static_cast<std::size_t>(row / kChunk);
    return index < m_chunks.size() && m_chunks[index].bits
        && m_chunks[index].bits->test(static_cast<std::size_t>(row % kChunk));
}

}

#include "model/throughput/throughput.h"

#include <algorithm>
#include <numeric>

namespace model {

using namespace netcore;

namespace {

// A log from a file may name any socket: a number far beyond all others is nobody's.
constexpr std::uint32_t kMostSockets = 1U << 20U;

void addTo(ThroughputBin& bin, bool failed, std::uint64_t bytes)
{
    ++bin.events;
    bin.errors += failed ? 1 : 0;
    bin.bytes += bytes;
}

void mergePairs(std::vector<ThroughputBin>& bins)
{
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const ThroughputBin bin = bins[i];
        ThroughputBin& to = bins[i / 2];
        if (i % 2 == 0) {
            to = bin;
        } else {
            to.events += bin.events;
            to.errors += bin.errors;
            to.bytes += bin.bytes;
        }
    }
    bins.resize((bins.size() + 1) / 2);
}

}

Throughput::Throughput(std::uint64_t begin, std::uint64_t end, std::vector<SocketId> shown)
    : m_begin(begin), m_end(end), m_shown(std::move(shown)), m_series(m_shown.size())
{
    // A range that is looked at closely has bins as narrow as its share of them.
    while (m_end > m_begin && m_shift > 10 && ((m_end - m_begin) >> (m_shift - 1)) < kMostBins) {
        --m_shift;
    }
}

bool Throughput::readOn(const EventStore& store, Row rows)
{
    const Row size = store.size();
    if (!m_started) {
        m_started = true;
        m_next = firstRowAt(store, m_begin);
    }
    const Row end = m_next + std::min(rows, size - std::min(size, m_next));
    while (m_next < end) {
        const EventStore::Columns columns = store.columns(m_next);
        const Row last = std::min<Row>(end, columns.first + columns.size());
        if (last <= m_next) {
            break;
        }
        for (Row row = m_next; row < last; ++row) {
            const std::size_t at = row - columns.first;
            if (columns.kind[at] != EventKind::Call) {
                continue;
            }
            const std::uint64_t time = columns.time[at] + columns.took[at];
            if (m_end != 0 && time >= m_end) {
                m_next = size;
                return false;
            }
            const bool failed = columns.result[at] < 0;
            const bool moves = !failed && (sendsData(columns.call[at]) || receivesData(columns.call[at]));
            add(time, columns.socket[at], failed, moves ? static_cast<std::uint64_t>(columns.result[at]) : 0);
        }
        m_next = last;
    }
    return m_next < store.size();
}

void Throughput::add(std::uint64_t at, SocketId socket, bool failed, std::uint64_t bytes)
{
    at = std::max(at, m_begin);
    while ((at - m_begin) >> m_shift >= kMostBins) {
        halve();
    }
    const auto bin = static_cast<std::size_t>((at - m_begin) >> m_shift);
    if (bin >= m_all.size()) {
        m_all.resize(bin + 1);
        for (auto& series : m_series) {
            series.resize(bin + 1);
        }
    }
    addTo(m_all[bin], failed, bytes);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i] == socket) {
            addTo(m_series[i][bin], failed, bytes);
        }
    }
    if (number(socket) < kMostSockets) {
        if (number(socket) >= m_events.size()) {
            m_events.resize(number(socket) + 1);
        }
        ++m_events[number(socket)];
    }
}

void Throughput::halve()
{
    ++m_shift;
    mergePairs(m_all);
    for (auto& series : m_series) {
        mergePairs(series);
    }
}

std::vector<SocketId> Throughput::busiest(std::size_t most) const
{
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 1; i < m_events.size(); ++i) { // 0: calls of no socket
        if (m_events[i] > 0) {
            numbers.push_back(i);
        }
    }
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, numbers.size()));
    std::partial_sort(
        numbers.begin(), numbers.begin() + count, numbers.end(), [&](std::uint32_t one, std::uint32_t other) {
            return m_events[one] != m_events[other] ? m_events[one] > m_events[other] : one < other;
        });
    std::vector<SocketId> sockets;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        sockets.push_back(SocketId {numbers[static_cast<std::size_t>(i)]});
    }
    return sockets;
}

Row firstRowAt(const EventStore& store, std::uint64_t time)
{
    Row first = 0;
    Row count = store.size();
    while (count > 0) {
        const Row middle = first + count / 2;
        const EventStore::Columns columns = store.columns(middle);
        const std::size_t at = middle - columns.first;
        const bool before = columns.time[at] + columns.took[at] < time;
        first = before ? middle + 1 : first;
        count = before ? count - count / 2 - 1 : count / 2;
    }
    return first;
}

}

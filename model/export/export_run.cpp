#include "model/export/export_run.h"

#include "netcore/base/clock.h"

namespace model {

namespace {

constexpr std::size_t kWriteAt = 256 << 10; // bytes: a write() for each row would be most of the work
constexpr unsigned kRowsPerLook = 32; // at the clock

}

ExportRun::ExportRun(std::unique_ptr<Exporter> exporter, const EventStore& store, Sink sink)
    : m_exporter(std::move(exporter)), m_sink(std::move(sink)), m_count(store.size())
{
}

ExportRun::ExportRun(std::unique_ptr<Exporter> exporter, const RowList& rows, Sink sink)
    : m_exporter(std::move(exporter)), m_rows(&rows), m_sink(std::move(sink)), m_count(rows.size())
{
}

void ExportRun::flush()
{
    if (m_pending.empty() || m_state == State::Failed) {
        return;
    }
    m_error = m_sink(m_pending);
    m_state = m_error == 0 ? m_state : State::Failed;
    m_written += m_error == 0 ? m_pending.size() : 0;
    m_pending.clear();
    if (m_pending.capacity() > 16 * kWriteAt) { // one large row is no reason to keep its room
        m_pending.shrink_to_fit();
    }
}

void ExportRun::oneRow()
{
    if (!m_begun) {
        m_begun = true;
        m_exporter->begin(m_pending);
    }
    if (m_next < m_count) {
        m_exporter->row(m_rows == nullptr ? m_next : m_rows->at(m_next), m_pending);
        ++m_next;
    }
    if (m_next == m_count) {
        m_exporter->end(m_pending);
        flush();
        m_state = m_state == State::Failed ? m_state : State::Done;
    } else if (m_pending.size() >= kWriteAt) {
        flush();
    }
}

ExportRun::State ExportRun::advance(std::chrono::nanoseconds time)
{
    const std::uint64_t until = netcore::monotonicNow() + static_cast<std::uint64_t>(time.count());
    for (unsigned rows = 1; m_state == State::Running; ++rows) {
        const std::uint64_t before = m_written;
        oneRow();
        const bool looks = m_written != before || m_pending.size() > kWriteAt / 8 || rows % kRowsPerLook == 0;
        if (looks && netcore::monotonicNow() >= until) {
            break;
        }
    }
    return m_state;
}

ExportRun::State ExportRun::finish(const std::function<bool()>& stops)
{
    while (m_state == State::Running && !(stops && stops())) {
        oneRow();
    }
    return m_state;
}

}

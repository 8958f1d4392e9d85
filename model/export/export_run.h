// One export on its way: all rows, or those of a list, through an exporter into a sink. In slices, so that
// who runs it can draw, and stop, between them.
//
// Threads: one at a time. With a RowList it belongs to the list's thread.
#pragma once

#include <chrono>
#include <functional>

#include "model/export/exporter.h"
#include "model/rows/row_list.h"

namespace model {

class ExportRun {
public:
    // Takes bytes; an errno, 0 for none. It is not called again after an error.
    using Sink = std::function<int(std::string_view)>;

    enum class State : std::uint8_t { Running, Done, Failed };

    // All rows that are in the store now. Those that come later are not part of it.
    ExportRun(std::unique_ptr<Exporter> exporter, const EventStore& store, Sink sink);
    // Those of a list: the list must not change before the run is over.
    ExportRun(std::unique_ptr<Exporter> exporter, const RowList& rows, Sink sink);

    // Goes on for about that long, and at least by one row.
    State advance(std::chrono::nanoseconds time);
    // To its end; asks between rows whether to stop, which leaves it running.
    State finish(const std::function<bool()>& stops = {});

    State state() const { return m_state; }
    int error() const { return m_error; } // an errno: why it has failed
    std::uint64_t rowsDone() const { return m_next; }
    std::uint64_t rowsInAll() const { return m_count; }
    std::uint64_t bytesWritten() const { return m_written; }

private:
    void oneRow();
    void flush();

    std::unique_ptr<Exporter> m_exporter;
    const RowList* m_rows = nullptr; // none: row i is row i
    Sink m_sink;
    std::string m_pending;
    std::uint64_t m_next = 0;
    std::uint64_t m_count;
    std::uint64_t m_written = 0;
    State m_state = State::Running;
    int m_error = 0;
    bool m_begun = false;
};

}

// An export into a file beside everything else: read in slices of the event loop, put in place by a thread of
// its own. Old or new: until it is done, and after a failure, what was at the path is still there.
//
// Threads: lives on the session's, which must outlive it.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "model/export/export_run.h"
#include "model/store/replacing_file.h"

namespace model {

// Rows of a list that may grow meanwhile: those of some ranges, as they are now. To be asked in order.
class RowsInRanges final : public RowList {
public:
    struct Range {
        Row first;
        Row end;
    };
    // The list must outlive it. Ranges: ascending, apart.
    RowsInRanges(const RowList& rows, std::vector<Range> ranges);

    std::uint64_t size() const override { return m_size; }
    Row at(std::uint64_t index) const override;
    std::uint64_t indexOf(Row row) const override;

private:
    const RowList& m_rows;
    std::vector<Range> m_ranges;
    std::vector<std::uint64_t> m_before; // rows in the ranges before each
    std::uint64_t m_size = 0;
};

class ExportTask : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Running,
        Settling, // all is written, and on its way to the disk
        Done,
        Failed,
        Cancelled,
    };

    // `rows`: none for all that are there now.
    ExportTask(const Session& session, ExportFormat format, const ExportOptions& options,
        std::unique_ptr<RowList> rows, QObject* parent = nullptr);
    ~ExportTask() override;

    // Nothing: it goes on from the event loop, and finished() comes.
    std::optional<FileProblem> start(const std::string& path);
    // Nothing is left of it. Too late while it settles.
    void cancel();

    State state() const { return m_state; }
    int error() const { return m_error; } // an errno: why it has failed
    const std::string& path() const { return m_path; }
    std::uint64_t rowsDone() const { return m_run.rowsDone(); }
    std::uint64_t rowsInAll() const { return m_run.rowsInAll(); }
    std::uint64_t bytesWritten() const { return m_run.bytesWritten(); }

Q_SIGNALS:
    void progressed();
    void finished(); // state() says how

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    int write(std::string_view bytes);
    void settle();
    void end(State state, int error = 0);

    ExportSource m_source;
    std::unique_ptr<RowList> m_rows;
    ExportRun m_run;
    std::optional<ReplacingFile> m_file;
    std::string m_path;
    QBasicTimer m_timer;
    State m_state = State::Running;
    int m_error = 0;
    std::jthread m_settling;
};

}

#include "model/export/export_task.h"

#include <QTimerEvent>
#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace model {

namespace {

constexpr std::chrono::milliseconds kSlice {6}; // of a frame's 16

}

RowsInRanges::RowsInRanges(const RowList& rows, std::vector<Range> ranges)
    : m_rows(rows), m_ranges(std::move(ranges))
{
    for (const Range& range : m_ranges) {
        m_before.push_back(m_size);
        m_size += rows.indexOf(range.end) - rows.indexOf(range.first);
    }
}

Row RowsInRanges::at(std::uint64_t index) const
{
    const auto next = std::ranges::upper_bound(m_before, index);
    const auto range = static_cast<std::size_t>(next - m_before.begin()) - 1;
    const std::uint64_t place = m_rows.indexOf(m_ranges[range].first) + (index - m_before[range]);
    // A list that has lost rows meanwhile says its last one again.
    return m_rows.at(std::min(place, std::max<std::uint64_t>(m_rows.size(), 1) - 1));
}

std::uint64_t RowsInRanges::indexOf(Row row) const
{
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        if (row < m_ranges[i].end) {
            const Row from = std::max(row, m_ranges[i].first);
            return m_before[i] + m_rows.indexOf(from) - m_rows.indexOf(m_ranges[i].first);
        }
    }
    return m_size;
}

ExportTask::ExportTask(const Session& session, ExportFormat format, const ExportOptions& options,
    std::unique_ptr<RowList> rows, QObject* parent)
    : QObject(parent)
    , m_source(session)
    , m_rows(std::move(rows))
    , m_run(m_rows ? ExportRun(makeExporter(format, m_source, options), *m_rows,
                [this](std::string_view bytes) { return write(bytes); })
                   : ExportRun(makeExporter(format, m_source, options), m_source.store,
                       [this](std::string_view bytes) { return write(bytes); }))
{
}

ExportTask::~ExportTask() = default;

std::optional<FileProblem> ExportTask::start(const std::string& path)
{
    auto file = ReplacingFile::begin(path);
    if (!file.ok()) {
        return file.problem();
    }
    m_file = std::move(file.value());
    m_path = path;
    m_timer.start(0, this);
    return std::nullopt;
}

void ExportTask::cancel()
{
    if (m_state == State::Running) {
        end(State::Cancelled);
    }
}

void ExportTask::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        return;
    }
    switch (m_run.advance(kSlice)) {
    case ExportRun::State::Running:
        Q_EMIT progressed();
        break;
    case ExportRun::State::Failed:
        end(State::Failed, m_run.error());
        break;
    case ExportRun::State::Done:
        settle();
        break;
    }
}

int ExportTask::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_file->fd(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return 0;
}

// A slow disk may take its time.
void ExportTask::settle()
{
    m_timer.stop();
    m_state = State::Settling;
    Q_EMIT progressed();
    m_settling = std::jthread([this, size = m_run.bytesWritten()] {
        const int error = m_file->commit(size);
        QMetaObject::invokeMethod(
            this, [this, error] { end(error == 0 ? State::Done : State::Failed, error); },
            Qt::QueuedConnection);
    });
}

void ExportTask::end(State state, int error)
{
    m_timer.stop();
    m_state = state;
    m_error = error;
    m_settling = {}; // joined: it has said its last word
    m_file.reset();
    Q_EMIT finished();
}

}

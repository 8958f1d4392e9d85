// The log: every event, append-only, in columns.
//
// Columns lie in chunks of 65,536 events, laid out in memory as in a session file; a filter that asks for one
// field reads one field. The bytes that calls moved lie one behind the other, apart from the argument blocks:
// a search reads nothing else.
//
// A log can be kept in a file while it grows: what is full lies there only, and is mapped; so memory stays
// small, and after kill -9 the file has all that flush() has written. A log from a file can be read and not
// added to; its rows come by readOn().
//
// Threads: one writer (all that is not const); any number of readers without a lock, for rows below size().
// Chunks never move.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/store/file_problem.h"
#include "model/store/keeping.h"
#include "model/store/lanes.h"
#include "model/store/records.h"
#include "netcore/base/outcome.h"
#include "netcore/base/owned_fd.h"
#include "netcore/events/call_record.h"
#include "netcore/events/event.h"
#include "netcore/events/event_batch.h"

namespace model {

class LogFileReader;
class LogFileWriter;

class EventStore {
public:
    EventStore(); // in memory
    ~EventStore();

    // The record is copied: the argument block, then the data (event.argumentsSize tells the border). The row
    // it got; size(), where it could not be kept: see trouble().
    Row append(const netcore::Event& event, std::span<const std::byte> record);
    // The same for a whole batch, at a third of the price. Its rows are published together.
    void append(netcore::EventBatch batch);

    Row size() const { return m_published.load(std::memory_order_acquire); }

    netcore::Event event(Row row) const; // payload: the offset of its data
    netcore::EventKind kind(Row row) const;
    netcore::SocketId socket(Row row) const;
    netcore::CallRecord call(Row row) const; // of Call and Blocked events
    std::span<const std::byte> arguments(Row row) const; // the block that call() decodes
    std::span<const std::byte> data(Row row) const; // what was kept of it; event().dataSize is all

    // All that was kept of the data of those rows, in their order, without a gap. first <= end <= size().
    std::span<const std::byte> data(Row first, Row end) const;

    // For who looks at many rows: the columns of the chunk that `row` is in, as far as rows are published.
    static constexpr Row kChunkRows = kRowsInChunk;
    struct Columns {
        Row first = 0; // the row of each first entry
        std::span<const std::uint64_t> time;
        std::span<const std::uint64_t> took;
        // Offset; the difference of two is a distance within data(first, end). But a file may be cut while it
        // is open, and its columns become zeros: hold what you compute against the size of that span.
        std::span<const std::uint64_t> data;
        std::span<const std::uint32_t> dataKept;
        std::span<const std::uint32_t> dataSize;
        std::span<const std::int32_t> result;
        std::span<const netcore::SocketId> socket;
        std::span<const netcore::SocketId> opened;
        std::span<const netcore::Ticket> ticket;
        std::span<const std::uint32_t> tid;
        std::span<const std::uint16_t> error;
        std::span<const netcore::CallId> call;
        std::span<const netcore::ActorId> actor;
        std::span<const netcore::EventKind> kind;
        std::span<const std::uint8_t> flags;

        std::size_t size() const { return time.size(); }
    };
    Columns columns(Row row) const; // row < size()
    // What was read of those rows need not stay in memory: for who has scanned many, chunk by chunk. They can
    // be read again at any time. Any thread.
    void forget(Row first, Row end) const;

    const Lanes& lanes() const { return m_lanes; } // for who copies them as they are

    std::size_t payloadBytes() const { return m_lanes.arguments.size() + m_lanes.data.size(); }
    std::uint64_t bytes() const { return payloadBytes() + size() * kRowBytes; }

    // --- What is kept.
    void setRules(const KeepingRules& rules);
    const KeepingRules& rules() const { return m_rules; }
    std::optional<KeepingTrouble> trouble() const { return m_trouble; }

    // --- The file.
    // From now on, and what there is already. The file is empty, open for reading and writing. Returns 0 or
    // an errno: it stays in memory only.
    int keepIn(netcore::OwnedFd file, const FileStart& start);
    bool isKept() const { return m_writer != nullptr; }
    // Writes what has come: 0 or an errno, which is trouble() too. While there is trouble with the file, it
    // tries again at most once a second.
    int flush();
    // Nothing will follow: 0 or an errno. (Without it the file looks as after a crash.)
    int end();
    // What is said beside the events; later ones after the earlier ones.
    void addRecord(Record record);
    const std::vector<Record>& records() const { return m_records; }

    // --- From a file.
    static netcore::Outcome<std::unique_ptr<EventStore>, FileProblem> open(const std::string& path);
    static netcore::Outcome<std::unique_ptr<EventStore>, FileProblem> open(
        netcore::OwnedFd file, const std::string& path);
    // Judges the next chunk; its rows are there then. False: that was all.
    bool readOn();
    const LogFileReader* file() const { return m_reader.get(); } // nullptr for a live log
    std::optional<FileDamage> damage() const;

private:
    using Clock = std::chrono::steady_clock;
    explicit EventStore(std::unique_ptr<LogFileReader> reader);
    std::size_t appendFast(netcore::EventBatch batch);
    std::span<const std::byte> keptData(const netcore::Event& event, std::span<const std::byte> record) const;
    Row put(
        const netcore::Event& event, std::span<const std::byte> arguments, std::span<const std::byte> data);
    bool isOverBudget() const { return m_rules.budget != 0 && bytes() >= m_rules.budget; }
    bool hasRoomForRows();
    void beginTrouble(int error);
    void endTrouble();
    void putGap(std::uint64_t lost, bool begins);
    void flushIfMuch();
    const ColumnChunk& chunkOf(Row row) const { return m_lanes.chunk(row); }

    Lanes m_lanes;
    std::atomic<Row> m_published = 0;
    KeepingRules m_rules;
    std::optional<KeepingTrouble> m_trouble;
    Clock::time_point m_tried; // since there is trouble: when the file was written to
    std::uint64_t m_lastEnd = 0; // of the last event: when a Gap happens
    std::vector<Record> m_records;
    std::size_t m_recordsWritten = 0;
    Row m_flushedRows = 0;
    std::uint64_t m_flushedBytes = 0;
    std::unique_ptr<LogFileReader> m_reader;
    std::unique_ptr<LogFileWriter> m_writer;
};

}

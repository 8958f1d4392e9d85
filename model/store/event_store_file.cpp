// The store and its file: keeping, not being able to keep, and reading.

#include <cerrno>

#include "model/store/event_store.h"
#include "model/store/log_file_reader.h"
#include "model/store/log_file_writer.h"

namespace model {

using namespace netcore;

namespace {

constexpr std::chrono::seconds kPatience {1}; // between two attempts to write to a full disk

}

void EventStore::setRules(const KeepingRules& rules)
{
    m_rules = rules;
    if (m_trouble && m_trouble->error == 0 && !isOverBudget()) {
        endTrouble();
    }
}

void EventStore::putGap(std::uint64_t lost, bool begins)
{
    Event gap {};
    gap.kind = EventKind::Gap;
    gap.time = m_lastEnd;
    gap.result = static_cast<std::int32_t>(std::min<std::uint64_t>(lost, INT32_MAX));
    gap.error = static_cast<std::uint16_t>(m_trouble->error);
    gap.flags = static_cast<std::uint8_t>(
        (begins ? eventFlags::kGapBegins : 0U) | (m_trouble->error == 0 ? eventFlags::kBudget : 0U));
    put(gap, {}, {});
}

void EventStore::beginTrouble(int error)
{
    m_trouble = KeepingTrouble {error, size(), 0};
    putGap(0, true);
}

void EventStore::endTrouble()
{
    putGap(m_trouble->lost, false);
    m_trouble.reset();
}

int EventStore::keepIn(OwnedFd file, const FileStart& start)
{
    if (m_reader || m_writer) {
        return EBUSY;
    }
    auto writer = LogFileWriter::begin(std::move(file), m_lanes, start);
    if (!writer.ok()) {
        return writer.problem();
    }
    m_writer = std::move(writer.value());
    return flush();
}

int EventStore::flush()
{
    if (!m_writer) {
        return 0;
    }
    const bool ofFile = m_trouble && m_trouble->error != 0;
    if (ofFile && Clock::now() - m_tried < kPatience) {
        return m_trouble->error;
    }
    int error = 0;
    while (error == 0 && m_recordsWritten < m_records.size()) {
        error = m_writer->write(m_records[m_recordsWritten]);
        m_recordsWritten += error == 0 ? 1 : 0;
    }
    error = error != 0 ? error : m_writer->write(size());
    m_flushedRows = size();
    m_flushedBytes = payloadBytes();
    if (error == 0) {
        if (ofFile && hasRoomForRows()) {
            endTrouble(); // its row is written with the next ones
        }
        return 0;
    }
    m_tried = Clock::now();
    if (!m_trouble) {
        beginTrouble(error);
    }
    return error;
}

int EventStore::end()
{
    if (m_trouble && m_trouble->error == 0) {
        endTrouble();
    }
    m_tried = {};
    int error = flush();
    if (m_trouble) {
        endTrouble(); // if the file doesn't get it, memory at least says so
    }
    if (!m_writer) {
        return 0;
    }
    error = error != 0 ? error : flush();
    return error != 0 ? error : m_writer->end();
}

void EventStore::addRecord(Record record)
{
    if (record.bytes.size() <= kMostRecordBytes) {
        m_records.push_back(std::move(record));
    }
}

EventStore::EventStore(std::unique_ptr<LogFileReader> reader) : m_reader(std::move(reader))
{
    m_records = m_reader->records();
}

Outcome<std::unique_ptr<EventStore>, FileProblem> EventStore::open(const std::string& path)
{
    auto reader = LogFileReader::open(path);
    if (!reader.ok()) {
        return reader.problem();
    }
    std::unique_ptr<EventStore> store(new EventStore(std::move(reader.value())));
    if (!store->m_reader->map(store->m_lanes)) {
        return FileProblem {FileTrouble::System, ENOMEM, path};
    }
    return store;
}

Outcome<std::unique_ptr<EventStore>, FileProblem> EventStore::open(OwnedFd file, const std::string& path)
{
    auto reader = LogFileReader::open(std::move(file), path);
    if (!reader.ok()) {
        return reader.problem();
    }
    std::unique_ptr<EventStore> store(new EventStore(std::move(reader.value())));
    if (!store->m_reader->map(store->m_lanes)) {
        return FileProblem {FileTrouble::System, ENOMEM, path};
    }
    return store;
}

bool EventStore::readOn()
{
    const Row before = size();
    const Row good = m_reader ? m_reader->readOn(m_lanes, before) : before;
    m_published.store(good, std::memory_order_release);
    return good > before;
}

std::optional<FileDamage> EventStore::damage() const
{
    auto damage = m_reader ? m_reader->damage() : std::nullopt;
    if (!damage && m_lanes.isHurt()) {
        damage = FileDamage {DamageKind::Vanished, 0, 0, 0};
    }
    return damage;
}

}

// The session and its file: kept while it grows, saved, opened.

#include <algorithm>
#include <cerrno>
#include <unistd.h>

#include "model/session.h"
#include "model/store/log_file_reader.h"
#include "model/store/state_folder.h"

namespace model {

using namespace netcore;

namespace {

Record textRecord(RecordKind kind, std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {kind, {bytes.begin(), bytes.end()}};
}

std::size_t annotationsIn(const std::vector<Record>& records)
{
    return static_cast<std::size_t>(std::ranges::count(records, RecordKind::Annotation, &Record::kind));
}

}

Outcome<std::unique_ptr<Session>, FileProblem> Session::open(const std::string& path, QObject* parent)
{
    auto store = EventStore::open(path);
    if (!store.ok()) {
        return store.problem();
    }
    std::unique_ptr<Session> session(new Session(nullptr, std::move(store.value()), parent));
    session->m_path = path;
    return session;
}

void Session::takeFile()
{
    m_start = m_store->file()->start();
    for (const Record& record : m_store->records()) {
        if (record.kind == RecordKind::Actor) {
            m_actors.append(QString::fromUtf8(reinterpret_cast<const char*>(record.bytes.data()),
                static_cast<qsizetype>(record.bytes.size())));
        }
    }
    m_savedRows = m_store->file()->rows();
    m_savedAnnotations = annotationsIn(m_store->records());
    m_reading = true;
    m_timer.start(0, this);
}

Row Session::rowsInFile() const
{
    return isLive() ? 0 : m_store->file()->rows();
}

// A chunk a turn: a few milliseconds.
void Session::readOn()
{
    m_reading = m_store->readOn();
    if (!m_reading) {
        m_timer.stop();
        m_savedRows = m_store->size(); // what is damaged will not be there to be saved
    }
    foldOn();
    Q_EMIT progressed(m_store->size(), rowsInFile());
}

int Session::keepIn(const std::string& folder)
{
    if (!isLive() || m_store->isKept()) {
        return EBUSY;
    }
    auto kept = createKeptFile(folder, m_start);
    if (!kept.ok()) {
        return kept.problem();
    }
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    m_store->addRecord(textRecord(RecordKind::Program, "sockscope " SOCKSCOPE_VERSION));
    m_store->addRecord(textRecord(RecordKind::Host, host));
    const int error = m_store->keepIn(std::move(kept.value().file), m_start);
    if (m_store->isKept()) {
        m_keptFile = kept.value().path;
    } else {
        ::unlink(kept.value().path.c_str());
    }
    tellKeeping();
    return error;
}

void Session::setRules(const KeepingRules& rules)
{
    m_store->setRules(rules);
    foldOn(); // a Gap that is over
    tellKeeping();
}

void Session::tellKeeping()
{
    if (m_store->trouble().has_value() != m_inTrouble) {
        m_inTrouble = !m_inTrouble;
        Q_EMIT keepingChanged();
    }
}

SavePlan Session::planSave()
{
    while (m_reading) {
        readOn();
    }
    return {m_store.get(), m_store->size(), m_store->records(), m_start};
}

void Session::setSaved(const SavePlan& plan, const std::string& path)
{
    m_savedRows = plan.rows;
    m_savedAnnotations = annotationsIn(plan.records);
    m_path = path;
}

std::optional<FileProblem> Session::save(const std::string& path, const SaveProgress& progress)
{
    const SavePlan plan = planSave();
    auto problem = saveCopy(plan, path, progress);
    if (!problem) {
        setSaved(plan, path);
    }
    return problem;
}

bool Session::isDirty() const
{
    const bool hasMore = isLive() ? m_store->size() > m_savedRows : false;
    return hasMore || annotationsIn(m_store->records()) > m_savedAnnotations;
}

void Session::addRecord(Record record)
{
    m_store->addRecord(std::move(record));
    if (isLive()) {
        m_store->flush();
    }
}

}

// A session on its way to a file, on a thread of its own: who asked for it goes on meanwhile, the session
// too.
//
// Threads: belongs to one thread, its owner's; signals come there. The session must outlive it.
#pragma once

#include <QObject>
#include <atomic>
#include <optional>
#include <string>
#include <thread>

#include "model/session.h"

namespace model {

class SaveJob : public QObject {
    Q_OBJECT

public:
    // Begins at once, with what is in the log now.
    SaveJob(Session& session, std::string path, QObject* parent = nullptr);
    // Ends it: what was at the path stays.
    ~SaveJob() override;

    void cancel() { m_cancelled = true; }
    const std::string& path() const { return m_path; }
    // After finished(). Nothing: it is saved, and the session knows.
    const std::optional<FileProblem>& problem() const { return m_problem; }

Q_SIGNALS:
    void progressed(quint64 done, quint64 all); // bytes
    void finished();

private:
    void run();

    Session& m_session;
    const std::string m_path;
    const SavePlan m_plan;
    std::atomic<bool> m_cancelled = false;
    std::optional<FileProblem> m_problem;
    std::jthread m_thread;
};

}

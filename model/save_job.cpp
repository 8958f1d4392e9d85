#include "model/save_job.h"

namespace model {

SaveJob::SaveJob(Session& session, std::string path, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_path(std::move(path))
    , m_plan(session.planSave())
    , m_thread([this] { run(); })
{
}

SaveJob::~SaveJob()
{
    cancel();
    m_thread.join();
}

void SaveJob::run()
{
    int lastPercent = -1;
    auto problem = saveCopy(m_plan, m_path, [this, &lastPercent](std::uint64_t done, std::uint64_t all) {
        const int percent
            = all == 0 ? 100 : static_cast<int>(static_cast<double>(done) * 100.0 / static_cast<double>(all));
        if (percent != lastPercent) {
            lastPercent = percent;
            QMetaObject::invokeMethod(
                this, [this, done, all] { Q_EMIT progressed(done, all); }, Qt::QueuedConnection);
        }
        return !m_cancelled;
    });
    QMetaObject::invokeMethod(
        this,
        [this, told = std::move(problem)] {
            m_problem = told;
            if (!m_problem) {
                m_session.setSaved(m_plan, m_path);
            }
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

}

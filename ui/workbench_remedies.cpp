// Workbench: what the doctor says, and doing it.

#include <algorithm>

#include "model/call_chain.h"
#include "netcore/names/constants.h"
#include "ui/words.h"
#include "ui/workbench.h"

namespace ui {

using namespace netcore;
using model::Action;

model::Diagnosis Workbench::diagnosisOf(model::Row row) const
{
    const model::SocketGraph& before = m_moment.before(row);
    return doctor().diagnose(
        model::caseOf(m_session.store(), before, m_session.graph(), m_session.findings(), row));
}

void Workbench::apply(const model::Remedy& remedy, Ticket failed)
{
    switch (remedy.action) {
    case Action::RemoveStaleFile:
        removeStale(remedy, failed);
        break;
    case Action::SelectHolder:
        select(remedy.socket);
        break;
    case Action::ShowCall:
        showForm(remedy.socket, remedy.call);
        break;
    default:
        new model::CallChain(m_session, remedy.calls, remedy.socket); // deletes itself
        break;
    }
}

void Workbench::removeStale(const model::Remedy& remedy, Ticket failed)
{
    const Removal removal {failed, remedy.socket, remedy.path, remedy.file};
    Q_EMIT question(
        tr("Remove the socket file %1? Nobody listens behind it any more.").arg(words::shown(remedy.path)),
        tr("Remove it"), [this, removal] {
            m_removals.push_back(removal.ticket);
            m_session.removeStale(removal);
        });
}

void Workbench::lookForRemovals(quint64 first, quint64 count)
{
    const model::EventStore& store = m_session.store();
    for (model::Row row = first; row < first + count && !m_removals.empty(); ++row) {
        if (store.kind(row) != EventKind::Finding) {
            continue;
        }
        const Event event = store.event(row);
        const auto wanted = std::ranges::find(m_removals, event.ticket);
        const Finding finding = decodeFinding(store.data(row));
        const auto result = finding.number(Quantity::RemovalResult);
        if (wanted == m_removals.end() || !result || !finding.path) {
            continue;
        }
        m_removals.erase(wanted);
        const QString path = words::shown(finding.path->path);
        if (*result == 0) {
            m_session.note(tr("unlink(%1): the stale socket file is removed").arg(path), event.socket);
        } else {
            Q_EMIT problem(tr("%1 was not removed: %2.")
                               .arg(path, QString::fromStdString(errnoText(static_cast<int>(*result)))),
                tr("It is not what it was a moment ago: somebody uses it, or it is another file."));
        }
    }
}

}

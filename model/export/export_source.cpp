#include "model/export/export_source.h"

#include "model/session.h"

namespace model {

using namespace netcore;

ExportSource::ExportSource(const Session& session)
    : store(session.store())
    , graph(session.graph())
    , startTime(session.startTime())
    , wallStart(session.startWallTime())
{
    for (std::uint16_t number = 1;; ++number) {
        const QString name = session.actorName(ActorId {number});
        if (name.isNull()) {
            break;
        }
        actors.push_back(name.toStdString());
    }
}

std::string_view ExportSource::actorName(ActorId actor) const
{
    const std::size_t index = number(actor);
    return index >= 1 && index <= actors.size() ? std::string_view(actors[index - 1]) : std::string_view();
}

}

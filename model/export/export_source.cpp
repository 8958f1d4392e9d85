#include "model/export/export_source.h"

#include <chrono>

#include "model/session.h"
#include "netcore/base/clock.h"

namespace model {

using namespace netcore;

namespace {

std::uint64_t realtimeNow()
{
    using namespace std::chrono;
    return static_cast<std::uint64_t>(
        duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count());
}

}

ExportSource::ExportSource(const Session& session)
    : store(session.store())
    , graph(session.graph())
    , startTime(session.startTime())
    , wallStart(realtimeNow() - (monotonicNow() - session.startTime()))
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

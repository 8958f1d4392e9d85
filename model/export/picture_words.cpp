#include "model/export/picture_words.h"

#include "model/export/row_facts_text.h"
#include "model/export/utf8.h"
#include "model/scenario/scenario.h"
#include "model/text/safe_text.h"

namespace model {

using namespace netcore;

namespace {

QString duration(std::uint64_t nanoseconds)
{
    return QString::fromStdString(scenario::durationText(std::chrono::nanoseconds(nanoseconds)));
}

QString roleOf(const SequenceLane& lane)
{
    if (lane.listens) {
        return QStringLiteral("listener");
    }
    switch (lane.role) {
    case SocketRole::Accepted:
        return QStringLiteral("accepted");
    case SocketRole::Active:
        return QStringLiteral("client");
    case SocketRole::Passive:
        return QStringLiteral("listener");
    case SocketRole::Paired:
        return QStringLiteral("pair");
    case SocketRole::Datagram:
    case SocketRole::ConnectedDatagram:
        return QStringLiteral("datagram");
    case SocketRole::Fresh:
        break;
    }
    return QStringLiteral("socket");
}

}

QString PictureWords::laneTitle(const SequenceLane& lane) const
{
    if (lane.key.socket != kNoSocket) {
        return (lane.fd >= 0 ? QStringLiteral("fd %1 ").arg(lane.fd) : QString()) + roleOf(lane);
    }
    return lane.key.actor != kNoActor
        ? QString::fromStdString(displayable(m_source.actorName(lane.key.actor)))
        : QStringLiteral("thread %1").arg(lane.key.thread);
}

QString PictureWords::laneSubtitle(const SequenceLane& lane) const
{
    const bool named = !lane.local.isEmpty() && (lane.domain == AF_UNIX || lane.local.port() != 0)
        && lane.local.bytes().size() > sizeof(sa_family_t);
    return named ? safeText(addressText(lane.local)) : QString();
}

QString PictureWords::sleeps(QStringView call, std::uint64_t nanoseconds, bool returned) const
{
    return call.toString() + QStringLiteral(" blocks ") + duration(nanoseconds)
        + (returned ? QString() : QStringLiteral(" …"));
}

QString PictureWords::silence(std::uint64_t nanoseconds) const
{
    return duration(nanoseconds);
}

QString PictureWords::waits(std::uint64_t bytes) const
{
    return this->bytes(bytes) + QStringLiteral(" wait in the receive buffer");
}

QString PictureWords::waitsShortly(std::uint64_t bytes) const
{
    return this->bytes(bytes) + QStringLiteral(" wait");
}

QString PictureWords::bytes(std::uint64_t count) const
{
    return QStringLiteral("%1 B").arg(count);
}

QString PictureWords::partOf(std::uint64_t bytes, std::uint64_t all) const
{
    return QStringLiteral("%1 of %2 B").arg(bytes).arg(all);
}

QString PictureWords::remark(const EventStore& store, Row row) const
{
    const Event event = store.event(row);
    if (event.kind != EventKind::Note && event.kind != EventKind::Gap) {
        return {};
    }
    return QString::fromStdString(whatHappened(m_source, row, event, true));
}

}

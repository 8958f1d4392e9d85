#include "ui/sequence/sequence_words.h"

#include <QCoreApplication>

#include "ui/narration.h"
#include "ui/words.h"
#include "ui/workbench.h"

namespace ui {

using namespace netcore;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SequenceView", text);
}

QString roleWord(const model::SequenceLane& lane)
{
    if (lane.listens) {
        return tr("listener");
    }
    switch (lane.role) {
    case model::SocketRole::Passive:
        return tr("listener");
    case model::SocketRole::Accepted:
        return tr("accepted");
    case model::SocketRole::Active:
        return tr("client");
    case model::SocketRole::Paired:
        return tr("pair");
    case model::SocketRole::Datagram:
    case model::SocketRole::ConnectedDatagram:
        return tr("datagram");
    case model::SocketRole::Fresh:
        break;
    }
    return tr("socket");
}

}

QString SequenceViewWords::laneTitle(const model::SequenceLane& lane) const
{
    if (lane.key.socket != kNoSocket) {
        return lane.fd >= 0 ? QStringLiteral("fd %1 ").arg(lane.fd) + roleWord(lane) : roleWord(lane);
    }
    return lane.key.actor != kNoActor
        ? words::shown(m_workbench.session().actorName(lane.key.actor).toStdString())
        : tr("thread w%1").arg(lane.key.thread);
}

QString SequenceViewWords::laneSubtitle(const model::SequenceLane& lane) const
{
    const bool named = !lane.local.isEmpty() && (lane.domain == AF_UNIX || lane.local.port() != 0)
        && lane.local.bytes().size() > sizeof(sa_family_t);
    return named ? words::address(lane.local) : QString();
}

QString SequenceViewWords::sleeps(QStringView call, std::uint64_t nanoseconds, bool returned) const
{
    const QString took = words::took(nanoseconds);
    if (returned) {
        return tr("%1 blocks %2").arg(call.toString(), took);
    }
    const quint64 tenths = nanoseconds / 100'000'000; // a clock that is read while it runs
    return tr("%1 blocked %2")
        .arg(call.toString(), QStringLiteral("%1.%2 s …").arg(tenths / 10).arg(tenths % 10));
}

QString SequenceViewWords::silence(std::uint64_t nanoseconds) const
{
    return words::took(nanoseconds);
}

QString SequenceViewWords::waits(std::uint64_t bytes) const
{
    return tr("%1 wait in the receive buffer").arg(this->bytes(bytes));
}

QString SequenceViewWords::waitsShortly(std::uint64_t bytes) const
{
    return tr("%1 wait").arg(this->bytes(bytes));
}

QString SequenceViewWords::waitsForAccept() const
{
    return tr("waits in the accept queue");
}

QString SequenceViewWords::lost() const
{
    return tr("lost");
}

QString SequenceViewWords::bytes(std::uint64_t count) const
{
    return words::bytes(static_cast<qint64>(count));
}

QString SequenceViewWords::partOf(std::uint64_t bytes, std::uint64_t all) const
{
    return tr("%1 of %2").arg(words::count(bytes), this->bytes(all));
}

QString SequenceViewWords::remark(const model::EventStore& store, model::Row row) const
{
    const EventKind kind = store.kind(row);
    if (kind == EventKind::Note) {
        const auto text = store.data(row);
        return plainNarration({reinterpret_cast<const char*>(text.data()), text.size()});
    }
    return kind == EventKind::Gap ? words::call(store, row) : QString();
}

}

#include "ui/log/log_row_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include "netcore/names/calls.h"
#include "ui/log/observation_text.h"
#include "ui/narration.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::size_t kMostOfData = 256; // bytes; no column is wider
constexpr std::size_t kMostOfNote = 1024; // bytes; a row is narrower than that

QString tr(const char* text)
{
    return QCoreApplication::translate("LogView", text);
}

QString noteText(const model::EventStore& store, model::Row row)
{
    const auto data = store.data(row);
    std::string_view text(reinterpret_cast<const char*>(data.data()), data.size());
    if (text.size() > kMostOfNote) {
        std::size_t end = kMostOfNote;
        // Not through a character: the rest of it would be no UTF-8.
        while (end > kMostOfNote - 4 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
            --end;
        }
        return plainNarration(text.substr(0, end)) + QStringLiteral("…");
    }
    return plainNarration(text);
}

RowState stateOf(const LogSource& source, model::Row row, const Event& event)
{
    switch (event.kind) {
    case EventKind::Blocked:
        return source.facts->returnOf(row) ? RowState::Returned : RowState::Blocked;
    case EventKind::Note:
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        return RowState::Remark;
    case EventKind::Gap:
        return RowState::Gap;
    case EventKind::Call:
        break;
    }
    return event.result < 0 ? RowState::Failed : RowState::Done;
}

// A clock that is read while it runs: tenths of a second are enough, and then minutes.
QString runningClock(quint64 nanoseconds)
{
    const quint64 tenths = nanoseconds / 100'000'000;
    if (tenths < 600) {
        return QStringLiteral("%1.%2 s").arg(tenths / 10).arg(tenths % 10);
    }
    const bool hours = tenths >= 36'000;
    const quint64 small = hours ? tenths / 600 : tenths / 10;
    return QStringLiteral("%1:%2 %3")
        .arg(small / 60)
        .arg(small % 60, 2, 10, QLatin1Char('0'))
        .arg(hours ? QStringLiteral("h") : QStringLiteral("min"));
}

QString threadOf(const LogSource& source, const Event& event)
{
    if (event.actor != kNoActor) {
        return words::shown(source.actorName(event.actor).toStdString());
    }
    const bool isCall = event.kind == EventKind::Call || event.kind == EventKind::Blocked;
    const unsigned thread = isCall ? source.facts->threadNumber(event.tid) : 0;
    return thread == 0 ? QString() : QStringLiteral("w%1").arg(thread);
}

SocketId socketOf(const Event& event)
{
    return event.socket != kNoSocket ? event.socket : event.opened;
}

// Result and Took, which go together.
void fillOutcome(LogRowText& text, const LogSource& source, const Event& event)
{
    switch (text.state) {
    case RowState::Done:
    case RowState::Failed:
        text.result = QStringLiteral("= ") + words::result(event);
        text.took = words::took(event.took);
        return;
    case RowState::Blocked: {
        text.result = tr("blocked ⋯");
        const std::uint64_t now = source.now();
        text.took = runningClock(now - std::min(now, event.time));
        return;
    }
    case RowState::Returned:
        text.result = tr("returned");
        return;
    case RowState::Remark:
    case RowState::Gap:
        return;
    }
}

void fillNumbers(LogRowText& text, model::Row row, const Event& event)
{
    text.number = words::count(row);
    if (event.kind != EventKind::Call) {
        return;
    }
    text.nanoseconds = event.took;
    if (event.dataSize > 0) {
        text.size = words::count(event.dataSize);
    }
    if (event.error != 0) {
        // Without the "-1 " before it.
        text.error = words::result(event).section(u' ', 1);
    }
}

QString clockText(const LogSource& source, const Event& event)
{
    const std::int64_t micro = (static_cast<std::int64_t>(event.end()) + source.wallClock) / 1000;
    return QDateTime::fromMSecsSinceEpoch(micro / 1000).toString(QStringLiteral("HH:mm:ss."))
        + QStringLiteral("%1").arg(micro % 1'000'000, 6, 10, QLatin1Char('0'));
}

// How long after the row before it that is shown.
QString sinceText(const LogSource& source, model::Row row, const Event& event)
{
    const std::uint64_t index = source.rows->indexOf(row);
    if (index == 0 || index > source.rows->size()) {
        return {};
    }
    const std::uint64_t before = source.store->event(source.rows->at(index - 1)).end();
    return u'+' + words::took(event.end() - std::min(event.end(), before));
}

QString dataText(const LogSource& source, model::Row row, bool hex)
{
    const auto data = source.store->data(row);
    const std::size_t some = std::min(data.size(), kMostOfData);
    const auto* const bytes = reinterpret_cast<const char*>(data.data());
    const QString more = data.size() > some ? QStringLiteral("…") : QString();
    if (hex) {
        const auto raw = QByteArray::fromRawData(bytes, static_cast<qsizetype>(some));
        return QString::fromLatin1(raw.toHex(' ')) + more;
    }
    return words::shown({bytes, some}) + more;
}

void fillWanted(
    LogRowText& text, const LogSource& source, model::Row row, const Event& event, const LogRowWants& wants)
{
    if (wants.clock) {
        text.clock = clockText(source, event);
    }
    if (wants.since) {
        text.since = sinceText(source, row, event);
    }
    const bool isCall = event.kind == EventKind::Call;
    if (wants.data && isCall) {
        text.data = dataText(source, row, wants.hex);
    }
    if (wants.peer && (isCall || event.kind == EventKind::Blocked)) {
        const CallRecord record = source.store->call(row);
        text.peer = record.hasAddress && !record.address.isEmpty() ? words::address(record.address)
                                                                   : source.peer(text.socketId);
    }
}

}

QString LogRowText::line() const
{
    QStringList parts {time};
    if (!socket.isEmpty()) {
        parts += QStringLiteral("fd ") + socket;
    }
    for (const QString& part : {thread, call, result, took}) {
        if (!part.isEmpty()) {
            parts += part;
        }
    }
    return parts.join(QStringLiteral("  "));
}

LogRowText logRowText(const LogSource& source, model::Row row, const LogRowWants& wants)
{
    const Event event = source.store->event(row);
    LogRowText text;
    text.state = stateOf(source, row, event);
    text.time = words::moment(event.end() - std::min(event.end(), source.startTime));
    text.socketId = socketOf(event);
    if (text.socketId != kNoSocket) {
        const SocketLook socket = source.socket(text.socketId);
        text.domain = socket.domain;
        text.socket = socket.fd >= 0 ? QString::number(socket.fd) : QStringLiteral("–");
    }
    text.thread = threadOf(source, event);
    if (event.kind == EventKind::Note) {
        text.call = noteText(*source.store, row);
    } else if (isObservation(event.kind)) {
        text.call = observationText(*source.store, row, QStringLiteral("; "));
    } else {
        text.call = words::call(*source.store, row);
    }
    if (event.kind == EventKind::Call || event.kind == EventKind::Blocked) {
        text.nameLength = static_cast<qsizetype>(describe(event.call).name.size());
    }
    text.automatic = (event.flags & eventFlags::kAutomatic) != 0;
    fillOutcome(text, source, event);
    fillNumbers(text, row, event);
    fillWanted(text, source, row, event, wants);
    return text;
}

SocketId socketOfRow(const LogSource& source, model::Row row)
{
    return socketOf(source.store->event(row));
}

QString logRowToolTip(const LogSource& source, model::Row row)
{
    const Event event = source.store->event(row);
    const LogRowText text = logRowText(source, row);
    const auto sinceStart
        = [&](quint64 time) { return words::moment(time - std::min<quint64>(time, source.startTime)); };
    QStringList lines {
        isObservation(event.kind) ? observationText(*source.store, row, QStringLiteral("\n")) : text.call};
    if (text.state == RowState::Done || text.state == RowState::Failed) {
        lines.first() += u' ' + text.result;
        lines += tr("began %1, took %2").arg(sinceStart(event.time), text.took);
    } else if (text.state == RowState::Blocked || text.state == RowState::Returned) {
        const auto data = source.store->data(row);
        const QString function = words::shown({reinterpret_cast<const char*>(data.data()), data.size()});
        lines += tr("began %1, seen asleep %2 later").arg(sinceStart(event.time), words::took(event.took));
        if (!function.isEmpty()) {
            lines += tr("sleeps in the kernel's %1()").arg(function);
        }
    }
    if (text.state == RowState::Returned) {
        lines += tr("It has returned: a double click goes there.");
    }
    if (text.automatic) {
        lines += tr("Made by Sockscope itself.");
    }
    if (event.error != 0 && event.kind == EventKind::Call) {
        lines += source.meaning(event.error, event.call);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

}

#include "ui/inspector/kernel/kernel_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "netcore/names/constants.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using F = ViewFact;
using G = KernelGroup;

namespace {

struct Place {
    G group;
    std::vector<std::string_view> fields; // of TCP_INFO
};

// What is in no group counts something.
std::vector<Place> placesOfFields()
{
    return {
        {G::Connection,
            {"options", "snd_wscale", "rcv_wscale", "snd_mss", "rcv_mss", "advmss", "pmtu",
                "fastopen_client_fail"}},
        {G::Timers,
            {"rto", "ato", "retransmits", "probes", "backoff", "last_data_sent", "last_ack_sent",
                "last_data_recv", "last_ack_recv"}},
        {G::RoundTrip, {"rtt", "rttvar", "min_rtt", "rcv_rtt"}},
        {G::Window,
            {"ca_state", "snd_cwnd", "snd_ssthresh", "snd_wnd", "rcv_wnd", "rcv_ssthresh", "rcv_space",
                "unacked", "sacked", "lost", "retrans", "fackets", "reordering", "pacing_rate",
                "max_pacing_rate", "delivery_rate", "delivery_rate_app_limited"}},
    };
}

std::vector<KernelFact> makeFacts()
{
    std::vector<KernelFact> facts;
    const auto add = [&](G group, std::initializer_list<F> which) {
        for (const F fact : which) {
            facts.push_back({group, fact, 0});
        }
    };
    const auto fields = tcpInfoFields();
    const auto addField = [&](G group, std::string_view name) {
        const auto found = std::ranges::find(fields, name, &TcpInfoField::name);
        facts.push_back({group, F::TcpInfo, static_cast<std::uint16_t>(found - fields.begin())});
    };
    add(G::Connection,
        {F::Presence, F::TcpState, F::UnixState, F::Readiness, F::StatusFlags, F::Shutdown, F::LocalAddress,
            F::Type, F::Protocol, F::MptcpSubflows, F::MptcpFlags, F::Interface, F::Inode, F::Cookie});
    add(G::Queues, {F::AcceptQueue, F::Backlog, F::ReceiveQueue, F::SendQueue, F::UnsentQueue});
    add(G::Timers, {F::Timer, F::TimerEnds, F::TimerRetransmits});
    std::vector<std::string_view> placed {"state", "notsent_bytes"}; // shown as TcpState and UnsentQueue
    for (const Place& place : placesOfFields()) {
        for (const std::string_view name : place.fields) {
            addField(place.group, name);
            placed.push_back(name);
        }
    }
    for (const TcpInfoField& field : fields) {
        if (std::ranges::find(placed, field.name) == placed.end()) {
            addField(G::Counters, field.name);
        }
    }
    for (std::uint16_t part = 0; part < kSocketMemories; ++part) {
        facts.push_back({G::Memory, F::Memory, part});
    }
    add(G::Peer, {F::PeerAddress, F::PeerProgram, F::PeerPid, F::PeerUid, F::PeerGid, F::PeerInode});
    std::ranges::stable_sort(facts, {}, &KernelFact::group);
    return facts;
}

}

const std::vector<KernelFact>& kernelFacts()
{
    static const std::vector<KernelFact> facts = makeFacts();
    return facts;
}

namespace words {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("kernel", text);
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString flags(NameTable table, std::int64_t value)
{
    return value == 0 ? tr("none") : QString::fromStdString(flagsText(table, value));
}

QString named(std::string_view constant) // "TCP_LISTEN"
{
    return latin(constant);
}

QString timer(TimerKind kind)
{
    switch (kind) {
    case TimerKind::None:
        return tr("none");
    case TimerKind::Retransmit:
        return tr("retransmit");
    case TimerKind::Keepalive:
        return tr("keepalive");
    case TimerKind::TimeWait:
        return QStringLiteral("TIME_WAIT");
    case TimerKind::Probe:
        return tr("window probe");
    case TimerKind::Unknown:
        break;
    }
    return tr("unknown");
}

QString presence(Presence presence)
{
    switch (presence) {
    case Presence::Open:
        return tr("open");
    case Presence::Lingering:
        return tr("lingers without a descriptor");
    case Presence::Gone:
        return tr("gone");
    case Presence::Unwatched:
        break;
    }
    return tr("no longer watched");
}

QString shutdown(std::int64_t bits)
{
    QStringList parts;
    parts += (bits & kShutReceive) != 0 ? QStringList {tr("receiving")} : QStringList();
    parts += (bits & kShutSend) != 0 ? QStringList {tr("sending")} : QStringList();
    return parts.isEmpty() ? tr("no") : parts.join(tr(" and "));
}

QString congestionState(quint64 state)
{
    constexpr std::array kNames {"Open", "Disorder", "CWR", "Recovery", "Loss"};
    return state < kNames.size() ? QString::fromLatin1(kNames[state]) : QString::number(state);
}

QString tcpOptions(quint64 bits)
{
    constexpr std::array kNames {
        "timestamps", "SACK", "wscale", "ECN", "ECN seen", "SYN data", "usec ts", "TFO child"};
    QStringList names;
    for (std::size_t bit = 0; bit < kNames.size(); ++bit) {
        names += (bits >> bit & 1) != 0 ? QStringList {QString::fromLatin1(kNames[bit])} : QStringList();
    }
    return names.isEmpty() ? tr("none") : names.join(QStringLiteral(", "));
}

QString inUnit(quint64 value, TcpInfoUnit unit)
{
    switch (unit) {
    case TcpInfoUnit::CongestionState:
        return congestionState(value);
    case TcpInfoUnit::Options:
        return tcpOptions(value);
    case TcpInfoUnit::Shift:
        return tr("%1 (× %2)").arg(value).arg(1ULL << std::min<quint64>(value, 32));
    case TcpInfoUnit::Segments:
        return tr("%1 seg").arg(count(value));
    case TcpInfoUnit::Bytes:
        return bytes(static_cast<qint64>(std::min<quint64>(value, INT64_MAX)));
    case TcpInfoUnit::BytesPerSecond:
        return value == UINT64_MAX
            ? tr("no limit")
            : bytes(static_cast<qint64>(std::min<quint64>(value, INT64_MAX))) + tr("/s");
    case TcpInfoUnit::Milliseconds:
        return took(value * 1'000'000);
    case TcpInfoUnit::Microseconds:
        return value == UINT32_MAX ? tr("not measured") : took(value * 1'000);
    case TcpInfoUnit::State:
    case TcpInfoUnit::Number:
    case TcpInfoUnit::Flag:
    case TcpInfoUnit::Events:
        break;
    }
    return count(value);
}

QString numberText(F fact, std::int64_t value, const KernelView& view, const model::SocketNode& socket)
{
    switch (fact) {
    case F::Presence:
        // Of what does not linger nothing is told after close(): the view is the one before it.
        return view.presence == Presence::Open && !socket.open ? tr("closed; as last seen")
                                                               : presence(static_cast<Presence>(value));
    case F::Type:
        return QString::fromStdString(constantText(socketTypes(), value));
    case F::TcpState:
    case F::UnixState: {
        const auto name = nameOf(tcpStates(), value);
        return name ? named(*name) + QStringLiteral(" (%1)").arg(value) : QString::number(value);
    }
    case F::Protocol:
        return socket.domain == AF_UNIX ? QString()
                                        : QString::fromStdString(constantText(internetProtocols(), value));
    case F::ReceiveQueue:
    case F::SendQueue:
    case F::UnsentQueue:
        return socket.listening ? QString() : bytes(value);
    case F::AcceptQueue:
        return tr("%1 of %2 + 1").arg(value).arg(view.backlog);
    case F::Backlog:
        return socket.backlog == value ? QString::number(value)
                                       : tr("%1 (asked %2)").arg(value).arg(socket.backlog);
    case F::Readiness:
        return flags(pollEvents(), value) + (view.errorWaits() ? tr(": an error waits") : QString());
    case F::StatusFlags:
        return view.nonBlocking().value_or(false) ? QStringLiteral("O_NONBLOCK") : tr("blocking");
    case F::Shutdown:
        return shutdown(value);
    case F::Timer:
        return timer(static_cast<TimerKind>(value));
    default:
        return QString::number(value);
    }
}

}

QString kernelGroup(KernelGroup group)
{
    switch (group) {
    case G::Connection:
        return tr("Connection");
    case G::Queues:
        return tr("Queues");
    case G::Timers:
        return tr("Timers");
    case G::RoundTrip:
        return tr("Round trip");
    case G::Window:
        return tr("Window and congestion");
    case G::Counters:
        return tr("Counters");
    case G::Memory:
        return tr("Memory");
    case G::Peer:
        return tr("Peer");
    }
    return {};
}

QString factName(const KernelFact& fact)
{
    if (fact.fact == F::TcpInfo) {
        return QStringLiteral("tcpi_") + latin(tcpInfoFields()[fact.part].name);
    }
    if (fact.fact == F::Memory) {
        return latin(nameOf(static_cast<SocketMemory>(fact.part)));
    }
    const std::array names {tr("presence"), tr("type"), tr("protocol"), tr("TCP state"),
        QStringLiteral("Recv-Q"), QStringLiteral("Send-Q"), tr("not sent"), tr("accept queue"), tr("backlog"),
        tr("readiness"), tr("mode"), tr("shut down"), tr("MPTCP subflows"), tr("MPTCP flags"), tr("inode"),
        tr("peer inode"), tr("cookie"), tr("timer"), tr("goes off"), tr("retransmits"), tr("process"),
        tr("user"), tr("group"), tr("program"), QString(), QString(), tr("address"), tr("address"),
        tr("interface"), tr("UNIX state")};
    return names[static_cast<std::size_t>(fact.fact)];
}

QString countdown(quint64 ends, quint64 now)
{
    if (ends <= now) {
        return tr("due");
    }
    return tr("in %1 s").arg(QLocale::c().toString(static_cast<double>(ends - now) / 1e9, 'f', 1));
}

namespace {

QString valueText(const FactValue& value, const KernelView& view, const model::SocketNode& socket,
    const KernelFact& fact, quint64 now)
{
    if (const auto* signedValue = std::get_if<std::int64_t>(&value)) {
        if (fact.fact == F::Memory) {
            return static_cast<SocketMemory>(fact.part) == SocketMemory::Drops
                ? count(static_cast<quint64>(*signedValue))
                : bytes(*signedValue);
        }
        return numberText(fact.fact, *signedValue, view, socket);
    }
    if (const auto* number = std::get_if<std::uint64_t>(&value)) {
        switch (fact.fact) {
        case F::TcpInfo:
            // Of a listener the two are its accept queue.
            if (socket.listening && fact.group == G::Window) {
                return {};
            }
            return inUnit(*number, tcpInfoFields()[fact.part].unit);
        case F::TimerEnds:
            return view.timer.kind == TimerKind::None ? QString() : countdown(*number, now);
        case F::Memory:
            return static_cast<SocketMemory>(fact.part) == SocketMemory::Drops
                ? count(*number)
                : bytes(static_cast<qint64>(*number));
        default:
            return QString::number(*number);
        }
    }
    if (const auto* place = std::get_if<Address>(&value)) {
        return place->isEmpty() ? QString() : address(*place);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return shown(*text);
    }
    return {};
}

}

QString factText(const KernelView& view, const model::SocketNode& socket, const KernelFact& fact, quint64 now)
{
    return valueText(factOf(view, fact.fact, fact.part), view, socket, fact, now);
}

QString factValueText(
    const FactValue& value, const model::SocketNode& socket, const KernelFact& fact, quint64 now)
{
    return valueText(value, socket.view, socket, fact, now);
}

}

}

// What the investigation found: holders, paths, routes, limits.

#include <QStringList>
#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "model/explain/circumstances.h"
#include "model/layout/link_plan.h"
#include "model/text/safe_text.h"
#include "netcore/inspect/address_holder.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostListed = 6; // addresses in a sentence

QString textOf(const Address& address)
{
    return safeText(addressText(address));
}

// "ours", "named", "hidden", "nobody": which phrase calls it by its name.
QString kindOf(const Holder& holder)
{
    if (holder.ours != kNoSocket) {
        return u"ours"_s;
    }
    if (holder.process != 0) {
        return u"named"_s;
    }
    return holder.inode == 0 ? u"nobody"_s : u"hidden"_s;
}

void addHolderValues(const CallCase& call, const Holder& holder, Circumstances& found)
{
    const auto ours = std::ranges::find(call.others, holder.ours, &SocketNode::id);
    if (ours != call.others.end()) {
        found.values[u"fd"_s] = QString::number(ours->fd);
    }
    if (holder.process != 0) {
        found.values[u"program"_s] = safeText(holder.program);
        found.values[u"pid"_s] = QString::number(holder.process);
    }
    if (holder.state != TCP_TIME_WAIT) {
        found.values[u"user"_s] = QString::number(holder.user);
    }
    found.values[u"held"_s] = textOf(holder.local);
    found.values[u"heldReach"_s] = textOf(reachableBy(holder.local.family(), holder.local));
    found.values[u"heldFamily"_s] = holder.local.family() == AF_INET6 ? u"IPv6"_s : u"IPv4"_s;
    found.values[u"heldType"_s] = QString::fromStdString(constantText(socketTypes(), holder.type));
    if (!holder.remote.isEmpty()) {
        found.values[u"heldPeer"_s] = textOf(holder.remote);
    }
}

// The holder that matters: for connect() somebody who could have answered, else who stands in the way.
void addHolder(const CallCase& call, const QMap<QString, QString>& phrases, Circumstances& found)
{
    const Finding& finding = *call.finding;
    if (finding.holders.empty()) {
        found.set(u"holder:none"_s);
        return;
    }
    const Holder& holder = finding.holders.front();
    const bool internet = holder.local.family() == AF_INET || holder.local.family() == AF_INET6;
    const Address& wanted = call.record.hasAddress ? call.record.address : call.before.local;
    const bool stands
        = !internet || conflicts(wanted, finding.number(Quantity::V6Only) == 1, holder.local, holder.v6Only);
    const QString kind = kindOf(holder);
    found.set(u"holder:"_s + kind);
    found.set(u"holder:timeWait"_s, holder.state == TCP_TIME_WAIT);
    found.set(u"holder:listens"_s, holder.state == TCP_LISTEN);
    found.set(u"holder:idle"_s, holder.state == kBoundOnly || holder.state == TCP_CLOSE);
    found.set(u"holder:elsewhere"_s, internet && !stands);
    found.set(u"holder:elsewhereFamily"_s, internet && !stands && holder.local.family() != wanted.family());
    found.set(u"holder:here"_s, stands);
    found.set(u"holder:otherFamily"_s,
        internet && stands && call.record.hasAddress
            && holder.local.family() != call.record.address.family());
    found.set(u"holder:otherType"_s, !internet && holder.type != call.before.type);
    addHolderValues(call, holder, found);
    if (const auto name = filled(phrases.value(u"holder."_s + kind), found.values)) {
        found.values[u"holder"_s] = *name;
    }
}

QString tokenOf(PathKind kind)
{
    constexpr std::array kNames {
        "unknown", "nothing", "live", "stale", "file", "folder", "danglingLink", "other"};
    return u"path:"_s + QLatin1String(kNames[static_cast<std::size_t>(kind)]);
}

QString tokenOf(PathObstacle obstacle)
{
    constexpr std::array kNames {
        "none", "missingFolder", "notAFolder", "noSearch", "noWrite", "readOnly", "loop", "nameTooLong"};
    return u"obstacle:"_s + QLatin1String(kNames[static_cast<std::size_t>(obstacle)]);
}

void addPath(const PathFacts& path, Circumstances& found)
{
    found.set(tokenOf(path.kind));
    found.set(tokenOf(path.obstacle));
    found.set(path.mine ? u"path:mine"_s : u"path:notMine"_s);
    found.values[u"path"_s] = safeText(path.path);
    found.values[u"bytes"_s] = QString::number(path.size);
    found.values[u"mode"_s] = QStringLiteral("%1").arg(path.mode, 4, 8, QLatin1Char('0'));
    found.values[u"owner"_s] = QString::number(path.owner);
    if (!path.obstacleAt.empty()) {
        found.values[u"obstacle"_s] = safeText(path.obstacleAt);
    }
}

void addRoute(const Finding& finding, Circumstances& found)
{
    constexpr std::array kNames {
        "none", "unicast", "local", "broadcast", "multicast", "blackhole", "unreachable", "prohibited"};
    const auto route = finding.number(Quantity::RouteTo);
    if (route && *route >= 0 && static_cast<std::size_t>(*route) < kNames.size()) {
        found.set(u"route:"_s + QLatin1String(kNames[static_cast<std::size_t>(*route)]));
    }
}

// Those of the family that was meant; loopback last, since everybody has it.
void addLocalAddresses(const CallCase& call, Circumstances& found)
{
    QStringList listed;
    QStringList zones;
    for (const LocalAddress& local : call.finding->addresses) {
        if (local.address.family() == call.before.domain && local.up) {
            const QString text = textOf(local.address);
            listed += text.left(text.lastIndexOf(u':'));
        }
        zones += safeText(local.name);
    }
    zones.removeDuplicates();
    const auto joined = [](QStringList list) {
        const bool more = list.size() > kMostListed;
        list = list.mid(0, kMostListed);
        return list.join(u", "_s) + (more ? u" …"_s : QString());
    };
    if (!listed.isEmpty()) {
        found.values[u"locals"_s] = joined(listed);
    }
    if (!zones.isEmpty()) {
        found.values[u"interfaces"_s] = joined(zones);
    }
}

void addNumbers(const CallCase& call, const QLocale& numbers, Circumstances& found)
{
    const Finding& finding = *call.finding;
    const auto show = [&](const QString& name, Quantity quantity) {
        if (const auto number = finding.number(quantity)) {
            found.values[name] = QString::number(*number);
        }
    };
    show(u"threshold"_s, Quantity::FirstUnprivilegedPort);
    show(u"rangeFirst"_s, Quantity::EphemeralFirst);
    show(u"rangeLast"_s, Quantity::EphemeralLast);
    show(u"rangeTaken"_s, Quantity::EphemeralTaken);
    show(u"freePort"_s, Quantity::FreePort);
    show(u"limit"_s, Quantity::DescriptorLimit);
    show(u"openDescriptors"_s, Quantity::DescriptorsOpen);
    show(u"sendBuffer"_s, Quantity::SendBuffer);
    show(u"queueLimit"_s, Quantity::DatagramQueueLimit);
    show(u"waiting"_s, Quantity::AcceptQueue);
    show(u"accepts"_s, Quantity::AcceptLimit);
    const auto threshold = finding.number(Quantity::FirstUnprivilegedPort);
    const std::uint16_t port = call.record.hasAddress ? call.record.address.port() : std::uint16_t {0};
    found.set(u"addr:privileged"_s, threshold && port != 0 && port < *threshold);
    found.set(u"opt:noBroadcast"_s, finding.number(Quantity::Broadcast) == 0);
    found.set(u"opt:v6Only"_s, finding.number(Quantity::V6Only) == 1);
    found.set(u"opt:reuseAddress"_s, finding.number(Quantity::ReuseAddress) == 1);
    found.set(u"nonBlocking"_s, finding.number(Quantity::NonBlocking) == 1);
    for (const auto& [token, value, quantity] :
        {std::tuple(u"opt:receiveTimeout"_s, u"receiveTimeout"_s, Quantity::ReceiveTimeout),
            std::tuple(u"opt:sendTimeout"_s, u"sendTimeout"_s, Quantity::SendTimeout)}) {
        const auto time = finding.number(quantity);
        found.set(token, time && *time > 0);
        if (time && *time > 0) {
            found.values[value] = QString::number(static_cast<double>(*time) / 1e6)
                                      .replace(QLatin1String("."), numbers.decimalPoint());
        }
    }
}

}

void addFindingCircumstances(const CallCase& call, const Wording& wording, Circumstances& found)
{
    if (!call.finding) {
        return;
    }
    found.set(u"found"_s);
    found.set(u"removed"_s, call.finding->number(Quantity::RemovalResult) == 0);
    addNumbers(call, wording.numbers, found);
    addRoute(*call.finding, found);
    addLocalAddresses(call, found);
    addHolder(call, wording.phrases, found);
    if (call.finding->path) {
        addPath(*call.finding->path, found);
    }
}

}

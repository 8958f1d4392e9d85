#include "model/explain/circumstances.h"

#include <netinet/in.h>
#include <sys/un.h>

#include "model/text/safe_text.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

std::span<const std::uint8_t> hostBytes(const Address& address)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(address.data());
    if (address.family() == AF_INET && address.length() >= sizeof(sockaddr_in)) {
        return {bytes + offsetof(sockaddr_in, sin_addr), 4};
    }
    if (address.family() == AF_INET6 && address.length() >= offsetof(sockaddr_in6, sin6_scope_id)) {
        return {bytes + offsetof(sockaddr_in6, sin6_addr), 16};
    }
    return {};
}

bool isMulticast(std::span<const std::uint8_t> host)
{
    return (host.size() == 4 && (host[0] & 0xf0U) == 0xe0) || (host.size() == 16 && host[0] == 0xff);
}

// Also the highest address of 127/8, which every machine has: other networks' broadcast addresses end so as
// well.
bool isBroadcast(std::span<const std::uint8_t> host)
{
    return host.size() == 4 && host[3] == 255;
}

bool isLinkLocal(std::span<const std::uint8_t> host)
{
    return host.size() == 16 && host[0] == 0xfe && (host[1] & 0xc0U) == 0x80;
}

bool isMapped(std::span<const std::uint8_t> host)
{
    return host.size() == 16 && std::ranges::all_of(host.first(10), [](auto byte) { return byte == 0; })
        && host[10] == 0xff && host[11] == 0xff;
}

bool hasZone(const Address& address)
{
    if (address.family() != AF_INET6 || address.length() < sizeof(sockaddr_in6)) {
        return false;
    }
    sockaddr_in6 six {};
    std::memcpy(&six, address.data(), sizeof six);
    return six.sin6_scope_id != 0;
}

// Fewer bytes than the family of the address needs: ip(7), ipv6(7).
bool isShort(const Address& address, std::int64_t length)
{
    const std::int64_t least = address.family() == AF_INET ? std::int64_t {sizeof(sockaddr_in)}
        : address.family() == AF_INET6 ? std::int64_t {offsetof(sockaddr_in6, sin6_scope_id)}
                                       : std::int64_t {sizeof(sa_family_t)};
    return length < least;
}

void addName(const Address& address, Circumstances& found)
{
    found.set(u"addr:path"_s, !address.path().empty());
    found.set(u"addr:abstract"_s, !address.abstractName().empty());
    found.set(u"addr:unnamed"_s, address.family() == AF_UNIX && address.length() == sizeof(sa_family_t));
}

void addHost(const Address& address, Circumstances& found)
{
    const auto host = hostBytes(address);
    if (host.empty()) {
        return;
    }
    found.set(u"addr:wildcard"_s, address.isWildcard());
    found.set(u"addr:loopback"_s, address.isLoopback());
    found.set(u"addr:multicast"_s, isMulticast(host));
    found.set(u"addr:broadcast"_s, isBroadcast(host));
    found.set(u"addr:mapped"_s, isMapped(host));
    found.set(u"addr:linkLocal"_s, isLinkLocal(host));
    found.set(u"addr:zoned"_s, hasZone(address));
    found.set(u"addr:port0"_s, address.port() == 0);
    found.values[u"port"_s] = QString::number(address.port());
    const QString text = QString::fromStdString(addressText(address));
    found.values[u"host"_s] = text.left(text.lastIndexOf(u':'));
}

void addAddress(const CallCase& call, Circumstances& found)
{
    const auto slot = parameterOf(describe(call.record.call), ParameterKind::AddressIn);
    if (!slot) {
        return;
    }
    if (!call.record.hasAddress) {
        found.set(u"addr:none"_s);
        return;
    }
    const Address& address = call.record.address;
    const auto lengthSlot = parameterOf(describe(call.record.call), ParameterKind::LengthIn);
    const std::int64_t length = lengthSlot ? call.record.arguments[*lengthSlot] : address.length();
    found.set(u"addr:short"_s, isShort(address, length));
    found.set(u"addr:tooLong"_s, address.family() == AF_UNIX && length > std::int64_t {sizeof(sockaddr_un)});
    found.set(u"addr:unspec"_s, address.family() == AF_UNSPEC);
    found.set(u"addr:otherFamily"_s, address.family() != call.before.domain);
    found.values[u"length"_s] = QString::number(length);
    found.values[u"addressFamily"_s]
        = QString::fromStdString(constantText(addressFamilies(), address.family()));
    found.values[u"address"_s] = safeText(addressText(address));
    addName(address, found);
    addHost(address, found);
}

void addSizes(const CallCase& call, const QLocale& numbers, Circumstances& found)
{
    const auto slot = parameterOf(describe(call.record.call), ParameterKind::Size);
    if (!slot) {
        return;
    }
    const std::int64_t size = call.record.arguments[*slot];
    found.values[u"size"_s] = numbers.toString(qlonglong {size});
    found.set(u"size:zero"_s, size == 0);
    const std::int64_t result = call.event.result;
    if (call.event.error != 0 || result < 0) {
        return;
    }
    found.values[u"moved"_s] = numbers.toString(qlonglong {result});
    found.set(u"moved:zero"_s, result == 0);
    found.set(u"moved:all"_s, result == size && size > 0);
    found.set(u"moved:part"_s, result > 0 && result < size);
    found.set(u"moved:more"_s, result > size); // MSG_TRUNC tells the real length
    // Of a datagram the kernel had told before how long it is.
    const std::int64_t waited = call.before.view.receiveQueue;
    found.set(u"waited:unknown"_s, waited <= 0);
    if (!call.before.isStream() && result == size && waited > size) {
        found.set(u"moved:cut"_s);
        found.values[u"waited"_s] = numbers.toString(qlonglong {waited});
    }
}

void addFlags(const CallCase& call, Circumstances& found)
{
    const auto slot = parameterOf(describe(call.record.call), ParameterKind::MessageFlags);
    const std::int64_t flags = slot ? call.record.arguments[*slot] : 0;
    found.set(u"flag:oob"_s, (flags & MSG_OOB) != 0);
    found.set(u"flag:dontWait"_s, (flags & MSG_DONTWAIT) != 0);
    found.set(u"flag:errorQueue"_s, (flags & MSG_ERRQUEUE) != 0);
    found.set(u"flag:peek"_s, (flags & MSG_PEEK) != 0);
}

void addSocketArguments(const CallCase& call, Circumstances& found)
{
    if (call.record.call != CallId::Socket && call.record.call != CallId::Socketpair) {
        return;
    }
    const auto type = static_cast<int>(call.record.arguments[1]) & 0xf;
    const std::int64_t domain = call.record.arguments[0];
    found.set(u"args:internet"_s, domain == AF_INET || domain == AF_INET6);
    found.set(u"args:unix"_s, domain == AF_UNIX);
    found.set(u"args:seqpacket"_s, type == SOCK_SEQPACKET);
    found.set(u"args:raw"_s, type == SOCK_RAW || domain == AF_PACKET);
    found.values[u"family"_s] = QString::fromStdString(constantText(addressFamilies(), domain));
    found.values[u"type"_s] = QString::fromStdString(socketTypeText(call.record.arguments[1]));
    found.values[u"protocol"_s]
        = QString::fromStdString(constantText(internetProtocols(), call.record.arguments[2]));
}

}

void addCallCircumstances(const CallCase& call, const Wording& wording, Circumstances& found)
{
    addAddress(call, found);
    addSizes(call, wording.numbers, found);
    addFlags(call, found);
    addSocketArguments(call, found);
    addOptionCircumstances(call, found);
    if (call.record.call == CallId::Listen) {
        const std::int64_t asked = call.record.arguments[1];
        const std::int64_t kept = call.now.view.backlog;
        found.set(u"backlog:clamped"_s, kept >= 0 && kept != asked);
        found.values[u"asked"_s] = QString::number(asked);
        found.values[u"kept"_s] = QString::number(kept);
    }
    if (call.record.call == CallId::Shutdown) {
        found.set(u"direction:read"_s, call.record.arguments[1] == SHUT_RD);
    }
    if (call.record.call == CallId::Accept4) {
        found.set(u"flag:unknown"_s, (call.record.arguments[3] & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)) != 0);
    }
    found.values[u"errno"_s] = QString::fromStdString(errnoText(call.event.error));
    found.values[u"call"_s] = QString::fromStdString(std::string(describe(call.record.call).name));
}

Circumstances circumstancesOf(const CallCase& call, const Wording& wording)
{
    Circumstances found;
    addSocketCircumstances(call, found);
    addCallCircumstances(call, wording, found);
    addFindingCircumstances(call, wording, found);
    return found;
}

std::optional<QString> filled(const QString& text, const QMap<QString, QString>& values)
{
    QString result;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            return result + text.mid(at);
        }
        const auto value = values.find(text.mid(open + 1, close - open - 1));
        if (value == values.end()) {
            return std::nullopt;
        }
        result += text.mid(at, open - at) + *value; // what was put in is not looked at again
        at = close + 1;
    }
}

}

#include "netcore/inspect/view_facts.h"

#include <algorithm>

namespace netcore {

namespace {

// A timer's end is told in ticks of the kernel and read a little later: it is the same within this.
constexpr std::uint64_t kTimerBlur = 50'000'000;

FactValue known(std::int64_t value)
{
    return value < 0 ? FactValue() : FactValue(value);
}

FactValue identity(std::uint64_t value)
{
    return value == 0 ? FactValue() : FactValue(value);
}

FactValue addressValue(const Address& address)
{
    return address.isEmpty() ? FactValue() : FactValue(address);
}

FactValue peerFact(const KernelView& view, ViewFact fact)
{
    if (!view.peerCredentials) {
        return {};
    }
    const PeerCredentials& peer = *view.peerCredentials;
    switch (fact) {
    case ViewFact::PeerPid:
        return std::int64_t {peer.pid};
    case ViewFact::PeerUid:
        return std::int64_t {peer.uid};
    case ViewFact::PeerGid:
        return std::int64_t {peer.gid};
    default:
        return peer.program.empty() ? FactValue() : FactValue(peer.program);
    }
}

FactValue tcpInfoFact(const TcpInfo& info, std::uint16_t part)
{
    const auto fields = tcpInfoFields();
    const auto value = part < fields.size() ? info.value(fields[part]) : std::nullopt;
    return value ? FactValue(*value) : FactValue();
}

FactValue timerFact(const SocketTimer& timer, ViewFact fact)
{
    switch (fact) {
    case ViewFact::Timer:
        return timer.kind == TimerKind::None ? FactValue() : FactValue(static_cast<std::int64_t>(timer.kind));
    case ViewFact::TimerEnds:
        return identity(timer.ends);
    default:
        return identity(timer.retransmits);
    }
}

FactValue namedFact(const KernelView& view, ViewFact fact)
{
    switch (fact) {
    case ViewFact::Inode:
        return identity(view.inode);
    case ViewFact::PeerInode:
        return identity(view.peerInode);
    case ViewFact::Cookie:
        return identity(view.cookie);
    case ViewFact::LocalAddress:
        return addressValue(view.local);
    case ViewFact::PeerAddress:
        return addressValue(view.peer);
    case ViewFact::Interface:
        return identity(view.interface);
    case ViewFact::PeerPid:
    case ViewFact::PeerUid:
    case ViewFact::PeerGid:
    case ViewFact::PeerProgram:
        return peerFact(view, fact);
    default:
        return timerFact(view.timer, fact);
    }
}

bool sameEnd(std::uint64_t a, std::uint64_t b)
{
    return std::max(a, b) - std::min(a, b) <= kTimerBlur && (a == 0) == (b == 0);
}

void compareParts(std::vector<ViewDifference>& found, const KernelView& before, const KernelView& after,
    ViewFact fact, std::size_t parts)
{
    for (std::uint16_t part = 0; part < parts; ++part) {
        if (fact == ViewFact::TcpInfo && tcpInfoFields()[part].pace == TcpInfoPace::Clock) {
            continue;
        }
        FactValue was = factOf(before, fact, part);
        FactValue is = factOf(after, fact, part);
        if (was != is) {
            found.push_back({fact, part, std::move(was), std::move(is)});
        }
    }
}

// What says nothing new by itself: compared apart, or not at all.
KernelView withoutMeters(const KernelView& view)
{
    KernelView facts = view;
    facts.tcpInfo = {};
    facts.memory = {};
    facts.memory[static_cast<std::size_t>(SocketMemory::Drops)]
        = view.memoryOf(SocketMemory::Drops).value_or(0);
    facts.memory[static_cast<std::size_t>(SocketMemory::ReceiveBuffer)]
        = view.memoryOf(SocketMemory::ReceiveBuffer).value_or(0);
    facts.memory[static_cast<std::size_t>(SocketMemory::SendBuffer)]
        = view.memoryOf(SocketMemory::SendBuffer).value_or(0);
    facts.timer.ends = 0;
    facts.asked = 0;
    return facts;
}

bool endMatters(const SocketTimer& timer)
{
    return timer.kind == TimerKind::TimeWait;
}

}

FactValue factOf(const KernelView& view, ViewFact fact, std::uint16_t part)
{
    switch (fact) {
    case ViewFact::Presence:
        return static_cast<std::int64_t>(view.presence);
    case ViewFact::Type:
        return known(view.type);
    case ViewFact::Protocol:
        return known(view.protocol);
    case ViewFact::TcpState:
        return known(view.tcpState);
    case ViewFact::UnixState:
        return known(view.unixState);
    case ViewFact::ReceiveQueue:
        return known(view.receiveQueue);
    case ViewFact::SendQueue:
        return known(view.sendQueue);
    case ViewFact::UnsentQueue:
        return known(view.unsentQueue);
    case ViewFact::AcceptQueue:
        return known(view.acceptQueue);
    case ViewFact::Backlog:
        return known(view.backlog);
    case ViewFact::Readiness:
        return known(view.readiness);
    case ViewFact::StatusFlags:
        return known(view.statusFlags);
    case ViewFact::Shutdown:
        return known(view.shutdown);
    case ViewFact::MptcpSubflows:
        return known(view.mptcpSubflows);
    case ViewFact::MptcpFlags:
        return known(view.mptcpFlags);
    case ViewFact::Memory: {
        const auto value = view.memoryOf(static_cast<SocketMemory>(part));
        return value ? FactValue(std::uint64_t {*value}) : FactValue();
    }
    case ViewFact::TcpInfo:
        return tcpInfoFact(view.tcpInfo, part);
    default:
        return namedFact(view, fact);
    }
}

Difference howDifferent(const KernelView& before, const KernelView& after)
{
    if (before.tcpInfo.differs(after.tcpInfo, TcpInfoPace::Fact)
        || withoutMeters(before) != withoutMeters(after)
        || (endMatters(after.timer) && !sameEnd(before.timer.ends, after.timer.ends))) {
        return Difference::Facts;
    }
    const bool meters = before.tcpInfo.differs(after.tcpInfo, TcpInfoPace::Meter)
        || before.memory != after.memory || !sameEnd(before.timer.ends, after.timer.ends);
    return meters ? Difference::Meters : Difference::None;
}

std::vector<ViewDifference> differences(const KernelView& before, const KernelView& after)
{
    std::vector<ViewDifference> found;
    for (unsigned number = 0; number <= static_cast<unsigned>(kLastViewFact); ++number) {
        const auto fact = static_cast<ViewFact>(number);
        if (fact == ViewFact::TimerEnds && sameEnd(before.timer.ends, after.timer.ends)) {
            continue;
        }
        const std::size_t parts = fact == ViewFact::Memory ? kSocketMemories
            : fact == ViewFact::TcpInfo                    ? tcpInfoFields().size()
                                                           : 1;
        compareParts(found, before, after, fact, parts);
    }
    return found;
}

}

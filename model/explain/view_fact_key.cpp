#include "model/explain/view_fact_key.h"

#include <array>

namespace model {

using namespace netcore;

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// In the order of ViewFact.
constexpr std::array<std::string_view, 30> kNames {"Presence", "Type", "Protocol", "TcpState", "ReceiveQueue",
    "SendQueue", "UnsentQueue", "AcceptQueue", "Backlog", "Readiness", "StatusFlags", "Shutdown",
    "MptcpSubflows", "MptcpFlags", "Inode", "PeerInode", "Cookie", "Timer", "TimerEnds", "TimerRetransmits",
    "PeerPid", "PeerUid", "PeerGid", "PeerProgram", "Memory", "TcpInfo", "LocalAddress", "PeerAddress",
    "Interface", "UnixState"};
static_assert(static_cast<std::size_t>(kLastViewFact) + 1 == kNames.size());

}

QString viewFactKey(ViewFact fact, std::uint16_t part)
{
    if (fact == ViewFact::Memory && part < kSocketMemories) {
        return QStringLiteral("memory.") + latin(nameOf(static_cast<SocketMemory>(part)));
    }
    if (fact == ViewFact::TcpInfo && part < tcpInfoFields().size()) {
        return QStringLiteral("tcpi_") + latin(tcpInfoFields()[part].name);
    }
    return latin(kNames[static_cast<std::size_t>(fact)]);
}

}

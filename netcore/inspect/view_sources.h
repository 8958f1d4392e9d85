// How each fact of a KernelView is known: the calls that were made to look. They are not the user's, so they
// are in no log; this table lets them be shown.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "netcore/inspect/view_facts.h"

namespace netcore {

// A bit of KernelView::asked each. Written to files: only ever added to, at most 32.
enum class ViewSource : std::uint8_t {
    Fstat,
    Type,
    Protocol,
    Cookie,
    LocalName,
    PeerName,
    ReceiveQueue,
    SendQueue,
    UnsentQueue,
    TcpInfo,
    MemoryInfo,
    Poll,
    StatusFlags,
    PeerCredentials,
    ProcessName,
    UnixDiag, // about this socket
    UnixDiagOfPeer,
    InetDiag,
    MptcpInfo,
    AcceptConn,
    Interface,
};

struct SourceDescription {
    ViewSource source;
    std::string_view call; // as C: "ioctl(fd, SIOCINQ, &bytes)"
    std::string_view manPage;
    std::string_view since; // the kernel that first had it; empty: as old as anybody remembers
};

std::span<const SourceDescription> viewSources(); // by their number
const SourceDescription& describe(ViewSource source);

constexpr std::uint32_t bitOf(ViewSource source)
{
    return 1U << static_cast<unsigned>(source);
}
constexpr bool wasAsked(const KernelView& view, ViewSource source)
{
    return (view.asked & bitOf(source)) != 0;
}

// Which of the calls that were made told this fact of this view. Nothing: none did.
std::optional<ViewSource> sourceOf(const KernelView& view, ViewFact fact);

}

#include "netcore/inspect/view_sources.h"

#include <array>
#include <netinet/tcp.h>

namespace netcore {

namespace {

using S = ViewSource;
using F = ViewFact;

constexpr std::array kSources {
    SourceDescription {S::Fstat, "fstat(fd, &status)", "fstat(2)", ""},
    SourceDescription {S::Type, "getsockopt(fd, SOL_SOCKET, SO_TYPE)", "socket(7)", ""},
    SourceDescription {S::Protocol, "getsockopt(fd, SOL_SOCKET, SO_PROTOCOL)", "socket(7)", "2.6.32"},
    SourceDescription {S::Cookie, "getsockopt(fd, SOL_SOCKET, SO_COOKIE)", "socket(7)", "4.12"},
    SourceDescription {S::LocalName, "getsockname(fd, &address, &length)", "getsockname(2)", ""},
    SourceDescription {S::PeerName, "getpeername(fd, &address, &length)", "getpeername(2)", ""},
    SourceDescription {S::ReceiveQueue, "ioctl(fd, SIOCINQ, &bytes)", "tcp(7)", ""},
    SourceDescription {S::SendQueue, "ioctl(fd, SIOCOUTQ, &bytes)", "tcp(7)", ""},
    SourceDescription {S::UnsentQueue, "ioctl(fd, SIOCOUTQNSD, &bytes)", "tcp(7)", "2.6.39"},
    SourceDescription {S::TcpInfo, "getsockopt(fd, IPPROTO_TCP, TCP_INFO)", "tcp(7)", "2.4"},
    SourceDescription {S::MemoryInfo, "getsockopt(fd, SOL_SOCKET, SO_MEMINFO)", "sock_diag(7)", "4.12"},
    SourceDescription {S::Poll, "poll({fd, POLLIN | POLLPRI | POLLOUT | POLLRDHUP}, 1, 0)", "poll(2)", ""},
    SourceDescription {S::StatusFlags, "fcntl(fd, F_GETFL)", "fcntl(2)", ""},
    SourceDescription {S::PeerCredentials, "getsockopt(fd, SOL_SOCKET, SO_PEERCRED)", "unix(7)", ""},
    SourceDescription {S::ProcessName, "read(/proc/PID/comm)", "proc(5)", "2.6.33"},
    SourceDescription {
        S::UnixDiag, "sock_diag: unix_diag_msg, UNIX_DIAG_PEER, UNIX_DIAG_RQLEN", "sock_diag(7)", "3.3"},
    SourceDescription {S::UnixDiagOfPeer, "sock_diag of the peer: UNIX_DIAG_RQLEN", "sock_diag(7)", "3.3"},
    SourceDescription {S::InetDiag, "sock_diag: inet_diag_msg", "sock_diag(7)", "3.3"},
    SourceDescription {S::MptcpInfo, "getsockopt(fd, SOL_MPTCP, MPTCP_INFO)", "", "5.16"},
    SourceDescription {S::AcceptConn, "getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN)", "socket(7)", ""},
    SourceDescription {S::Interface, "getsockopt(fd, SOL_SOCKET, SO_BINDTOIFINDEX)", "socket(7)", "5.0"},
};

struct Way {
    ViewFact fact;
    ViewSource source;
};

// Where a fact can be known in several ways, the one that is taken stands first.
constexpr std::array kWays {
    Way {F::Presence, S::InetDiag},
    Way {F::Presence, S::Fstat},
    Way {F::Type, S::Type},
    Way {F::Protocol, S::Protocol},
    Way {F::TcpState, S::TcpInfo},
    Way {F::TcpState, S::InetDiag},
    Way {F::UnixState, S::UnixDiag},
    Way {F::ReceiveQueue, S::ReceiveQueue},
    Way {F::ReceiveQueue, S::InetDiag},
    Way {F::SendQueue, S::UnixDiagOfPeer},
    Way {F::SendQueue, S::SendQueue},
    Way {F::SendQueue, S::InetDiag},
    Way {F::UnsentQueue, S::UnsentQueue},
    Way {F::AcceptQueue, S::TcpInfo},
    Way {F::AcceptQueue, S::UnixDiag},
    Way {F::Backlog, S::TcpInfo},
    Way {F::Backlog, S::UnixDiag},
    Way {F::Readiness, S::Poll},
    Way {F::StatusFlags, S::StatusFlags},
    Way {F::Shutdown, S::InetDiag},
    Way {F::Shutdown, S::UnixDiag},
    Way {F::MptcpSubflows, S::MptcpInfo},
    Way {F::MptcpFlags, S::MptcpInfo},
    Way {F::Inode, S::Fstat},
    Way {F::PeerInode, S::UnixDiag},
    Way {F::Cookie, S::Cookie},
    Way {F::Timer, S::InetDiag},
    Way {F::TimerEnds, S::InetDiag},
    Way {F::TimerRetransmits, S::InetDiag},
    Way {F::PeerPid, S::PeerCredentials},
    Way {F::PeerUid, S::PeerCredentials},
    Way {F::PeerGid, S::PeerCredentials},
    Way {F::PeerProgram, S::ProcessName},
    Way {F::Memory, S::MemoryInfo},
    Way {F::TcpInfo, S::TcpInfo},
    Way {F::LocalAddress, S::LocalName},
    Way {F::LocalAddress, S::InetDiag},
    Way {F::PeerAddress, S::PeerName},
    Way {F::PeerAddress, S::InetDiag},
    Way {F::Interface, S::Interface},
};

}

std::span<const SourceDescription> viewSources()
{
    return kSources;
}

const SourceDescription& describe(ViewSource source)
{
    return kSources[static_cast<std::size_t>(source) % kSources.size()];
}

std::optional<ViewSource> sourceOf(const KernelView& view, ViewFact fact)
{
    for (const Way& way : kWays) {
        if (way.fact == fact && wasAsked(view, way.source)) {
            return way.source;
        }
    }
    return std::nullopt;
}

}

#include "netcore/inspect/look.h"

#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <utility>

#include "netcore/base/small_file.h"
#include "netcore/inspect/look_parts.h"

namespace netcore {

namespace {

void takeWhatNeverChanges(Look& look)
{
    constexpr std::uint32_t kConstant = bitOf(ViewSource::Fstat) | bitOf(ViewSource::Type)
        | bitOf(ViewSource::Protocol) | bitOf(ViewSource::Cookie);
    const KernelView& last = look.before.view;
    look.view.inode = last.inode;
    look.view.cookie = last.cookie;
    look.view.type = last.type;
    look.view.protocol = last.protocol;
    look.view.asked = last.asked & kConstant;
}

void identity(Look& look)
{
    struct stat found { };
    if (::fstat(look.fd, &found) == 0) {
        look.view.inode = found.st_ino;
        look.mark(ViewSource::Fstat);
    }
    look.view.type = look.option<int>(SOL_SOCKET, SO_TYPE, ViewSource::Type).value_or(-1);
    look.view.protocol = look.option<int>(SOL_SOCKET, SO_PROTOCOL, ViewSource::Protocol).value_or(-1);
    look.view.cookie = look.option<std::uint64_t>(SOL_SOCKET, SO_COOKIE, ViewSource::Cookie).value_or(0);
}

using Naming = int (*)(int, sockaddr*, socklen_t*);

Address named(int fd, Naming naming)
{
    sockaddr_storage storage {};
    socklen_t length = sizeof storage;
    return naming(fd, reinterpret_cast<sockaddr*>(&storage), &length) == 0
        ? Address::fromKernel(storage, length)
        : Address();
}

void names(Look& look)
{
    look.view.local = named(look.fd, ::getsockname);
    look.view.peer = named(look.fd, ::getpeername);
    look.mark(ViewSource::LocalName);
    look.mark(ViewSource::PeerName); // ENOTCONN is an answer, too
}

void statusFlags(Look& look)
{
    if (const int flags = ::fcntl(look.fd, F_GETFL); flags >= 0) {
        look.view.statusFlags = flags;
        look.mark(ViewSource::StatusFlags);
    }
}

void memory(Look& look)
{
    socklen_t length = sizeof look.view.memory;
    if (::getsockopt(look.fd, SOL_SOCKET, SO_MEMINFO, look.view.memory.data(), &length) == 0) {
        look.view.memoryCount = static_cast<std::uint32_t>(length / sizeof look.view.memory[0]);
        look.mark(ViewSource::MemoryInfo);
    }
}

void readiness(Look& look)
{
    pollfd asked {look.fd, POLLIN | POLLPRI | POLLOUT | POLLRDHUP, 0};
    if (::poll(&asked, 1, 0) >= 0) {
        look.view.readiness = static_cast<std::uint16_t>(asked.revents);
        look.mark(ViewSource::Poll);
    }
}

bool isTcp(const Look& look, int domain)
{
    const int protocol = look.view.protocol;
    return (domain == AF_INET || domain == AF_INET6) && look.view.type == SOCK_STREAM
        && (protocol == IPPROTO_TCP || protocol == kIpprotoMptcp);
}

}

std::int64_t Look::queue(unsigned long request, ViewSource source)
{
    int bytes = -1;
    if (::ioctl(fd, request, &bytes) != 0) {
        return -1;
    }
    mark(source);
    return bytes;
}

KernelView lookAt(const Descriptor& descriptor, Netlink& link, const KnownBefore& before)
{
    Look look {descriptor.fd, link, before, {}};
    takeWhatNeverChanges(look);
    if (look.view.inode == 0) {
        identity(look);
    }
    names(look);
    statusFlags(look);
    memory(look);
    look.view.receiveQueue = look.queue(SIOCINQ, ViewSource::ReceiveQueue);
    if (descriptor.domain == AF_UNIX) {
        lookAtUnix(look);
    } else {
        look.view.sendQueue = look.queue(SIOCOUTQ, ViewSource::SendQueue);
        if (isTcp(look, descriptor.domain)) {
            lookAtTcp(look);
        }
    }
    readiness(look);
    return std::move(look.view);
}

void addProgram(KernelView& view)
{
    if (!view.peerCredentials || view.peerCredentials->pid <= 0 || wasAsked(view, ViewSource::ProcessName)) {
        return;
    }
    std::string name = smallFile("/proc/" + std::to_string(view.peerCredentials->pid) + "/comm");
    if (!name.empty() && name.back() == '\n') {
        name.pop_back();
    }
    view.peerCredentials->program = std::move(name);
    view.asked |= bitOf(ViewSource::ProcessName);
}

TcpEnds endsOf(const KernelView& view)
{
    // The connection of Multipath TCP is a socket of the kernel's own.
    return {view.local, view.peer, view.interface, view.protocol == kIpprotoMptcp ? 0 : view.cookie};
}

}

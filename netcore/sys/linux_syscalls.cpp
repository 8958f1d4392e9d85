#include "netcore/sys/linux_syscalls.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netcore/sys/name_lookup.h"

namespace netcore {

namespace {

CallResult taken(std::int64_t value)
{
    return {value, value < 0 ? errno : 0};
}

// With EPIPE the kernel sends SIGPIPE to the thread, unless MSG_NOSIGNAL was passed (send(2)). Threads that
// make calls block it, so it is pending: it is taken from there, and told.
CallResult takenWithSigpipe(std::int64_t value)
{
    CallResult result = taken(value);
    if (result.error == EPIPE) {
        sigset_t pipe;
        ::sigemptyset(&pipe);
        ::sigaddset(&pipe, SIGPIPE);
        const timespec atOnce {};
        result.sigpipe = ::sigtimedwait(&pipe, nullptr, &atOnce) == SIGPIPE;
    }
    return result;
}

}

CallResult LinuxSyscalls::socket(int domain, int type, int protocol)
{
    return taken(::socket(domain, type, protocol));
}

CallResult LinuxSyscalls::bind(int fd, const sockaddr* address, socklen_t length)
{
    return taken(::bind(fd, address, length));
}

CallResult LinuxSyscalls::listen(int fd, int backlog)
{
    return taken(::listen(fd, backlog));
}

CallResult LinuxSyscalls::accept(int fd, sockaddr* address, socklen_t* length)
{
    return taken(::accept(fd, address, length));
}

CallResult LinuxSyscalls::accept4(int fd, sockaddr* address, socklen_t* length, int flags)
{
    return taken(::accept4(fd, address, length, flags));
}

CallResult LinuxSyscalls::connect(int fd, const sockaddr* address, socklen_t length)
{
    return taken(::connect(fd, address, length));
}

CallResult LinuxSyscalls::send(int fd, const void* data, std::size_t size, int flags)
{
    return takenWithSigpipe(::send(fd, data, size, flags));
}

CallResult LinuxSyscalls::sendto(
    int fd, const void* data, std::size_t size, int flags, const sockaddr* address, socklen_t length)
{
    return takenWithSigpipe(::sendto(fd, data, size, flags, address, length));
}

CallResult LinuxSyscalls::recv(int fd, void* data, std::size_t size, int flags)
{
    return taken(::recv(fd, data, size, flags));
}

CallResult LinuxSyscalls::recvfrom(
    int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length)
{
    return taken(::recvfrom(fd, data, size, flags, address, length));
}

CallResult LinuxSyscalls::shutdown(int fd, int how)
{
    return taken(::shutdown(fd, how));
}

CallResult LinuxSyscalls::close(int fd)
{
    return taken(::close(fd));
}

CallResult LinuxSyscalls::getsockname(int fd, sockaddr* address, socklen_t* length)
{
    return taken(::getsockname(fd, address, length));
}

CallResult LinuxSyscalls::getpeername(int fd, sockaddr* address, socklen_t* length)
{
    return taken(::getpeername(fd, address, length));
}

CallResult LinuxSyscalls::fchmod(int fd, mode_t mode)
{
    return taken(::fchmod(fd, mode));
}

CallResult LinuxSyscalls::socketpair(int domain, int type, int protocol, int* pair)
{
    return taken(::socketpair(domain, type, protocol, pair));
}

CallResult LinuxSyscalls::sendmsg(int fd, const msghdr* message, int flags)
{
    return takenWithSigpipe(::sendmsg(fd, message, flags));
}

CallResult LinuxSyscalls::recvmsg(int fd, msghdr* message, int flags)
{
    return taken(::recvmsg(fd, message, flags));
}

CallResult LinuxSyscalls::read(int fd, void* data, std::size_t size)
{
    return taken(::read(fd, data, size));
}

CallResult LinuxSyscalls::write(int fd, const void* data, std::size_t size)
{
    return takenWithSigpipe(::write(fd, data, size));
}

CallResult LinuxSyscalls::getsockopt(int fd, int level, int name, void* value, socklen_t* length)
{
    return taken(::getsockopt(fd, level, name, value, length));
}

CallResult LinuxSyscalls::setsockopt(int fd, int level, int name, const void* value, socklen_t length)
{
    return taken(::setsockopt(fd, level, name, value, length));
}

CallResult LinuxSyscalls::fcntl(int fd, int command, int argument)
{
    return taken(::fcntl(fd, command, argument));
}

CallResult LinuxSyscalls::dup(int fd)
{
    return taken(::dup(fd));
}

CallResult LinuxSyscalls::poll(pollfd* entries, nfds_t count, int timeout)
{
    return taken(::poll(entries, count, timeout));
}

CallResult LinuxSyscalls::ioctl(int fd, unsigned long request, int* value)
{
    return taken(::ioctl(fd, request, value));
}

CallResult LinuxSyscalls::getaddrinfo(const LookUpDetails& wanted, std::vector<FoundAddress>& found)
{
    return lookUp(wanted, found);
}

}

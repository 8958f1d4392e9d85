#include "netcore/sys/linux_syscalls.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace netcore {

namespace {

CallResult taken(std::int64_t value)
{
    return {value, value < 0 ? errno : 0};
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
    return taken(::send(fd, data, size, flags));
}

CallResult LinuxSyscalls::sendto(
    int fd, const void* data, std::size_t size, int flags, const sockaddr* address, socklen_t length)
{
    return taken(::sendto(fd, data, size, flags, address, length));
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

}

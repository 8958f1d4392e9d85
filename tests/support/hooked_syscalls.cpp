#include "tests/support/hooked_syscalls.h"

namespace support {

using namespace netcore;

CallResult HookedSyscalls::socket(int domain, int type, int protocol)
{
    m_before(CallId::Socket, -1);
    return m_linux.socket(domain, type, protocol);
}

CallResult HookedSyscalls::bind(int fd, const sockaddr* address, socklen_t length)
{
    m_before(CallId::Bind, fd);
    return m_linux.bind(fd, address, length);
}

CallResult HookedSyscalls::listen(int fd, int backlog)
{
    m_before(CallId::Listen, fd);
    return m_linux.listen(fd, backlog);
}

CallResult HookedSyscalls::accept(int fd, sockaddr* address, socklen_t* length)
{
    m_before(CallId::Accept, fd);
    return m_linux.accept(fd, address, length);
}

CallResult HookedSyscalls::accept4(int fd, sockaddr* address, socklen_t* length, int flags)
{
    m_before(CallId::Accept4, fd);
    return m_linux.accept4(fd, address, length, flags);
}

CallResult HookedSyscalls::connect(int fd, const sockaddr* address, socklen_t length)
{
    m_before(CallId::Connect, fd);
    return m_linux.connect(fd, address, length);
}

CallResult HookedSyscalls::send(int fd, const void* data, std::size_t size, int flags)
{
    m_before(CallId::Send, fd);
    return m_linux.send(fd, data, size, flags);
}

CallResult HookedSyscalls::sendto(
    int fd, const void* data, std::size_t size, int flags, const sockaddr* address, socklen_t length)
{
    m_before(CallId::Sendto, fd);
    return m_linux.sendto(fd, data, size, flags, address, length);
}

CallResult HookedSyscalls::recv(int fd, void* data, std::size_t size, int flags)
{
    m_before(CallId::Recv, fd);
    return m_linux.recv(fd, data, size, flags);
}

CallResult HookedSyscalls::recvfrom(
    int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length)
{
    m_before(CallId::Recvfrom, fd);
    return m_linux.recvfrom(fd, data, size, flags, address, length);
}

CallResult HookedSyscalls::shutdown(int fd, int how)
{
    m_before(CallId::Shutdown, fd);
    return m_linux.shutdown(fd, how);
}

CallResult HookedSyscalls::close(int fd)
{
    m_before(CallId::Close, fd);
    return m_linux.close(fd);
}

CallResult HookedSyscalls::getsockname(int fd, sockaddr* address, socklen_t* length)
{
    m_before(CallId::Getsockname, fd);
    return m_linux.getsockname(fd, address, length);
}

CallResult HookedSyscalls::getpeername(int fd, sockaddr* address, socklen_t* length)
{
    m_before(CallId::Getpeername, fd);
    return m_linux.getpeername(fd, address, length);
}

CallResult HookedSyscalls::fchmod(int fd, mode_t mode)
{
    m_before(CallId::Fchmod, fd);
    return m_linux.fchmod(fd, mode);
}

}

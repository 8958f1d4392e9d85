#include "netcore/sys/intercepted_syscalls.h"

namespace netcore {

CallResult InterceptedSyscalls::socket(int domain, int type, int protocol)
{
    std::size_t size = 0;
    return intercept(CallId::Socket, -1, size, [&] { return m_inner.socket(domain, type, protocol); });
}

CallResult InterceptedSyscalls::bind(int fd, const sockaddr* address, socklen_t length)
{
    std::size_t size = 0;
    return intercept(CallId::Bind, fd, size, [&] { return m_inner.bind(fd, address, length); });
}

CallResult InterceptedSyscalls::listen(int fd, int backlog)
{
    std::size_t size = 0;
    return intercept(CallId::Listen, fd, size, [&] { return m_inner.listen(fd, backlog); });
}

CallResult InterceptedSyscalls::accept(int fd, sockaddr* address, socklen_t* length)
{
    std::size_t size = 0;
    return intercept(CallId::Accept, fd, size, [&] { return m_inner.accept(fd, address, length); });
}

CallResult InterceptedSyscalls::accept4(int fd, sockaddr* address, socklen_t* length, int flags)
{
    std::size_t size = 0;
    return intercept(CallId::Accept4, fd, size, [&] { return m_inner.accept4(fd, address, length, flags); });
}

CallResult InterceptedSyscalls::connect(int fd, const sockaddr* address, socklen_t length)
{
    std::size_t size = 0;
    return intercept(CallId::Connect, fd, size, [&] { return m_inner.connect(fd, address, length); });
}

CallResult InterceptedSyscalls::send(int fd, const void* data, std::size_t size, int flags)
{
    return intercept(CallId::Send, fd, size, [&] { return m_inner.send(fd, data, size, flags); });
}

CallResult InterceptedSyscalls::sendto(
    int fd, const void* data, std::size_t size, int flags, const sockaddr* address, socklen_t length)
{
    return intercept(
        CallId::Sendto, fd, size, [&] { return m_inner.sendto(fd, data, size, flags, address, length); });
}

CallResult InterceptedSyscalls::recv(int fd, void* data, std::size_t size, int flags)
{
    return intercept(CallId::Recv, fd, size, [&] { return m_inner.recv(fd, data, size, flags); });
}

CallResult InterceptedSyscalls::recvfrom(
    int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length)
{
    return intercept(
        CallId::Recvfrom, fd, size, [&] { return m_inner.recvfrom(fd, data, size, flags, address, length); });
}

CallResult InterceptedSyscalls::shutdown(int fd, int how)
{
    std::size_t size = 0;
    return intercept(CallId::Shutdown, fd, size, [&] { return m_inner.shutdown(fd, how); });
}

CallResult InterceptedSyscalls::close(int fd)
{
    std::size_t size = 0;
    return intercept(CallId::Close, fd, size, [&] { return m_inner.close(fd); });
}

CallResult InterceptedSyscalls::getsockname(int fd, sockaddr* address, socklen_t* length)
{
    std::size_t size = 0;
    return intercept(CallId::Getsockname, fd, size, [&] { return m_inner.getsockname(fd, address, length); });
}

CallResult InterceptedSyscalls::getpeername(int fd, sockaddr* address, socklen_t* length)
{
    std::size_t size = 0;
    return intercept(CallId::Getpeername, fd, size, [&] { return m_inner.getpeername(fd, address, length); });
}

CallResult InterceptedSyscalls::fchmod(int fd, mode_t mode)
{
    std::size_t size = 0;
    return intercept(CallId::Fchmod, fd, size, [&] { return m_inner.fchmod(fd, mode); });
}

CallResult InterceptedSyscalls::socketpair(int domain, int type, int protocol, int* pair)
{
    std::size_t size = 0;
    return intercept(
        CallId::Socketpair, -1, size, [&] { return m_inner.socketpair(domain, type, protocol, pair); });
}

CallResult InterceptedSyscalls::sendmsg(int fd, const msghdr* message, int flags)
{
    std::size_t size = 0;
    return intercept(CallId::Sendmsg, fd, size, [&] { return m_inner.sendmsg(fd, message, flags); });
}

CallResult InterceptedSyscalls::recvmsg(int fd, msghdr* message, int flags)
{
    std::size_t size = 0;
    return intercept(CallId::Recvmsg, fd, size, [&] { return m_inner.recvmsg(fd, message, flags); });
}

CallResult InterceptedSyscalls::read(int fd, void* data, std::size_t size)
{
    return intercept(CallId::Read, fd, size, [&] { return m_inner.read(fd, data, size); });
}

CallResult InterceptedSyscalls::write(int fd, const void* data, std::size_t size)
{
    return intercept(CallId::Write, fd, size, [&] { return m_inner.write(fd, data, size); });
}

CallResult InterceptedSyscalls::getsockopt(int fd, int level, int name, void* value, socklen_t* length)
{
    std::size_t size = 0;
    return intercept(
        CallId::Getsockopt, fd, size, [&] { return m_inner.getsockopt(fd, level, name, value, length); });
}

CallResult InterceptedSyscalls::setsockopt(int fd, int level, int name, const void* value, socklen_t length)
{
    std::size_t size = 0;
    return intercept(
        CallId::Setsockopt, fd, size, [&] { return m_inner.setsockopt(fd, level, name, value, length); });
}

CallResult InterceptedSyscalls::fcntl(int fd, int command, int argument)
{
    std::size_t size = 0;
    return intercept(CallId::Fcntl, fd, size, [&] { return m_inner.fcntl(fd, command, argument); });
}

CallResult InterceptedSyscalls::dup(int fd)
{
    std::size_t size = 0;
    return intercept(CallId::Dup, fd, size, [&] { return m_inner.dup(fd); });
}

CallResult InterceptedSyscalls::poll(pollfd* entries, nfds_t count, int timeout)
{
    std::size_t size = 0;
    return intercept(CallId::Poll, -1, size, [&] { return m_inner.poll(entries, count, timeout); });
}

CallResult InterceptedSyscalls::ioctl(int fd, unsigned long request, int* value)
{
    std::size_t size = 0;
    return intercept(CallId::Ioctl, fd, size, [&] { return m_inner.ioctl(fd, request, value); });
}

CallResult InterceptedSyscalls::getaddrinfo(const LookUpDetails& wanted, std::vector<FoundAddress>& found)
{
    std::size_t size = 0;
    return intercept(CallId::Getaddrinfo, -1, size, [&] { return m_inner.getaddrinfo(wanted, found); });
}

}

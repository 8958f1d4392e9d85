#include "netcore/sys/traced_syscalls.h"

#include <unistd.h>

#include "netcore/sys/traced_observe.h"

namespace netcore {

using namespace tracing;

TracedSyscalls::TracedSyscalls(Syscalls& inner, EventChannel& channel, SocketRegistry& registry)
    : m_tid(static_cast<std::uint32_t>(::gettid())), m_inner(inner), m_channel(channel), m_registry(registry)
{
}

CallResult TracedSyscalls::socket(int domain, int type, int protocol)
{
    const auto record = recordOf(CallId::Socket, {domain, type, protocol});
    return observe(
        record, [&] { return m_inner.socket(domain, type, protocol); },
        [&](CallRecord&, const CallResult& result) {
            if (result.ok()) {
                m_opened = m_registry.created(static_cast<int>(result.value), domain, type, protocol);
            }
            return Bytes();
        });
}

CallResult TracedSyscalls::bind(int fd, const sockaddr* address, socklen_t length)
{
    const auto record = recordOf(CallId::Bind, {fd, pointer(address), length});
    return observe(withAddress(record, address, length), [&] { return m_inner.bind(fd, address, length); });
}

CallResult TracedSyscalls::listen(int fd, int backlog)
{
    return observe(recordOf(CallId::Listen, {fd, backlog}), [&] { return m_inner.listen(fd, backlog); });
}

CallResult TracedSyscalls::accept(int fd, sockaddr* address, socklen_t* length)
{
    const auto record = recordOf(CallId::Accept, {fd, pointer(address), lengthBehind(length)});
    return observeNaming(record, address, length, [&] { return m_inner.accept(fd, address, length); });
}

CallResult TracedSyscalls::accept4(int fd, sockaddr* address, socklen_t* length, int flags)
{
    const auto record = recordOf(CallId::Accept4, {fd, pointer(address), lengthBehind(length), flags});
    return observeNaming(
        record, address, length, [&] { return m_inner.accept4(fd, address, length, flags); });
}

CallResult TracedSyscalls::connect(int fd, const sockaddr* address, socklen_t length)
{
    const auto record = recordOf(CallId::Connect, {fd, pointer(address), length});
    return observe(
        withAddress(record, address, length), [&] { return m_inner.connect(fd, address, length); });
}

CallResult TracedSyscalls::send(int fd, const void* data, std::size_t size, int flags)
{
    const auto record = recordOf(CallId::Send, {fd, 0, static_cast<std::int64_t>(size), flags});
    return observe(
        record, [&] { return m_inner.send(fd, data, size, flags); },
        [&](CallRecord&, const CallResult&) { return Bytes(static_cast<const std::byte*>(data), size); });
}

CallResult TracedSyscalls::sendto(
    int fd, const void* data, std::size_t size, int flags, const sockaddr* address, socklen_t length)
{
    const auto record
        = recordOf(CallId::Sendto, {fd, 0, static_cast<std::int64_t>(size), flags, pointer(address), length});
    return observe(
        withAddress(record, address, length),
        [&] { return m_inner.sendto(fd, data, size, flags, address, length); },
        [&](CallRecord&, const CallResult&) { return Bytes(static_cast<const std::byte*>(data), size); });
}

CallResult TracedSyscalls::recv(int fd, void* data, std::size_t size, int flags)
{
    const auto record = recordOf(CallId::Recv, {fd, 0, static_cast<std::int64_t>(size), flags});
    return observe(
        record, [&] { return m_inner.recv(fd, data, size, flags); },
        [&](CallRecord&, const CallResult& result) { return received(result, data, size); });
}

CallResult TracedSyscalls::recvfrom(
    int fd, void* data, std::size_t size, int flags, sockaddr* address, socklen_t* length)
{
    const auto record = recordOf(CallId::Recvfrom,
        {fd, 0, static_cast<std::int64_t>(size), flags, pointer(address), lengthBehind(length)});
    return observe(
        record, [&] { return m_inner.recvfrom(fd, data, size, flags, address, length); },
        [&](CallRecord& done, const CallResult& result) {
            if (result.ok()) {
                fillAddress(done, address, length, done.arguments[5]);
            }
            return received(result, data, size);
        });
}

CallResult TracedSyscalls::shutdown(int fd, int how)
{
    return observe(recordOf(CallId::Shutdown, {fd, how}), [&] { return m_inner.shutdown(fd, how); });
}

CallResult TracedSyscalls::close(int fd)
{
    return observe(recordOf(CallId::Close, {fd}), [&] { return m_inner.close(fd); });
}

CallResult TracedSyscalls::getsockname(int fd, sockaddr* address, socklen_t* length)
{
    const auto record = recordOf(CallId::Getsockname, {fd, pointer(address), lengthBehind(length)});
    return observeNaming(record, address, length, [&] { return m_inner.getsockname(fd, address, length); });
}

CallResult TracedSyscalls::getpeername(int fd, sockaddr* address, socklen_t* length)
{
    const auto record = recordOf(CallId::Getpeername, {fd, pointer(address), lengthBehind(length)});
    return observeNaming(record, address, length, [&] { return m_inner.getpeername(fd, address, length); });
}

CallResult TracedSyscalls::fchmod(int fd, mode_t mode)
{
    return observe(recordOf(CallId::Fchmod, {fd, static_cast<std::int64_t>(mode)}),
        [&] { return m_inner.fchmod(fd, mode); });
}

}

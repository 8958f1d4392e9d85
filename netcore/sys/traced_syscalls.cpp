#include "netcore/sys/traced_syscalls.h"

#include <algorithm>
#include <unistd.h>

#include "netcore/base/clock.h"

namespace netcore {

namespace {

using Bytes = std::span<const std::byte>;

std::int64_t pointer(const void* p)
{
    return p == nullptr ? kNullPointer : 0;
}
std::int64_t lengthBehind(const socklen_t* length)
{
    return length == nullptr ? 0 : *length;
}

CallRecord recordOf(CallId call, const std::array<std::int64_t, kMostParameters>& arguments)
{
    CallRecord record;
    record.call = call;
    record.arguments = arguments;
    return record;
}

CallRecord withAddress(CallRecord record, const sockaddr* address, socklen_t length)
{
    if (address != nullptr) {
        const auto* bytes = reinterpret_cast<const std::byte*>(address);
        record.hasAddress = true;
        record.address = Address::fromBytes({bytes, std::min<std::size_t>(length, sizeof(sockaddr_storage))});
        record.addressLength = length;
    }
    return record;
}

// The kernel reports the address's full length even where the room was too small for it (accept(2)).
void fillAddress(CallRecord& record, const sockaddr* address, const socklen_t* length, std::int64_t room)
{
    if (address == nullptr || length == nullptr) {
        return;
    }
    const auto stored = static_cast<socklen_t>(std::min<std::int64_t>(*length, room));
    record = withAddress(std::move(record), address, stored);
    record.addressLength = *length;
}

Bytes received(const CallResult& result, const void* data, std::size_t size)
{
    // With MSG_TRUNC the kernel returns the message's real length, which may exceed the buffer.
    const auto length = result.ok() ? std::min(static_cast<std::size_t>(result.value), size) : 0;
    return {static_cast<const std::byte*>(data), length};
}

}

TracedSyscalls::TracedSyscalls(Syscalls& inner, EventChannel& channel, SocketRegistry& registry)
    : m_tid(static_cast<std::uint32_t>(::gettid())), m_inner(inner), m_channel(channel), m_registry(registry)
{
}

template<typename Call, typename Complete>
CallResult TracedSyscalls::observe(CallRecord record, Call call, Complete complete)
{
    const std::uint64_t began = monotonicNow();
    const CallResult result = call();
    m_channel.announce(began);
    if (m_context.returned != nullptr) {
        m_context.returned->store(true);
    }
    Event event {};
    event.time = began;
    event.took = monotonicNow() - began;
    m_opened = kNoSocket;
    const Bytes data = complete(record, result);
    event.dataSize = static_cast<std::uint32_t>(data.size());
    event.result = static_cast<std::int32_t>(result.value);
    event.error = static_cast<std::uint16_t>(result.error);
    event.socket = m_context.socket;
    event.opened = m_opened;
    event.ticket = m_context.ticket;
    event.tid = m_tid;
    event.call = record.call;
    event.actor = m_context.actor;
    event.kind = EventKind::Call;
    event.flags = m_context.flags;
    std::array<std::byte, kLargestCallRecord> room;
    m_channel.publish(event, encode(record, room), data);
    return result;
}

template<typename Call> CallResult TracedSyscalls::observe(CallRecord record, Call call)
{
    return observe(std::move(record), call, [](CallRecord&, const CallResult&) { return Bytes(); });
}

template<typename Call>
CallResult TracedSyscalls::observeNaming(CallRecord record, sockaddr* address, socklen_t* length, Call call)
{
    return observe(std::move(record), call, [&](CallRecord& done, const CallResult& result) {
        if (result.ok()) {
            fillAddress(done, address, length, done.arguments[2]);
            if (describe(done.call).opensSocket) {
                m_opened = m_registry.accepted(static_cast<int>(result.value), m_context.socket);
            }
        }
        return Bytes();
    });
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

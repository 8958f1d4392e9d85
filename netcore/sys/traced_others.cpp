// The calls of TracedSyscalls that neither move messages nor name addresses.

#include <fcntl.h>

#include "netcore/sys/traced_observe.h"

namespace netcore {

using namespace tracing;

namespace {

constexpr int kPairSize = 2;

OptionBytes valueOf(const void* value, std::size_t stored, std::uint32_t length)
{
    const auto* const bytes = static_cast<const std::byte*>(value);
    return value == nullptr ? OptionBytes {{}, length} : OptionBytes {{bytes, bytes + stored}, length};
}

}

CallResult TracedSyscalls::socketpair(int domain, int type, int protocol, int* pair)
{
    return observe(
        recordOf(CallId::Socketpair, {domain, type, protocol}),
        [&] { return m_inner.socketpair(domain, type, protocol, pair); },
        [&](CallRecord& done, const CallResult& result) {
            OpenedList list;
            for (int i = 0; result.ok() && i < kPairSize; ++i) {
                const SocketId id = m_registry.created(pair[i], domain, type, protocol);
                list.opened.push_back({id, pair[i], domain, type, protocol, {}});
                m_opened = m_opened == kNoSocket ? id : m_opened;
            }
            done.details = std::move(list);
            return Bytes();
        });
}

CallResult TracedSyscalls::read(int fd, void* data, std::size_t size)
{
    return observe(
        recordOf(CallId::Read, {fd, 0, static_cast<std::int64_t>(size)}),
        [&] { return m_inner.read(fd, data, size); },
        [&](CallRecord&, const CallResult& result) { return received(result, data, size); });
}

CallResult TracedSyscalls::write(int fd, const void* data, std::size_t size)
{
    return observe(
        recordOf(CallId::Write, {fd, 0, static_cast<std::int64_t>(size)}),
        [&] { return m_inner.write(fd, data, size); },
        [&](CallRecord&, const CallResult&) { return Bytes(static_cast<const std::byte*>(data), size); });
}

CallResult TracedSyscalls::getsockopt(int fd, int level, int name, void* value, socklen_t* length)
{
    const std::int64_t room = lengthBehind(length);
    return observe(
        recordOf(CallId::Getsockopt, {fd, level, name, pointer(value), room}),
        [&] { return m_inner.getsockopt(fd, level, name, value, length); },
        [&](CallRecord& done, const CallResult& result) {
            if (result.ok() && length != nullptr) {
                const auto stored = static_cast<std::size_t>(std::min<std::int64_t>(*length, room));
                done.details = valueOf(value, stored, *length);
            }
            return Bytes();
        });
}

CallResult TracedSyscalls::setsockopt(int fd, int level, int name, const void* value, socklen_t length)
{
    auto record = recordOf(CallId::Setsockopt, {fd, level, name, pointer(value), length});
    // Of a negative length the kernel reads nothing, nor may anybody here.
    record.details = valueOf(value, static_cast<std::int32_t>(length) < 0 ? 0 : length, length);
    return observe(std::move(record), [&] { return m_inner.setsockopt(fd, level, name, value, length); });
}

CallResult TracedSyscalls::fcntl(int fd, int command, int argument)
{
    return observe(
        recordOf(CallId::Fcntl, {fd, command, argument}),
        [&] { return m_inner.fcntl(fd, command, argument); },
        [&](CallRecord&, const CallResult& result) {
            if (result.ok() && (command == F_DUPFD || command == F_DUPFD_CLOEXEC)) {
                m_opened = m_registry.duplicated(static_cast<int>(result.value), m_context.socket);
            }
            return Bytes();
        });
}

CallResult TracedSyscalls::dup(int fd)
{
    return observe(
        recordOf(CallId::Dup, {fd}), [&] { return m_inner.dup(fd); },
        [&](CallRecord&, const CallResult& result) {
            if (result.ok()) {
                m_opened = m_registry.duplicated(static_cast<int>(result.value), m_context.socket);
            }
            return Bytes();
        });
}

CallResult TracedSyscalls::poll(pollfd* entries, nfds_t count, int timeout)
{
    auto record = recordOf(CallId::Poll, {0, static_cast<std::int64_t>(count), timeout});
    PollDetails details
        = m_context.details != nullptr && std::holds_alternative<PollDetails>(*m_context.details)
        ? std::get<PollDetails>(*m_context.details)
        : PollDetails();
    details.entries.resize(count);
    for (nfds_t i = 0; i < count; ++i) {
        details.entries[i].fd = entries[i].fd;
        details.entries[i].events = entries[i].events;
    }
    record.details = std::move(details);
    return observe(
        std::move(record), [&] { return m_inner.poll(entries, count, timeout); },
        [&](CallRecord& done, const CallResult& result) {
            auto& asked = std::get<PollDetails>(done.details).entries;
            for (nfds_t i = 0; result.ok() && i < count; ++i) {
                asked[i].revents = entries[i].revents;
            }
            return Bytes();
        });
}

CallResult TracedSyscalls::ioctl(int fd, unsigned long request, int* value)
{
    const int before = *value;
    return observe(
        recordOf(CallId::Ioctl, {fd, static_cast<std::int64_t>(request), before}),
        [&] { return m_inner.ioctl(fd, request, value); },
        [&](CallRecord& done, const CallResult& result) {
            done.arguments[2] = result.ok() ? *value : before;
            return Bytes();
        });
}

CallResult TracedSyscalls::getaddrinfo(const LookUpDetails& wanted, std::vector<FoundAddress>& found)
{
    auto record = recordOf(CallId::Getaddrinfo,
        {wanted.node ? 0 : kNullPointer, wanted.service ? 0 : kNullPointer,
            wanted.hasHints ? 0 : kNullPointer});
    record.details = wanted;
    return observe(
        std::move(record), [&] { return m_inner.getaddrinfo(wanted, found); },
        [&](CallRecord& done, const CallResult&) {
            std::get<LookUpDetails>(done.details).found = found;
            return Bytes();
        });
}

}

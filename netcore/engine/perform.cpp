#include "netcore/engine/perform.h"

#include <algorithm>
#include <cerrno>
#include <linux/filter.h>
#include <vector>

#include "netcore/engine/perform_message.h"
#include "netcore/names/options.h"

namespace netcore {

namespace {

// The address that the kernel fills in, or NULL where the user passed none.
struct AddressRoom {
    AddressRoom(const Call& call, std::size_t lengthSlot)
        : wanted(call.wantsAddress), length(static_cast<socklen_t>(call.arguments[lengthSlot]))
    {
    }
    sockaddr* data() { return wanted ? reinterpret_cast<sockaddr*>(&storage) : nullptr; }
    socklen_t* size() { return wanted ? &length : nullptr; }

    // Twice the room: a length that is larger than any address must not let the kernel write past the end.
    sockaddr_storage storage[2] {};
    bool wanted;
    socklen_t length;
};

const sockaddr* given(const Call& call)
{
    return call.address ? call.address->data() : nullptr;
}

std::size_t bufferSize(const Call& call)
{
    return static_cast<std::size_t>(std::clamp<std::int64_t>(call.arguments[2], 0, kLargestBuffer));
}

// As many bytes as the length argument says: where it says more than there are, zeros.
std::vector<std::byte> outgoing(const Call& call)
{
    std::vector<std::byte> data = call.data;
    data.resize(std::max(bufferSize(call), data.size()));
    return data;
}

int number(const Call& call, std::size_t slot)
{
    return static_cast<int>(call.arguments[slot]);
}
socklen_t length(const Call& call, std::size_t slot)
{
    return static_cast<socklen_t>(call.arguments[slot]);
}

CallResult performReceive(Syscalls& kernel, const Call& call, int fd)
{
    std::vector<std::byte> buffer(bufferSize(call));
    if (call.id == CallId::Recv) {
        return kernel.recv(fd, buffer.data(), buffer.size(), number(call, 3));
    }
    AddressRoom room(call, 5);
    return kernel.recvfrom(fd, buffer.data(), buffer.size(), number(call, 3), room.data(), room.size());
}

CallResult performSend(Syscalls& kernel, const Call& call, int fd)
{
    const std::vector<std::byte> data = outgoing(call);
    const std::size_t size = bufferSize(call);
    if (call.id == CallId::Send) {
        return kernel.send(fd, data.data(), size, number(call, 3));
    }
    return kernel.sendto(fd, data.data(), size, number(call, 3), given(call), length(call, 5));
}

CallResult performSocketpair(Syscalls& kernel, const Call& call)
{
    int pair[2] {-1, -1};
    return kernel.socketpair(number(call, 0), number(call, 1), number(call, 2), pair);
}

CallResult performReadWrite(Syscalls& kernel, const Call& call, int fd)
{
    if (call.id == CallId::Write) {
        const std::vector<std::byte> data = outgoing(call);
        return kernel.write(fd, data.data(), bufferSize(call));
    }
    std::vector<std::byte> buffer(bufferSize(call));
    return kernel.read(fd, buffer.data(), buffer.size());
}

CallResult performGetsockopt(Syscalls& kernel, const Call& call, int fd)
{
    // A negative length is passed as it is: the kernel refuses it before it writes.
    const auto room = static_cast<std::int32_t>(std::min<std::int64_t>(call.arguments[4], kLargestOption));
    const auto asked = static_cast<std::uint32_t>(std::max(room, 0));
    std::vector<std::byte> value(bytesFor(number(call, 1), number(call, 2), asked) + 1);
    auto length = static_cast<socklen_t>(room);
    return kernel.getsockopt(
        fd, number(call, 1), number(call, 2), call.wantsAddress ? value.data() : nullptr, &length);
}

// The value is the filter's instructions; the kernel wants a pointer to them (<linux/filter.h>).
CallResult attachFilter(Syscalls& kernel, const Call& call, int fd, std::vector<std::byte>& instructions)
{
    const sock_fprog program {static_cast<unsigned short>(instructions.size() / sizeof(sock_filter)),
        reinterpret_cast<sock_filter*>(instructions.data())};
    return kernel.setsockopt(fd, number(call, 1), number(call, 2), &program, sizeof program);
}

CallResult performSetsockopt(Syscalls& kernel, const Call& call, int fd)
{
    const auto* given = std::get_if<OptionBytes>(&call.details);
    std::vector<std::byte> value = given != nullptr ? given->bytes : std::vector<std::byte>();
    const auto* option = describeOption(number(call, 1), number(call, 2));
    if (option != nullptr && option->type == OptionType::Filter && !value.empty()) {
        return attachFilter(kernel, call, fd, value);
    }
    const auto said = static_cast<std::int32_t>(std::min<std::int64_t>(call.arguments[4], kLargestOption));
    value.resize(std::max(value.size(), static_cast<std::size_t>(std::max(said, 0))));
    return kernel.setsockopt(fd, number(call, 1), number(call, 2), call.wantsAddress ? value.data() : nullptr,
        static_cast<socklen_t>(said));
}

CallResult performPoll(Syscalls& kernel, const Call& call)
{
    std::vector<pollfd> entries;
    if (const auto* asked = std::get_if<PollDetails>(&call.details)) {
        for (const PollEntry& entry : asked->entries) {
            entries.push_back({entry.fd, entry.events, 0});
        }
    }
    return kernel.poll(entries.data(), entries.size(), number(call, 2));
}

// A request that is not about one int would have the kernel write more: no request of ioctl() carries more
// than this (_IOC_SIZEBITS of <linux/ioctl.h>).
CallResult performIoctl(Syscalls& kernel, const Call& call, int fd)
{
    std::vector<int> room((1U << 14U) / sizeof(int));
    room.front() = number(call, 2);
    return kernel.ioctl(fd, static_cast<unsigned long>(call.arguments[1]), room.data());
}

CallResult performLookUp(Syscalls& kernel, const Call& call)
{
    const auto* wanted = std::get_if<LookUpDetails>(&call.details);
    std::vector<FoundAddress> found;
    return kernel.getaddrinfo(wanted == nullptr ? LookUpDetails() : *wanted, found);
}

CallResult performNaming(Syscalls& kernel, const Call& call, int fd)
{
    AddressRoom room(call, 2);
    switch (call.id) {
    case CallId::Accept:
        return kernel.accept(fd, room.data(), room.size());
    case CallId::Accept4:
        return kernel.accept4(fd, room.data(), room.size(), number(call, 3));
    case CallId::Getsockname:
        return kernel.getsockname(fd, room.data(), room.size());
    default:
        return kernel.getpeername(fd, room.data(), room.size());
    }
}

}

CallResult perform(Syscalls& kernel, const Call& call, int fd)
{
    switch (call.id) {
    case CallId::Socket:
        return kernel.socket(number(call, 0), number(call, 1), number(call, 2));
    case CallId::Bind:
        return kernel.bind(fd, given(call), length(call, 2));
    case CallId::Connect:
        return kernel.connect(fd, given(call), length(call, 2));
    case CallId::Listen:
        return kernel.listen(fd, number(call, 1));
    case CallId::Accept:
    case CallId::Accept4:
    case CallId::Getsockname:
    case CallId::Getpeername:
        return performNaming(kernel, call, fd);
    case CallId::Send:
    case CallId::Sendto:
        return performSend(kernel, call, fd);
    case CallId::Recv:
    case CallId::Recvfrom:
        return performReceive(kernel, call, fd);
    case CallId::Shutdown:
        return kernel.shutdown(fd, number(call, 1));
    case CallId::Close:
        return kernel.close(fd);
    case CallId::Fchmod:
        return kernel.fchmod(fd, static_cast<mode_t>(call.arguments[1]));
    case CallId::Socketpair:
        return performSocketpair(kernel, call);
    case CallId::Sendmsg:
        return performSendmsg(kernel, call, fd);
    case CallId::Recvmsg:
        return performRecvmsg(kernel, call, fd);
    case CallId::Read:
    case CallId::Write:
        return performReadWrite(kernel, call, fd);
    case CallId::Getsockopt:
        return performGetsockopt(kernel, call, fd);
    case CallId::Setsockopt:
        return performSetsockopt(kernel, call, fd);
    case CallId::Fcntl:
        return kernel.fcntl(fd, number(call, 1), number(call, 2));
    case CallId::Dup:
        return kernel.dup(fd);
    case CallId::Poll:
        return performPoll(kernel, call);
    case CallId::Ioctl:
        return performIoctl(kernel, call, fd);
    case CallId::Getaddrinfo:
        return performLookUp(kernel, call);
    case CallId::None:
        break;
    }
    return {-1, ENOSYS};
}

}

#include "netcore/engine/perform.h"

#include <algorithm>
#include <cerrno>
#include <vector>

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
    case CallId::None:
        break;
    }
    return {-1, ENOSYS};
}

}

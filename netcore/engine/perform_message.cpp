#include "netcore/engine/perform_message.h"

#include <algorithm>
#include <cstring>

namespace netcore {

namespace {

MessageDetails detailsOf(const Call& call)
{
    const auto* details = std::get_if<MessageDetails>(&call.details);
    return details == nullptr ? MessageDetails() : *details;
}

// struct cmsghdr after struct cmsghdr, each aligned as the kernel wants it (cmsg(3)).
std::vector<std::byte> controlBytes(const std::vector<ControlMessage>& messages)
{
    std::size_t room = 0;
    for (const ControlMessage& message : messages) {
        room += CMSG_SPACE(message.data.size());
    }
    std::vector<std::byte> bytes(room);
    std::byte* at = bytes.data();
    for (const ControlMessage& message : messages) {
        const cmsghdr header {CMSG_LEN(message.data.size()), message.level, message.type};
        std::memcpy(at, &header, sizeof header);
        std::ranges::copy(message.data, at + CMSG_LEN(0));
        at += CMSG_SPACE(message.data.size());
    }
    return bytes;
}

// One iovec a size, one behind the other in `bytes`. Empty sizes are buffers too.
std::vector<iovec> buffersIn(std::vector<std::byte>& bytes, const std::vector<std::uint32_t>& sizes)
{
    std::size_t all = 0;
    for (const std::uint32_t size : sizes) {
        all += size;
    }
    bytes.resize(std::min<std::size_t>(all, kLargestBuffer));
    std::vector<iovec> buffers;
    std::size_t at = 0;
    for (const std::uint32_t size : sizes) {
        const std::size_t part = std::min<std::size_t>(size, bytes.size() - at);
        buffers.push_back({bytes.data() + at, part});
        at += part;
    }
    return buffers;
}

}

CallResult performSendmsg(Syscalls& kernel, const Call& call, int fd)
{
    const MessageDetails details = detailsOf(call);
    std::vector<std::byte> data = call.data;
    std::vector<iovec> buffers = buffersIn(data, details.bufferSizes);
    std::vector<std::byte> control = controlBytes(details.control);
    msghdr message {};
    // The kernel only reads it.
    message.msg_name = call.address ? const_cast<sockaddr*>(call.address->data()) : nullptr;
    message.msg_namelen = call.address ? call.address->length() : 0;
    message.msg_iov = buffers.data();
    message.msg_iovlen = buffers.size();
    message.msg_control = control.empty() ? nullptr : control.data();
    message.msg_controllen = control.size();
    return kernel.sendmsg(fd, &message, static_cast<int>(call.arguments[2]));
}

CallResult performRecvmsg(Syscalls& kernel, const Call& call, int fd)
{
    const MessageDetails details = detailsOf(call);
    std::vector<std::byte> data;
    std::vector<iovec> buffers = buffersIn(data, details.bufferSizes);
    std::vector<std::byte> control(
        static_cast<std::size_t>(std::clamp<std::int64_t>(details.controlRoom, 0, kLargestOption)));
    sockaddr_storage name[2] {}; // twice the room: as in perform.cpp
    msghdr message {};
    message.msg_name = call.wantsAddress ? &name : nullptr;
    message.msg_namelen = call.wantsAddress ? static_cast<socklen_t>(details.nameRoom) : 0;
    message.msg_iov = buffers.data();
    message.msg_iovlen = buffers.size();
    message.msg_control = control.empty() ? nullptr : control.data();
    message.msg_controllen = control.size();
    return kernel.recvmsg(fd, &message, static_cast<int>(call.arguments[2]));
}

}

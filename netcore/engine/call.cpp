#include "netcore/engine/call.h"

#include <sys/socket.h>

#include "netcore/base/quoted.h"

namespace netcore {

namespace {

Call make(CallId id, std::array<std::int64_t, kMostParameters> arguments = {})
{
    Call call;
    call.id = id;
    call.arguments = arguments;
    return call;
}

std::vector<std::byte> bytesIn(std::string_view text)
{
    const auto bytes = bytesOf(text);
    return {bytes.begin(), bytes.end()};
}

constexpr std::int64_t kAddressRoom = sizeof(sockaddr_storage);

std::int64_t argumentOf(const Call& call, std::size_t slot, ParameterKind kind, int fd)
{
    switch (kind) {
    case ParameterKind::Descriptor:
        return fd;
    case ParameterKind::DataIn:
    case ParameterKind::DataOut:
        return 0;
    case ParameterKind::AddressIn:
        return call.address ? 0 : kNullPointer;
    case ParameterKind::DescriptorPair:
    case ParameterKind::MessageIn:
    case ParameterKind::MessageOut:
    case ParameterKind::PollSet:
    case ParameterKind::HostName:
    case ParameterKind::ServiceName:
    case ParameterKind::Hints:
    case ParameterKind::AddressList:
        return 0;
    case ParameterKind::OptionIn:
    case ParameterKind::OptionOut:
    case ParameterKind::AddressOut:
        return call.wantsAddress ? 0 : kNullPointer;
    case ParameterKind::LengthInOut:
        return call.wantsAddress ? call.arguments[slot] : 0;
    default:
        return call.arguments[slot];
    }
}

}

namespace calls {

Call socket(int domain, int type, int protocol)
{
    return make(CallId::Socket, {domain, type, protocol});
}

Call bind(const Address& address)
{
    Call call = make(CallId::Bind, {0, 0, address.length()});
    call.address = address;
    return call;
}

Call listen(int backlog)
{
    return make(CallId::Listen, {0, backlog});
}

Call accept()
{
    return make(CallId::Accept, {0, 0, kAddressRoom});
}

Call accept4(int flags)
{
    return make(CallId::Accept4, {0, 0, kAddressRoom, flags});
}

Call connect(const Address& address)
{
    Call call = make(CallId::Connect, {0, 0, address.length()});
    call.address = address;
    return call;
}

Call send(std::vector<std::byte> data, int flags)
{
    Call call = make(CallId::Send, {0, 0, static_cast<std::int64_t>(data.size()), flags});
    call.data = std::move(data);
    return call;
}

Call send(std::string_view data)
{
    return send(bytesIn(data), MSG_NOSIGNAL);
}

Call sendto(std::vector<std::byte> data, int flags, const Address& address)
{
    Call call
        = make(CallId::Sendto, {0, 0, static_cast<std::int64_t>(data.size()), flags, 0, address.length()});
    call.data = std::move(data);
    call.address = address;
    return call;
}

Call sendto(std::string_view data, const Address& address)
{
    return sendto(bytesIn(data), MSG_NOSIGNAL, address);
}

Call recv(std::size_t size, int flags)
{
    return make(CallId::Recv, {0, 0, static_cast<std::int64_t>(size), flags});
}

Call recvfrom(std::size_t size, int flags)
{
    return make(CallId::Recvfrom, {0, 0, static_cast<std::int64_t>(size), flags, 0, kAddressRoom});
}

Call shutdown(int how)
{
    return make(CallId::Shutdown, {0, how});
}
Call close()
{
    return make(CallId::Close);
}
Call getsockname()
{
    return make(CallId::Getsockname, {0, 0, kAddressRoom});
}
Call getpeername()
{
    return make(CallId::Getpeername, {0, 0, kAddressRoom});
}

Call socketpair(int domain, int type, int protocol)
{
    return make(CallId::Socketpair, {domain, type, protocol});
}

Call sendmsg(std::string_view data, MessageDetails message, int flags)
{
    Call call = make(CallId::Sendmsg, {0, 0, flags});
    call.data = bytesIn(data);
    if (message.bufferSizes.empty() && !data.empty()) {
        message.bufferSizes.push_back(static_cast<std::uint32_t>(data.size()));
    }
    call.details = std::move(message);
    return call;
}

Call recvmsg(MessageDetails room, int flags)
{
    Call call = make(CallId::Recvmsg, {0, 0, flags});
    room.nameRoom = room.nameRoom == 0 ? kAddressRoom : room.nameRoom;
    call.details = std::move(room);
    return call;
}

Call read(std::size_t size)
{
    return make(CallId::Read, {0, 0, static_cast<std::int64_t>(size)});
}

Call write(std::string_view data)
{
    Call call = make(CallId::Write, {0, 0, static_cast<std::int64_t>(data.size())});
    call.data = bytesIn(data);
    return call;
}

Call getsockopt(int level, int name, std::size_t room)
{
    return make(CallId::Getsockopt, {0, level, name, 0, static_cast<std::int64_t>(room)});
}

Call setsockopt(int level, int name, std::vector<std::byte> value)
{
    const auto length = static_cast<std::uint32_t>(value.size());
    Call call = make(CallId::Setsockopt, {0, level, name, 0, length});
    call.details = OptionBytes {std::move(value), length};
    return call;
}

Call setsockopt(int level, int name, int value)
{
    const auto bytes = std::as_bytes(std::span(&value, 1));
    return setsockopt(level, name, {bytes.begin(), bytes.end()});
}

Call fcntl(int command, int argument)
{
    return make(CallId::Fcntl, {0, command, argument});
}

Call dup()
{
    return make(CallId::Dup);
}

Call poll(std::vector<PollEntry> entries, int timeoutMs)
{
    Call call = make(CallId::Poll, {0, static_cast<std::int64_t>(entries.size()), timeoutMs});
    call.details = PollDetails {std::move(entries)};
    return call;
}

Call ioctl(unsigned long request, int value)
{
    return make(CallId::Ioctl, {0, static_cast<std::int64_t>(request), value});
}

Call getaddrinfo(LookUpDetails wanted)
{
    Call call = make(CallId::Getaddrinfo);
    call.details = std::move(wanted);
    return call;
}

}

Call withDescriptors(Call call, const std::function<int(SocketId)>& numberOf)
{
    if (auto* poll = std::get_if<PollDetails>(&call.details)) {
        for (PollEntry& entry : poll->entries) {
            entry.fd = entry.socket == kNoSocket ? entry.fd : numberOf(entry.socket);
        }
    } else if (auto* message = std::get_if<MessageDetails>(&call.details)) {
        for (ControlMessage& control : message->control) {
            for (const SocketId passed : control.passes) {
                const int fd = numberOf(passed);
                const auto bytes = std::as_bytes(std::span(&fd, 1));
                control.data.insert(control.data.end(), bytes.begin(), bytes.end());
            }
        }
    }
    return call;
}

std::vector<SocketId> namedIn(const Call& call)
{
    std::vector<SocketId> named;
    if (const auto* poll = std::get_if<PollDetails>(&call.details)) {
        for (const PollEntry& entry : poll->entries) {
            named.push_back(entry.socket);
        }
    } else if (const auto* message = std::get_if<MessageDetails>(&call.details)) {
        for (const ControlMessage& control : message->control) {
            named.insert(named.end(), control.passes.begin(), control.passes.end());
        }
    }
    std::erase(named, kNoSocket);
    return named;
}

CallRecord recordOf(const Call& call, int fd)
{
    CallRecord record;
    record.call = call.id;
    record.arguments = call.arguments;
    const auto& parameters = describe(call.id).parameters;
    for (std::size_t slot = 0; slot < parameters.size(); ++slot) {
        record.arguments[slot] = argumentOf(call, slot, parameters[slot].kind, fd);
    }
    if (call.address) {
        record.hasAddress = true;
        record.address = *call.address;
        record.addressLength = call.address->length();
    }
    record.details = call.details;
    return record;
}

}

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
    return record;
}

}
